"""Quantities: which numbers a text gives, where they stand, and what they are worth."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.quantities import Quantity, quantities_of

NUMBERS = {
    "Eleven people were hurt": ("Eleven", 11),
    "210 passengers": ("210", 210),
    "twenty-three ships": ("twenty-three", 23),
    "two hundred and fifty people": ("two hundred and fifty", 250),
    "two hundred thousand people": ("two hundred thousand", 200_000),
    "a few hundred soldiers": ("a few hundred", 300),
    "two dozen boats": ("two dozen", 24),
    "hundreds of thousands of people": ("hundreds of thousands", 200_000),
    "900,000 passengers": ("900,000", 900_000),
    "100 400 people": ("100 400", 100_400),
    "100\u00a0400 people": ("100\u00a0400", 100_400),
    "1.000.000 people": ("1.000.000", 1_000_000),
    "1,5 metres": ("1,5", 1.5),
    "1.5 million refugees": ("1.5 million", 1_500_000),
    "a crowd of 50k": ("50k", 50_000),
    "5m people": ("5m", 5_000_000),
    "waves 5m high": ("5", 5),
    "half of them": ("half", 0.5),
    "half a million": ("half a million", 500_000),
    "a quarter of a million": ("a quarter of a million", 250_000),
    "three-quarters of them": ("three-quarters", 0.75),
    "2000 people came": ("2000", 2000),
    "2,023 people came": ("2,023", 2023),
    "12 may have drowned": ("12", 12),
    "in 1995 300 people came": ("300", 300),
    "in May 12,000 people came": ("12,000", 12_000),
}


@pytest.mark.parametrize(("text", "expected"), NUMBERS.items())
def test_numbers(text: str, expected: tuple[str, float]) -> None:
    """A number is found where it stands, whole, with its worth."""
    (found,) = quantities_of(text)
    assert (text[found.start : found.end], pytest.approx(found.value)) == expected


COMPARATORS = [
    "at least",
    "up to",
    "more than",
    "as many as",
    "no fewer than",
    "nearly",
    "about",
    "an estimated",
    "some",
]


@pytest.mark.parametrize("comparator", COMPARATORS)
@pytest.mark.parametrize("number", ["40", "forty"])
def test_comparators(comparator: str, number: str) -> None:
    """The words that bound a number are told beside it and are no part of its place."""
    text = f"{comparator.capitalize()} {number} people were hurt."
    assert quantities_of(text) == (
        Quantity(len(comparator) + 1, len(comparator) + 1 + len(number), 40, comparator, "people were hurt"),
    )


def test_percent_and_money() -> None:
    """Shares and sums of money are told from counts, their sign belongs to their place."""
    text = "It costs $2.5 million, or 12% of the budget; 3 per cent is spent; 40 euros are left."
    sum_of_money, share, spent, left = quantities_of(text)
    assert text[sum_of_money.start : sum_of_money.end] == "$2.5 million"
    assert (sum_of_money.money, sum_of_money.value) == (True, 2_500_000)
    assert (share.percent, text[share.start : share.end]) == (True, "12%")
    assert (spent.percent, text[spent.start : spent.end]) == (True, "3 per cent")
    assert (left.money, left.counted) == (True, "euros are left")


def test_several_in_one_sentence() -> None:
    """Both ends of a range are found, and a number spelled out after another's noun is not lost."""
    assert [found.value for found in quantities_of("between 3,000 and 5,000 boats")] == [3000, 5000]
    assert [found.value for found in quantities_of("30–40 boats, or five to ten ships")] == [30, 40, 5, 10]
    both = quantities_of("Eleven people and two dogs were hurt")
    assert [(found.value, found.counted) for found in both] == [(11, "people"), (2, "dogs were hurt")]


NONE = """
on 24 September|September 24, 2031|19 and 20 September|19–20 September|1st of May|in 2031|May 2031|in the 1990s
2031-03-05|05/03/2031|at 9:00|10:30 a.m.|5 p.m.|the 24th|COVID-19|F-16 jets|G20 leaders|No. 10|Resolution 1701
in 2000 people voted|in about 2020|from 2019 to 2023|2019–23|no one came|each one|one another|a third man|someone
"""


@pytest.mark.parametrize("text", NONE.strip().replace("\n", "|").split("|"))
def test_dates_and_names_are_none(text: str) -> None:
    """Days, years, times, ordinals and numbers in names count nothing."""
    assert quantities_of(text) == ()


WORDS = (
    "at least about nearly 7 40 1,000 100 400 2.5 million hundred dozens half % $ per cent people and of , . - May 3"
)


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS.split(" "))).map(" ".join)))
def test_spans_hold_their_numbers(text: str) -> None:
    """In any text each place lies inside it, after the one before, and holds a number without space around it."""
    last = 0
    for found in quantities_of(text):
        words = text[found.start : found.end]
        assert last <= found.start < found.end <= len(text)
        assert words == words.strip()
        assert re.search(r"\d|[a-z]", words, re.IGNORECASE)
        assert found.value >= 0
        last = found.end


@given(st.integers(2101, 10**9), st.sampled_from(["{}", "{:,}"]))
def test_written_numbers_are_read_back(number: int, form: str) -> None:
    """A number written plainly or with commas is read as what it was."""
    (found,) = quantities_of(f"They counted {form.format(number)} boats.")
    assert (found.value, found.counted) == (number, "boats")
