"""On what a figure rests: what it takes in, by what those were told whom it counts, where it was measured."""

import re

from corpus.patterns import regex
from index.calendar_words import MONTH, WEEKDAY
from index.fates import fate_of
from index.number_bounds import look_before
from index.quantities import Quantity
from index.units import unit_named
from index.words import stem, surface_words

_TAKES = r"(?:(?:includ|exclud|ignor)e[sd]?|(?:leaves?|left)\sout|omit(?:s|ted)?|count(?:s|ed)?(?!\s(?:on|for)\b))"
_OWN_WAY = regex(
    rf"\b(?:figure|number|sum|total|count|tally|toll|estimate)\s(?:that|which)\s(?:\w+ly\s|also\s|still\s)?{_TAKES}\b"
    rf"|\b(?:because|since|as)\s(?:he|she|it|they|we|i)\s(?:\w+ly\s|also\s)?{_TAKES}\b"
    r"|\bby\s(?:counting\s(?:in|out|only|also|every)|including|excluding|leaving\sout)\b"
    r"|\b(?:not|without)\scounting\b|\bexcluding\b|\bif\s(?:you|one|we)\s(?:also\s|only\s)?(?:count|include|exclude|leave\sout)\b",
    re.IGNORECASE,
)
"""Who says what his figure takes in or leaves out; "among them", "including three children" is a part of any count."""
_TAKEN_IN = regex(
    r"\b(?:includes?|excludes?|leaves?\sout|omits?|ignores?)\s(?:the\s|those\s|another\s|also\s|some\s|about\s)?\Z",
    re.IGNORECASE,
)
_TOLD_BY = {
    "a test": r"confirm\w*|prove[dn]|tested|(?:blood|laboratory)\stests?|diagnos\w+",
    "a ward": r"treat(?:ed|ment)|admitted|patients?|in-patients|hospitali[sz]\w+|seen\sby\s(?:a\s)?doctors?",
    "themselves": r"(?:filled|filling)\s(?:in|out)|complain\w*|(?:say|said)\sthat\sthey|describe[ds]?|rang|wrote",
}
_HOW_TOLD = regex(
    "|".join(f"(?P<t{at}>\\b(?:{words})\\b)" for at, words in enumerate(_TOLD_BY.values())), re.IGNORECASE
)
_OF_THE_SICK = {"ill", "hurt"}
_MEASURING = regex(
    r"\b(?:gauges?|stations?|sensors?|meters?|probes?|readings?|samples?|measur\w+|record(?:ed|s)|regist(?:ered|ers)"
    r"|came\sdown|fell)\b",
    re.IGNORECASE,
)
_NAME = rf"(?!(?i:{MONTH}|{WEEKDAY})\b)[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*"
_AT = regex(rf"\b(?:at|in|on|near|above|below|outside)\s(?:the\s)?(?P<place>{_NAME})")
_FROM = regex(rf"\b[Ff]rom\s(?:the\s)?(?P<place>{_NAME})")
_ON_THE_WAY = {"time", "length"}
"""What is measured of a way, which begins somewhere."""


def is_taken_in(text: str, quantity: Quantity) -> bool:
    """Whether a figure is no count of its own but what another takes in: "nine, because she includes two who fell"."""
    return look_before(text, quantity.start, _TAKEN_IN) is not None


def rest_on_other_things(one: str, left: Quantity, other: str, right: Quantity) -> bool:
    """Whether two figures, in the texts `one` and `other`, differ by what they take in, or by who or where they are of.

    True where either says what it takes in or leaves out; where the sick are those of a test, of a ward, or those who
    say so themselves; where each was measured, or its way begins, at a place of another name.
    """
    if _OWN_WAY.search(one) or _OWN_WAY.search(other):
        return True
    if not (left.unit or right.unit) and _OF_THE_SICK & {fate_of(one, left), fate_of(other, right)}:
        told = [_told_by(text) for text in (one, other)]
        if None not in told and told[0] != told[1]:
            return True
    places = [_measured_at(text, quantity) for text, quantity in ((one, left), (other, right))]
    return all(places) and not places[0] & places[1]


def _told_by(text: str) -> str | None:
    """By what the sick are told whom a statement counts, by the first word for it; None where it does not say."""
    found = _HOW_TOLD.search(text)
    return found.lastgroup if found else None


def _measured_at(text: str, quantity: Quantity) -> frozenset[str]:
    """The stems of the names of the places where it was measured."""
    dimension = unit_named(quantity.unit).dimension if quantity.unit else ""
    named = [found["place"] for found in _FROM.finditer(text)] if dimension in _ON_THE_WAY else []
    if quantity.unit and not quantity.money and _MEASURING.search(text):
        named += [found["place"] for found in _AT.finditer(text)]
    return frozenset(stem(word) for name in named for word in surface_words(name))
