"""Where the articles of a whole corpus differ, the weightiest first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from index.claims import Claim
from index.reader import Index, Place
from index.relations import Relation
from rag.answer import Citation, Disagreement
from rag.contrast import Contrast, Position, contrast_of, shortened
from rag.grouped_figures import day_of, groups_of_figures
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
    ordered = [replace(each, positions=tuple(map(briefly, each.positions))) for each in contrasts_over(index)]
    citations = number_quotes([quote for contrast in ordered for quote in contrast.quotes])
    return Overview(tuple(each.disagreement(citations) for each in ordered), tuple(citations.values()))


def briefly(position: Position) -> Position:
    """A position with no more quotes than are told of one."""
    return replace(position, quotes=position.quotes[:MOST_OF_A_SIDE])


def contrasts_over(index: Index) -> list[Contrast]:
    """Every relation but agreement, those that agree with a side together on it; the strongest first.

    What one says and another answers in the articles themselves comes before. A pair of claims whose sides another pair
    already sets against each other in the same way is not told again, nor is a claim judged otherwise by many. All who
    give a figure are told.
    """
    agreeing = _agreeing(index.relations)
    contrasts: list[tuple[float, Contrast]] = [*_answered(index), *_of_figures(index)]
    told: set[tuple[str, frozenset[frozenset[int]]]] = set()
    judged: set[int] = set()
    for relation in sorted(index.relations, key=lambda each: -each.strength):
        sides = [
            (number, *sorted(agreeing[number] - {number}))[:MOST_OF_A_SIDE] for number in (relation.one, relation.other)
        ]
        mark = _mark(relation.kind, sides)
        beside = relation.kind == "agreement" or relation.about == "quantity"
        if beside or set(sides[0]) & set(sides[1]) or mark in told:
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


def _of_figures(index: Index) -> Iterator[tuple[float, Contrast]]:
    """Figures of one thing that clash or moved, each thing once."""
    for group in groups_of_figures(index):
        numbers = [figure.number for side in group.sides for figure in side]
        positions = tuple(
            _position([each.figure.claim for each in side], side[0].figure.words, index) for side in group.sides
        )
        yield _weight(group.strongest, [numbers], index.claims), Contrast("quantity", group.kind, positions)


def _quote_of(held: Held) -> Quote:
    start, end = held.span or (held.claim.start, held.claim.end)
    return Quote(held.evidence.hit.place, start, end, held.claim)


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
    ordered = sorted(([index.claims[number] for number in side] for side in sides), key=lambda side: day_of(side[0]))
    positions = tuple(_position(side, f"“{shortened(side[0].text)}”", index) for side in ordered)
    return Contrast(relation.about, relation.kind, positions)  # type: ignore[arg-type]


def _position(claims: Sequence[Claim], words: str, index: Index) -> Position:
    sources = {source.file: source for source in index.sources}
    quotes = (Quote(Place(sources[claim.file], claim.sentence), claim.start, claim.end, claim) for claim in claims)
    return Position(words, tuple(quotes))
