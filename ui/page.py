"""The Gradio page, built and served. Gradio is imported when a page is built, it takes seconds."""

import os
from typing import TYPE_CHECKING, Protocol

from ui.asset import script, styles
from ui.attempts import LimitedLogin
from ui.endpoints import Asked, add_endpoints
from ui.exchange import Answering
from ui.login import Login
from ui.rooms import Rooms
from ui.upload import LARGEST
from ui.visit import Visits

if TYPE_CHECKING:
    import gradio as gr

HOST = "127.0.0.1"
PORT = 7860
VISITORS_AT_ONCE = 4


class Served(Answering, Asked, Protocol):
    """What is served of an engine: the page, and the endpoints for programs."""


def build_page(engine: Served, visits: Visits) -> "gr.Blocks":
    """The page over an engine, with the corpora that its visitors bring; `launch_page` serves it."""
    # Gradio reads this when it is imported and whenever a page is built: nothing is sent anywhere.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["GRADIO_TEMP_DIR"] = str(visits.received)  # and what arrives is laid where it is removed again
    import gradio as gr

    from ui.events import connect
    from ui.handlers import Handlers
    from ui.layout import lay_out

    rooms = Rooms(engine, visits)
    page = gr.Blocks(title="Parallax", analytics_enabled=False, fill_width=True)
    with page:
        connect(page, Handlers(rooms), lay_out(rooms.common))
        add_endpoints(page, engine)
    return page


def launch_page(
    engine: Served, host: str = HOST, port: int = PORT, *, login: Login | None = None, block: bool = True
) -> "gr.Blocks":
    """Serve the page and print its address; with `block`, until interrupted; with `login`, to who knows its password.

    Raises OSError where the port is taken. Without `block` the page is returned running: `close()` ends it.
    """
    from starlette.middleware import Middleware

    visits = Visits.open(engine)
    page = build_page(engine, visits)
    page.queue(default_concurrency_limit=VISITORS_AT_ONCE)
    page.launch(
        server_name=host,
        server_port=port,
        prevent_thread_lock=True,
        quiet=True,
        auth=login.admits if login else None,
        app_kwargs={"middleware": [Middleware(LimitedLogin)]} if login else None,
        share=False,
        inbrowser=False,
        enable_monitoring=False,
        run_history=False,
        ssr_mode=False,
        footer_links=[],
        max_file_size=LARGEST,
        theme=_theme(),
        css=styles(),
        js=script(),
    )
    print(f"Parallax is at http://{host}:{port} (Ctrl-C ends it)", flush=True)
    if block:
        page.block_thread()
    return page


def _theme() -> "gr.themes.Base":
    import gradio as gr

    fonts = ["ui-sans-serif", "system-ui", "Liberation Sans", "sans-serif"]
    return gr.themes.Default(
        primary_hue="teal", neutral_hue="stone", font=fonts, font_mono=["ui-monospace", "monospace"]
    )
