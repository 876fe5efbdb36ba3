"""Which nouns that fill one gap mean the same, and which are of the same kind."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from index.encoder import Encoder
from rag.gaps.filled import Filled
from rag.gaps.filler import TIED

SAME_SENSE = 0.72
"""How near in meaning two nouns must be to name one thing: car crash and road accident, but not violin and cello."""
SAME_KIND = 0.5
"""How near a noun must be to one that is tied to the gap to be tied to it too: striker to goalkeeper."""


def with_senses(filled: Sequence[Filled], encoder: Encoder) -> list[Filled]:
    """The same sentences; nouns of one sense have one number, and those of the kind of a tied one are tied."""
    nouns = list(dict.fromkeys(noun for each in filled if (noun := _noun_of(each))))
    firm = {_noun_of(each) for each in filled if each.is_tied} - {None}
    if not firm or len(nouns) < 2:
        return list(filled)
    vectors = encoder.encode(nouns)
    near = vectors @ vectors.T
    senses = dict(zip(nouns, (near >= SAME_SENSE).argmax(axis=1).tolist(), strict=True))
    closest = near[:, [noun in firm for noun in nouns]].max(axis=1).tolist()
    akin = {noun for noun, close in zip(nouns, closest, strict=True) if close >= SAME_KIND}
    return [_sensed(each, senses, akin) for each in filled]


def _noun_of(filled: Filled) -> str | None:
    return filled.filler.text.casefold() if filled.filler and filled.filler.is_noun else None


def _sensed(filled: Filled, senses: Mapping[str, int], akin: Collection[str]) -> Filled:
    noun = _noun_of(filled)
    if filled.filler is None or noun is None:
        return filled
    tied = TIED if noun in akin else filled.filler.tied
    return replace(filled, filler=replace(filled.filler, sense=senses[noun], tied=tied))
