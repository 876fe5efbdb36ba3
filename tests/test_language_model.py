"""The language model that is set, opened for the systems that are not Parallax, over real HTTP."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from types import SimpleNamespace
from typing import Any

import pytest

from eval.language_model import ModelMissingError, model_name, open_model
from eval.systems import Ground, kept_as, without_skipped


class Service(HTTPServer):
    """Replies to every chat as it is told, and keeps what it was asked and with which key."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str] = []


class Handler(BaseHTTPRequestHandler):
    server: Service

    def do_POST(self) -> None:
        self.server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.server.keys.append(self.headers["Authorization"])
        message = {"role": "assistant", "content": "Seven boats sank."}
        reply = {
            "id": "1",
            "object": "chat.completion",
            "created": 1,
            "model": "small",
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        }
        data = json.dumps(reply).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Nothing on standard error."""


@pytest.fixture
def service() -> Iterator[Service]:
    """A service that speaks as OpenAI's does, on a port of its own."""
    server = Service()
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def settings(llm: str | None) -> Any:
    """Settings of a user who has set this language model."""
    return SimpleNamespace(llm=llm)


@pytest.mark.filterwarnings("default")
def test_a_named_model_is_asked_at_its_address(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    """One request with the model's name; the key of OpenAI is not sent to somebody else's address."""
    monkeypatch.setenv("OPENAI_API_KEY", "of-openai")
    monkeypatch.setenv("PARALLAX_LLM_KEY", "of-this-one")
    model = open_model(settings(f"openai-like:small@http://127.0.0.1:{service.server_port}/v1"))
    assert str(model.complete("How many?")) == "Seven boats sank."
    (asked,) = service.asked
    assert asked["model"] == "small"
    assert asked["temperature"] == 0.0
    assert service.keys == ["Bearer of-this-one"]


def test_no_model_is_an_error_that_names_the_setting() -> None:
    """Nothing is asked where nothing is set, empty or not there at all."""
    assert model_name(settings("")) is None
    assert model_name(SimpleNamespace()) is None  # type: ignore[arg-type]
    with pytest.raises(ModelMissingError, match="PARALLAX_LLM"):
        open_model(settings(None))


def test_systems_that_need_a_model_are_skipped_by_name() -> None:
    """The others are asked; with a model set nobody is skipped."""
    names = ("parallax", "parallax-model", "citation-engine", "llamaindex-2", "prompt", "answers:x.jsonl")
    usable, told = without_skipped(names, settings(None))
    assert usable == ("parallax", "llamaindex-2", "answers:x.jsonl")
    assert [line.split()[0] for line in told] == ["parallax-model", "citation-engine", "prompt"]
    assert without_skipped(names, settings("ollama:small")) == (names, ())


def test_a_changed_file_of_answers_is_another_system(tmp_path: Path) -> None:
    """What was kept of an unfinished run is not taken for the answers of the file as it is now."""
    path = tmp_path / "mine.jsonl"
    ground = Ground(tmp_path, None, (), tmp_path)
    path.write_text("one")
    before = kept_as(f"answers:{path}", ground)
    path.write_text("two")
    assert kept_as(f"answers:{path}", ground) != before
    assert kept_as("parallax", ground) == "parallax"
    assert kept_as("prompt", ground) == "prompt None"
