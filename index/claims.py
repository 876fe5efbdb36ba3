"""Claims: what the sentences of the articles state, who holds it, how, of what moment, and with what figures."""

from dataclasses import dataclass
from datetime import date

from index.held import Held
from index.moments import Moment
from index.quantities import Quantity
from index.store import Fields


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement: `start` and `end` are the place of its words in its source's text; `text` is how they read.

    `sentence` counts the source's sentences from 0. `holder` is a name as the article has it; when the article speaks
    itself (`own_voice`), its author if he writes of himself, else the outlet, or the file where it has none. `through`
    are those who pass it on, the outermost first. `held` "denied" means that the holder says the opposite. `moment`
    is None where none is spoken of; `written` is the day of the article.
    """

    file: str
    sentence: int
    start: int
    end: int
    text: str
    holder: str
    own_voice: bool
    through: tuple[str, ...]
    held: Held
    quantities: tuple[Quantity, ...]
    moment: Moment | None
    written: date | None = None

    @property
    def day(self) -> date | None:
        """The last day it may speak of."""
        return self.moment.last if self.moment else None


def fields_of(claim: Claim) -> Fields:
    """What is kept of a claim beside its vector, so that a store can be asked for one holder's claims, or one day's."""
    fields: dict[str, str | int | float | bool] = {
        "file": claim.file,
        "sentence": claim.sentence,
        "start": claim.start,
        "end": claim.end,
        "holder": claim.holder,
        "own_voice": claim.own_voice,
        "held": claim.held,
    }
    if claim.moment and claim.moment.first and claim.moment.last:
        fields |= {"first": claim.moment.first.toordinal(), "last": claim.moment.last.toordinal()}
    return fields
