"""What the controls of the page are filled with. Importing this imports Gradio."""

from collections.abc import Iterator, Sequence
from typing import Any

import gradio as gr
import pandas as pd

from ui.exchange import Exchange
from ui.layout import EXAMPLES
from ui.shown import Shown, Views
from ui.timeline import Mark

Filled = tuple[Any, ...]
"""Values for controls, in the order of the property that names them."""
SHOWN = 8
"""How many controls an exchange fills."""


def growing(grown: Iterator[Shown]) -> Iterator[Filled]:
    """Everything that is shown, again for each statement."""
    before: Shown | None = None
    for shown in grown:
        yield filled(shown, before, asking=True)
        before = shown
    if before:  # all of it once more: a browser that is behind may leave out what came in between
        yield filled(before)


def filled(shown: Shown, before: Shown | None = None, *, asking: bool = False) -> Filled:
    """Values for `Controls.shown`; what has not changed is not sent again."""
    messages = [{"role": who, "content": words} for who, words in shown.messages]
    taking = gr.update(visible=bool(shown.visit.answers) and not asking)
    pane = gr.skip() if before and before.pane == shown.pane else shown.pane
    views = (gr.skip(),) * 4 if before and before.views == shown.views else _views(shown.views)
    return messages, shown.visit, taking, pane, *views


def offered(questions: Sequence[str], count: int) -> Filled:
    """Values for buttons that ask what they say; those left over are hidden."""
    shown = [gr.update(value=question, visible=True) for question in questions[:count]]
    return (*shown, *[gr.update(visible=False)] * (count - len(shown)))


def articles_of(exchange: Exchange, *, own: bool) -> Filled:
    """Values for `Controls.articles`."""
    outlets = gr.update(choices=list(exchange.outlets), value=[])
    examples = offered(exchange.examples, EXAMPLES)
    return *examples, outlets, gr.update(visible=own), exchange.corpus, exchange.corpus_differences


def _views(views: Views) -> Filled:
    return views.differences, views.positions, _plotted(views.marks, views.counted), views.days


def _plotted(marks: Sequence[Mark], counted: str) -> Any:
    """The plot, where figures of two days at least are known."""
    days = [pd.Timestamp(mark.day) for mark in marks]
    if len(set(days)) < 2:
        return gr.update(visible=False)
    frame = pd.DataFrame(
        {
            "day": days,
            "value": [mark.value for mark in marks],
            "figure": [mark.figure for mark in marks],
            "source": [mark.source for mark in marks],
        }
    )
    first, last = min(days).timestamp(), max(days).timestamp()
    margin = 0.1 * (last - first)
    ceiling = 1.15 * max(mark.value for mark in marks)
    around = [first - margin, last + margin]
    return gr.update(value=frame, y_title=counted, visible=True, x_lim=around, y_lim=[0, ceiling])
