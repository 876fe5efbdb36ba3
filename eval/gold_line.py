"""A line of a gold file as its annotator wrote it, checked field by field."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from rag.answer import About, Relation

Kind = Literal[
    "fact",
    "number",
    "attribution",
    "cause",
    "comparison",
    "timeline",
    "source",
    "opinion",
    "followup",
    "unanswerable",
    "false-premise",
    "adversarial",
]
Controversy = Literal["agreed", "single-source", "updated", "contested"]
Text = Annotated[str, Field(min_length=1)]


class Line(BaseModel):
    """What all parts of a line share: no unknown field, no silent conversion."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class QuoteLine(Line):
    """A file and words that stand in it exactly once."""

    file: Text
    quote: Text


Quotes = Annotated[list[QuoteLine], Field(min_length=1)]


class ViewpointLine(Line):
    """One position the corpus takes on the question."""

    summary: Text
    holders: list[Text]
    evidence: Quotes


class DisagreementLine(Line):
    """Two statements that differ, and how."""

    left: Quotes
    right: Quotes
    about: About
    relation: Relation


class QuestionLine(Line):
    """One gold question."""

    id: Text
    question: Text
    kind: Kind
    history: list[Text] = []
    answerable: bool
    answers: list[Annotated[list[Text], Field(min_length=1)]]
    viewpoints: list[ViewpointLine]
    disagreements: list[DisagreementLine]
    controversy: Controversy | None = None
    note: str | None = None
