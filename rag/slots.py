"""What a question asks for: the things that must stand in a sentence which answers it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from corpus.patterns import regex
from index.fates import fate_in
from index.moments import YEAR
from index.noun_words import ends_phrase
from index.quantities import quantities_of
from index.units import unit_named
from index.words import STOP_WORDS, stem, surface_words
from rag.aspects import ASPECTS
from rag.cues import Kind, kind_of
from rag.dimensions import dimension_of_how, measure_named
from rag.each_of import each_asked
from rag.introduction import who_asked
from rag.question import Question

_COUNTED = regex(
    r"\bhow\s+(?:many|much)\s+(?P<of>of\s+(?:\w+\s+){1,4}?(?:are|were|is|was)\s+)?(?P<many>.+)"
    r"|\b(?:numbers?|count|share|percentage|proportion|amount)\s+of\s+(?P<number>.+)",
    re.IGNORECASE,
)
_PHRASE_END = regex(
    r"[?,.;:]|\b(?:is|are|was|were|be|been|has|have|had|did|do|does|will|would|can|could|of|in|on|at|from|to|for|by|with"
    r"|who|that|which|left|so|there|the|an?|this|these|those|his|her|its|their|our|your|it|they|we|he|she|\w+ed)\b",
    re.IGNORECASE,
)
_MONEY = regex(
    r"\bhow much\b.*\b(?:money|costs?|pay|pays|paid|price|worth|budget|funding|funds|fined?|pledged?|spen[dt])\b"
    r"|\bwhat (?:did|does|do|will|would)\b.*\b(?:pay|cost|save|earn|spend|charge)\b|\bwhat (?:has|have|had)\b.*\bcost\b"
    r"|\bwhat\s(?:is|are|was|were|would|will)\b[^?]*(?<!not\s)(?<!the\s)(?-i:\bworth)(?:\s(?:now|today|then|altogether))?\W*\Z"
    r"|\b(?:price|budget|costs?|bill)\b(?:\s\w+){0,3}\s(?:of|for)\b|\b(?:what|which) sums?\b"
    r"|\A(?:[\w’'-]+\s){1,5}(?:costs?|price|budget|bill)\Z",
    re.IGNORECASE,
)
_OF_NO_SUM = regex(
    r"\W*(?:is|are|was|were|do|does|did|has|have|had|will|would|can|could|should|why|who|when|where)\b",
    re.IGNORECASE,
)
_PAID = regex(
    r"\b(?:what|how much)\b.*\b(?P<paid>pay|cost|save|earn|spend|charge)s?\b"
    r"(?:.*\b(?:for|on)\s+(?:(?:the|an?|its|his|her|their)\s+)?(?P<what>\w+))?",
    re.IGNORECASE,
)
_NAME = regex(
    r"\bnames?\s+of\b|\b(?:need|want)(?:\s+\w+){0,2}\s+names?\b|\b(?:give|tell|what)\b(?:\s+\w+){0,2}\s+(?:his|her|their)\s+(?:\w+\s+)?names?\b"
    r"|\bwho\s+(?:was|were|is|are)\s+the\s+(?:\w+\s+(?:people|men|women|persons?)|(?!people\b)\w+(?:\s\w+)?\s+who)\b",
    re.IGNORECASE,
)
_ROLE = regex(
    r"\b(?:names?\s+of|which|who\s+(?:was|were|is|are))\s+(?:the|an?|that|those|these)?\s*"
    r"(?P<role>\w+(?:\s(?!(?:who|whom|that|which|in|on|at|of|from|with|for|to|by|and|is|was|were|are)\b)\w+){0,3})",
    re.IGNORECASE,
)
# The one before "his name", whoever he is.
_OWNER = regex(r"\bthe\s+(?P<role>\w+)(?=.*\b(?:his|her)\s+(?:\w+\s+)?name\b)", re.IGNORECASE)
_EXTENT = regex(r"\bhow\s+long\s+(?:is|are|was|were)\s+(?:the|an?|its|his|her|their|this|that)\s", re.IGNORECASE)
_CLOCK = regex(r"\b(?:what|which)\s+(?:time|hour)\b(?!\s+of\s+year)", re.IGNORECASE)
_CONTACT = regex(
    r"\b(?:what|which)\s+(?:\w+\s)?numbers?\b.*\b(?:call|ring|dial|phone|reach)\b"
    r"|\b(?:phone|telephone|hotline|helpline)\s+number\b",
    re.IGNORECASE,
)
_VERB = r"is|are|was|were|be|did|does|do|has|have|had|will|would|can|could|should"
_NOT_A_NOUN = (
    rf"(?:{_VERB}|the|of|an?|in|to|on|if|about|caused|makes?|made|happen\w*|led|drove|explains|triggered|else)\b"
)
_WHICH = regex(
    rf"\b(?:what|which)\s+(?P<noun>(?!{_NOT_A_NOUN})[a-z][\w-]+(?:\s(?!{_NOT_A_NOUN})[a-z]\w+)?)\s+(?:{_VERB}|\w+(?:ed|ought))\b",
    re.IGNORECASE,
)
_NO_THINGS = {Kind.NUMBER, Kind.DURATION, Kind.TIME, Kind.SOURCE, Kind.REASON}
_IN_UNIT = regex(r"\b(?:in|how\s+many)\s+(\w+(?:\s\w+)?)", re.IGNORECASE)

_PLURALS = frozenset("people persons lives men women children sheep fish police staff".split())
# Nouns that stand for any human being: "how many people" is answered by a number of refugees, or of the dead.
PEOPLE = frozenset(
    """
    people person persons individual individuals life lives death deaths casualty casualties victim victims
    human humans arrests detentions injuries convictions evacuations drownings fatalities
    """.split()
)


@dataclass(frozen=True, slots=True)
class Slot:
    """What must stand in a sentence that answers a question, or one part of it.

    `counted` is the noun a number must count, or measure where it is a `mass`, `of_kind` if that is no name and not
    just anybody; `dimension` what its unit must measure; `given` are the figures that the question states itself;
    `fate` is what befell the people who are counted, `paid` are the stems of the verb by which money is asked for and
    of what is paid for, `each` that of which each is to have its figure. `thing` is the noun of "which" and "what";
    `role` what the one is whose `name` is asked for, `of_whom` the names that go with it; `who` the one of whom it is
    asked who he is; `clock` asks for a time of day, `extent` how long a thing is, which may be in metres, `contact` for
    a number to be called. `years` are those that the
    question names, `said` its own words.
    """

    kind: Kind
    counted: str | None = None
    of_kind: bool = False
    thing: str | None = None
    money: bool = False
    paid: frozenset[str] = frozenset()
    name: bool = False
    role: str | None = None
    of_whom: frozenset[str] = frozenset()
    who: str | None = None
    mass: bool = False
    dimension: str | None = None
    age: bool = False
    clock: bool = False
    extent: bool = False
    contact: bool = False
    fate: str | None = None
    each: str | None = None
    given: frozenset[float] = frozenset()
    years: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()

    @property
    def asks_for_something(self) -> bool:
        """Whether a sentence of the right kind can be told from others: a number, a moment, a name, who one is."""
        return self.name or bool(self.who) or self.kind in {Kind.NUMBER, Kind.DURATION, Kind.TIME}

    @property
    def can_be_missing(self) -> bool:
        """Whether the sources can be seen to lack it."""
        return (self.asks_for_something and not self.who) or self.thing is not None


def slots_of(question: Question) -> tuple[Slot, ...]:
    """What each part of a question asks for."""
    return tuple(_slot(part, frozenset(question.names)) for part in question.parts or (question.clear,))


def asks_for_money(text: str) -> bool:
    """Whether a question asks for a sum of money; whether a price was right, or why it rose, is none."""
    return bool(_MONEY.search(text)) and not _OF_NO_SUM.match(text)


def _slot(text: str, names: frozenset[str]) -> Slot:
    money = asks_for_money(text)
    kind = Kind.NUMBER if money else kind_of(text)
    counts = kind in {Kind.NUMBER, Kind.DURATION}
    name = bool(_NAME.search(text))
    role = _role(text) if name else ()
    counted = _counted(text) if counts else None
    who = who_asked(text)
    return Slot(
        kind=kind,
        counted=counted,
        of_kind=counted is not None and counted not in PEOPLE and stem(counted) not in names and not money,
        thing=_thing(text) if kind not in _NO_THINGS else None,
        money=money,
        paid=_paid(text) if money else frozenset(),
        mass=bool(re.search(r"\bhow much\b", text, re.IGNORECASE)),
        dimension=_dimension(text) if kind is Kind.NUMBER else None,
        extent=bool(_EXTENT.search(text)),
        age=bool(re.search(r"\bhow old\b", text, re.IGNORECASE)),
        name=name,
        role=role[-1] if role else None,
        of_whom=names & frozenset(map(stem, role[:-1])),
        who=who if who and set(map(stem, surface_words(who))) <= names else None,
        clock=kind is Kind.TIME and bool(_CLOCK.search(text)),
        contact=bool(_CONTACT.search(text)),
        fate=fate_in(text) if kind is Kind.NUMBER else None,
        each=each_asked(text) if kind is Kind.NUMBER else None,
        given=frozenset(each.value for each in quantities_of(text)),
        years=frozenset(YEAR.findall(text)),
        said=frozenset(surface_words(text)),
    )


def _paid(text: str) -> frozenset[str]:
    found = _PAID.search(text)
    return frozenset(stem(word.lower()) for word in found.group("paid", "what") if word) if found else frozenset()


def _thing(text: str) -> str | None:
    """The noun of "which platform" or "what subject"; none of an aspect, as of "what role"."""
    found = _WHICH.search(text)
    words = [word for word in surface_words(found["noun"]) if word not in STOP_WORDS] if found else []
    return words[-1] if words and words[-1] not in ASPECTS else None


def _counted(text: str) -> str | None:
    """The noun behind "how many": the last that may be a plural, for a verb may follow ("how many ferries sail")."""
    found = _COUNTED.search(text)
    if not found:
        return None
    words = surface_words(_PHRASE_END.split(found["many"] or found["number"])[0])
    meaning = [word for word in words if word not in STOP_WORDS or word in PEOPLE]
    plural = [word for word in meaning if word in _PLURALS or re.search(r"(?<!s)s$", word)]
    return next(reversed(plural or _singular(found, words, meaning)), None)


def _singular(found: re.Match[str], words: Sequence[str], meaning: list[str]) -> list[str]:
    """What is counted where no word is a plural: those before the verb, and none behind "how many of them are"."""
    if not re.match(r"how\s+(?:many|much)\b", found.group(), re.IGNORECASE):
        return meaning
    if found["of"]:
        return []
    noun = takewhile(lambda word: word in PEOPLE or not ends_phrase(word), words)
    return [word for word in noun if word in meaning]


def _role(text: str) -> tuple[str, ...]:
    """The words for what the one is whose name is asked for: new and minister of "the name of the new minister who"."""
    found = _ROLE.search(text) or _OWNER.search(text)
    return tuple(word for word in surface_words(found["role"]) if word not in STOP_WORDS) if found else ()


def _dimension(text: str) -> str | None:
    """What a unit must measure to answer "how tall", "how many litres" or "in miles"."""
    for found in _IN_UNIT.finditer(text):
        words = found[1].split()
        for length in (2, 1):
            named = measure_named(" ".join(words[:length]))
            if named and not named.money:
                return unit_named(named.unit).dimension
    return dimension_of_how(text)
