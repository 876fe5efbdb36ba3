"""A page served for a test on a free port of this machine, and plain HTTP to it."""

import json
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(engine: Any, **given: Any) -> Iterator[int]:
    """The port of a running page over an engine."""
    from ui.page import launch_page

    port = free_port()
    page = launch_page(engine, port=port, block=False, **given)
    try:
        yield port
    finally:
        page.close(verbose=False)


@dataclass(frozen=True)
class Reply:
    """What a server sent back."""

    status: int
    body: bytes
    headers: Mapping[str, str]


def http(port: int, method: str, path: str, body: str | None = None, **headers: str) -> Reply:
    """One request, following nothing; the first megabyte of what comes."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, named)
    response = connection.getresponse()
    reply = Reply(response.status, response.read(1_000_000), dict(response.getheaders()))
    connection.close()
    return reply


def posted(port: int, path: str, value: object, **headers: str) -> Reply:
    """A POST of JSON."""
    return http(port, "POST", path, json.dumps(value), content_type="application/json", **headers)
