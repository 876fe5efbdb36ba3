"""Where words of a sentence as it is read stand in its source, and the article as one text of such sentences."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.source import Sentence, Source


@dataclass(frozen=True, slots=True)
class ArticleText:
    """The readings of an article's sentences as one text, and the span of each in it; a blank line parts paragraphs."""

    text: str
    spans: tuple[tuple[int, int], ...]

    def sentence_at(self, place: int) -> int:
        """The number of the sentence that holds a place, or of the last one before it."""
        from bisect import bisect_right

        return max(bisect_right([start for start, _ in self.spans], place) - 1, 0)


def article_text(source: Source) -> ArticleText:
    """An article as the tagger reads it."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    at, paragraph = 0, None
    for sentence in source.sentences:
        gap = "" if paragraph is None else " " if sentence.paragraph == paragraph else "\n\n"
        parts.extend((gap, sentence.reading))
        spans.append((at + len(gap), at + len(gap) + len(sentence.reading)))
        at, paragraph = spans[-1][1], sentence.paragraph
    return ArticleText("".join(parts), tuple(spans))


def placed(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The span in its source of `sentence.reading[start:end]`; None where markup makes text and reading differ."""
    if sentence.fragments:
        return None
    places = _places(sentence.text, sentence.reading)
    if places is None or not start < end:
        return None
    return sentence.start + places[start], sentence.start + places[end - 1] + 1


def _places(text: str, reading: str) -> Sequence[int] | None:
    """For each character of the reading its place in the text: they may differ in white space only."""
    places, at = [], 0
    for letter in reading:
        if letter == " ":
            if at >= len(text) or not text[at].isspace():
                return None
            places.append(at)
            while at < len(text) and text[at].isspace():
                at += 1
            continue
        if at >= len(text) or text[at] != letter:
            return None
        places.append(at)
        at += 1
    return places
