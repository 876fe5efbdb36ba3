"""Times of day: hours are no quantities."""

import pytest

from index.quantities import quantities_of

TIMES = """
at six on Sunday|at six the bell rang|shortly after two|by half past three|at six in the morning|until eleven
at ten to six|At 4.20 on Thursday|to 3.12 in the morning|from 2.40 to 3.12 in the morning|at 4.50 a.m. the bell
just before two, it rang|between two and four in the morning|at nine on 3 May|by eight on Tuesday evening
seven o’clock|quarter to five|he puts the blast at 4.20|they put the start of the fire at 11.05
"""
NO_TIMES = """
at six schools|at 4.20 metres|The price stood at six on Sunday|It was put at six|at six per cent
sales rose by six on Monday|killed six on Sunday|until eleven were free|at six in ten schools
The index stood at 4.20.|he puts the price at 4.20|they put the yield of it at 4.20
he puts the toll at six|after two schools closed
"""


def cells(table: str) -> list[str]:
    """The texts of a table."""
    return table.strip().replace("\n", "|").split("|")


@pytest.mark.parametrize("text", cells(TIMES))
def test_times_of_day_are_none(text: str) -> None:
    """An hour counts nothing, in words or in digits."""
    assert quantities_of(text) == ()


@pytest.mark.parametrize("text", cells(NO_TIMES))
def test_what_is_like_a_time_of_day_is_a_number(text: str) -> None:
    """Where something is counted, measured or valued at a number, it is no hour."""
    assert len(quantities_of(text)) == 1
