"""Reads the sentences found for a question for what fills its gap."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.source import Source
from index.encoder import Encoder
from index.moments import YEAR
from index.reader import Index, Place
from rag.gaps.day_filler import day_in
from rag.gaps.figure_filler import figure_in
from rag.gaps.filled import Filled, before
from rag.gaps.filler import TIED, Filler
from rag.gaps.gap import Gap
from rag.gaps.head_words import head_words
from rag.gaps.senses import with_senses
from rag.gaps.word_filler import filler_in
from rag.gaps.words import Word, name_runs, words_of

_HE = frozenset("he she".split())
_HIS = frozenset("his her".split())


class GapReader:
    """Reads sentences for one gap."""

    def __init__(self, gap: Gap, index: Index, encoder: Encoder) -> None:
        self._gap = gap
        self._index = index
        self._encoder = encoder
        self._tells_of_it: dict[str, bool] = {}
        self._words: dict[tuple[str, int], tuple[Word, ...]] = {}

    def read(self, places: Sequence[Place]) -> list[Filled]:
        """What each of these sentences has of the gap, the nearest first."""
        linked = [self._linked(place) for place in places]
        pairs = list(zip(places, linked, strict=True))
        about = [place for place, link in pairs if link.is_about_it]
        heads = head_words(self._gap, self._by_article(about), self._encoder)
        filled = [self._filled(place, link, heads) if link.is_about_it else link for place, link in pairs]
        return with_senses(filled, self._encoder)

    def _read(self, place: Place) -> tuple[Word, ...]:
        """The words of a sentence, read once."""
        key = place.source.file, place.number
        if key not in self._words:
            self._words[key] = words_of(place.sentence.reading, self._index.vocabulary.names)
        return self._words[key]

    def _by_article(self, places: Sequence[Place]) -> list[list[tuple[Word, ...]]]:
        """The words of sentences, those of one article together."""
        articles: dict[str, list[tuple[Word, ...]]] = {}
        for place in places:
            articles.setdefault(place.source.file, []).append(self._read(place))
        return list(articles.values())

    def _linked(self, place: Place) -> Filled:
        if not self._is_told_of_in(place.source):
            return Filled(elsewhere=True)
        subject = self._gap.subject
        if subject.is_named_in(self._read(place)):
            return Filled(named=True)
        return Filled(follows=any(subject.is_named_in(self._read(other)) for other in before(place)))

    def _is_told_of_in(self, source: Source) -> bool:
        if source.file not in self._tells_of_it:
            self._tells_of_it[source.file] = self._gap.subject.is_in(source.text)
        return self._tells_of_it[source.file]

    def _filled(self, place: Place, link: Filled, heads: Collection[str]) -> Filled:
        reading, words, gap = place.sentence.reading, self._read(place), self._gap
        years = set(YEAR.findall(reading))
        if gap.years and years and not years & gap.years:
            return link
        if gap.asked == "figure":
            return replace(link, filler=figure_in(gap, reading, words, heads))
        if gap.asked == "time":
            return replace(link, filler=day_in(gap, reading, words, heads, place.source.date))
        filled = replace(link, filler=filler_in(gap, reading, words, heads))
        return filled if filled.is_tied else self._of_her(place, filled, heads)

    def _of_her(self, place: Place, filled: Filled, heads: Collection[str]) -> Filled:
        """The same sentence filled by the person named before it, where it says that "she" did it."""
        if self._gap.asked != "person" or not self._says_she(self._read(place), heads):
            return filled
        named = ((other, self._person_in(other)) for other in before(place))
        return next((replace(filled, filler=person, namer=other) for other, person in named if person), filled)

    def _says_she(self, words: Sequence[Word], heads: Collection[str]) -> bool:
        """Whether a pronoun stands for the one who did it: "she designed the library", "her library"."""
        if self._gap.form == "object" or not self._gap.first <= {word.stem for word in words}:
            return False
        whose = self._gap.subject.stems | self._gap.sort
        owned = any(one.lower in _HIS and other.stem in whose for one, other in pairwise(words))
        heads_at = [at for at, word in enumerate(words) if word.lower in heads]
        return owned or any(word.lower in _HE for at in heads_at for word in words[:at])

    def _person_in(self, place: Place) -> Filler | None:
        """The first name of several words in a sentence, the one asked about aside."""
        words = self._read(place)
        for begin, end in name_runs(words):
            within = words[begin:end]
            stems = frozenset(word.stem for word in within if word.named)
            if len(within) > 1 and not stems <= self._gap.subject.stems:
                start, stop = within[0].start, within[-1].end
                return Filler(start, stop, place.sentence.reading[start:stop], stems, TIED, named=True)
        return None
