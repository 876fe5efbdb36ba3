"""The parts of the page and where they stand. Importing this imports Gradio, so `ui/page.py` does it late."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import gradio as gr

from ui.asked import Visit
from ui.asset import asset
from ui.exchange import Exchange

FOLLOW_UPS = 3
MOST_BOXES = 24
"""Outlets up to which each has a box to tick; more are searched for in a list."""

# Run by Gradio when a part is there: the script of the page puts the open passage back after every change.
ON_CHANGE = (
    "const changed = () => document.dispatchEvent(new Event('parallax:changed')); changed(); watch('value', changed);"
)
# The buttons of these parts are our own HTML; what one is for stands in its data-* attributes.
ON_CLICK = (
    "element.addEventListener('click', (event) => {"
    " const button = event.target.closest('button[data-save]');"
    " if (button) trigger('apply', { ...button.dataset }); });"
)
ON_REOPEN = "element.addEventListener('parallax:reopen', (event) => trigger('apply', { record: event.detail }));"


@dataclass(frozen=True, slots=True)
class Controls:
    """The parts of the page that events speak of."""

    visit: gr.State
    heading: gr.HTML
    chat: gr.Chatbot
    examples: tuple[gr.Button, ...]
    follow_ups: tuple[gr.Button, ...]
    taking: gr.HTML
    hearing: gr.HTML
    question: gr.Textbox
    ask: gr.Button
    stop: gr.Button
    clear: gr.Button
    pane: gr.HTML
    differences: gr.HTML
    positions: gr.HTML
    plot: gr.ScatterPlot
    days: gr.HTML
    outlets: Any
    record: gr.JSON
    saved: gr.JSON

    @property
    def shown(self) -> list[Any]:
        """What an exchange fills, in the order of `ui.handlers.filled`."""
        views = [self.differences, self.positions, self.plot, self.days]
        return [self.question, self.chat, self.visit, self.pane, *views, self.ask, self.stop, self.taking]


def lay_out(exchange: Exchange, examples: Sequence[str]) -> Controls:
    """The page: the conversation on one side, on the other what it rests on."""
    visit = gr.State(Visit())
    record, saved = gr.JSON(visible=False), gr.JSON(visible=False)
    heading = gr.HTML(asset("heading.html"), elem_classes="heading", js_on_load=ON_REOPEN)
    with gr.Row(elem_classes="columns"):
        with gr.Column(scale=6, min_width=320, elem_classes="asking"):
            chat = _chat()
            with gr.Column(elem_classes="examples"):
                offered = tuple(gr.Button(example, size="sm", elem_classes="example") for example in examples)
            with gr.Row(elem_classes="follow-ups"):
                follow_ups = tuple(
                    gr.Button("", size="sm", elem_classes="example", visible=False) for _ in range(FOLLOW_UPS)
                )
            taking = gr.HTML(asset("taking.html"), elem_classes="taking", js_on_load=ON_CLICK, visible=False)
            hearing = gr.HTML("", elem_classes="hearing", js_on_load=None)
            asking = _question_row()
        with gr.Column(scale=5, min_width=320, elem_classes="reading"):
            beside = _beside(exchange)
    return Controls(visit, heading, chat, offered, follow_ups, taking, hearing, *asking, *beside, record, saved)


def _chat() -> gr.Chatbot:
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
        editable="user",
        buttons=[],
        placeholder="### What do you want to know?\nEvery statement comes with the words it rests on.",
    )


def _question_row() -> tuple[gr.Textbox, gr.Button, gr.Button, gr.Button]:
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


def _beside(exchange: Exchange) -> tuple[Any, ...]:
    """The views beside the conversation, a tab each."""
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
            outlets = _outlets(exchange.outlets)
            gr.HTML(exchange.corpus, elem_classes="view-html", js_on_load=None)
            gr.HTML(exchange.corpus_differences, elem_classes="view-html", js_on_load=None)
    return pane, differences, positions, plot, days, outlets


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
        visible=False,
        show_label=False,
        label="Figures by day",
        buttons=[],
    )


def _outlets(names: Sequence[str]) -> Any:
    """The filter by outlet: boxes to tick where they are few, else a list to search in."""
    named = {"label": "Hear only", "info": "The next question is asked of these alone; of all where none is chosen."}
    if len(names) <= MOST_BOXES:
        return gr.CheckboxGroup(list(names), elem_id="outlets", **named)
    return gr.Dropdown(list(names), multiselect=True, elem_id="outlets", **named)
