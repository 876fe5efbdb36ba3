"""Neighbouring sentences grouped into what is searched."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from corpus.source import Sentence, Source

MAXIMUM_WORDS = 90


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences `first` to `last` (inclusive, counted in the source) that are read together."""

    first: int
    last: int

    def __contains__(self, sentence: int) -> bool:
        return self.first <= sentence <= self.last


def passages_of(source: Source) -> tuple[Passage, ...]:
    """The passages of a source in order: whole paragraphs, long ones cut between sentences."""
    numbered = enumerate(source.sentences)
    paragraphs = groupby(numbered, key=lambda item: item[1].paragraph)
    return tuple(passage for _, group in paragraphs for passage in _cut([number for number, _ in group], source))


def _cut(numbers: list[int], source: Source) -> Iterator[Passage]:
    first, words = numbers[0], 0
    for number in numbers:
        length = _words(source.sentences[number])
        if words and words + length > MAXIMUM_WORDS:
            yield Passage(first, number - 1)
            first, words = number, 0
        words += length
    yield Passage(first, numbers[-1])


def _words(sentence: Sentence) -> int:
    return len(sentence.reading.split())


def context_of(source: Source) -> str:
    """What is said before a passage when it is turned into a vector: title, outlet and date."""
    known = (source.title, source.outlet, source.date.isoformat() if source.date else None)
    return ". ".join(part for part in known if part)


def reading_of(source: Source, passage: Passage) -> str:
    """A passage as it is turned into a vector, led by its article's title, outlet and date."""
    words = " ".join(sentence.reading for sentence in source.sentences[passage.first : passage.last + 1])
    return f"{context_of(source)}\n{words}".strip()
