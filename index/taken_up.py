"""Figures that a sentence gives of what another before it counts: "The authority speaks of four."."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.patterns import regex
from index.calendar_words import MONTH
from index.elided_nouns import are_alike, counting_as, stands_alone, times
from index.fates import fate_of, fates_in
from index.number_bounds import look_before
from index.numerals import COMPARATOR
from index.quantities import Quantity, quantities_of
from index.units import unit_named

SENTENCES = 3
"""How many sentences before may have what is counted."""
SHORT = 8
"""Words of a sentence between that only speaks of it: "Not everybody believes it."."""

_FIGURE = r"(?:figures?|numbers?|totals?|counts?|tolls?|tall(?:y|ies)|estimates?|sums?|loss(?:es)?|truth|answer)"
_THE_FIGURE = rf"(?:the|its|their|his|her|our)\s(?:[\w’'-]+\s)?{_FIGURE}"
_IT = rf"(?:it|that|this|them|they|which|{_THE_FIGURE})"
_HAS = r"(?:\s(?:has|have|had|may|might|could|would|will|must|now|since|then|already|later|only|soon|still|\w+ly))*"
_MOVED = (
    r"(?:rais(?:ed?|es|ing)|lower(?:ed|s|ing)?|cut(?:s|ting)?|revis(?:ed?|es|ing)|correct(?:ed|s|ing)?"
    r"|reduc(?:ed?|es|ing)|increas(?:ed?|es|ing)|br(?:ing|ings|ought)|updat(?:ed?|es|ing)|amend(?:ed|s)?)"
)
_WENT = (
    r"(?:r[oi]sen?|rises|climb(?:ed|s)|gr[eo]wn?|grows|f[ea]ll(?:en|s)?|dropped|drops|jumped|shr[au]nk|swelled|crept"
    r"|(?:went|gone|goes|came|come|comes)\s(?:up|down|back)|st(?:ood|ands?))"
)
_TO = r"(?:\s(?:up|down|back|upwards?|downwards?))?\s(?:to|at)"
_NEARER = r"(?:(?:nearer|closer)(?:\sto)?|more\slike)"
_AT_ALL = rf"\s(?:{COMPARATOR}\s+)*\Z"
# What stands before a number that is told of something told before, whatever follows.
_TOLD = regex(
    rf"""
    (?:\bsp(?:eaks?|oke|eaking)\sof|\bput(?:s|ting)?\s(?:only\s)?{_IT}\sat|\bwhich\s(?:[\w’'-]+\s){{1,4}}?puts?\sat
        |\b{_MOVED}\s{_IT}{_TO}|\b{_IT}{_HAS}\s{_WENT}{_TO}|\b{_IT}{_HAS}\s(?:was|were|is|been)(?:\slater)?\s{_MOVED}{_TO}
        |\b{_THE_FIGURE}{_HAS}\s(?:is|was|were|are|be|been)(?:\s{_NEARER})?|\b{_NEARER}
        |\b(?:st(?:ands?|ood)\sby|stick(?:s|ing)?\s(?:to|with|by)|stuck\s(?:to|with|by))(?:\s(?:its|his|her|their))?
    ){_AT_ALL}""",
    re.VERBOSE | re.IGNORECASE,
)
# The same where the number ends its clause: "the mayor says 40", not "the mayor says three by the door were drunk".
_SAID = regex(
    r"\b(?:counts?|counted|lists?|listed|says?|said|claims?|claimed|estimates?|estimated|reckons?|reckoned|reports?"
    r"|reported|acknowledges?|acknowledged|confirms?|confirmed?|insists?\son|insisted\son|registered|documented|thinks?"
    r"|thought|believes?|believed|suggests?|suggested|makes?\s(?:it|that)|allows?|allowed|demand(?:s|ed)?|wants?|wanted"
    rf"|offers?|offered){_AT_ALL}",
    re.IGNORECASE,
)
# The same of money: a ferry arrives at nine.
_REACHED = regex(rf"\b(?:arriv(?:es?|ed|ing)\sat|g[eo]ts?\sto|com(?:es?|ing)\sto|came\sto){_AT_ALL}", re.IGNORECASE)
_CLAUSE_ENDS = regex(r"\s*(?:[.,;:!?)”\"]|\s[–—-]\s|\Z)|\s(?:in\sall|so\sfar|now|today|yesterday|last\s\w+)\b")
# A sentence of another place or of other things says so first: "in the next village the mayor counted 12".
_OF_OTHERS = regex(
    rf"\s*[“\"]?(?:as\sfor|for|among|of|near|outside|at|in\s(?!\d|all\b|total\b|fact\b|its\b|their\b|his\b|her\b|{MONTH}))\b"
    r"|.*\bnumber\sof\b",
    re.IGNORECASE,
)
_OF_IT = regex(
    r"\b(?:it|this|that|them|so|agrees?|disagree[sd]?|differs?|(?:figure|number|estimate)s?(?!\sof))\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as it reads, its figures with what they took up, and its number in its source, from 0."""

    text: str
    quantities: tuple[Quantity, ...]
    number: int = 0

    @classmethod
    def of(cls, text: str, number: int = 0) -> "Reading":
        """A sentence read by itself."""
        return cls(text, quantities_of(text), number)


def with_taken_up(reading: Reading, before: Sequence[Reading]) -> Iterator[Quantity]:
    """The quantities of a sentence, one that is told and counts nothing with what the sentences before it count.

    `before` are these, the nearest first, from the last heading on. What is taken up is of the figure most alike in
    size, of the sentence itself or of the one before it; of an earlier one where those between only speak of that.
    """
    for place, quantity in enumerate(reading.quantities):
        yield _taken_up(reading, place, before) or quantity


def _taken_up(reading: Reading, place: int, before: Sequence[Reading]) -> Quantity | None:
    """The quantity of that place in a sentence as one of what was counted; None where it goes on with nothing."""
    text, quantity = reading.text, reading.quantities[place]
    reached = bool(look_before(text, quantity.start, _REACHED))
    if not (stands_alone(text, quantity) and (reached or _is_told(text, quantity))):
        return None
    own = Reading(text, reading.quantities[:place], reading.number)
    for each in (own, *_spoken_of(text[: quantity.start], before)):
        alike = [found for found in each.quantities if are_alike(found, quantity) and _is_whole(found)]
        fitting = [found for found in alike if found.money or not reached]
        fitting = [found for found in fitting if _befits(text, quantity, each.text, found)]
        if fitting:
            return counting_as(quantity, min(fitting, key=lambda found: times(found, quantity)), each.text, each.number)
    return None


def _is_told(text: str, quantity: Quantity) -> bool:
    """Whether somebody tells a number as a figure, or it is told what a figure has become."""
    said = look_before(text, quantity.start, _SAID) and _CLAUSE_ENDS.match(text, quantity.end)
    return bool(said or look_before(text, quantity.start, _TOLD))


def _spoken_of(lead: str, before: Sequence[Reading]) -> Iterator[Reading]:
    """The sentences whose figures one may go on with that begins so, the nearest first."""
    if _OF_OTHERS.match(lead):
        return
    for each in before[:SENTENCES]:
        yield each
        if len(each.text.split()) > SHORT or not _OF_IT.search(each.text):
            return


def _befits(text: str, quantity: Quantity, before: str, found: Quantity) -> bool:
    """Whether nothing else befalls anybody in the sentence than befell those who were counted before."""
    fate = found.fate or fate_of(before, found)
    return fate is None or not fates_in(text[: quantity.start]) - {fate}


def _is_whole(found: Quantity) -> bool:
    """Whether a figure is no share, no stretch of time and no count a day: of these a bare number seldom is another."""
    return unit_named(found.unit).dimension not in ("time", "%", "times", "count/time")
