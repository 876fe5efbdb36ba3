"""The command `chat`: the page."""

import errno
from typing import Annotated

import typer

from corpus.errors import ParallaxError
from ui.commands.flags import Corpus, Encoder, IndexFolder
from ui.commands.opening import engine_of


class PortTakenError(ParallaxError):
    """Another program listens where the page was to be."""


def chat(
    corpus: Corpus = None,
    index: IndexFolder = None,
    port: Annotated[int, typer.Option("--port", help="The port on 127.0.0.1.", min=1, max=65535)] = 7860,
    encoder: Encoder = None,
) -> None:
    """Open the page to ask in, on 127.0.0.1; a folder that has no index yet is indexed first."""
    from ui.page import launch_page

    engine = engine_of(corpus, index, encoder)
    try:
        launch_page(engine, port=port)
    except OSError as error:
        if error.errno not in {errno.EADDRINUSE, None}:
            raise
        raise PortTakenError(f"port {port} is taken; choose another with --port") from error
