"""What each control of the page does, in Gradio's terms. Importing this imports Gradio, so `ui/page.py` does it late."""

from collections.abc import Iterator, Sequence
from typing import Any

import gradio as gr
import pandas as pd

from ui.asked import Visit
from ui.exchange import Exchange
from ui.hearing import hearing_note
from ui.history import record_of, visit_of
from ui.layout import FOLLOW_UPS
from ui.shown import Shown, Views

Filled = tuple[Any, ...]
"""Values for `Controls.shown`, in its order."""


class Handlers:
    """The handlers of one page; they keep nothing of a visitor."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    def ask(self, question: str, outlets: Sequence[str], visit: Visit) -> Iterator[Filled]:
        """A question is asked."""
        yield from growing(self._exchange.ask(question, outlets, visit))

    def edit(self, outlets: Sequence[str], visit: Visit, event: gr.EditData) -> Iterator[Filled]:
        """A question in the chat is changed, and asked again."""
        position = event.index if isinstance(event.index, int) else event.index[0]
        yield from growing(self._exchange.edit(str(event.value), position, outlets, visit))

    def arrive(self, visit: Visit, request: gr.Request) -> Iterator[Filled]:
        """The page is opened at an address that asks: ?q=…&outlet=…, the last as often as there are outlets."""
        question, outlets = request.query_params.get("q", ""), request.query_params.getlist("outlet")
        heard = [name for name in outlets if name in self._exchange.outlets]
        if question:
            for shown in growing(self._exchange.ask(question, outlets, visit)):
                yield *shown, heard
        else:
            yield *filled(self._exchange.shown(visit), None, asking=False), heard

    def reopen(self, event: gr.EventData) -> Filled:
        """A conversation that the browser has kept is shown again."""
        return filled(self._exchange.shown(visit_of(event._data["record"])), None, asking=False)

    def clear(self) -> Filled:
        """Everything begins anew."""
        return filled(self._exchange.shown(Visit()), None, asking=False)

    def stop(self) -> Filled:
        """The answer stays as far as it came."""
        return gr.update(visible=True), gr.update(visible=False)

    def follow_ups(self, visit: Visit) -> Filled:
        """The buttons of what may be asked next."""
        questions = self._exchange.follow_ups(visit)
        offered = [gr.update(value=question, visible=True) for question in questions]
        return tuple(offered + [gr.update(visible=False)] * (FOLLOW_UPS - len(offered)))

    def record(self, visit: Visit) -> str:
        """The conversation as the browser keeps it."""
        return record_of(visit)

    def hear(self, outlets: Sequence[str]) -> str:
        """The note beside the question that it will be asked of these outlets alone."""
        return hearing_note(outlets)


def growing(grown: Iterator[Shown]) -> Iterator[Filled]:
    """Everything that is shown, again for each statement, with the button that stops it meanwhile."""
    before: Shown | None = None
    for shown in grown:
        yield filled(shown, before, asking=True)
        before = shown
    if before:
        yield filled(before, before, asking=False)


def filled(shown: Shown, before: Shown | None, *, asking: bool) -> Filled:
    """What every control shows; what has not changed is not sent again."""
    messages = [{"role": who, "content": words} for who, words in shown.messages]
    pane = gr.skip() if before and before.pane == shown.pane else shown.pane
    same_views = before is not None and before.views == shown.views
    views = (gr.skip(),) * 4 if same_views else _views(shown.views)
    can_be_taken = bool(shown.visit.answers) and not asking
    buttons = gr.update(visible=not asking), gr.update(visible=asking), gr.update(visible=can_be_taken)
    return "", messages, shown.visit, pane, *views, *buttons


def _views(views: Views) -> Filled:
    return views.differences, views.positions, _plotted(views), views.days


def _plotted(views: Views) -> Any:
    """The plot, where figures of two days at least are known."""
    if len({mark.day for mark in views.marks}) < 2:
        return gr.update(visible=False)
    frame = pd.DataFrame(
        {
            "day": pd.to_datetime([mark.day for mark in views.marks]),
            "value": [mark.value for mark in views.marks],
            "figure": [mark.figure for mark in views.marks],
            "source": [mark.source for mark in views.marks],
        }
    )
    return gr.update(value=frame, y_title=views.counted, visible=True)
