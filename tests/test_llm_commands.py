"""A language model on the command line and the page: the same engine, the same guarantees."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from scripted_model import Scene, Stage, serving

from rag.engine import Engine
from ui.cli import main
from ui.exchange import Exchange, Visit

QUESTION = "How many people were hurt?"
Printed = Callable[..., tuple[str, str]]
FAITHFUL = "Eleven people were hurt, the coast guard said {=Eleven people}. It sank the pier [9]."


@pytest.fixture(scope="module")
def stage() -> Stage:
    return Stage()


@pytest.fixture(scope="module")
def llm(stage: Stage) -> Iterator[str]:
    with serving(stage) as url:
        yield f"openai-like:scripted@{url}/v1"


@pytest.fixture
def scene(stage: Stage) -> Scene:
    stage.scene = Scene(reply=FAITHFUL)
    return stage.scene


@pytest.fixture
def corpus(quarrel_folder: Path, quarrel_index: Path) -> list[str]:
    return ["--corpus", str(quarrel_folder), "--index", str(quarrel_index)]


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Printed:
    """Runs a command in this process; what it prints on standard output and error."""

    def run(*arguments: str) -> tuple[str, str]:
        monkeypatch.setattr(sys, "argv", ["parallax", *arguments])
        with contextlib.suppress(SystemExit):
            main()
        captured = capsys.readouterr()
        return captured.out, captured.err

    return run


def test_ask_prints_the_drafted_answer(printed: Printed, scene: Scene, llm: str, corpus: list[str]) -> None:
    """The answer with its places on standard output; what was left out of it, and why, on standard error."""
    out, err = printed("ask", QUESTION, "--llm", llm, *corpus)
    assert out.startswith("Eleven people were hurt, the coast guard said [1].")
    assert "[1] courier.txt:3" in out
    assert err == "left out: It sank the pier. (it cites [9], which stands for nothing)\n"


def test_json_has_the_mode_and_what_was_dropped(printed: Printed, scene: Scene, llm: str, corpus: list[str]) -> None:
    """The contract's fields are filled."""
    out, err = printed("ask", QUESTION, "--llm", llm, "--json", *corpus)
    answer = json.loads(out)
    assert (answer["mode"], err) == ("llm:scripted", "")
    assert answer["dropped"] == [{"text": "It sank the pier.", "reason": "it cites [9], which stands for nothing"}]
    assert all(said["supported"] is True for said in answer["sentences"])


def test_the_environment_and_the_batch_use_it(
    scene: Scene, llm: str, corpus: list[str], tmp_path: Path, printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PARALLAX_LLM sets it for every question, and for no command that asks none."""
    monkeypatch.setenv("PARALLAX_LLM", llm)
    (tmp_path / "batch.jsonl").write_text('{"id": "q1", "question": "How many people were hurt?"}\n')
    out, _ = printed("ask", "--batch", str(tmp_path / "batch.jsonl"), *corpus)
    assert json.loads(out)["mode"] == "llm:scripted"
    monkeypatch.setenv("PARALLAX_LLM", "no such thing")
    assert printed("sources", *corpus)[0].count("\n") == 5


def test_doctor_names_the_model(printed: Printed, llm: str, corpus: list[str]) -> None:
    """Which one it is and whether its key is there; one that is named wrongly is told, not raised."""
    assert f"language model: {llm} (a key is not in PARALLAX_LLM_KEY)\n" in printed("doctor", "--llm", llm, *corpus)[0]
    assert "language model: none" in printed("doctor", *corpus)[0]
    assert "write ollama:MODEL" in printed("doctor", "--llm", "gpt", *corpus)[0]


def test_the_page_shows_a_sentence_when_it_is_verified(
    scene: Scene, llm: str, quarrel_folder: Path, quarrel_index: Path
) -> None:
    """What the chat shows grows by verified sentences, and ends with what was left out."""
    exchange = Exchange(Engine.open(quarrel_folder, index=quarrel_index, llm=llm))
    shown = [state.messages[-1][1] for state in exchange.ask(QUESTION, (), Visit())][1:]
    assert len(shown) >= 2
    assert not any("sank" in text for text in shown)
    assert "One sentence of the draft was left out" in shown[-1]


def test_examples_cost_nothing(scene: Scene, llm: str, quarrel_folder: Path, quarrel_index: Path) -> None:
    """The questions that the page offers are found without asking the model."""
    engine = Engine.open(quarrel_folder, index=quarrel_index, llm=llm)
    assert len(engine.examples()) == 4
    assert engine.quoting().ask(QUESTION).mode == "quotes"
    assert scene.asked == []


def test_the_model_goes_along_to_articles_that_are_brought(
    scene: Scene, llm: str, quarrel_folder: Path, quarrel_index: Path, tmp_path: Path
) -> None:
    """An engine over another folder drafts from the evidence of that folder; suggestions still cost nothing."""
    (tmp_path / "brought").mkdir()
    (tmp_path / "brought" / "a.txt").write_text("Eleven people were hurt when the bridge fell, the mayor said.\n")
    engine, _ = Engine.open(quarrel_folder, index=quarrel_index, llm=llm).over(tmp_path / "brought", tmp_path / "index")
    scene.reply = "Eleven people were hurt, the mayor said {=Eleven people}."
    answer = engine.ask(QUESTION)
    assert (answer.mode, {citation.file for citation in answer.citations}) == ("llm:scripted", {"a.txt"})
    asked = len(scene.asked)
    engine.follow_ups([answer])
    assert len(scene.asked) == asked


def test_no_integration_is_imported_where_no_model_is_set(quarrel_folder: Path, quarrel_index: Path) -> None:
    """Answers in the sources' own words cost nothing more than before."""
    code = (
        "import sys; from rag import Engine\n"
        f"Engine.open({str(quarrel_folder)!r}, index={str(quarrel_index)!r}).ask({QUESTION!r})\n"
        "print([name for name in ('llama_index', 'openai', 'ollama') if name in sys.modules])"
    )
    here = os.environ | {"PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=here, capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout == "[]\n"
