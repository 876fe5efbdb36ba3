"""The views beside the conversation, a tab each. Importing this imports Gradio."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from corpus.formats import READERS
from ui.asked import Visit
from ui.exchange import Exchange
from ui.upload import LARGEST

MOST_BOXES = 24
"""Outlets up to which each has a box to tick; more are searched for in a list."""

# Run by Gradio when a part is there: the script of the page puts the open passage back after every change.
ON_CHANGE = (
    "const changed = () => document.dispatchEvent(new Event('parallax:changed')); changed(); watch('value', changed);"
)


@dataclass(frozen=True, slots=True)
class Beside:
    """The parts of the views; `outlets` is a list of boxes or a list to search in."""

    pane: gr.HTML
    differences: gr.HTML
    positions: gr.HTML
    plot: gr.ScatterPlot
    days: gr.HTML
    outlets: Any
    bring: gr.UploadButton
    leave: gr.Button
    brought: gr.HTML
    corpus: gr.HTML
    corpus_differences: gr.HTML

    @property
    def shown(self) -> list[gr.blocks.Block]:
        """What an exchange fills, in the order of `ui.filling.filled`."""
        return [self.pane, self.differences, self.positions, self.plot, self.days]

    @property
    def articles(self) -> list[gr.blocks.Block]:
        """What tells which articles are asked, in the order of `ui.filling.articles_of`."""
        return [self.outlets, self.leave, self.corpus, self.corpus_differences]


def lay_out_views(exchange: Exchange) -> Beside:
    """Source, differences, who says what, timeline and corpus."""
    empty = exchange.shown(Visit())
    with gr.Tabs(elem_id="views", overflow_behavior="wrap"):
        with gr.Tab("Source", elem_id="source"):
            pane = gr.HTML(empty.pane, elem_id="pane", js_on_load=ON_CHANGE)
        with gr.Tab("Differences", elem_id="differences"):
            differences = _view(empty.views.differences)
        with gr.Tab("Who says what", elem_id="positions"):
            positions = _view(empty.views.positions)
        with gr.Tab("Timeline", elem_id="timeline"):
            plot = _plot()
            days = _view(empty.views.days)
        with gr.Tab("Corpus", elem_id="corpus"):
            corpus = _corpus(exchange)
    return Beside(pane, differences, positions, plot, days, *corpus)


def _corpus(exchange: Exchange) -> tuple[Any, ...]:
    outlets = _outlets(exchange.outlets)
    with gr.Row(elem_classes="bringing"):
        bring = gr.UploadButton("Add articles of your own", file_count="multiple", file_types=[*READERS], size="sm")
        leave = gr.Button("Remove mine again", size="sm", visible=False)
    most = LARGEST // 1_000_000
    kept = f"Up to {most} MB a file; nobody else sees them, and they are gone when you leave this page."
    brought = gr.HTML(kept, elem_classes="brought", js_on_load=None)
    listed = _view(exchange.corpus)
    return outlets, bring, leave, brought, listed, _view(exchange.corpus_differences)


def _view(value: str) -> gr.HTML:
    return gr.HTML(value, elem_classes="view-html", js_on_load=ON_CHANGE)


def _plot() -> gr.ScatterPlot:
    return gr.ScatterPlot(
        x="day",
        y="value",
        color="source",
        x_title="day spoken of",
        color_title="source",
        tooltip=["figure", "source", "day"],
        height=260,
        elem_id="plot",
        visible=False,
        show_label=False,
        label="Figures by day",
        buttons=[],
    )


def _outlets(names: Sequence[tuple[str, str]]) -> Any:
    """The filter by outlet: boxes to tick where they are few, else a list to search in."""
    label, info = "Hear only", "The next question is asked of these alone; of all where none is chosen."
    if len(names) <= MOST_BOXES:
        return gr.CheckboxGroup(list(names), elem_id="outlets", label=label, info=info)
    return gr.Dropdown(list(names), value=[], multiselect=True, elem_id="outlets", label=label, info=info)
