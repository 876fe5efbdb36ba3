"""Whether two sentences are about the same bearer of a name, as far as their paragraphs tell."""

from dataclasses import dataclass

from index.reader import Index, Place
from rag.gaps.gap import Gap
from rag.gaps.word_forms import is_form_of
from rag.gaps.words import words_of
from rag.held import Held

ALIKE = 0.8
"""How near in meaning two sentences must be that say what somebody is, in other words, to mean the same one."""


@dataclass(frozen=True, slots=True)
class _Described:
    """The stems of what somebody is said to be, and the row of the sentence that says it."""

    stems: frozenset[str]
    row: int


def are_of_one_bearer(one: Held, other: Held, gap: Gap, index: Index) -> bool:
    """Whether both may speak of one: unless each says what he is, in words of another stem and another meaning."""
    left, right = _described(one, gap), _described(other, gap)
    if left is None or right is None or left.stems & right.stems:
        return True
    return float(index.vectors[left.row] @ index.vectors[right.row]) >= ALIKE


def _described(held: Held, gap: Gap) -> _Described | None:
    """What the paragraph of a sentence first calls the one asked about, the words of the question aside."""
    hit = held.evidence.hit
    for place in _paragraph(hit.place):
        words = words_of(place.sentence.reading)
        told = gap.subject.described_in(words) if gap.subject.is_named_in(words) else []
        stems = {word.stem for word in told if not (gap.head and is_form_of(word.lower, gap.head))} - gap.said
        if stems:
            return _Described(frozenset(stems), hit.row + place.number - hit.place.number)
    return None


def _paragraph(place: Place) -> list[Place]:
    """All sentences of the paragraph that a sentence stands in."""
    found = [place]
    while found[0].previous is not None:
        found.insert(0, Place(place.source, found[0].number - 1))
    while found[-1].following is not None:
        found.append(Place(place.source, found[-1].number + 1))
    return found
