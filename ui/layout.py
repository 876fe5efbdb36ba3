"""The parts of the page and where they stand. Importing this imports Gradio, so `ui/page.py` does it late."""

from collections.abc import Sequence
from dataclasses import dataclass

import gradio as gr

from ui.asked import Visit
from ui.asset import asset
from ui.exchange import Exchange
from ui.layout_views import Beside, lay_out_views

EXAMPLES = 4
FOLLOW_UPS = 3

# The buttons of this part are our own HTML; what one is for stands in its data-* attributes.
ON_TAKE = (
    "element.addEventListener('click', (event) => {"
    " const button = event.target.closest('button[data-save]');"
    " if (button) trigger('apply', { ...button.dataset }); });"
)
ON_ASK = "window.parallax = { ...window.parallax, hand: (question) => trigger('apply', { question }) };"
ON_REOPEN = "element.addEventListener('parallax:reopen', (event) => trigger('apply', { record: event.detail.record }));"


@dataclass(frozen=True, slots=True)
class Controls:
    """The parts of the page that events speak of.

    `asking` hands over each question that is asked; `record` and `saved` carry what the browser keeps or saves.
    """

    visit: gr.State
    heading: gr.HTML
    chat: gr.Chatbot
    examples: list[gr.Button]
    follow_ups: list[gr.Button]
    taking: gr.HTML
    hearing: gr.HTML
    asking: gr.HTML
    question: gr.Textbox
    ask: gr.Button
    stop: gr.Button
    clear: gr.Button
    beside: Beside
    record: gr.Textbox
    saved: gr.JSON

    @property
    def shown(self) -> list[gr.blocks.Block]:
        """What an exchange fills, in the order of `ui.filling.filled`."""
        conversation = [self.chat, self.visit, self.taking]
        return [*conversation, *self.beside.shown]

    @property
    def articles(self) -> list[gr.blocks.Block]:
        """What tells which articles are asked, in the order of `ui.filling.articles_of`."""
        return [*self.examples, *self.beside.articles]


def lay_out(exchange: Exchange) -> Controls:
    """The page: the conversation on one side, on the other what it rests on."""
    visit = gr.State(Visit())
    record, saved = gr.Textbox(visible=False), gr.JSON(visible=False)
    heading = gr.HTML(asset("heading.html"), elem_classes="heading", js_on_load=ON_REOPEN)
    with gr.Row(elem_classes="columns"):
        with gr.Column(scale=6, min_width=320, elem_classes="asking"):
            chat = _chat()
            with gr.Column(elem_classes="examples"):
                examples = _offered(exchange.examples, EXAMPLES)
            with gr.Row(elem_classes="follow-ups"):
                follow_ups = _offered((), FOLLOW_UPS)
            taking = gr.HTML(asset("taking.html"), elem_classes="taking", js_on_load=ON_TAKE, visible=False)
            hearing = gr.HTML("", elem_classes="hearing", js_on_load=None)
            asking = gr.HTML(asset("waiting.html"), elem_id="asking", elem_classes="waiting", js_on_load=ON_ASK)
            row = _question_row()
        with gr.Column(scale=5, min_width=320, elem_classes="reading"):
            beside = lay_out_views(exchange)
    return Controls(visit, heading, chat, examples, follow_ups, taking, hearing, asking, *row, beside, record, saved)


def _offered(questions: Sequence[str], count: int) -> list[gr.Button]:
    """Buttons that ask what they say; those without a question are not shown."""
    padded = [*questions[:count], *[""] * (count - len(questions))]
    return [gr.Button(words, size="sm", elem_classes="example", visible=bool(words)) for words in padded]


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
        autoscroll=False,
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
        ask = gr.Button("Ask", variant="primary", scale=1, min_width=72, elem_classes="ask")
        stop = gr.Button("Stop", variant="stop", scale=1, min_width=72, visible=False)
        clear = gr.Button("Clear", scale=1, min_width=72, elem_classes="clear")
    return question, ask, stop, clear
