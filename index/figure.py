"""A figure: a quantity in the claim that tells it."""

from dataclasses import dataclass

from index.claims import Claim
from index.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity and the claim it stands in."""

    claim: Claim
    quantity: Quantity

    @property
    def number(self) -> str:
        """The number as it is written."""
        return self.claim.text[self.quantity.start : self.quantity.end]

    @property
    def words(self) -> str:
        """The figure as its sentence gives it: comparator, number and what is counted."""
        return " ".join((self.quantity.comparator, self.number, self.quantity.counted)).strip()
