"""Which control does what. Importing this imports Gradio, so `ui/page.py` does it late."""

from typing import Any

import gradio as gr

from ui.handlers import Handlers
from ui.layout import Controls

PRIVATE: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
"""Nothing that a control does is offered to programs."""


def _script(name: str) -> str:
    """A call of what asking.js offers; who is quicker than the page waits for it."""
    ready = "window.parallax?.send && window.parallax.hand"
    wait = f"while (!({ready})) await new Promise((later) => setTimeout(later, 20))"
    return f"async (...given) => {{ {wait}; return window.parallax.{name}(...given); }}"


def connect(page: gr.Blocks, handlers: Handlers, controls: Controls) -> None:
    """Ties every control to what it does."""
    _connect_asking(page, controls)
    asking, arriving = _connect_questions(handlers, controls), _connect_address(page, handlers, controls)
    answering = [*asking, arriving]
    _connect_ends(controls, asking, "end")
    _connect_ends(controls, [arriving], "arrived")
    beginning = _connect_beginnings(handlers, controls, answering)
    for done in (*answering, *beginning):
        record = done.then(handlers.record, [controls.visit], [controls.record], **PRIVATE)
        kept = record.then(None, [controls.record], None, js="(record) => window.parallax.remember(record)", **PRIVATE)
        kept.then(handlers.follow_ups, [controls.visit], list(controls.follow_ups), **PRIVATE)
    taken = controls.taking.apply(handlers.take, [controls.visit], [controls.saved], **PRIVATE)
    taken.then(None, [controls.saved], None, js="(file) => window.parallax.take(file)", **PRIVATE)
    outlets = controls.beside.outlets
    outlets.change(handlers.hear, [outlets], [controls.hearing], **PRIVATE)
    page.unload(handlers.part)


def _connect_asking(page: gr.Blocks, controls: Controls) -> None:
    """What the browser does first when something is asked: it empties the box, unless an answer is still growing."""
    box, buttons = controls.question, [controls.ask, controls.stop]
    typed = [box.submit, controls.ask.click]
    gr.on(typed, None, [box], [box, *buttons], js=_script("send"), **PRIVATE)
    for button in (*controls.examples, *controls.follow_ups):
        button.click(None, [button], buttons, js=_script("offer"), **PRIVATE)
    controls.chat.edit(None, None, buttons, js=_script("begin"), **PRIVATE)
    page.load(None, None, buttons, js=_script("arrive"), **PRIVATE)


def _connect_questions(handlers: Handlers, controls: Controls) -> list[Any]:
    """What is answered: a question that the browser hands over, and one that is edited."""
    given, shown = [controls.beside.outlets, controls.visit], controls.shown
    return [
        controls.asking.apply(handlers.answer, given, shown, trigger_mode="multiple", **PRIVATE),
        controls.chat.edit(handlers.edit, given, shown, **PRIVATE),
    ]


def _connect_address(page: gr.Blocks, handlers: Handlers, controls: Controls) -> Any:
    """The address of the page may ask, too."""
    return page.load(handlers.arrive, [controls.visit], [*controls.shown, controls.beside.outlets], **PRIVATE)


def _connect_ends(controls: Controls, answering: list[Any], end: str) -> None:
    """The buttons and the box, when an answer is whole, was stopped, or failed."""
    buttons = [controls.ask, controls.stop]
    for done in answering:
        done.then(None, None, buttons, js=_script(end), **PRIVATE)
        done.failure(None, None, buttons, js=_script("fail"), **PRIVATE)


def _connect_beginnings(handlers: Handlers, controls: Controls, answering: list[Any]) -> list[Any]:
    """Everything after which another conversation is shown, and the button that stops an answer."""
    beside = controls.beside
    stopping: dict[str, Any] = {"fn": None, "cancels": answering, "queue": False, **PRIVATE}
    there = [beside.brought, *controls.articles, *controls.shown]
    controls.stop.click(**stopping)
    return [
        controls.clear.click(**stopping).then(handlers.clear, None, [controls.question, *controls.shown], **PRIVATE),
        controls.heading.apply(handlers.reopen, None, controls.shown, **PRIVATE),
        beside.leave.click(**stopping).then(handlers.leave, None, there, **PRIVATE),
        beside.bring.upload(
            handlers.bring,
            [beside.bring, controls.visit],
            there,
            show_progress_on=[beside.brought],
            **PRIVATE | {"show_progress": "full"},
        ),
    ]
