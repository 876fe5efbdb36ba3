"""What an answer is: the public contract, as frozen data."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from index.held import Held
from index.numerals import Bound
from rag.json_line import json_line

About = Literal["quantity", "cause", "responsibility", "event", "status", "evaluation", "prediction"]
Relation = Literal["conflict", "update", "framing", "scope"]


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words of a source: `quote` equals the file's decoded text from `start` to `end`.

    `date` is the article's, in ISO form; `holder` is who says it, as the text names them, or the outlet (or the
    file) when it speaks itself; `held` is how (a "denied" holder says the opposite); `page` is given for paged
    files; `caption` says that the words stand under a picture.
    """

    number: int
    file: str
    start: int
    end: int
    line: int
    quote: str
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    holder: str | None = None
    held: Held = "asserted"
    page: int | None = None
    caption: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of an answer with the numbers of its citations; `supported` is None when nobody checked."""

    text: str
    citations: tuple[int, ...]
    supported: bool | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """A sentence that a language model wrote and the answer leaves out, and what is wrong with it."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Side:
    """One position of a disagreement, who holds it, and where they say so."""

    position: str
    holders: tuple[str, ...]
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A way in which the sources differ; an update has a side for each moment, in order."""

    about: About
    relation: Relation
    summary: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class TimelinePoint:
    """A figure and the days it speaks of, in ISO form, None where unknown; `citation` is the number of its words.

    `upper` is the upper end of a range, `bound` what `comparator` ("at least") says, `unit` empty where things are
    counted, `counted` what they are.
    """

    first: str | None
    last: str | None
    value: float
    upper: float | None
    bound: Bound
    unit: str
    counted: str
    comparator: str
    holder: str
    citation: int


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: markdown with [1] markers, and everything the markers stand for.

    `answered` is False when the sources do not say; then `declined_because` says what is missing and
    `related` holds numbers of `citations` that come nearest. `timeline` has the figures of one thing by their days,
    where the question asks for figures. `warnings` are for the person asking
    (a stale index, say), and are no part of the answer's text. `dropped` are the sentences of a draft that its
    sources do not bear out; `undrafted_because` says why a language model that is set did not write the answer.
    """

    question: str
    answered: bool
    text: str
    sentences: tuple[Statement, ...] = ()
    citations: tuple[Citation, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    timeline: tuple[TimelinePoint, ...] = ()
    related: tuple[int, ...] = ()
    declined_because: str | None = None
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    mode: str = "quotes"
    warnings: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    undrafted_because: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The answer in the public JSON contract."""
        return asdict(self)

    def to_json(self, question_id: str | None = None) -> str:
        """One line of JSON, led by `id` where one is given; what could steer a terminal is written as escapes."""
        identity = {} if question_id is None else {"id": question_id}
        return json_line(identity | self.to_dict())
