"""The Gradio page: layout and events, nothing else. Gradio is imported when a page is built, it takes seconds."""

import os
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from ui.endpoints import Asked, add_endpoints
from ui.exchange import Answering, Exchange, Visit
from ui.login import Login
from ui.upload import LARGEST

if TYPE_CHECKING:
    import gradio as gr

HOST = "127.0.0.1"
PORT = 7860
VISITORS_AT_ONCE = 4

# Run by Gradio when the pane is there: the script of the page puts the open passage back after every change.
_ON_PANE = "watch('value', () => document.dispatchEvent(new Event('parallax:pane')));"


class Served(Answering, Asked, Protocol):
    """What is served of an engine: the page, and the endpoints for programs."""


class _Controls(NamedTuple):
    """The parts of the page that events speak of."""

    question: "gr.Textbox"
    chat: "gr.Chatbot"
    pane: "gr.HTML"
    visit: "gr.State"
    ask: "gr.Button"
    stop: "gr.Button"
    clear: "gr.Button"
    examples: "list[gr.Button]"

    @property
    def shown(self) -> list[Any]:
        """What an exchange fills, in its order."""
        return [self.question, self.chat, self.pane, self.visit]


def build_page(engine: Served) -> "gr.Blocks":
    """The page over an engine; `launch_page` serves it."""
    # Gradio reads this when it is imported and whenever a page is built: nothing is sent anywhere.
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    import gradio as gr

    exchange = Exchange(engine)
    page = gr.Blocks(title="Parallax", analytics_enabled=False, fill_width=True)
    with page:
        controls = _layout(exchange, engine.examples())
        _connect(exchange, controls)
        add_endpoints(page, engine)
    return page


def launch_page(
    engine: Served, host: str = HOST, port: int = PORT, *, login: Login | None = None, block: bool = True
) -> "gr.Blocks":
    """Serve the page and print its address; with `block`, until interrupted; with `login`, to who knows its password.

    Raises OSError where the port is taken. Without `block` the page is returned running: `close()` ends it.
    """
    page = build_page(engine)
    page.queue(default_concurrency_limit=VISITORS_AT_ONCE)
    page.launch(
        server_name=host,
        server_port=port,
        prevent_thread_lock=True,
        quiet=True,
        auth=login.admits if login else None,
        share=False,
        inbrowser=False,
        enable_monitoring=False,
        run_history=False,
        ssr_mode=False,
        footer_links=[],
        theme=_theme(),
        max_file_size=LARGEST,
        css=_asset("page.css"),
        js=_asset("page.js"),
    )
    print(f"Parallax is at http://{host}:{port} (Ctrl-C ends it)", flush=True)
    if block:
        page.block_thread()
    return page


def _layout(exchange: Exchange, examples: tuple[str, ...]) -> _Controls:
    import gradio as gr

    visit = gr.State(Visit())
    gr.HTML(_asset("heading.html"), elem_classes="heading", js_on_load=None)
    with gr.Row(elem_classes="sides"):
        with gr.Column(scale=6, min_width=320, elem_classes="asking"):
            chat = _chat()
            with gr.Column(elem_classes="examples"):
                offered = [gr.Button(example, size="sm", elem_classes="example") for example in examples]
            question, ask, stop, clear = _question_row()
        with gr.Column(scale=5, min_width=320, elem_classes="reading"):
            pane = gr.HTML(exchange.clear()[2], elem_id="pane", js_on_load=_ON_PANE)
    return _Controls(question, chat, pane, visit, ask, stop, clear, offered)


def _chat() -> "gr.Chatbot":
    import gradio as gr

    return gr.Chatbot(
        label="Conversation",
        show_label=False,
        container=False,
        height=None,
        layout="panel",
        elem_id="chat",
        latex_delimiters=[],
        allow_tags=False,
        sanitize_html=True,
        feedback_options=None,
        buttons=["copy"],
        placeholder="### What do you want to know?\nEvery statement comes with the words it rests on.",
    )


def _question_row() -> "tuple[gr.Textbox, gr.Button, gr.Button, gr.Button]":
    import gradio as gr

    with gr.Row(elem_classes="question"):
        question = gr.Textbox(
            label="Your question",
            show_label=False,
            container=False,
            placeholder="Ask the articles",
            lines=1,
            max_lines=5,
            scale=8,
            min_width=120,
            autofocus=True,
        )
        ask = gr.Button("Ask", variant="primary", scale=1, min_width=72)
        stop = gr.Button("Stop", variant="stop", scale=1, min_width=72, visible=False)
        clear = gr.Button("Clear", scale=1, min_width=72)
    return question, ask, stop, clear


def _connect(exchange: Exchange, controls: _Controls) -> None:
    import gradio as gr

    outputs = [*controls.shown, controls.ask, controls.stop]
    asking = _asking(exchange)
    started = [
        gr.on(
            [controls.question.submit, controls.ask.click],
            asking,
            [controls.question, controls.visit],
            outputs,
            show_progress="hidden",
            api_visibility="private",
        )
    ]
    started += [
        example.click(asking, [example, controls.visit], outputs, show_progress="hidden", api_visibility="private")
        for example in controls.examples
    ]
    buttons = [controls.ask, controls.stop]
    controls.stop.click(
        lambda: _buttons(asking=False), None, buttons, cancels=started, queue=False, api_visibility="private"
    )
    controls.clear.click(
        lambda: (*exchange.clear(), *_buttons(asking=False)),
        None,
        outputs,
        cancels=started,
        queue=False,
        show_progress="hidden",
        api_visibility="private",
    )


def _asking(exchange: Exchange) -> Callable[[str, Visit], Iterator[tuple[Any, ...]]]:
    """The exchange's answer, with the button that stops it shown meanwhile."""

    def asking(question: str, visit: Visit) -> Iterator[tuple[Any, ...]]:
        shown: tuple[Any, ...] = ()
        for shown in exchange.ask(question, visit):
            yield *shown, *_buttons(asking=True)
        yield *shown, *_buttons(asking=False)

    return asking


def _buttons(*, asking: bool) -> "tuple[dict[str, Any], dict[str, Any]]":
    import gradio as gr

    return gr.update(visible=not asking), gr.update(visible=asking)


def _theme() -> "gr.themes.Base":
    import gradio as gr

    fonts = ["ui-sans-serif", "system-ui", "Liberation Sans", "sans-serif"]
    return gr.themes.Default(
        primary_hue="teal", neutral_hue="stone", font=fonts, font_mono=["ui-monospace", "monospace"]
    )


def _asset(name: str) -> str:
    return files("ui").joinpath("assets", name).read_text(encoding="utf-8")
