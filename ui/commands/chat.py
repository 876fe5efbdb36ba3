"""The command `chat`: the page."""

import errno
import signal
from types import FrameType
from typing import Annotated

import typer

from corpus.errors import ParallaxError
from ui.commands.flags import Corpus, Encoder, IndexFolder, LanguageModel
from ui.commands.opening import engine_of
from ui.login import Login, check_host


class AddressError(ParallaxError):
    """The page cannot be served at the address that was asked for."""


def chat(
    corpus: Corpus = None,
    index: IndexFolder = None,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen at; another than this machine's needs --auth.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="The port.", min=1, max=65535)] = 7860,
    auth: Annotated[
        str | None,
        typer.Option("--auth", help="Who may use it: a name, and a file with the password.", metavar="USER:FILE"),
    ] = None,
    encoder: Encoder = None,
    llm: LanguageModel = None,
) -> None:
    """Open the page to ask in, on 127.0.0.1; a folder that has no index yet is indexed first."""
    login = Login.read(auth) if auth is not None else None
    check_host(host, login)
    engine = engine_of(corpus, index, encoder, llm)
    from ui.page import launch_page

    signal.signal(signal.SIGTERM, _interrupt)
    try:
        launch_page(engine, host, port, login=login)
    except OSError as error:
        raise AddressError(_why_not(error, host, port)) from error


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    """Ends the page as Ctrl-C does, so that what visitors brought is removed."""
    raise KeyboardInterrupt


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno in {errno.EADDRINUSE, None}:  # Gradio looks for a free port itself, and raises one without a number
        return f"port {port} is taken, or {host} is no address of this machine; choose another with --port or --host"
    return f"the page cannot be served at {host}, port {port}: {error.strerror or error}"
