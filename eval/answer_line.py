"""A line of a file of answers as some pipeline wrote it: the public contract, of which little is asked."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from index.held import Held
from rag.answer import About, Relation

Number = Annotated[int, Field(ge=1)]
Offset = Annotated[int, Field(ge=0)]


class AnswerPart(BaseModel):
    """What all parts share: fields may be added freely."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class CitationLine(AnswerPart):
    """Words of a file; where `start` and `end` are left out, the words have to stand there once."""

    number: Number
    file: str
    quote: str
    start: Offset | None = None
    end: Offset | None = None
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    holder: str | None = None
    held: Held = "asserted"
    page: int | None = None
    caption: bool = False


class StatementLine(AnswerPart):
    """A statement and the numbers of its citations."""

    text: str
    citations: tuple[Number, ...] = ()
    supported: bool | None = None


class SideLine(AnswerPart):
    """One position of a disagreement."""

    position: str = ""
    holders: tuple[str, ...] = ()
    citations: tuple[Number, ...] = ()


class DisagreementLine(AnswerPart):
    """A way in which the sources are said to differ."""

    about: About
    relation: Relation
    summary: str = ""
    sides: tuple[SideLine, ...]


class AnswerLine(AnswerPart):
    """One answer, to the gold question of this id."""

    id: Annotated[str, Field(min_length=1)]
    answered: bool = True
    text: str
    sentences: tuple[StatementLine, ...] = ()
    citations: tuple[CitationLine, ...] = ()
    disagreements: tuple[DisagreementLine, ...] = ()
    related: tuple[Number, ...] = ()
    declined_because: str | None = None
    mode: str = "file"
