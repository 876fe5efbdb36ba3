"""Two sides of those who judge what a question asks about, or deny it."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from index.judgement import judges, leaning, matter_of
from index.reader import Index
from index.words import terms
from rag.answer import Relation
from rag.causes import cause_denied
from rag.cues import Kind
from rag.difference import MOST_OF_A_SIDE, Difference
from rag.evidence import Evidence
from rag.held import Held

NEAR = 0.35
"""How far below the best sentence one may be that judges otherwise;"""
BELIEVED_NEAR = 0.55
"""where it is asked what people think, and nobody nearer is opposed to anybody."""
MOST_VOICES = 8
ALIKE = 0.45
"""How near in meaning a sentence must be to one of two sides to be on it, and two of which one denies to be apart."""
ON_ONE_MATTER = 0.6
"""How near in meaning two must be that only lean apart: a good word here and a bad one there may be of anything."""
CLEARLY = 0.03
LEANING = 0.2
"""How much it weighs that one of two judgements is favourable and the other is not."""
DENYING = 0.6
"""How near in meaning a denial must be to a statement to be its denial."""


def judged_differences(kind: Kind, evidence: Sequence[Evidence], index: Index) -> Iterator[Difference]:
    """Two sides of those who judge the matter: the two that are most at odds, and who is near to either."""
    voices = _voices(evidence, index, NEAR)
    pairs = _opposed_pairs(voices, index)
    if not pairs and kind is Kind.OPINION:
        voices = _voices(evidence, index, BELIEVED_NEAR)
        pairs = _opposed_pairs(voices, index)
    if not pairs:
        return
    one, other = max(pairs, key=lambda pair: _at_odds(pair[0], pair[1], index))
    sides: tuple[list[Held], list[Held]] = ([one], [other])
    for voice in voices:
        if voice not in (one, other) and (side := _side_of(voice, one, other, index)) is not None:
            sides[side].append(voice)
    denied = _one_denies(one, other) and _cosine(one, other, index) >= DENYING
    about = matter_of(one.claim.text, other.claim.text, "event" if denied else "evaluation")
    relation: Relation = "conflict" if denied or about == "prediction" else "framing"
    yield Difference(about, relation, (tuple(sides[0][:MOST_OF_A_SIDE]), tuple(sides[1][:MOST_OF_A_SIDE])))


def _voices(evidence: Sequence[Evidence], index: Index, reach: float) -> list[Held]:
    """Who judges, or is said to hold something, so near the question."""
    best = evidence[0].relevance if evidence else 0.0
    near = [each for each in evidence if best - each.relevance <= reach]
    held = [Held(each, claim) for each in near if (claim := index.claim_at(each.hit.place))]
    return [each for each in held if judges(each.claim.text) or not each.claim.own_voice][:MOST_VOICES]


def _opposed_pairs(voices: Sequence[Held], index: Index) -> list[tuple[Held, Held]]:
    return [pair for pair in combinations(voices, 2) if _are_opposed(pair[0], pair[1], index)]


def _are_opposed(one: Held, other: Held, index: Index) -> bool:
    """Whether two hold opposed things of one matter: what one denies is near, what only leans apart nearer."""
    if one.claim.holder == other.claim.holder:
        return False
    if _denies_another_cause(one, other) or _denies_another_cause(other, one):
        return False
    cosine = _cosine(one, other, index)
    return cosine >= ALIKE if _one_denies(one, other) else cosine >= ON_ONE_MATTER and _lean_apart(one, other)


def _at_odds(one: Held, other: Held, index: Index) -> float:
    """How much two claims look like opposed ones: relevant both, on one matter, both judging, one of them a denial."""
    return (
        one.evidence.relevance
        + other.evidence.relevance
        + 0.5 * _cosine(one, other, index)
        + 0.2 * (judges(one.claim.text) + judges(other.claim.text))
        + 0.3 * _one_denies(one, other)
        + LEANING * _lean_apart(one, other)
    )


def _lean_apart(one: Held, other: Held) -> bool:
    return leaning(one.claim.text) * leaning(other.claim.text) < 0


def _one_denies(one: Held, other: Held) -> bool:
    return (one.claim.held == "denied") != (other.claim.held == "denied")


def _denies_another_cause(denial: Held, stated: Held) -> bool:
    """Whether one only denies a cause of which the other has no word: both may be right."""
    denied = cause_denied(denial.claim.text) if denial.claim.held == "denied" else frozenset[str]()
    return bool(denied) and not denied & frozenset(terms(stated.claim.text))


def _side_of(voice: Held, one: Held, other: Held, index: Index) -> int | None:
    """0 or 1, or None where it is near to neither, or to both alike."""
    first, second = _cosine(voice, one, index), _cosine(voice, other, index)
    if max(first, second) < ALIKE or abs(first - second) < CLEARLY:
        return None
    return 0 if first > second else 1


def _cosine(one: Held, other: Held, index: Index) -> float:
    return float(index.vectors[one.evidence.hit.row] @ index.vectors[other.evidence.hit.row])
