"""What fills the gap of a question, and whether two fillers are the same thing."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from index.figures import are_close
from index.quantities import Quantity

TIED, LOOSE = 1.0, 0.5
"""How firmly a filler is tied to what is asked about: by the sentence's own words, or by a preposition only."""
SHORTEST_SPELT, LONG_SPELT = 5, 9
"""Letters of names that may differ by one letter, and by two."""
FEWEST_INITIALS = 3


@dataclass(frozen=True, slots=True)
class Filler:
    """Words that fill a gap, in code points of their sentence; `tied` says how firmly.

    `stems` are those of the words that carry meaning, `joined` those of names that follow at once. Nouns of one sense
    have one `sense`. A figure has its `quantity`, a time its first and last of its `days`.
    """

    start: int
    end: int
    text: str
    stems: frozenset[str]
    tied: float
    named: bool = False
    joined: frozenset[str] = frozenset()
    quantity: Quantity | None = None
    days: tuple[date, date] | None = None
    sense: int = 0

    @property
    def is_noun(self) -> bool:
        """Whether it is neither a name nor a figure nor a time."""
        return not (self.named or self.quantity or self.days)

    def agrees_with(self, other: "Filler") -> bool:
        """Whether two fillers can be told to be the same thing."""
        return self.named == other.named and not self.differs_from(other)

    def differs_from(self, other: "Filler") -> bool:
        """Whether two fillers cannot be the same thing."""
        if self.quantity and other.quantity:
            return self.quantity.same_measure(other.quantity) and not are_close(self.quantity, other.quantity)
        if self.days and other.days:
            return self.days[1] < other.days[0] or other.days[1] < self.days[0]
        if self.named != other.named:
            return False  # "the sheriff" may have any name
        return self._is_another_name(other) if self.named else self._is_another_noun(other)

    def _is_another_name(self, other: "Filler") -> bool:
        """Whether neither name is a part, a short form or another spelling of the other, or of what it goes with."""
        if self.stems & (other.stems | other.joined) or other.stems & self.joined:
            return False
        return not (_short_forms(self.text) & _short_forms(other.text) or _are_spelt_alike(self.stems, other.stems))

    def _is_another_noun(self, other: "Filler") -> bool:
        """Whether two nouns of other senses share no word, or all words but one: studies of moths, and of mosses."""
        if self.sense == other.sense:
            return False
        shared = len(self.stems & other.stems)
        return not shared or len(self.stems) == len(other.stems) == shared + 1


def _short_forms(name: str) -> set[str]:
    """What a name may be written as beside its words: all of them as one, and its initials."""
    words = [word.strip(".,") for word in name.split() if word[:1].isupper()]
    initials = {"".join(word[:1] for word in words)} if len(words) >= FEWEST_INITIALS else set[str]()
    return {short.casefold() for short in {"".join(words)} | initials if short}


def _are_spelt_alike(one: Collection[str], other: Collection[str]) -> bool:
    """Whether a word of one name is a word of the other but for a letter, or two where it is long."""
    from rapidfuzz.distance import OSA

    pairs = [(left, right) for left in one for right in other if min(len(left), len(right)) >= SHORTEST_SPELT]
    return any(OSA.distance(left, right) <= 1 + (min(len(left), len(right)) >= LONG_SPELT) for left, right in pairs)
