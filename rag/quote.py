"""Words of a source that answer, and the facts that they state."""

from dataclasses import dataclass, replace

from corpus.patterns import regex
from index.claims import Claim
from index.reader import Place

LEAST_WHOLE = 0.9
"""The share of a sentence that must be quotable in one piece for it to count as whole."""
_WORD = regex(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source that answer: `start` and `end` count in its text; `claim` is what their sentence states."""

    place: Place
    start: int
    end: int
    claim: Claim | None = None

    @property
    def key(self) -> tuple[str, int, int]:
        """Its place: the same words are cited once."""
        return self.place.source.file, self.start, self.end

    @property
    def holder(self) -> str:
        """Who says them: the holder of the claim, else the source."""
        return self.claim.holder if self.claim else self.place.source.name

    @property
    def text(self) -> str:
        """The exact words."""
        return self.place.source.text[self.start : self.end]

    @property
    def is_fragment(self) -> bool:
        """Whether a page's markup cuts the sentence, so that only a piece of it can be quoted."""
        sentence = self.place.sentence
        return bool(sentence.fragments) or len(one_line(sentence.text)) < LEAST_WHOLE * len(sentence.reading)

    @property
    def pieces(self) -> tuple["Quote", ...]:
        """These words, and the other pieces of a sentence that a page's markup cuts: all that can be quoted of it."""
        sentence = self.place.sentence
        spans = ((sentence.start, sentence.end), *sentence.fragments) if sentence.fragments else ()
        others = (span for span in spans if span != (self.start, self.end))
        return (self, *(replace(self, start=start, end=end) for start, end in others))

    @property
    def shown(self) -> str:
        """The words on one line, as a person reads them; dots stand where a piece leaves some of its sentence out."""
        words, sentence = one_line(self.text), self.place.sentence
        if self.is_fragment:
            cut = not sentence.reading.startswith(words[:12]), not sentence.reading.endswith(words[-12:])
            return f"{'… ' if cut[0] else ''}{words}{' …' if cut[1] else ''}"
        return one_line(sentence.reading) if _WORD.findall(words) == _WORD.findall(sentence.reading) else words

    @property
    def is_whole_in_pieces(self) -> bool:
        """Whether the pieces of a sentence that markup cuts have all its words between them."""
        pieces = sorted(self.pieces, key=lambda piece: piece.start)
        words = [word for piece in pieces for word in _WORD.findall(piece.text)]
        return len(pieces) > 1 and words == _WORD.findall(self.place.sentence.reading)

    @property
    def shown_whole(self) -> str:
        """The same, but the sentence without dots where its pieces have all of it."""
        return one_line(self.place.sentence.reading) if self.is_whole_in_pieces else self.shown


@dataclass(frozen=True, slots=True)
class Point:
    """One fact of an answer: the words it is given in, and others that say the same."""

    quote: Quote
    same: tuple[Quote, ...] = ()

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All words that say it, those shown first."""
        return (self.quote, *self.same)

    @property
    def cited(self) -> tuple[Quote, ...]:
        """All words that it rests on: those shown, in all their pieces, and others that say it."""
        return (*self.quote.pieces, *self.same) if self.quote.is_whole_in_pieces else self.quotes


def one_line(text: str) -> str:
    """A text with its white space made single blanks."""
    return " ".join(text.split())
