"""Number fidelity: every number of an answer stands in the words it cites."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from corpus.patterns import regex
from eval.case import Case
from eval.measures.count import NOTHING, Count, count_true
from index.written_numbers import numbers_in
from rag.answer import Citation

_NO_NUMBER = regex(r"\[\d+\]|^\s*\d+[.)]\s", re.MULTILINE)


def number_fidelity(case: Case) -> Count:
    """Numbers of the statements that stand in what each cites, and of the rest of the text, in anything cited.

    Numbers are compared by what they are worth, "seven" with 7; markers and the numbering of a list are none, nor
    is the word "one". The title and the date of a cited article count as cited. Only answered questions are scored.
    """
    if not case.answer.answered:
        return NOTHING
    citations = {citation.number: citation for citation in case.answer.citations}
    outcomes = []
    said: Counter[float] = Counter()
    for statement in case.answer.sentences:
        cited = [citations[number] for number in statement.citations if number in citations]
        numbers = numbers_of(statement.text)
        said.update(numbers)
        outcomes += _standing(numbers, cited)
    rest = Counter(numbers_of(case.answer.text)) - said
    return count_true([*outcomes, *_standing(rest.elements(), citations.values())])


@lru_cache(maxsize=4096)
def numbers_of(text: str) -> tuple[float, ...]:
    """What the numbers of a text are worth, both ends of a range, in order."""
    plain = _NO_NUMBER.sub(" ", text)
    found = [number for number in numbers_in(plain) if plain[number.start : number.end].casefold() != "one"]
    return tuple(value for number in found for value in (number.value, number.upper) if value is not None)


def _standing(numbers: Iterable[float], cited: Iterable[Citation]) -> list[bool]:
    there = {value for citation in cited for value in _there(citation)}
    return [number in there for number in numbers]


def _there(citation: Citation) -> list[float]:
    told = (citation.quote, citation.title, citation.outlet, citation.holder, citation.file)
    day = [float(part) for part in re.findall(r"\d+", citation.date or "")]
    return day + [value for each in told if each for value in numbers_of(each)]
