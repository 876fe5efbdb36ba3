"""Every number of a statement is in its evidence: the same figure, bounded the same way, of the same thing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import isclose

from corpus.patterns import regex
from index.counted import head_of
from index.fates import fate_of
from index.moments import moments_of
from index.people import is_anybody, may_count_people
from index.quantities import Quantity, quantities_of
from index.quantity import last_place
from rag.verdict import Evidence

FARTHEST = 1.25
"""How far above "more than 500" an exact figure may be, as a share, for the statement to be fair."""
_LOWER, _UPPER = ("at least", "more than"), ("at most", "less than")
_NEARLY = regex(r"\b(?:nearly|almost|just under|not quite|close to)\b")
_UNIT_WORD = regex(r"[\s-]?[^\W\d_]+")
_DIGITS = regex(r"\d+(?:[.,]\d+)*")
_ORDINALS = dict(enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1))


def wrong_number(claim: str, evidence: Sequence[Evidence]) -> str | None:
    """Why a number of the statement is not the evidence's, or None."""
    told = [(each.text, quantity) for each in evidence for quantity in quantities_of(each.text)]
    quantities = quantities_of(claim)
    for quantity in quantities:
        same = [(text, other) for text, other in told if is_same_figure(quantity, other)]
        if not same:
            return _not_told(claim, quantity, told)
        if all(_is_of_another_thing(claim, quantity, text, other, told) for text, other in same):
            text, other = same[0]
            return f"the source gives {_words(text, other)} for something else than the statement does"
    for written in _other_digits(claim, quantities):
        if written not in set(_digits_told(evidence)):
            return f"the source does not have the number {written}"
    return None


def is_same_figure(said: Quantity, told: Quantity) -> bool:
    """Whether a figure may be said so where the evidence tells the other.

    It is the same number, or one rounded with "about" or a scale word, or converted. A bound stays a bound of its
    direction; an exact figure may be told as "more than" a somewhat smaller one.
    """
    if not said.same_measure(told):
        return False
    if said.bound in _LOWER + _UPPER:
        return _is_fair_bound(said, told)
    if told.bound in _LOWER + _UPPER or (said.upper is None) != (told.upper is None):
        return False
    if said.upper is not None and told.upper is not None and said.unit == told.unit:
        return isclose(said.upper, told.upper) and isclose(said.value, told.value)
    return _is_same_value(said, told)


def _is_same_value(said: Quantity, told: Quantity) -> bool:
    if said.unit != told.unit:
        return said.agrees_with(told)
    if isclose(said.value, told.value):
        return True
    if told.bound == "about" or last_place(said.value) <= last_place(told.value):
        return False
    rounded = said.bound == "about" or (0 < said.place != told.place and said.place > 1000)
    return rounded and said.agrees_with(told) and abs(said.value - told.value) <= last_place(said.value) / 2


def _is_fair_bound(said: Quantity, told: Quantity) -> bool:
    """Whether "at least" or "up to" may be said of what is told."""
    directions = _LOWER if said.bound in _LOWER else _UPPER
    if told.bound in directions:
        return isclose(said.value, told.value) if said.unit == told.unit else said.agrees_with(told)
    if told.bound == "about":
        return said.bound == "less than" and bool(_NEARLY.search(told.comparator)) and isclose(said.value, told.value)
    if told.bound != "exactly" or said.unit != told.unit:
        return False
    least, most = told.value, told.value if told.upper is None else told.upper
    equal = said.bound in ("at least", "at most")
    if directions is _LOWER:
        return said.value <= least <= said.value * FARTHEST and (equal or least != said.value)
    return said.value / FARTHEST <= most <= said.value and (equal or most != said.value)


def _is_of_another_thing(
    claim: str, said: Quantity, text: str, told: Quantity, all_told: Sequence[tuple[str, Quantity]]
) -> bool:
    """Whether the evidence counts something else by this figure, and what the statement counts by another one."""
    if not _differ(claim, said, text, told):
        return False
    return any(
        other is not told and not _differ(claim, said, its, other) and _known(claim, said, its, other)
        for its, other in all_told
        if said.same_measure(other)
    )


def _differ(claim: str, said: Quantity, text: str, told: Quantity) -> bool:
    if may_count_people(said) and may_count_people(told):
        fates = fate_of(claim, said), fate_of(text, told)
        return None not in fates and fates[0] != fates[1]
    heads = head_of(said), head_of(told)
    return all(heads) and heads[0] != heads[1] and not any(is_anybody(head) for head in heads)


def _known(claim: str, said: Quantity, text: str, told: Quantity) -> bool:
    """Whether both surely count the same."""
    if may_count_people(said) and may_count_people(told):
        return fate_of(claim, said) is not None and fate_of(claim, said) == fate_of(text, told)
    return bool(head_of(said)) and head_of(said) == head_of(told)


def with_figures_of(claim: str, evidence: Sequence[Evidence]) -> str:
    """The statement with its figures as the evidence writes them, where it writes the same ones otherwise."""
    told = [(each.text, quantity) for each in evidence for quantity in quantities_of(each.text)]
    for said in reversed(quantities_of(claim)):
        same = next(((text, other) for text, other in told if is_same_figure(said, other)), None)
        if same:
            end = _end_with_unit(claim, said)
            claim = f"{claim[: said.start]}{same[0][same[1].start : _end_with_unit(*same)]}{claim[end:]}"
    return claim


def _end_with_unit(text: str, quantity: Quantity) -> int:
    """Where a figure ends with the word of its unit, which may stand behind it."""
    behind = _UNIT_WORD.match(text, quantity.end)
    return (
        behind.end() if behind and quantity.unit and text[quantity.start : quantity.end][-1].isdigit() else quantity.end
    )


def _not_told(claim: str, said: Quantity, told: Sequence[tuple[str, Quantity]]) -> str:
    """The reason, with the evidence's figure for the same thing where it has one."""
    words = _words(claim, said)
    alike = [each for each in told if said.same_measure(each[1]) and not _differ(claim, said, *each)]
    if not alike:
        return f"the source does not say {words}"
    text, nearest = min(alike, key=lambda each: abs(each[1].value - said.value))
    return f"the source says {_words(text, nearest)}, not {words}"


def _words(text: str, quantity: Quantity) -> str:
    return f"{quantity.comparator} {text[quantity.start : quantity.end]}".strip()


def _other_digits(claim: str, quantities: Iterable[Quantity]) -> Iterator[str]:
    """Digits of the statement that are neither a quantity nor a part of a date: of names, times, articles."""
    taken = [(each.start, each.end) for each in quantities]
    taken += [(moment.start, moment.end) for moment in moments_of(claim, None)]
    for match in _DIGITS.finditer(claim):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            yield match.group()


def _digits_told(evidence: Sequence[Evidence]) -> Iterator[str]:
    for each in evidence:
        for text in (each.text, each.title or "", each.context or "", each.holder or "", each.outlet or ""):
            yield from _DIGITS.findall(text)
            yield from (str(number) for number, word in _ORDINALS.items() if re.search(rf"\b{word}\b", text.lower()))
