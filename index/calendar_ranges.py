"""The times of a text: each a single expression, a date with its weekday, or both ends of a range."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.patterns import regex
from index.calendar_context import is_time
from index.calendar_words import Expression, expressions_in

Ends = tuple[Expression, Expression]
"""Where a time begins and ends: the same expression twice unless it is a range."""
_REACH = 80
"""Characters before a range in which "from" or "between" is looked for, and what is moved."""
_DATES = {"iso", "numeric", "day", "month_day", "spelled_day"}
_PLAINNESS = {"weekday": 1, "today": 2, **dict.fromkeys(_DATES, 3)}
"""Forms that name one day; of two beside each other the plainer is read."""
_BESIDE = regex(r"(?:,?\s\(?|,\s)(?:on\s)?(?:the\s)?", re.IGNORECASE)
_TO = regex(r"\s(?:to|through|until|till)\s(?:the\s)?|\s?[–—-]\s?", re.IGNORECASE)
_AND = regex(r"\sand\s(?:on\s)?(?:the\s)?", re.IGNORECASE)
_FROM = regex(r"\bfrom\s(?:the\s)?$", re.IGNORECASE)
_BETWEEN = regex(r"\bbetween\s(?:the\s)?$", re.IGNORECASE)
_MOVED_FROM = regex(
    r"\b(?:moved|postponed|delayed|rescheduled|brought\sforward|pushed\sback)\b[^,;]*\sfrom\s(?:the\s)?$", re.IGNORECASE
)


def times_in(text: str) -> Iterator[Ends]:
    """The times of a text in order, as both of their ends."""
    first: Expression | None = None
    for expression in _with_weekdays(text):
        if first and _is_range(text, first, expression):
            yield first, expression
            first = None
            continue
        if first:
            yield first, first
        first = expression
    if first:
        yield first, first


def _with_weekdays(text: str) -> Iterator[Expression]:
    """The expressions, a date and the weekday beside it made one that is read as the date."""
    last: Expression | None = None
    for expression in expressions_in(text):
        if not is_time(text, expression):
            continue
        same = _same_day(text, last, expression) if last else None
        if last and not same:
            yield last
        last = same or expression
    if last:
        yield last


def _same_day(text: str, one: Expression, other: Expression) -> Expression | None:
    plain = (_PLAINNESS.get(one.form, 0), _PLAINNESS.get(other.form, 0))
    if 0 in plain or plain[0] == plain[1] or not _BESIDE.fullmatch(text, one.end, other.start):
        return None
    closed = "(" in text[one.end : other.start] and text.startswith(")", other.end)
    return replace(one if plain[0] > plain[1] else other, start=one.start, end=other.end + closed)


def _is_range(text: str, first: Expression, last: Expression) -> bool:
    before = text[max(first.start - _REACH, 0) : first.start]
    if _AND.fullmatch(text, first.end, last.start):
        return bool(_BETWEEN.search(before))
    if not _TO.fullmatch(text, first.end, last.start) or _MOVED_FROM.search(before):
        return False
    return first.form == last.form or {first.form, last.form} <= _DATES or bool(_FROM.search(before))
