"""A quantity of a text: what it is worth, what is said of it, and whether it can hold beside another."""

from dataclasses import dataclass
from decimal import Decimal
from math import inf

from index.numerals import Bound
from index.units import to_base, unit_named

ABOUT = 0.1
"""How far from its figure a quantity may be that is told with "about", as a share of the figure."""
ROUNDED = 0.05
"""The farthest that one may be from its figure for being written roundly, as a share of the figure."""
_DOZEN, _DOZENS = 12, 6
_HALF = 0.499  # of a place; what lies midway between two figures rounds to one of them only


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: `start` and `end` are its place, sign and scale word with it, `value` what it is worth.

    `comparator` are the words that bound it, lower case ("at least", "or so"), `bound` what they say. Of a
    range `value` is the lower end, `upper` the upper one. `unit` is the short name of what it measures, "%"
    for a part of a whole, empty where things are counted. `counted` are the few words for what is counted or
    measured ("rail workers", "tonnes of wheat"), empty where none can be told; `following` are up to four
    words as they follow. `place` is the last decimal place that it is written to, 0 where it is not rounded. Of a
    figure that goes on with one of a sentence before, `taken_from` is the number of that sentence and the value of
    that figure. `fate` is what is told there to befall those who are counted, empty where nothing is.
    """

    start: int
    end: int
    value: float
    comparator: str
    counted: str
    percent: bool = False
    money: bool = False
    upper: float | None = None
    unit: str = ""
    bound: Bound = "exactly"
    following: str = ""
    place: float = 0.0
    taken_from: tuple[int, float] | None = None
    fate: str = ""

    @property
    def interval(self) -> tuple[float, float]:
        """The lowest and the highest that is said, in the base unit of the dimension.

        "About" is a tenth to either side, or what the last digit rounds; a bound is open to infinity above, below
        to 0, or for a temperature to minus infinity. An exact figure is both ends.
        """
        low, high = self._ends()
        return to_base(low, self.unit), to_base(high, self.unit)

    def same_measure(self, other: "Quantity") -> bool:
        """Whether both are of one dimension, as km and miles are; dollars and euros, percent and people are not."""
        return unit_named(self.unit).dimension == unit_named(other.unit).dimension

    def agrees_with(self, other: "Quantity") -> bool:
        """Whether both can hold of one thing; of different measures they can.

        An exact figure stands for all that rounds to it: for half its last place to either side, but for no
        more than a twentieth of it. The last place is the last digit other than zero where a number ends in
        three zeros, has a scale word ("1.2 million") or is in another unit than the other; else it is the last
        digit written, and a count of things is exact: 40 people are not 41, 40 km may be 40.3. "More than 200"
        agrees with 200, not with "less than 200".
        """
        if not self.same_measure(other):
            return True
        converted = self.unit != other.unit
        (low, high), (other_low, other_high) = self._rounded(converted), other._rounded(converted)
        least, most = max(low, other_low), min(high, other_high)
        strict = {self.bound, other.bound} & {"more than", "less than"} and "exactly" not in {self.bound, other.bound}
        return least < most or (least == most and not strict)

    def _ends(self) -> tuple[float, float]:
        """The lowest and the highest value, in the unit of the quantity."""
        low, high = self.value, self.value if self.upper is None else self.upper
        if self.bound == "about":
            return low - self._about(low), high + self._about(high)
        if self.bound in ("at least", "more than"):
            return low, inf
        if self.bound in ("at most", "less than"):
            return (-inf if unit_named(self.unit).dimension == "temperature" else min(0.0, high)), high
        return low, high

    def _about(self, value: float) -> float:
        """How far it may be from a value that is told with "about": who says "about 380" does not mean 412.

        It is rounded to its last digit; to five of those where that is a five, and to dozens where it is some.
        """
        place = max(self.place, last_place(value))
        ends_in_five = round(abs(value) / place) % 10 == 5 if place else False
        in_dozens = value % _DOZEN == 0 and abs(value) <= _DOZEN * _DOZENS
        return min(ABOUT * abs(value), max(5 * place if ends_in_five else place, _DOZEN if in_dozens else 0))

    def _rounded(self, converted: bool) -> tuple[float, float]:
        """The interval, an exact figure widened by what rounding leaves open."""
        (low, high), slack = self._ends(), 0.0
        if self.bound == "exactly":
            place = max(self.place, last_place(self.value)) if converted else self.place
            slack = min(_HALF * place, ROUNDED * abs(self.value))
        return to_base(low - slack, self.unit), to_base(high + slack, self.unit)


def last_place(value: float) -> float:
    """The place of the last digit that is not zero: 100 for 1,500, 0.1 for 2.5."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent if value else 0
    return 10.0 ** int(exponent)
