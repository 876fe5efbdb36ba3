"""The exact checks of a statement against its evidence; each says why it fails, to a reader."""

from collections.abc import Callable, Sequence

from index.tagger import Tagger
from rag.verdict import Evidence
from rag.verify_blend import blended_sources
from rag.verify_dates import wrong_date
from rag.verify_days import day_of_another
from rag.verify_holders import wrong_holder
from rag.verify_names import unknown_name
from rag.verify_negation import lost_negation
from rag.verify_numbers import wrong_number
from rag.verify_opposites import opposite_word
from rag.verify_pieced import pieced_in_one
from rag.verify_quotations import invented_quotation
from rag.verify_turned import turned_sides

Check = Callable[[str, Sequence[Evidence]], str | None]


def exact_checks(tagger: Tagger) -> tuple[Check, ...]:
    """All checks, those first whose reason tells most and costs least."""

    def names(claim: str, evidence: Sequence[Evidence]) -> str | None:
        return unknown_name(claim, evidence, tagger)

    def holders(claim: str, evidence: Sequence[Evidence]) -> str | None:
        return wrong_holder(claim, evidence, tagger)

    return (
        invented_quotation,
        wrong_number,
        wrong_date,
        day_of_another,
        names,
        lost_negation,
        opposite_word,
        turned_sides,
        holders,
        blended_sources,
        pieced_in_one,
    )


def first_failure(claim: str, evidence: Sequence[Evidence], checks: Sequence[Check]) -> str | None:
    """The reason of the first check that fails, or None."""
    return next((reason for check in checks if (reason := check(claim, evidence))), None)
