"""Where the articles of a whole corpus differ, the weightiest first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from index.claims import Claim
from index.figures import Figure, compared
from index.reader import Index, Place
from index.relations import Relation
from rag.answer import Citation, Disagreement
from rag.contrast import Contrast, Position, contrast_of, shortened
from rag.held import Held
from rag.json_line import json_line
from rag.quote import Quote
from rag.quotes import number_quotes
from rag.reply_differences import all_reply_differences

MOST_OF_A_SIDE = 4
OF_THE_ARTICLES = 2.0
"""The weight of a difference that the articles tell of themselves: more than that of any other."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Disagreements with the citations that their sides' numbers stand for."""

    disagreements: tuple[Disagreement, ...]
    citations: tuple[Citation, ...]

    def to_json(self) -> str:
        """One line of JSON."""
        return json_line(asdict(self))


def overview_of(index: Index) -> Overview:
    """All differences, with the citations of every side."""
    ordered = contrasts_over(index)
    citations = number_quotes([quote for contrast in ordered for quote in contrast.quotes])
    return Overview(tuple(each.disagreement(citations) for each in ordered), tuple(citations.values()))


def contrasts_over(index: Index) -> list[Contrast]:
    """Every relation but agreement, those that agree with a side together on it; the strongest first.

    What one says and another answers in the articles themselves comes before. A pair of claims whose sides another pair
    already sets against each other in the same way is not told again, nor is a claim judged otherwise by many.
    """
    agreeing = _agreeing(index.relations)
    chains, chained = _chains(index)
    contrasts: list[tuple[float, Contrast]] = [*_answered(index), *chains]
    told: set[tuple[str, frozenset[frozenset[int]]]] = set()
    judged: set[int] = set()
    for relation in sorted(index.relations, key=lambda each: -each.strength):
        sides = [
            (number, *sorted(agreeing[number] - {number}))[:MOST_OF_A_SIDE] for number in (relation.one, relation.other)
        ]
        mark = _mark(relation.kind, sides)
        if relation.kind == "agreement" or relation in chained or set(sides[0]) & set(sides[1]) or mark in told:
            continue
        told.add(mark)
        if relation.kind == "framing":
            if judged & {relation.one, relation.other}:
                continue
            judged |= {relation.one, relation.other}
        contrasts.append((_weight(relation, sides, index.claims), _contrast(relation, sides, index)))
    return [contrast for _, contrast in sorted(contrasts, key=lambda item: -item[0])]


def _answered(index: Index) -> Iterator[tuple[float, Contrast]]:
    """What one says and another answers: the articles tell of these differences themselves."""
    for difference in all_reply_differences(index):
        yield OF_THE_ARTICLES, contrast_of(difference, _quote_of)


def _quote_of(held: Held) -> Quote:
    start, end = held.span or (held.claim.start, held.claim.end)
    return Quote(held.evidence.hit.place, start, end, held.claim)


def _chains(index: Index) -> tuple[list[tuple[float, Contrast]], set[Relation]]:
    """Figures of one thing that grew or fell, each chain as one difference; and the relations that are told by them."""
    updates = {each for each in index.relations if each.kind == "update" and each.about == "quantity"}
    chains = []
    for group in _connected(updates):
        numbers = {number for relation in group for number in (relation.one, relation.other)}
        sides: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted((index.claims[number] for number in numbers), key=_when):
            sides[_words_in(claim, group, index)].append(claim)
        positions = tuple(_position(claims[:MOST_OF_A_SIDE], words, index) for words, claims in sides.items())
        if len(positions) > 1:
            strongest = max(group, key=lambda relation: relation.strength)
            chains.append(
                (_weight(strongest, [sorted(numbers)], index.claims), Contrast("quantity", "update", positions))
            )
    return chains, updates


def _connected(relations: Iterable[Relation]) -> list[list[Relation]]:
    """The relations in groups that share claims."""
    groups: list[tuple[set[int], list[Relation]]] = []
    for relation in relations:
        ends = {relation.one, relation.other}
        touching = [group for group in groups if group[0] & ends]
        merged = (
            ends.union(*(group[0] for group in touching)),
            [relation, *(one for _, many in touching for one in many)],
        )
        groups = [group for group in groups if group not in touching] + [merged]
    return [found for _, found in groups]


def _words_in(claim: Claim, group: Sequence[Relation], index: Index) -> str:
    """The figure of a claim that its chain is about, as it is written."""
    for relation in group:
        pair = index.claims[relation.one], index.claims[relation.other]
        words = _figure_words(*pair) if claim in pair else None
        if words:
            return words[pair.index(claim)]
    return claim.text


def _mark(kind: str, sides: Sequence[Sequence[int]]) -> tuple[str, frozenset[frozenset[int]]]:
    """What makes two differences the same: their kind and who stands on their sides."""
    return kind, frozenset(frozenset(side) for side in sides)


def _agreeing(relations: Sequence[Relation]) -> Mapping[int, set[int]]:
    """For each claim those that say the same."""
    same: dict[int, set[int]] = defaultdict(set)
    for relation in relations:
        if relation.kind == "agreement":
            same[relation.one].add(relation.other)
            same[relation.other].add(relation.one)
    return same


def _weight(relation: Relation, sides: Sequence[Sequence[int]], claims: Sequence[Claim]) -> float:
    """How much a difference weighs: how near its sides are, how many articles take part, whether both can hold."""
    articles = {claims[number].file for side in sides for number in side}
    return relation.strength + 0.1 * len(articles) + 0.2 * (relation.kind == "conflict")


def _contrast(relation: Relation, sides: Sequence[Sequence[int]], index: Index) -> Contrast:
    claims = index.claims[relation.one], index.claims[relation.other]
    words = _figure_words(*claims) if relation.about == "quantity" else None
    ordered = sorted(zip(sides, words or (None, None), strict=True), key=lambda item: _when(index.claims[item[0][0]]))
    positions = tuple(_position([index.claims[number] for number in side], told, index) for side, told in ordered)
    return Contrast(relation.about, relation.kind, positions)  # type: ignore[arg-type]


def _when(claim: Claim) -> tuple[bool, int]:
    """By the day spoken of, else that of the article; unknown days last."""
    day = claim.day or claim.written
    return day is None, day.toordinal() if day else 0


def _figure_words(one: Claim, other: Claim) -> tuple[str, str] | None:
    """The two figures that are at odds, as they are written."""
    pairs = ((Figure(one, left), Figure(other, right)) for left in one.quantities for right in other.quantities)
    differing = next((pair for pair in pairs if compared(*pair) not in (None, "agreement")), None)
    return (differing[0].words, differing[1].words) if differing else None


def _position(claims: Sequence[Claim], figure: str | None, index: Index) -> Position:
    quotes = tuple(_quotes(claims, index))
    return Position(figure or f"“{shortened(claims[0].text)}”", quotes)


def _quotes(claims: Sequence[Claim], index: Index) -> Iterator[Quote]:
    sources = {source.file: source for source in index.sources}
    return (Quote(Place(sources[claim.file], claim.sentence), claim.start, claim.end, claim) for claim in claims)
