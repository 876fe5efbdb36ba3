"""Figures that a sentence gives of what another before it counts: "The authority speaks of four."."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.patterns import regex
from index.elided_nouns import are_alike, stands_alone, taken_from, times
from index.number_bounds import look_before
from index.numerals import COMPARATOR
from index.quantities import Quantity, quantities_of
from index.units import unit_named

SENTENCES = 3
"""How many sentences before may have what is counted."""

_FIGURE = (
    r"(?:figures?|numbers?|totals?|counts?|tolls?|tall(?:y|ies)|estimates?|sums?|costs?|bills?|loss(?:es)?|damage|truth"
    r"|answer|share|price|value|average)"
)
_IT = rf"(?:it|that|this|them|they|which|(?:the|its|their|his|her|our)\s(?:[\w’'-]+\s)?{_FIGURE})"
_HAS = r"(?:\s(?:has|have|had|may|might|could|would|will|must|now|since|then|already|later|only|soon|still|\w+ly))*"
_MOVED = (
    r"(?:rais(?:ed?|es|ing)|lower(?:ed|s|ing)?|cut(?:s|ting)?|revis(?:ed?|es|ing)|correct(?:ed|s|ing)?"
    r"|reduc(?:ed?|es|ing)|increas(?:ed?|es|ing)|doubl(?:ed?|es|ing)|br(?:ing|ings|ought)|tak(?:es?|ing)|took|trimmed"
    r"|updat(?:ed?|es|ing)|amend(?:ed|s)?|chang(?:ed?|es|ing))"
)
_WENT = (
    r"(?:r[oi]sen?|rises|climb(?:ed|s)|gr[eo]wn?|grows|f[ea]ll(?:en|s)?|dropped|drops|jumped|shr[au]nk|swelled|crept"
    r"|(?:went|gone|goes|came|come|comes)\s(?:up|down|back)|st(?:ood|ands?)|settled)"
)
_TO = r"(?:\s(?:up|down|back|upwards?|downwards?))?\s(?:to|at)"
_NEARER = r"(?:(?:nearer|closer|near|close)(?:\sto)?|more\slike)"
# What stands before a number that is told of something told before.
_TOLD = regex(
    rf"""
    (?:\b(?:speak(?:s|ing)?|spoke|talk(?:s|ed|ing)?|know(?:s|n)?|knew)\sof
        |\bput(?:s|ting)?\s(?:only\s)?{_IT}\sat|\bwhich\s(?:[\w’'-]+\s){{1,4}}?puts?\sat
        |\b{_MOVED}\s{_IT}{_TO}|\b(?:was|were|been|being)\s(?:later\s)?{_MOVED}{_TO}
        |\b{_IT}{_HAS}\s{_WENT}{_TO}|\b(?:went|gone|goes|come|came|comes)\s(?:up|down)\sto
        |\b(?:arriv(?:es?|ed|ing)\sat|g[eo]ts?\sto|end(?:s|ed)\sup\s(?:at|with))
        |\b(?:counts?|counted|lists?|listed|finds?|found|says?|said|claims?|claimed|estimates?|estimated|reckons?
            |reckoned|reports?|reported|gives?|gave|admits?|admitted|concedes?|conceded|acknowledges?|acknowledged
            |confirms?|confirmed?|insists?\son|insisted\son|stick(?:s|ing)?\s(?:to|with|by)|stuck\s(?:to|with|by)
            |st(?:ands?|ood)\sby|registered|recorded|documented|measured|calculates?|calculated|guess(?:es|ed)?
            |shows?|showed|thinks?|thought|believes?|believed|suggests?|suggested|makes?\s(?:it|that)|made\s(?:it|that)
            |allows?|allowed|permits?|permitted|demand(?:s|ed)?|wants?|wanted|offers?|offered)
            (?:\s(?:its|his|her|their)(?:\s(?:own|first|earlier))?)?
        |\b(?<!of\s){_IT}{_HAS}\s(?:is|was|were|are|be|been)(?:\s(?:really|actually|only|now|still|just))?(?:\s{_NEARER})?
        |\b(?:it|that)[’']s(?:\s(?:really|actually|only|now|still|just|{_NEARER}))?|\b{_NEARER}
        |\b(?:lower|higher|fewer|more|less|larger|smaller)\sthan\sthe
    )\s(?:{COMPARATOR}\s+)*\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as it reads, and its figures, with what they took up from those before it."""

    text: str
    quantities: tuple[Quantity, ...]

    @classmethod
    def of(cls, text: str) -> "Reading":
        """A sentence read by itself."""
        return cls(text, quantities_of(text))


def with_taken_up(text: str, quantities: Iterable[Quantity], before: Sequence[Reading]) -> Iterator[Quantity]:
    """The quantities of a sentence, one that is told and counts nothing with what the sentences before it count.

    `before` are these, the nearest first. What is taken up is of the figure most alike in size, of the sentence itself
    or of the nearest that has one.
    """
    own: list[Quantity] = []
    for quantity in quantities:
        told = [Reading(text, tuple(own)), *before[:SENTENCES]]
        own.append((_taken_up(quantity, told) if _is_told(text, quantity) else None) or quantity)
        yield own[-1]


def _is_told(text: str, quantity: Quantity) -> bool:
    """Whether a number counts nothing and stands where one is told of something that was named before."""
    return stands_alone(text, quantity) and bool(look_before(text, quantity.start, _TOLD))


def _taken_up(quantity: Quantity, told: Iterable[Reading]) -> Quantity | None:
    for each in told:
        alike = [found for found in each.quantities if _is_whole(found) and are_alike(found, quantity)]
        if alike:
            return taken_from(quantity, min(alike, key=lambda found: times(found, quantity)), each.text)
    return None


def _is_whole(found: Quantity) -> bool:
    """Whether a figure is no share, no stretch of time and no count a day: of these a bare number seldom is another."""
    return unit_named(found.unit).dimension not in ("time", "%", "times", "count/time")
