"""A cause that one source gives and another calls unknown."""

import re
from collections.abc import Sequence

from corpus.patterns import regex
from index.reader import Index
from rag.difference import MOST_OF_A_SIDE, READ, Difference
from rag.evidence import Evidence
from rag.held import Held

NEAR = 0.45
"""How far below the best sentence one may be that tells of the cause."""
_CAUSE = r"\b(?:causes?|origins?)\b"
_UNKNOWN = regex(
    rf"{_CAUSE}[^.;]{{0,100}}?\b(?:is|are|was|were|remains?|remained)\s(?:\w+\s){{0,2}}?"
    r"(?:unknown|unclear|undetermined|unexplained|(?:not|never)\s(?:\w+\s){0,2}?(?:known|clear|established|determined))\b"
    r"|\bunknown\s(?:cause|origin)\b"
    rf"|\b(?:not|never|cannot|n[’']t)\s(?:\w+\s){{0,3}}?(?:know|known|establish\w*|determine\w*|explain\w*)\s(?:\w+\s){{0,3}}?{_CAUSE}",
    re.IGNORECASE,
)
_GIVEN = regex(
    r"\b(?:caused\sby|due\sto|because\sof|blam(?:ed|es)|attribut(?:ed|es)|(?:the\s)?result\sof|owing\sto|triggered|incited"
    r"|sparked|set\soff|led\sto|brought\s(?:down|about)|ignited|caused)\b",
    re.IGNORECASE,
)


def unknown_cause(evidence: Sequence[Evidence], index: Index) -> Difference | None:
    """Those who give a cause against those who say that it is not known; None where either is missing."""
    best = evidence[0].relevance if evidence else 0.0
    near = [each for each in evidence[:READ] if best - each.relevance <= NEAR]
    held = [Held(each, claim) for each in near if (claim := index.claim_at(each.hit.place))]
    unknown = [each for each in held if calls_unknown(each.claim.text)]
    given = [each for each in held if each not in unknown and gives_cause(each.claim.text)]
    if not (unknown and given):
        return None
    return Difference("cause", "conflict", (tuple(given[:MOST_OF_A_SIDE]), tuple(unknown[:MOST_OF_A_SIDE])))


def calls_unknown(text: str) -> bool:
    """Whether a statement says that a cause is not known."""
    return _UNKNOWN.search(text) is not None


def gives_cause(text: str) -> bool:
    """Whether a statement says what caused something."""
    return _GIVEN.search(text) is not None
