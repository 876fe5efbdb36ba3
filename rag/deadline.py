"""A stream of text under a deadline, whoever sends it: in a thread of its own, or on an event loop."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import aclosing, closing
from contextvars import copy_context
from queue import Empty, SimpleQueue
from threading import Event, Thread

Pieces = Callable[[], Generator[str]]


def within(seconds: float, pieces: Pieces) -> Generator[str]:
    """The pieces as they come; the sender is left alone, and told to stop, when the time is over.

    Raises:
        TimeoutError: the last piece was not there in time.
    """
    found: SimpleQueue[str | Exception | None] = SimpleQueue()
    stop, deadline = Event(), time.monotonic() + seconds
    Thread(target=copy_context().run, args=(_read, pieces, found, stop), daemon=True, name="parallax-draft").start()
    try:
        while (piece := _next(found, deadline)) is not None:
            yield piece
    finally:
        stop.set()


def _read(pieces: Pieces, found: "SimpleQueue[str | Exception | None]", stop: Event) -> None:
    try:
        with closing(pieces()) as stream:
            for piece in stream:
                found.put(piece)
                if stop.is_set():
                    break
        found.put(None)
    except Exception as error:  # it is raised where the pieces are read
        found.put(error)


def _next(found: "SimpleQueue[str | Exception | None]", deadline: float) -> str | None:
    try:
        piece = found.get(timeout=max(0.0, deadline - time.monotonic()))
    except Empty:
        raise TimeoutError from None
    if isinstance(piece, Exception):
        raise piece
    return piece


async def within_async(seconds: float, pieces: AsyncGenerator[str]) -> AsyncGenerator[str]:
    """The pieces as they come; the sender is closed when the time is over, or nobody listens any more.

    Raises:
        TimeoutError: the last piece was not there in time.
    """
    deadline = asyncio.get_running_loop().time() + seconds
    async with aclosing(pieces) as stream:
        while True:
            async with asyncio.timeout_at(deadline):
                piece = await anext(stream, None)
            if piece is None:
                return
            yield piece
