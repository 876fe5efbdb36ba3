"""Units that are left out because the measure before has them: "88 millimetres in the north and the south's 41"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from corpus.patterns import regex
from index.counted_nouns import subject_of
from index.number_bounds import look_before
from index.numerals import COMPARATOR
from index.units import unit_named
from index.written_numbers import Number, written_place

FARTHEST = 200
"""How many characters lie at most between the measure and the number without one."""
MOST = 10
"""How many times the measure before a number without one is worth at most."""
_CLAUSE_END = regex(r"\s*(?:[.,;:!?)”\"]|\s[–—-]\s|\Z)")
_VERB = regex(r"\s(?:do|does|did|is|are|was|were|has|have|had|can|could|may|might|would|will)\b", re.IGNORECASE)
_SENTENCE_END = regex(r"[.!?][”\"’)]*\s+[“\"]?[A-Z]")
# What stands before a number that is compared, told or part of another; "killed 12" and "aged 48" count by themselves.
_COMPARED = regex(
    rf"""
    (?:(?P<owner>(?<!\bhe)(?<!\bshe)(?<!\bwho)(?<!\bit)(?<!\bthat)[’']s|s[’']|\b(?:its|their|our))
        |\b(?:it[’']s|that[’']s|not|against|versus|say|says|said|claims?|claimed|argues?|argued|estimates?|measured|recorded
            |registered|gives?|gave|shows?|showed|wants?|wanted|demands?|demanded|offers?|offered|rather\sthan
            |(?:accounts?|accounted|asks?|asked|calls?|called|settled?|settles)\sfor|amount(?:s|ed)?\sto|comes?\sto
            |came\sto|totals?|totalled|it\s(?:is|was|were|has\sbeen)|(?:put|puts)\sit\sat|speaks?\sof|spoke\sof
            |from\s[^.;,]{{1,40}}\sto)
    )\s(?:{COMPARATOR}\s+)*\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PART = regex(r"\bof\s(?:which|that|this|it|them)\b", re.IGNORECASE)
# What is no more than when or where something was: "in the past 24 hours", "after 40 km".
SETTING = regex(
    r"\b(?:in|within|after|before|during|over|last|past|next|first|for|every|each)\s(?:(?:the|last|past|next|first|about"
    r"|some|only|just)\s){0,2}\Z",
    re.IGNORECASE,
)
_SETTING_BEHIND = regex(
    r"\s(?:after|before|later|earlier|ago|away|off|from|north|south|east|west|out|outside|inland|up|down|into)\b",
    re.IGNORECASE,
)


def with_elided_units(text: str, numbers: Iterable[Number]) -> Iterator[Number]:
    """The numbers, one that only ends a clause and counts nothing with the unit and scale of the measure before it."""
    before: Number | None = None
    for number in numbers:
        found = (_measured_as(text, before, number) if before else None) or number
        yield found
        before = found if found.unit and not _is_setting(text, found) else None


def _is_setting(text: str, number: Number) -> bool:
    """Whether a measure only tells when or where, or describes a thing: a 40-km road."""
    attribute = text[number.word[0] - 1 : number.word[0]] == "-" and number.word[0] < number.word[1]
    if unit_named(number.unit).dimension not in ("time", "length"):
        return attribute
    return attribute or bool(look_before(text, number.start, SETTING) or _SETTING_BEHIND.match(text, number.after))


def _measured_as(text: str, before: Number, number: Number) -> Number | None:
    """A number in the unit of the measure before it; None where it is another thing."""
    if not (_is_bare(text, number) and number.start - before.end < FARTHEST):
        return None
    between = text[before.end : number.start]
    factor = before.factor if number.value < 1000 <= before.factor else 1
    value, most = number.value * factor, (before.upper or before.value) * (1 if _PART.search(between) else MOST)
    if value > most or _SENTENCE_END.search(between) or subject_of(text, number):
        return None
    upper = number.upper * factor if number.upper else None
    place = written_place(value, factor, measured=True)
    return replace(number, value=value, upper=upper, unit=before.unit, factor=factor, place=place)


def _is_bare(text: str, number: Number) -> bool:
    """Whether a number stands by itself at the end of a clause, as one that is compared or told."""
    alone = not number.unit and number.factor == 1 and text[number.start : number.end].lower() != "one"
    compared = look_before(text, number.start, _COMPARED) if alone else None
    end = number.end + len(number.tail)
    return compared is not None and bool(_CLAUSE_END.match(text, end) or (compared["owner"] and _VERB.match(text, end)))
