"""What a sentence of a draft cites, as a verifier reads it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.patterns import regex
from index.words import terms
from rag.brief import Brief
from rag.draft_sentences import DraftSentence
from rag.quote import Quote, one_line
from rag.verdict import Evidence

_JOINT = regex(r"[;:]\s+|,\s+(?:and|but|while|whereas|although|though)\s+|\s+(?:while|whereas)\s+", re.IGNORECASE)

ROOT = 5
_LEAD = regex(r"^[\s,;]*(?:(?:and|but|while|whereas|although|though)\s+)?", re.IGNORECASE)
FEWEST = 2
"""Words with a meaning of their own that make a part which is looked at by itself."""


@dataclass(frozen=True, slots=True)
class Cited:
    """Evidence under one or more numbers of a brief: sentences that follow one another are read together."""

    numbers: tuple[int, ...]
    evidence: Evidence


def joined(markers: Sequence[int], brief: Brief) -> tuple[Cited, ...]:
    """The evidence behind some markers, in the order of the articles."""
    quotes = sorted(((brief.quotes[number - 1], number) for number in markers), key=lambda each: _place(each[0]))
    found: list[Cited] = []
    last: Quote | None = None
    for quote, number in quotes:
        one = Cited((number,), evidence_of(quote))
        follows = last is not None and _place(quote) == (_place(last)[0], _place(last)[1] + 1)
        found[-1:] = [_together(found[-1], one)] if follows else [*found[-1:], one]
        last = quote
    return tuple(found)


def clauses_of(sentence: DraftSentence) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Its parts with the numbers that each may rest on: its own up to a marker, else all of them up to a joint."""
    runs = [(run.words, run.markers) for run in sentence.runs if run.markers]
    if len(runs) < 2:
        runs = [(part, sentence.markers) for part in _JOINT.split(sentence.text)]
    clauses = ((_LEAD.sub("", words).strip(" ,;."), numbers) for words, numbers in runs)
    return tuple((words, numbers) for words, numbers in clauses if words)


def unsaid_part(sentence: DraftSentence, cited: Sequence[Cited]) -> str | None:
    """A part between commas of which no word stands in the evidence, nor in the names of who says it; figures aside."""
    told = _roots(" ".join(_all_words(each.evidence) for each in cited))
    for part in re.split(r"[,;:–—]\s", sentence.text):
        words = _roots(part)
        if len(words) >= FEWEST and not words & told and not re.search(r"\d", part):
            return part.strip(" .")
    return None


def _roots(text: str) -> frozenset[str]:
    """The beginnings of its words: "presidential" and "president" are as good as one."""
    return frozenset(term[:ROOT] for term in terms(text))


def _all_words(evidence: Evidence) -> str:
    names = (evidence.holder, evidence.outlet, evidence.title, evidence.context, *evidence.through)
    return " ".join([evidence.text, *filter(None, names)])


def evidence_of(quote: Quote) -> Evidence:
    """A quote as a verifier reads it; an author who writes of himself holds what he writes."""
    source, claim, previous = quote.place.source, quote.claim, quote.place.previous
    speaker = claim.holder if claim and claim.holder not in (source.outlet, source.file) else None
    return Evidence(
        text=one_line(quote.text),
        holder=speaker,
        outlet=source.outlet,
        date=source.date,
        through=claim.through if claim else (),
        title=source.title,
        context=previous.reading if previous else None,
    )


def _together(one: Cited, other: Cited) -> Cited:
    """Two sentences that follow one another; whoever holds both holds them together."""
    first, second = one.evidence, other.evidence
    holder = first.holder if first.holder == second.holder else None
    through = tuple(dict.fromkeys((*first.through, *second.through)))
    evidence = replace(first, text=f"{first.text} {second.text}", holder=holder, through=through)
    return Cited((*one.numbers, *other.numbers), evidence)


def _place(quote: Quote) -> tuple[str, int]:
    return quote.place.source.file, quote.place.number
