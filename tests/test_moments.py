"""Moments: the words of a text that name a point of time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.moments import moments_in

MOMENTS = {
    "It happened on 24 September 2031.": ("24 September 2031",),
    "It happened on September 24, 2031.": ("September 24, 2031",),
    "Between the 3rd of May and June 5": ("3rd of May", "June 5"),
    "From 19–20 Sept. it rained": ("19–20 Sept.",),
    "in 2031 and in the 1990s": ("2031", "1990s"),
    "in March 2031": ("March 2031",),
    "by December, or in early March": ("by December", "early March"),
    "on Tuesday and yesterday": ("Tuesday", "yesterday"),
    "last week, three days ago": ("last week", "three days ago"),
    "by the end of the year": ("by the end of the year",),
    "at 9:30 and at 5 p.m.": ("9:30", "5 p.m."),
    "This may 3 times happen; they march 5 miles.": (),
    "It cost 1,999 crowns and weighs 2031kg": (),
    "Nobody knows when.": (),
}


@pytest.mark.parametrize(("text", "expected"), MOMENTS.items())
def test_moments(text: str, expected: tuple[str, ...]) -> None:
    """Days, months with a day or year, years, weekdays and times of day are found as written, and nothing else."""
    assert moments_in(text) == expected


@given(st.text())
def test_moments_are_words_of_the_text(text: str) -> None:
    """Whatever the text, each moment stands in it."""
    assert all(moment and moment in text for moment in moments_in(text))
