"""On what a figure rests: what it takes in, by what those were told whom it counts, where it was measured."""

import re
from collections.abc import Sequence

from corpus.patterns import regex
from index.calendar_words import MONTH, WEEKDAY
from index.fates import fate_of
from index.number_bounds import look_before
from index.quantities import Quantity
from index.words import stem, surface_words

_SOMEBODY = (
    r"(?:[^\s,.;]+\s){0,2}?"
    r"(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|a\sdozen|those|all|every\w*|people|persons)\b)"
)
_OWN_WAY = regex(
    r"\b(?:figure|number|sum|total|count|tally|toll|estimate)\s(?:that|which)\s(?:\w+ly\s|also\s|still\s)?"
    r"(?:includes?|included|excludes?|excluded|leaves?\sout|left\sout|omits?|omitted)\b"
    rf"|\bbecause\s(?:he|she|it|they|we|i)\s(?:\w+ly\s|also\s)?(?:includes?|excludes?|counts?|leaves?\sout)\s(?={_SOMEBODY})"
    r"|\bby\scounting\s(?:in|only|also|every)\b|,\s(?:(?:not|without)\scounting|excluding)\b(?!\son\b)"
    r"|\bif\s(?:you|one|we)\s(?:also\s|only\s)?(?:count(?!\son\b)|include|exclude|leave\sout)\b",
    re.IGNORECASE,
)
"""Who says what his figure takes in or leaves out; "among them", "including three children" is a part of any count."""
_TAKEN_IN = regex(
    r"\b(?:includes?|excludes?|leaves?\sout|omits?)\s(?:the\s|those\s|another\s|also\s|some\s|about\s)?\Z",
    re.IGNORECASE,
)
_TOLD_BY = {
    "a test": r"confirmed|prove[dn]|tested|(?:blood|laboratory)\stests?|diagnos\w+",
    "a ward": r"treated|admitted|patients?|in-patients|hospitali[sz]\w+",
    "themselves": r"(?:filled|filling)\s(?:in|out)|complain\w*|(?:say|said)\sthat\sthey",
}
_HOW_TOLD = regex(
    "|".join(f"(?P<t{at}>\\b(?:{words})\\b)" for at, words in enumerate(_TOLD_BY.values())), re.IGNORECASE
)
_MEASURING = regex(
    r"\b(?:gauges?|sensors?|probes?|samples?|stations?\s(?:in|at|on|near))\b[^.;]{0,80}\b(?:record|regist|measur|show)\w*",
    re.IGNORECASE,
)
"""An instrument that tells what it measured where it stands."""
_FALLING = regex(r"\b(?:came\sdown|fell)\b", re.IGNORECASE)
_OF_RAIN = {"mm", "cm", "in"}
_AT = regex(
    rf"\b(?i:at|in|on|near|above|below|outside)\s(?:the\s)?(?P<place>(?!(?i:{MONTH}|{WEEKDAY})\b)[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)"
)


def is_taken_in(text: str, quantity: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether a figure is no count of its own but what another before it takes in: "nine, as she includes two more"."""
    is_second = any(each.start < quantity.start for each in others)
    return is_second and look_before(text, quantity.start, _TAKEN_IN) is not None


def rest_on_other_things(one: str, left: Quantity, other: str, right: Quantity) -> bool:
    """Whether two figures, in the texts `one` and `other`, differ by what they take in, or by who or where they are of.

    True where either says what it takes in or leaves out; where the sick are those of a test, of a ward, or those who
    say so themselves; where each was measured by an instrument at a place of another name, or fell there as rain.
    """
    if _OWN_WAY.search(one) or _OWN_WAY.search(other):
        return True
    if not (left.unit or right.unit) and "ill" in {fate_of(one, left), fate_of(other, right)}:
        told = [_told_by(text) for text in (one, other)]
        if None not in told and told[0] != told[1]:
            return True
    places = [_measured_at(text, quantity) for text, quantity in ((one, left), (other, right))]
    return all(places) and not places[0] & places[1]


def _told_by(text: str) -> str | None:
    """By what the sick are told whom a statement counts, by its first word for that; None where it does not say."""
    found = _HOW_TOLD.search(text)
    return found.lastgroup if found else None


def _measured_at(text: str, quantity: Quantity) -> frozenset[str]:
    """The stems of the names of the places where something was measured, or so much rain or snow fell."""
    measured = quantity.unit and not quantity.money and _MEASURING.search(text)
    if not (measured or (quantity.unit in _OF_RAIN and _FALLING.search(text))):
        return frozenset()
    return frozenset(stem(word) for found in _AT.finditer(text) for word in surface_words(found["place"]))
