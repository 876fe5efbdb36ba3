"""How the sources differ on what a question asks: figures that clash, denials, opposed judgements."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from index.counted import nouns_of
from index.figures import Figure, are_close, compared, compared_as_one
from index.judgement import judges, leaning, matter_of
from index.reader import Index
from index.words import terms
from rag.answer import About, Relation
from rag.cues import Kind
from rag.dated_differences import days_apart
from rag.evidence import Evidence, voices_asked
from rag.figures_asked import FiguresAsked, asks_for_figures
from rag.held import Held
from rag.naming import named_sources
from rag.question import Question

READ = 24
"""How many of the best sentences are looked through for another side."""
NEAR = 0.35
"""How far below the best sentence one may be that judges otherwise, or counts otherwise in the same measure."""
CONTESTED = {Kind.OPINION, Kind.COMPARISON, Kind.REASON}
"""The kinds of question that are open to judgement; whether something is so may only be denied."""
COUNTING = {Kind.NUMBER, Kind.COMPARISON, Kind.DURATION}
MOST_VOICES = 8
MOST_OF_A_SIDE = 4
ALIKE = 0.45
"""How near in meaning a sentence must be to one of two sides to be on it."""
CLEARLY = 0.03
LEANING = 0.2
"""How much it weighs that one of two judgements is favourable and the other is not."""
DENYING = 0.6
"""How near in meaning a denial must be to a statement to be its denial."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A way in which sources differ; each side has those who are on it, the most relevant first."""

    about: About
    relation: Relation
    sides: tuple[tuple[Held, ...], ...]


def differences_in(question: Question, evidence: Sequence[Evidence], index: Index) -> tuple[Difference, ...]:
    """The differences that bear on a question: between figures where it counts, between judgements where it is open."""
    found: list[Difference] = []
    if question.kind in COUNTING or asks_for_figures(question.clear):
        found.extend(_of_figures(question, evidence[:READ], index))
    if question.kind is Kind.TIME:
        found.extend(Difference("event", "conflict", sides) for sides in days_apart(question, evidence[:READ], index))
    named = _of_named(question, evidence, index) if question.kind is Kind.COMPARISON else None
    if named:
        found.append(named)
    elif question.kind in CONTESTED | {Kind.YES_OR_NO} and not voices_asked(question):
        judged = _of_judgements(evidence[:READ], index)
        found.extend(each for each in judged if question.kind in CONTESTED or each.relation == "conflict")
    return tuple(found)


def _of_figures(question: Question, evidence: Sequence[Evidence], index: Index) -> Iterator[Difference]:
    """One update for all figures of one thing in their order, and a conflict for each two of the same days."""
    sides = _sides(_of_one_thing(_figures_asked(question, evidence, index)))
    pairs = [(one, other, _relation(one, other)) for one, other in combinations(sides, 2)]
    for one, other, relation in pairs:
        if relation in ("conflict", "scope"):
            yield Difference("quantity", relation, (one, other))
    moved = [side for one, other, relation in pairs if relation == "update" for side in (one, other)]
    chain = [side for side in sides if side in moved]
    if len(chain) > 1:
        yield Difference("quantity", "update", _in_order(chain))


def _figures_asked(question: Question, evidence: Sequence[Evidence], index: Index) -> Iterator[Held]:
    """The figures near the question that count what it counts, one a sentence."""
    asked = FiguresAsked.by(question.clear)
    best = evidence[0].relevance if evidence else 0.0
    for each in evidence:
        behind = best - each.relevance
        figures = (
            Figure(claim, quantity) for claim in index.claims_at(each.hit.place) for quantity in claim.quantities
        )
        found = next((figure for figure in figures if behind <= asked.reach(figure, each.has_it)), None)
        if found:
            yield Held(each, found.claim, found)


def _of_one_thing(held: Iterator[Held]) -> list[Held]:
    """Those that count the same as most do; of as many, as the most relevant one does."""
    groups: list[list[Held]] = []
    for each in held:
        fitting = next((group for group in groups if _compared(group[0], each)), None)
        if fitting is None:
            groups.append([each])
        else:
            fitting.append(each)
    return max(groups, key=len, default=[])


def _compared(one: Held, other: Held) -> str | None:
    if not (one.figure and other.figure):
        return None
    return compared(one.figure, other.figure) or _compared_in_a_unit(one.figure, other.figure)


def _compared_in_a_unit(one: Figure, other: Figure) -> str | None:
    """What two answers in one unit are: of something else each (water, water and mud), or one does not say of what."""
    nouns = nouns_of(one.quantity), nouns_of(other.quantity)
    alike = one.quantity.unit == other.quantity.unit not in ("", "%", "times")
    if not alike or not any(nouns) or one.claim.file == other.claim.file:
        return None
    return "scope" if all(nouns) else compared_as_one(one, other)


