"""Drafts are kept only where that is set, and under everything that they depend on."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from scripted_model import Scene, Stage, serving

from rag.draft_cache import CachedModel
from rag.engine import Engine
from rag.faults import ModelFaultError
from rag.prompts import Prompt
from rag.settings import load_settings
from tests.awaited import awaited

QUESTION = "How many people were hurt?"
PROMPT = Prompt("how", "what")


@dataclass
class StubModel:
    """Replies with one text in two pieces, or breaks off after the first; counts how often it was asked."""

    name: str = "stub"
    identity: str = "stub"
    breaks: bool = False
    asked: list[Prompt] = field(default_factory=list)

    def stream(self, prompt: Prompt) -> Generator[str]:
        self.asked.append(prompt)
        yield "one "
        if self.breaks:
            raise ModelFaultError("broke off")
        yield "two\r\n ½"

    async def astream(self, prompt: Prompt):  # type: ignore[no-untyped-def]
        for piece in self.stream(prompt):
            yield piece


def test_a_draft_is_read_again_whole(tmp_path: Path) -> None:
    """The second time nobody is asked, and the text is the same to the last character, on an event loop too."""
    model = StubModel()
    cached = CachedModel(model, tmp_path / "new" / "folder")

    async def read() -> str:
        return "".join([piece async for piece in cached.astream(PROMPT)])

    texts = ["".join(cached.stream(PROMPT)), "".join(cached.stream(PROMPT)), awaited(read())]
    assert texts == ["one two\r\n ½"] * 3
    assert len(model.asked) == 1
    assert len(list((tmp_path / "new" / "folder").iterdir())) == 1


def test_everything_that_matters_is_in_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another model, other settings of it, instructions, evidence or version: each is asked for itself."""
    first, other = StubModel(), StubModel(identity="stub at another temperature")
    for prompt in (PROMPT, replace(PROMPT, system="how else"), replace(PROMPT, user="what else")):
        list(CachedModel(first, tmp_path).stream(prompt))
    list(CachedModel(other, tmp_path).stream(PROMPT))
    monkeypatch.setattr("rag.draft_cache.VERSION", "another")
    list(CachedModel(first, tmp_path).stream(PROMPT))
    assert (len(first.asked), len(other.asked), len(list(tmp_path.iterdir()))) == (4, 1, 5)


def test_a_draft_that_broke_off_is_not_kept(tmp_path: Path) -> None:
    """What is not whole is asked for again."""
    cached = CachedModel(StubModel(breaks=True), tmp_path)
    with pytest.raises(ModelFaultError):
        list(cached.stream(PROMPT))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    """The draft is there all the same."""
    (tmp_path / "file").write_text("not a folder")
    assert "".join(CachedModel(StubModel(), tmp_path / "file").stream(PROMPT)) == "one two\r\n ½"


@pytest.fixture(scope="module")
def stage() -> Stage:
    return Stage()


@pytest.fixture(scope="module")
def url(stage: Stage) -> Iterator[str]:
    with serving(stage) as url:
        yield url


def test_asking_writes_nothing_unless_it_is_set(
    stage: Stage, url: str, quarrel_folder: Path, quarrel_index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a cache no file appears in the working folder or the user's; with one the model is asked once."""
    stage.scene = Scene(reply="Eleven people were hurt, the coast guard said {=Eleven people}.")
    llm, settings = f"openai-like:scripted@{url}/v1", load_settings(llm_cache=tmp_path / "drafts")
    plain = Engine.open(quarrel_folder, index=quarrel_index, llm=llm)
    keeping = Engine.open(quarrel_folder, index=quarrel_index, llm=llm, settings=settings)
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path))
    texts = [plain.ask(QUESTION).text, plain.ask(QUESTION).text]
    assert (len(stage.scene.asked), list(tmp_path.iterdir())) == (2, [])
    texts += [keeping.ask(QUESTION).text, keeping.ask(QUESTION).text]
    assert (len(stage.scene.asked), len(set(texts))) == (3, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["drafts"]
    assert len(list((tmp_path / "drafts").iterdir())) == 1
