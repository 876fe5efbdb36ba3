"""Which control does what. Importing this imports Gradio, so `ui/page.py` does it late."""

from typing import Any

import gradio as gr

from ui.exchange import Exchange
from ui.handlers import Handlers
from ui.layout import Controls

PRIVATE: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
"""Nothing that a control does is offered to programs."""


def connect(page: gr.Blocks, exchange: Exchange, controls: Controls) -> None:
    """Ties every control to what it does."""
    handlers = Handlers(exchange)
    answering = _connect_questions(page, handlers, controls)
    for asked in answering:
        offered = asked.then(handlers.follow_ups, [controls.visit], list(controls.follow_ups), **PRIVATE)
        _connect_history(offered, handlers, controls)
    _connect_stop_and_clear(handlers, controls, answering)
    controls.outlets.change(handlers.hear, [controls.outlets], [controls.hearing], **PRIVATE)


def _connect_questions(page: gr.Blocks, handlers: Handlers, controls: Controls) -> list[Any]:
    """Everything that asks: the box, the offered questions, an edited question, the address of the page."""
    given = [controls.outlets, controls.visit]
    offered = [*controls.examples, *controls.follow_ups]
    typed = [controls.question.submit, controls.ask.click]
    return [
        gr.on(typed, handlers.ask, [controls.question, *given], controls.shown, **PRIVATE),
        *(button.click(handlers.ask, [button, *given], controls.shown, **PRIVATE) for button in offered),
        controls.chat.edit(handlers.edit, given, controls.shown, **PRIVATE),
        page.load(handlers.arrive, [controls.visit], [*controls.shown, controls.outlets], **PRIVATE),
    ]


def _connect_history(answered: Any, handlers: Handlers, controls: Controls) -> None:
    """The browser keeps each conversation, and nobody else does."""
    answered.then(handlers.record, [controls.visit], [controls.record], **PRIVATE).then(
        None, [controls.record], None, js="(record) => window.parallax.remember(record)", **PRIVATE
    )


def _connect_stop_and_clear(handlers: Handlers, controls: Controls, answering: list[Any]) -> None:
    controls.stop.click(
        handlers.stop, None, [controls.ask, controls.stop], cancels=answering, queue=False, **PRIVATE
    )
    for begins in (
        controls.clear.click(handlers.clear, None, controls.shown, cancels=answering, queue=False, **PRIVATE),
        controls.heading.apply(handlers.reopen, None, controls.shown, **PRIVATE),
    ):
        begins.then(handlers.follow_ups, [controls.visit], list(controls.follow_ups), **PRIVATE)
