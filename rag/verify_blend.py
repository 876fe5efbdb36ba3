"""No statement is pieced together from two sources into what neither says."""

import re
from collections.abc import Sequence

from corpus.patterns import regex
from index.support_words import coverage, weights_of
from index.words import terms
from rag.verdict import Evidence
from rag.verify_units import clauses_in

WHOLE = 0.75
"""The share of a clause's words, by weight, that one source must have."""
GAIN = 0.15
"""How much more two sources have together, for the clause to be pieced together from them."""
BECAUSE = regex(
    r"\b(?:because(?: of)?|due to|owing to|as a result of|thanks to|led to|leads to|caused|resulted in|triggered"
    r"|prompted|in response to|therefore|so that|in order to|after|before)\b",
    re.IGNORECASE,
)


def blended_sources(claim: str, evidence: Sequence[Evidence]) -> str | None:
    """Why the statement is made of parts that no one source joins, or None."""
    texts = [
        frozenset(terms(" ".join(filter(None, (each.text, each.holder, each.outlet, each.context)))))
        for each in evidence
    ]
    if len(texts) < 2:
        return None
    told = "no one source says this: it joins what two of them say apart"
    if (link := BECAUSE.search(claim)) and _is_invented(link, claim, evidence, texts):
        return told
    return told if any(_is_pieced(clause, texts) for clause in clauses_in(claim)) else None


def _is_pieced(clause: str, texts: Sequence[frozenset[str]]) -> bool:
    weights = weights_of(clause)
    best = max(coverage(weights, stems) for stems in texts)
    together = coverage(weights, frozenset().union(*texts))
    return best < WHOLE and together >= best + GAIN


def _is_invented(
    link: re.Match[str], claim: str, evidence: Sequence[Evidence], texts: Sequence[frozenset[str]]
) -> bool:
    """Whether a statement ties one source's matter to another's by words of cause or time that neither has for it."""
    sides = [weights_of(claim[: link.start()]), weights_of(claim[link.end() :])]
    homes = [{number for number, stems in enumerate(texts) if coverage(side, stems) >= WHOLE} for side in sides]
    return all(homes) and not homes[0] & homes[1]
