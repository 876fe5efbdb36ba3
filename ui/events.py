"""Which control does what. Importing this imports Gradio, so `ui/page.py` does it late."""

from typing import Any

import gradio as gr

from ui.handlers import Handlers
from ui.layout import Controls

PRIVATE: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
"""Nothing that a control does is offered to programs."""


def connect(page: gr.Blocks, handlers: Handlers, controls: Controls) -> None:
    """Ties every control to what it does."""
    answering = _connect_questions(page, handlers, controls)
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


def _connect_questions(page: gr.Blocks, handlers: Handlers, controls: Controls) -> list[Any]:
    """Everything that asks: the box, the offered questions, an edited question, the address of the page."""
    outlets, shown = controls.beside.outlets, controls.shown
    given = [outlets, controls.visit]
    offered = [*controls.examples, *controls.follow_ups]
    typed = [controls.question.submit, controls.ask.click]
    return [
        gr.on(typed, handlers.answer, [controls.question, *given], shown, **PRIVATE),
        *(button.click(handlers.answer, [button, *given], shown, **PRIVATE) for button in offered),
        controls.chat.edit(handlers.edit, given, shown, **PRIVATE),
        page.load(handlers.arrive, [controls.visit], [*shown, outlets], **PRIVATE),
    ]


def _connect_beginnings(handlers: Handlers, controls: Controls, answering: list[Any]) -> list[Any]:
    """Everything after which another conversation is shown, and the button that stops an answer."""
    beside = controls.beside
    stopping: dict[str, Any] = {"cancels": answering, "queue": False, **PRIVATE}
    there = [beside.brought, *controls.articles, *controls.shown]
    controls.stop.click(handlers.stop, None, [controls.ask, controls.stop], **stopping)
    return [
        controls.clear.click(handlers.clear, None, controls.shown, **stopping),
        controls.heading.apply(handlers.reopen, None, controls.shown, **PRIVATE),
        beside.leave.click(handlers.leave, None, there, **PRIVATE),
        beside.bring.upload(
            handlers.bring,
            [beside.bring, controls.visit],
            there,
            show_progress_on=[beside.brought],
            **PRIVATE | {"show_progress": "full"},
        ),
    ]
