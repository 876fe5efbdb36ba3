"""A difference between sources as the answer tells it: the sides in the sources' own words, and what sort it is."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.patterns import regex
from rag.answer import About, Citation, Disagreement, Relation, Side
from rag.difference import Difference
from rag.held import Held
from rag.quote import Quote, one_line

_SORTS: Mapping[Relation, str] = {
    "update": "What was said before and after",
    "conflict": "These cannot both hold",
    "framing": "The same matter, judged or explained in opposed ways",
    "scope": "Not of the same thing",
}
_FIGURES_MOVED = "Figures for different days"
_NOT_ALL = "These cannot all hold"
SORTS_OF_DIFFERENCE = frozenset((*_SORTS.values(), _FIGURES_MOVED, _NOT_ALL))
"""What stands before the sides of a difference."""
LONGEST = 140
"""Characters of a position; longer words are cut between two of them."""

# Words that are a quotation and nothing else need no marks of their own.
_QUOTED = regex(r"\A[“\"]([^“”\"]*)[”\"]?\Z")
_SINGLE = str.maketrans({"“": "‘", "”": "’", '"': "'"})

Quoted = Callable[[Held], Quote]
Key = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Position:
    """One side: what it says in a few words of its first quote, and all its quotes."""

    words: str
    quotes: tuple[Quote, ...]

    @property
    def holders(self) -> tuple[str, ...]:
        """Who is on this side, each once; "the Union" is the Union."""
        named: dict[str, str] = {}
        for quote in self.quotes:
            named.setdefault(quote.holder.casefold().removeprefix("the "), quote.holder)
        return tuple(named.values())


@dataclass(frozen=True, slots=True)
class Contrast:
    """A difference with its sides as they are told."""

    about: About
    relation: Relation
    positions: tuple[Position, ...]

    @property
    def quotes(self) -> Iterator[Quote]:
        """The words of every side."""
        return (quote for position in self.positions for quote in position.quotes)

    @property
    def summary(self) -> str:
        """What sort of difference it is, and the sides with those who hold them, in one line."""
        sides = "; ".join(f"{position.words} ({_named(position.holders)})" for position in self.positions)
        return f"{sort_of_difference(self.about, self.relation, len(self.positions))}: {sides}"

    def disagreement(self, numbers: Mapping[Key, Citation]) -> Disagreement:
        """The contract's form of it, with the numbers of its citations."""
        sides = tuple(
            Side(position.words, position.holders, tuple(numbers[quote.key].number for quote in position.quotes))
            for position in self.positions
        )
        return Disagreement(self.about, self.relation, self.summary, sides)


def sort_of_difference(about: About, relation: Relation, sides: int) -> str:
    """What sort of difference one of so many sides is, in a few words for its reader."""
    if relation == "conflict" and sides > 2:
        return _NOT_ALL
    return _FIGURES_MOVED if (about, relation) == ("quantity", "update") else _SORTS[relation]


def contrast_of(difference: Difference, quoted: Quoted) -> Contrast:
    """A difference in the sources' own words, which `quoted` cuts out."""
    positions = tuple(_position(side, quoted) for side in difference.sides)
    return Contrast(difference.about, difference.relation, positions)


def _position(side: Sequence[Held], quoted: Quoted) -> Position:
    quotes = tuple(quoted(held) for held in side)
    figure = side[0].figure
    if figure:
        return Position(figure.words, quotes)
    if side[0].goes_on:
        whole = " ".join(quote.shown for quote in quotes)
        return Position(f"“{shortened(whole, len(whole))}”", quotes)
    cited = tuple(piece for held, quote in zip(side, quotes, strict=True) for piece in _pieces(held, quote))
    return Position(f"“{shortened(quotes[0].shown_whole if len(cited) > len(quotes) else quotes[0].shown)}”", cited)


def _pieces(held: Held, quote: Quote) -> Sequence[Quote]:
    """The words cited for who holds something: of a sentence that markup cuts all pieces, if they are all of it."""
    return (
        (quote,) if held.span or not quote.is_whole_in_pieces else sorted(quote.pieces, key=lambda piece: piece.start)
    )


def shortened(words: str, longest: int = LONGEST) -> str:
    """The beginning of words that are too long, up to a blank; quotation marks among them are single ones."""
    whole = one_line(words)
    whole = whole if len(whole) <= longest else whole[:longest].rpartition(" ")[0].rstrip(" ,;") + " …"
    return _QUOTED.sub(r"\1", whole).translate(_SINGLE)


def shortened_around(words: str, told: str) -> str:
    """Words that are too long, cut between two of them to either side of those that matter."""
    whole, matter, found = one_line(words), one_line(told), None
    while matter and not found:  # what is counted may stand elsewhere
        found = re.search(rf"(?<!\w){re.escape(matter)}(?!\w)", whole, re.IGNORECASE)
        matter = matter if found else matter.rpartition(" ")[0]
    at = found.start() if found else 0
    if len(whole) <= LONGEST or at + len(matter) <= LONGEST:
        return shortened(words)
    front = whole[:at].split(" ")
    room = (LONGEST - len(matter)) // 2
    while front and len(" ".join(front)) > room:
        front.pop(0)
    return "… " + shortened(" ".join(front) + whole[at:])


def _named(holders: Sequence[str]) -> str:
    return ", ".join(holders)
