"""The relations among all claims of an index, by way of their neighbours in the vector store."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from index.claims import Claim
from index.encoder import Vectors
from index.relations import NEAR, Relation, related
from index.store import VectorStore

NEIGHBOURS = 12
"""How many of the nearest claims each new one is compared with: the cost grows with the claims, not their square."""
BATCH = 200

Place = tuple[str, int, int, int]


def relations_among(
    claims: Sequence[Claim],
    vectors: Vectors,
    store: VectorStore,
    new: Sequence[int],
    progress: Callable[[int], None],
) -> Iterator[Relation]:
    """The relations of the claims with these numbers to any others, each pair once."""
    seen: set[tuple[int, int]] = set()
    for start in range(0, len(new), BATCH):
        numbers = new[start : start + BATCH]
        near = store.nearest("claims", vectors[list(numbers)], NEIGHBOURS)
        for number, found in zip(numbers, near, strict=True):
            for each in found:
                pair = min(number, each.number), max(number, each.number)
                if each.cosine >= NEAR and pair not in seen and _comparable(claims[pair[0]], claims[pair[1]]):
                    seen.add(pair)
                    kind = related(claims[pair[0]], claims[pair[1]], each.cosine)
                    if kind:
                        yield Relation(*pair, *kind, round(each.cosine, 4))
        progress(len(numbers))


def without_weak_denials(relations: Sequence[Relation]) -> list[Relation]:
    """A denial denies one thing: of the claims it may deny, the nearest; figures speak for themselves."""
    denials = [each for each in relations if each.kind == "conflict" and each.about != "quantity"]
    strongest: dict[int, float] = {}
    for each in denials:
        for number in (each.one, each.other):
            strongest[number] = max(strongest.get(number, 0.0), each.strength)
    weak = {each for each in denials if each.strength < max(strongest[each.one], strongest[each.other])}
    return [each for each in relations if each not in weak]


def _comparable(one: Claim, other: Claim) -> bool:
    """Claims of different articles, or of different holders within one; never two readings of one sentence."""
    return one.file != other.file or (one.sentence != other.sentence and one.holder != other.holder)


def carried(
    relations: Sequence[Relation], before: Sequence[Claim], claims: Sequence[Claim], new: Sequence[int]
) -> Iterator[Relation]:
    """The relations of the last generation whose claims are both still there, by their present numbers."""
    numbers = {_place(claim): number for number, claim in enumerate(claims)}
    for number in new:
        numbers.pop(_place(claims[number]), None)
    for relation in relations:
        one, other = (numbers.get(_place(before[number])) for number in (relation.one, relation.other))
        if one is not None and other is not None:
            yield replace(relation, one=min(one, other), other=max(one, other))


def _place(claim: Claim) -> Place:
    return claim.file, claim.sentence, claim.start, claim.end
