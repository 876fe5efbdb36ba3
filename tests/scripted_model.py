"""A server that speaks as OpenAI's and Ollama's do, and replies with what a test has written for it."""

import asyncio
import json
import re
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response, StreamingResponse


@dataclass
class Scene:
    """What the server does next, and what it was asked.

    `states` are the statuses it answers with before it replies; `replies` follow one another, a request each.

    `fault` plays what goes wrong with a reply: "cut" breaks the connection in the middle, "unfinished" ends without
    saying that it does, "garbage" is no reply at all, "silent" never begins, "filtered" is stopped by a filter.
    """

    reply: str = ""
    replies: list[str] = field(default_factory=list)
    states: list[int] = field(default_factory=list)
    fault: str = ""
    pause: float = 0.0
    piece: int = 7
    retry_after: str | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    sent: int = 0
    left: threading.Event = field(default_factory=threading.Event)

    @property
    def prompt(self) -> str:
        """The last message of the last request."""
        return str(self.asked[-1]["messages"][-1]["content"])

    @property
    def pieces(self) -> list[str]:
        """The reply, with the number of the sentence that has them put for words in {=braces}."""
        reply = re.sub(r"\{=(.+?)\}", lambda words: f"[{self._number(words[1])}]", self.reply)
        return [reply[at : at + self.piece] for at in range(0, len(reply), self.piece)]

    def _number(self, words: str) -> str:
        return next(line[1:].split("]")[0] for line in self.prompt.splitlines() if line[:1] == "[" and words in line)


@dataclass
class Stage:
    """What the server plays now; a request that has begun goes on with the scene it began with."""

    scene: Scene = field(default_factory=Scene)


def application(stage: Stage) -> FastAPI:
    app = FastAPI()

    @app.post("/v1/chat/completions")
    async def openai(request: Request) -> Response:
        return await _answer(stage.scene, request, _openai_lines, "text/event-stream")

    @app.post("/api/chat")
    async def ollama(request: Request) -> Response:
        return await _answer(stage.scene, request, _ollama_lines, "application/x-ndjson")

    return app


async def _answer(scene: Scene, request: Request, lines: Any, kind: str) -> Response:
    scene.asked.append(json.loads(await request.body()))
    scene.headers.append(dict(request.headers))
    if scene.replies:
        scene.reply = scene.replies.pop(0)
    if scene.states:
        state = scene.states.pop(0)
        headers = {"retry-after": scene.retry_after} if scene.retry_after else None
        told = f"no, not with {request.headers.get('authorization')}"
        return JSONResponse({"error": {"message": told, "code": told}}, status_code=state, headers=headers)
    if scene.fault == "garbage":
        return Response("data: {not json\n\n<html>", media_type=kind)
    return StreamingResponse(_played(scene, lines), media_type=kind)


async def _played(scene: Scene, lines: Any) -> AsyncIterator[str]:
    pieces = scene.pieces
    half = pieces[: len(pieces) // 2 + 1] if scene.fault in {"cut", "unfinished", "filtered"} else pieces
    try:
        if scene.fault == "silent":
            await asyncio.sleep(30)
        for piece in half:
            await asyncio.sleep(scene.pause)
            scene.sent += 1
            yield lines(piece, None)
        if scene.fault == "cut":
            raise ConnectionResetError
        if scene.fault != "unfinished":
            yield lines("", "content_filter" if scene.fault == "filtered" else "stop")
    except asyncio.CancelledError:
        scene.left.set()
        raise


def _openai_lines(piece: str, finish: str | None) -> str:
    choice = {"index": 0, "delta": {"role": "assistant", "content": piece}, "finish_reason": finish}
    chunk = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "scripted", "choices": [choice]}
    return f"data: {json.dumps(chunk)}\n\n" + ("data: [DONE]\n\n" if finish else "")


def _ollama_lines(piece: str, finish: str | None) -> str:
    message = {"role": "assistant", "content": piece}
    chunk = {"model": "scripted", "created_at": "2031-03-04T00:00:00Z", "message": message, "done": bool(finish)}
    return json.dumps(chunk | ({"done_reason": finish} if finish else {})) + "\n"


@contextmanager
def serving(stage: Stage) -> Iterator[str]:
    """The address of a server on 127.0.0.1 that plays what is on stage, while it runs."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    config = uvicorn.Config(application(stage), log_level="critical", lifespan="off", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listener.close()
