"""The judge of quotes: a statement is supported where its words are the source's own."""

import re
from collections.abc import Sequence

from corpus.patterns import regex
from index.written_numbers import numbers_in
from rag.contrast import SORTS_OF_DIFFERENCE
from rag.verdict import Evidence, Verdict

_WORD = regex(r"[^\W_]+")
_NAMED = regex(r"\s\((?P<names>[^()]*(?:\([^()]*\)[^()]*)*)\)$")
_ELLIPSIS = regex(r"\s*…\s*")
_CONNECTING = frozenset({"in", "undated", "caption"})
_FIGURE = 8
"""The most words of a figure with what it counts, which the source may write with others between them."""
_BETWEEN = 8


class ExactVerifier:
    """Supported is what stands word for word in one piece of evidence, or is made of whole ones; a paraphrase never is.

    Before the words a statement may name their holder, outlet, title and date, if they are the evidence's own. A
    statement of a difference is supported where each of its sides is.
    """

    name = "exact match"

    def verify(self, claim: str, evidence: Sequence[Evidence]) -> Verdict:
        """The verdict on one statement: 1 or 0."""
        supported = bool(evidence) and (_stands(claim, evidence) or _led(claim, evidence))
        return Verdict(supported, float(supported), None if supported else "these are not the source's words")


def _led(claim: str, evidence: Sequence[Evidence]) -> bool:
    """Whether a lead, tried at each colon, is the evidence's own and the rest stands in it."""
    return any(
        _is_own(claim[:at], evidence) and _sides_stand(claim[at + 2 :], evidence)
        for at in (found.start() for found in re.finditer(": ", claim))
    )


def _is_own(lead: str, evidence: Sequence[Evidence]) -> bool:
    return lead in SORTS_OF_DIFFERENCE or any(set(_words(lead)) <= _known_of(each) for each in evidence)


def _sides_stand(text: str, evidence: Sequence[Evidence]) -> bool:
    return _stands(text, evidence) or all(_side_stands(side, evidence) for side in text.split("; "))


def _side_stands(side: str, evidence: Sequence[Evidence]) -> bool:
    """Whether a side of a difference is the source's: its words, and behind them those who are said to hold it."""
    named = _NAMED.search(side)
    known = frozenset[str]().union(*map(_known_of, evidence))
    if named is None or not set(_words(named["names"])) <= known:
        return False
    words = side[: named.start()]
    return _stands(words, evidence) or any(_has_figure(_words(words), _words(each.text)) for each in evidence)


def _stands(text: str, evidence: Sequence[Evidence]) -> bool:
    """Whether the words of each stretch between dots stand together in one piece of evidence."""
    stretches = [_joined(stretch) for stretch in _ELLIPSIS.split(text) if _words(stretch)]
    in_one = any(all(stretch in _joined(each.text) for stretch in stretches) for each in evidence)
    return bool(stretches) and (in_one or _is_made_of(text, evidence))


def _is_made_of(text: str, evidence: Sequence[Evidence]) -> bool:
    """Whether pieces of evidence, each of them whole, make up the text: the pieces of a sentence that a tag cuts."""
    rest = _joined(text)
    for piece in sorted((_joined(each.text) for each in evidence), key=len, reverse=True):
        rest = rest.replace(piece, "  ", 1)
    return not rest.strip()


def _has_figure(words: Sequence[str], there: Sequence[str]) -> bool:
    """Whether a few words with a number among them stand in this order, close together."""
    if len(words) > _FIGURE or not any(numbers_in(" ".join(words))):
        return False
    starts = (place for place, word in enumerate(there) if word == words[0])
    return any(_in_order(words, there[place : place + len(words) + _BETWEEN]) for place in starts)


def _in_order(words: Sequence[str], there: Sequence[str]) -> bool:
    rest = iter(there)
    return all(word in rest for word in words)


def _known_of(evidence: Evidence) -> frozenset[str]:
    """The words that may lead a quote: what is known of where it stands, and the quote's own."""
    day = f"{evidence.date.day} {evidence.date:%B %Y}" if evidence.date else ""
    told = (evidence.text, evidence.holder, evidence.outlet, evidence.title, day, *evidence.through)
    return _CONNECTING.union(*(_words(each) for each in told if each))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _joined(text: str) -> str:
    return f" {' '.join(_words(text))} "
