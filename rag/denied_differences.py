"""A denial of what is asked, and the statement nearest to it, where a question asks whether something is so."""

from collections.abc import Iterator, Sequence
from itertools import permutations

from index.judgement import matter_of
from index.reader import Index
from index.words import terms
from rag.difference import READ, Difference
from rag.evidence import Evidence
from rag.held import Held
from rag.question import Question

DENIED_NEAR = 0.2
"""How far below the best sentence the denial may be,"""
STATED_NEAR = 0.4
"""and what it denies;"""
ONE_NEAR = 0.06
"""one of them is nearly the best itself."""
ALIKE = 0.35
"""How near in meaning they must be."""


def denied_difference(question: Question, evidence: Sequence[Evidence], index: Index) -> Difference | None:
    """Of those who deny something near the question and those who state something near it, the two nearest in meaning.

    Both have a word of the question that is no name, and speak in different articles.
    """
    pairs = list(_pairs(question, evidence, index))
    if not pairs:
        return None
    stated, denial = max(pairs, key=lambda pair: _cosine(pair[0], pair[1], index))
    about = matter_of(stated.claim.text, denial.claim.text, "event")
    return Difference(about, "conflict", ((stated,), (denial,)))


def _pairs(question: Question, evidence: Sequence[Evidence], index: Index) -> Iterator[tuple[Held, Held]]:
    """Each statement with each denial that may be of it."""
    best = evidence[0].relevance if evidence else 0.0
    asked = set(question.words) - set(question.names)
    near = [each for each in evidence[:READ] if best - each.relevance <= STATED_NEAR]
    held = [Held(each, claim) for each in near if (claim := index.claim_at(each.hit.place))]
    held = [each for each in held if asked & set(terms(each.claim.text))]
    for stated, denial in permutations(held, 2):
        behind = [best - each.evidence.relevance for each in (stated, denial)]
        apart = stated.claim.file != denial.claim.file and stated.claim.holder != denial.claim.holder
        one_denies = denial.claim.held == "denied" != stated.claim.held
        is_near = behind[1] <= DENIED_NEAR and min(behind) <= ONE_NEAR
        if apart and one_denies and is_near and _cosine(stated, denial, index) >= ALIKE:
            yield stated, denial


def _cosine(one: Held, other: Held, index: Index) -> float:
    return float(index.vectors[one.evidence.hit.row] @ index.vectors[other.evidence.hit.row])
