"""What programs may call over HTTP, by name: `ask`, `disagreements` and `sources`, and nothing else of the page."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Protocol

from pydantic import BaseModel, ValidationError

from corpus.errors import ParallaxError
from corpus.source import Source
from rag.answer import Answer
from rag.overview import Overview
from ui.described import described
from ui.reply import reply

if TYPE_CHECKING:
    import gradio as gr


class Asked(Protocol):
    """What the endpoints need of an engine."""

    def ask(self, question: str, *, history: Sequence[str] = (), sources: Sequence[str] = ()) -> Answer:
        """The answer to a question."""
        ...

    def disagreements(self) -> Overview:
        """Where the articles differ."""
        ...

    def sources(self) -> tuple[Source, ...]:
        """The articles."""
        ...


class CallError(ParallaxError):
    """A call whose arguments are not what the endpoint takes; the message names the one."""


class _Call(BaseModel, strict=True):
    """The arguments of `ask`, as a program sent them."""

    question: str
    history: list[str]
    sources: list[str]


def add_endpoints(page: "gr.Blocks", engine: Asked) -> None:
    """Adds the endpoints to a page, and closes its events to callers by name; called inside it, after all its events.

    What a caller can mend reaches him as a sentence, without a trace in the log.
    """
    import gradio as gr
    from gradio.events import api

    def ask(question: str, history: list[str] | None = None, sources: list[str] | None = None) -> dict[str, Any]:
        """Answers a question, after earlier ones, from the sources named or from all; the fields of `ask --json`."""
        try:
            return answered(engine, question, history, sources)
        except ParallaxError as error:
            raise gr.Error(str(error), print_exception=False) from error

    def disagreements() -> dict[str, Any]:
        """Lists where the articles differ, the weightiest first; the fields of `disagreements --json`."""
        return asdict(engine.disagreements())

    def sources() -> list[dict[str, Any]]:
        """Lists the articles: file, title, outlet, date, author, and how many sentences may be quoted."""
        return [asdict(described(source)) for source in engine.sources()]

    for function in (ask, disagreements, sources):
        api(function, api_name=function.__name__)
    for event in page.fns.values():
        if event.api_visibility != "public":
            event.api_name = None  # a private event is on no list, and would yet answer whoever knew its name


def answered(engine: Asked, question: object, history: object, sources: object) -> dict[str, Any]:
    """The answer to a call, in the public JSON contract.

    Raises:
        CallError: an argument is of another type.
        UnknownSourceError: no source has the name asked for.
    """
    try:
        call = _Call.model_validate({"question": question, "history": history or [], "sources": sources or []})
    except ValidationError as error:
        first = error.errors()[0]
        raise CallError(f"{first['loc'][0]} cannot be used: {first['msg']}") from error
    return reply(engine, call.question, history=call.history, sources=call.sources).to_dict()