def _sides(held: Sequence[Held]) -> list[tuple[Held, ...]]:
    """Those whose figures are the same, together."""
    sides: list[list[Held]] = []
    for each in held:
        fitting = next((side for side in sides if _same_figure(side[0], each)), None)
        if fitting is None:
            sides.append([each])
        else:
            fitting.append(each)
    return [tuple(side[:MOST_OF_A_SIDE]) for side in sides]


def _same_figure(one: Held, other: Held) -> bool:
    return bool(one.figure and other.figure and are_close(one.figure.quantity, other.figure.quantity))


def _relation(one: Sequence[Held], other: Sequence[Held]) -> Relation | None:
    """What two sides are to each other: a conflict where any two of their figures are one."""
    kinds = {_compared(left, right) for left in one for right in other}
    order: tuple[Relation, ...] = ("conflict", "update", "scope")
    return next((kind for kind in order if kind in kinds), None)


def _in_order(sides: Sequence[tuple[Held, ...]]) -> tuple[tuple[Held, ...], ...]:
    """The sides by their days; where the known days say that the count only grew, or only fell, by their figures."""
    dated = sorted((side for side in sides if _day(side)), key=lambda side: (_day(side), _value(side)))
    values = [_value(side) for side in dated]
    for falling in (False, True):
        if values == sorted(values, reverse=falling):
            return tuple(sorted(sides, key=_value, reverse=falling))
    return tuple(sorted(sides, key=lambda side: (_day(side) or date.max, _value(side))))


def _day(side: Sequence[Held]) -> date | None:
    return min((held.claim.day for held in side if held.claim.day), default=None)


def _value(side: Sequence[Held]) -> float:
    return min(held.figure.quantity.value for held in side if held.figure)


def _of_named(question: Question, evidence: Sequence[Evidence], index: Index) -> Difference | None:
    """What those say who are to be compared: a side for each of the two that have the most relevant word."""
    sides: dict[str, list[Held]] = {}
    outlets = {source.file: source.file for source in named_sources(question.clear, index.sources)}
    for each in evidence:
        for claim in index.claims_at(each.hit.place)[:1]:
            spoken = voices_asked(question) & {*terms(claim.holder), *terms(" ".join(claim.through))}
            name = min(spoken, default=outlets.get(claim.file))
            if name:
                sides.setdefault(name, []).append(Held(each, claim))
    if len(sides) < 2:
        return None
    one, other = list(sides.values())[:2]
    about = matter_of(one[0].claim.text, other[0].claim.text, "evaluation")
    return Difference(about, "framing", (tuple(one[:MOST_OF_A_SIDE]), tuple(other[:MOST_OF_A_SIDE])))


def _of_judgements(evidence: Sequence[Evidence], index: Index) -> Iterator[Difference]:
    """Two sides of those who judge the matter: the two that are most at odds, and who is near to either."""
    voices = _voices(evidence, index)
    pairs = [pair for pair in combinations(voices, 2) if pair[0].claim.holder != pair[1].claim.holder]
    if not pairs:
        return
    one, other = max(pairs, key=lambda pair: _at_odds(pair[0], pair[1], index))
    if not (_lean_apart(one, other) or _one_denies(one, other)):
        return
    sides: tuple[list[Held], list[Held]] = ([one], [other])
    for voice in voices:
        if voice not in (one, other) and (side := _side_of(voice, one, other, index)) is not None:
            sides[side].append(voice)
    denied = _one_denies(one, other) and _cosine(one, other, index) >= DENYING
    about = matter_of(one.claim.text, other.claim.text, "event" if denied else "evaluation")
    relation: Relation = "conflict" if denied or about == "prediction" else "framing"
    yield Difference(about, relation, (tuple(sides[0][:MOST_OF_A_SIDE]), tuple(sides[1][:MOST_OF_A_SIDE])))


def _voices(evidence: Sequence[Evidence], index: Index) -> list[Held]:
    """Who judges, or is said to hold something, near the question."""
    best = evidence[0].relevance if evidence else 0.0
    near = [each for each in evidence if best - each.relevance <= NEAR]
    held = [Held(each, claim) for each in near if (claim := index.claim_at(each.hit.place))]
    return [each for each in held if judges(each.claim.text) or not each.claim.own_voice][:MOST_VOICES]


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


def _side_of(voice: Held, one: Held, other: Held, index: Index) -> int | None:
    """0 or 1, or None where it is near to neither, or to both alike."""
    first, second = _cosine(voice, one, index), _cosine(voice, other, index)
    if max(first, second) < ALIKE or abs(first - second) < CLEARLY:
        return None
    return 0 if first > second else 1


def _cosine(one: Held, other: Held, index: Index) -> float:
    return float(index.vectors[one.evidence.hit.row] @ index.vectors[other.evidence.hit.row])
