"""Words of a source that answer, and the facts that they state."""

from dataclasses import dataclass

from index.claims import Claim
from index.reader import Place

LEAST_WHOLE = 0.9
"""The share of a sentence that must be quotable in one piece for it to count as whole."""


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
    def shown(self) -> str:
        """The words on one line; dots stand where a piece leaves the rest of its sentence out."""
        words, reading = one_line(self.text), self.place.sentence.reading
        if not self.is_fragment:
            return words
        return f"{'' if reading.startswith(words[:12]) else '… '}{words}{'' if reading.endswith(words[-12:]) else ' …'}"


@dataclass(frozen=True, slots=True)
class Point:
    """One fact of an answer: the words it is given in, and others that say the same."""

    quote: Quote
    same: tuple[Quote, ...] = ()

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All words that say it, those shown first."""
        return (self.quote, *self.same)


def one_line(text: str) -> str:
    """A text with its white space made single blanks."""
    return " ".join(text.split())
