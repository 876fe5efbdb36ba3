"""A planted key reaches the server it is for, and nothing else: no answer, file, log, line or error."""

import contextlib
import json
import logging
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from scripted_model import Scene, Stage, serving

from rag.engine import Engine
from rag.settings import SettingsError, load_settings
from tests.awaited import awaited
from ui.cli import main

KEY = "sk-planted0123456789abcdefPLANTED"
QUESTION = "How many people were hurt?"


@pytest.fixture(scope="module")
def stage() -> Stage:
    return Stage()


@pytest.fixture(scope="module")
def url(stage: Stage) -> Iterator[str]:
    with serving(stage) as url:
        yield url


@pytest.fixture(autouse=True)
def _planted(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PARALLAX_LLM_KEY", "OLLAMA_API_KEY"):
        monkeypatch.setenv(name, KEY)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-another0123456789abcdefANOTHER")


SCENES = {
    "answered": lambda: Scene(reply="Eleven people were hurt, the coast guard said {=Eleven people}. Seven fled [9]."),
    "repeated": lambda: Scene(reply=f"Eleven people were hurt {{=Eleven people}}. The key is {KEY} [1]."),
    "refused": lambda: Scene(states=[401]),
    "busy": lambda: Scene(states=[429], reply="Eleven people were hurt, the coast guard said {=Eleven people}."),
    "failed": lambda: Scene(states=[503] * 9, retry_after="99"),
    "garbage": lambda: Scene(fault="garbage"),
    "cut": lambda: Scene(fault="cut", reply="Eleven people were hurt."),
}


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("provider", ["openai-like:scripted@{url}/v1", "ollama:scripted@{url}"])
def test_a_key_goes_to_its_server_alone(
    scene: str, provider: str, stage: Stage, url: str, quarrel_folder: Path, quarrel_index: Path, tmp_path: Path,
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Whatever the server does, even if it says the key itself, nobody else comes to see it."""
    stage.scene = SCENES[scene]()
    settings = load_settings(llm_cache=tmp_path / "cache", llm_seconds=20)
    engine = Engine.open(quarrel_folder, index=quarrel_index, llm=provider.format(url=url), settings=settings)
    with caplog.at_level(logging.DEBUG):
        answers = [engine.ask(QUESTION), awaited(engine.aask(QUESTION))]
    printed = capfd.readouterr()
    kept = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "cache").glob("*"))
    seen = [caplog.text, printed.out, printed.err, kept, *(answer.to_json() for answer in answers), repr(engine)]
    assert stage.scene.headers[0]["authorization"] == f"Bearer {KEY}"
    assert not any("another" in header for header in stage.scene.headers[0].values())
    assert [text for text in seen if KEY in text] == []


def test_a_key_of_one_service_is_not_sent_to_another(
    stage: Stage, url: str, quarrel_folder: Path, quarrel_index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server without a key of its own is not given that of OpenAI."""
    monkeypatch.delenv("PARALLAX_LLM_KEY")
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    stage.scene = Scene(reply="Eleven people were hurt, the coast guard said [1].")
    Engine.open(quarrel_folder, index=quarrel_index, llm=f"openai-like:scripted@{url}/v1").ask(QUESTION)
    assert KEY not in json.dumps(stage.scene.headers)


@pytest.mark.parametrize("line", [f'llm_key = "{KEY}"', f'llm_seconds = "{KEY}"', f'llm_tokens = [\n"{KEY}"]'])
def test_a_key_in_the_settings_is_not_repeated(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key in the wrong place is an error that does not say it, nor does the trace of it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "parallax.toml").write_text(line)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert KEY not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize(
    "llm", ["openai:gpt-4o-mini", "ollama:m", f"openai:{KEY}", f"openai-like:m@http://me:{KEY}@127.0.0.1:9/v1", KEY]
)
@pytest.mark.parametrize("command", [["doctor"], ["ask", QUESTION, "--json"]])
def test_no_command_prints_a_key(
    llm: str, command: list[str], quarrel_folder: Path, quarrel_index: Path,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Neither the health report nor an error of the command line, wherever the key was put."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OLLAMA_HOST", "http://127.0.0.1:9")
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    folders = ["--corpus", str(quarrel_folder), "--index", str(quarrel_index), "--llm", llm]
    monkeypatch.setattr(sys, "argv", ["parallax", *command, *folders])
    with contextlib.suppress(SystemExit):
        main()
    printed = capsys.readouterr()
    assert printed.out + printed.err
    assert KEY not in printed.out + printed.err
