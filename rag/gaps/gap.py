"""What a question leaves blank: the one thing that it asks of somebody or something it names."""

from dataclasses import dataclass
from typing import Literal

from rag.gaps.subject import Subject
from rag.gaps.word_forms import is_form_of

Asked = Literal["person", "place", "time", "figure", "thing"]
Form = Literal["agent", "role", "object"]

LOCATED = "located"
"""What ties a thing to the place where it lies."""
NATIONALITIES = frozenset("nationality citizenship".split())
_WHAT_ONE_IS = NATIONALITIES | frozenset("occupation profession job career".split())


@dataclass(frozen=True, slots=True)
class Gap:
    """What is blank: `asked` is the kind of thing that fills it, `subject` whom or what it is asked of.

    `head` is the word that ties the two ("born", "capital"), None where only a preposition does. By its `form` the
    filler does what the head says (agent: "who wrote …"), is it (role: "the capital of …"), or is what the subject does
    it to, or where (object: "where was … born"). `first` are stems that must stand beside the head ("first mayor"),
    `sort` those of what the subject is ("the film …"); `thing` is the noun of "which". `dimension` is what a figure
    measures, `years` are those the question names, `said` the stems of its words.
    """

    asked: Asked
    subject: Subject
    head: str | None
    form: Form
    thing: str | None
    first: frozenset[str]
    sort: frozenset[str]
    said: frozenset[str]
    years: frozenset[str]
    dimension: str | None = None

    @property
    def may_be_many(self) -> bool:
        """Whether several may be true at once: what somebody invented, or is known for."""
        return self.asked == "thing" and self.form == "object" and self.thing is None and not self.asks_what_one_is

    @property
    def asks_where(self) -> bool:
        """Whether it asks for the place in which something lies."""
        return self.asked == "place" and (
            self.head is None or self.head == self.thing or is_form_of(self.head, LOCATED)
        )

    @property
    def asks_what_one_is(self) -> bool:
        """Whether it asks for what a sentence says that begins "she is a"."""
        return self.asked == "thing" and self.head in _WHAT_ONE_IS
