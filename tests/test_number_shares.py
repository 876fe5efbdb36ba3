"""Shares with what is shared inside."""

import pytest

from index.quantities import quantities_of

SHARES = {
    "one pear grower in three": ("one pear grower in three", 100 / 3, "pear grower"),
    "one farm in five has a well": ("one farm in five", 20, "farm"),
    "two mills in every five closed": ("two mills in every five", 40, "mills"),
    "One nurse out of ten left": ("One nurse out of ten", 10, "nurse"),
    "at least one shop in a thousand": ("one shop in a thousand", 0.1, "shop"),
}


@pytest.mark.parametrize(("text", "expected"), SHARES.items())
def test_shares_with_a_noun_inside(text: str, expected: tuple[str, float, str]) -> None:
    """So many of a thing in so many are a share of it, in percent."""
    (found,) = quantities_of(text)
    assert (text[found.start : found.end], found.value, found.counted) == (
        expected[0],
        pytest.approx(expected[1]),
        expected[2],
    )
    assert (found.unit, found.percent) == ("%", True)


@pytest.mark.parametrize(
    "text",
    [
        "one farm in five valleys",
        "one meeting in ten days",
        "three ships in two ports",
        "one star out of five stars",
        "four stars out of five",
        "two boys in 40",
    ],
)
def test_no_shares(text: str) -> None:
    """Things in a place or a time, and marks, are counted apart."""
    assert len(quantities_of(text)) == 2
    assert all(found.unit != "%" for found in quantities_of(text))
