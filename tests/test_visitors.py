"""Ten visitors at once, as their browsers speak to a real server: what is of one is of nobody else."""

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
from serving import http, posted, served

from rag.engine import Engine

VISITORS = 10
OUTLETS = ("Tessel Courier", "Harbour Gazette")


class Visitor:
    """What a browser sends for the page's own controls, without a browser."""

    def __init__(self, port: int, name: str) -> None:
        self.port = port
        self.name = name
        self.page = json.loads(http(port, "GET", "/config").body)

    def ask(self, question: str, outlets: tuple[str, ...] = ()) -> list[str]:
        """Sends a question with the filter chosen; the chat that is then shown."""
        event = self._event(self._component_by("asking"), "apply")
        given = {self._component_by("outlets"): list(outlets)}
        shown = self._sent(event, [given.get(one) for one in event["inputs"]], {"question": question})
        return [str(message["content"]) for message in shown[event["outputs"].index(self._component_by("chat"))]]

    def bring(self, name: str, text: str) -> Path:
        """Sends an article of their own; where the server laid it down."""
        button = self._component("uploadbutton")
        event = self._event(button, "upload")
        path = self._uploaded(name, text)
        file = {"path": path, "orig_name": name, "meta": {"_type": "gradio.FileData"}}
        self._sent(event, [[file] if one == button else None for one in event["inputs"]])
        return Path(path)

    def _uploaded(self, name: str, text: str) -> str:
        head = f'Content-Disposition: form-data; name="files"; filename="{name}"'
        body = f"--edge\r\n{head}\r\n\r\n{text}\r\n--edge--\r\n"
        kind = "multipart/form-data; boundary=edge"
        reply = http(self.port, "POST", "/gradio_api/upload", body, content_type=kind)
        return str(json.loads(reply.body)[0])

    def _sent(self, event: dict[str, Any], data: list[Any], told: dict[str, str] | None = None) -> list[Any]:
        """Everything that an event shows in the end."""
        call = {"data": data, "event_data": told, "fn_index": event["id"], "session_hash": self.name}
        assert posted(self.port, "/gradio_api/queue/join", call).status == 200
        connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request("GET", f"/gradio_api/queue/data?session_hash={self.name}")
        whole: list[Any] = []
        for line in connection.getresponse():
            message = json.loads(line.removeprefix(b"data: ")) if line.startswith(b"data: ") else {}
            if message.get("msg") == "process_completed":
                assert message["success"], message
                whole = message["output"]["data"]
                break
        connection.close()
        return whole

    def _event(self, component: int, name: str) -> dict[str, Any]:
        return next(each for each in self.page["dependencies"] if [component, name] in each["targets"])

    def _component(self, kind: str) -> int:
        return int(next(one["id"] for one in self.page["components"] if one["type"] == kind))

    def _component_by(self, name: str) -> int:
        return int(next(one["id"] for one in self.page["components"] if one["props"].get("elem_id") == name))


@pytest.fixture(scope="module")
def port(quarrel_folder: Path, quarrel_index: Path) -> Iterator[int]:
    """A real server over the quarrelling corpus."""
    with served(Engine.open(quarrel_folder, index=quarrel_index)) as port:
        yield port


def test_ten_visitors_at_once(port: int) -> None:
    """Those who brought an article are answered from theirs, though all are called alike; the others from the outlet
    they chose; and every chat has the questions of its own visitor, in their order, and nobody else's."""

    def visit(number: int) -> list[str]:
        visitor = Visitor(port, f"visitor{number}")
        outlets: tuple[str, ...] = (OUTLETS[number // 2 % 2],)
        if number % 2:
            visitor.bring("article.txt", f"About {number}00 people came to the fair, the organisers said.\n")
            outlets = ()
        visitor.ask(f"How many people came to the fair, asks {number}?", outlets)
        return visitor.ask(f"How many people were hurt, asks {number}?", outlets)

    with ThreadPoolExecutor(VISITORS) as pool:
        chats = list(pool.map(visit, range(VISITORS)))
    for number, chat in enumerate(chats):
        questions = [message for message in chat if f"asks {number}" in message]
        assert len(questions) == sum("asks" in message for message in chat) == 2
        answers = " ".join(message for message in chat if "asks" not in message)
        if number % 2:
            assert f"About {number}00 people" in answers
            assert not any(outlet in answers for outlet in OUTLETS)
            assert not any(f"{other}00 people" in answers for other in range(VISITORS) if other != number)
        else:
            assert OUTLETS[number // 2 % 2] in answers
            assert OUTLETS[1 - number // 2 % 2] not in answers
            assert "About" not in answers


def test_what_a_visitor_brought_is_served_to_nobody_and_goes_with_them(port: int) -> None:
    """No path leads from outside to the visit's articles; when the browser is closed they are gone from the disk."""
    visitor = Visitor(port, "leaving")
    alive = HTTPConnection("127.0.0.1", port, timeout=30)
    alive.request("GET", "/gradio_api/heartbeat/leaving")
    open_page = alive.getresponse()
    laid_down = visitor.bring("secret.txt", "About 77 people came to the secret fair, the organisers said.\n")
    (article,) = laid_down.parents[2].glob("visit-*/articles/secret.txt")
    assert http(port, "GET", f"/gradio_api/file={article}").status in {403, 404}
    open_page.close()
    alive.close()
    deadline = time.monotonic() + 30
    while article.parents[1].exists() or laid_down.exists():
        assert time.monotonic() < deadline, "the visit ended, and its articles stayed"
        time.sleep(0.1)
