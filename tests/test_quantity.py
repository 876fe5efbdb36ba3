"""A quantity: its ends, and which others it agrees with."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.quantities import Quantity, quantities_of


def read(text: str) -> Quantity:
    """The only quantity of a text."""
    (found,) = quantities_of(text)
    return found


INTERVALS = {
    "40 people": (40, 40),
    "about 40 people": (36, 44),
    "nearly 40 km": (36_000, 44_000),
    "at least 40 people": (40, inf),
    "more than 40 kg": (40, inf),
    "up to 40 tonnes": (0, 40_000),
    "fewer than 40 people": (0, 40),
    "below 5 °C": (-inf, 5),
    "between 30 and 40 people": (30, 40),
    "about 30 to 40 people": (27, 44),
    "up to 30 to 40 people": (0, 40),
    "half an hour": (1800, 1800),
    "at least 32°F": (0, inf),
    "within six hours": (0, 21_600),
}


@pytest.mark.parametrize(("text", "expected"), INTERVALS.items())
def test_intervals(text: str, expected: tuple[float, float]) -> None:
    """What is said lies between two ends, in the base unit of its dimension."""
    assert read(text).interval == (pytest.approx(expected[0]), pytest.approx(expected[1]))


AGREE = """
at least 200 homes|more than 200 homes
at least 200 homes|350 homes
more than 200 homes|200 homes
about 40 people|43 people
between 30 and 40 people|35 people
100,000 fans|100,417 fans
1.2 million votes|1,231,000 votes
two hundred miners|206 miners
a third of voters|33% of voters
half of voters|51.5% of voters
12% of voters|12.4% of voters
$2.5 million|$2.48 million
5 miles|8 km
200 miles|320 km
two hours|120 minutes
90°F|32°C
a dozen arrests|12 arrests
dozens of arrests|37 arrests
1,000 barrels|159,000 litres
100 acres|40 hectares
40 tonnes|40,300 kg
up to 500 jobs|420 jobs
60 mph|97 km/h
40 people|40 km
20 dollars|30 euros
"""
DISAGREE = """
40 people|41 people
at least 200 homes|180 homes
less than 200 homes|more than 200 homes
fewer than 700 people|1,150 people
100,000 fans|120,000 fans
100,417 fans|100,500 fans
1.2 million votes|1.4 million votes
12% of voters|13% of voters
a third of voters|half of voters
more than half of voters|48% of voters
$2.5 million|$3 million
5 miles|5 km
two hours|three hours
90°F|90°C
between 30 and 40 people|45 people
40 tonnes|64 tons
dozens of arrests|11 arrests
30 km/h|30 mph
"""


def pairs(table: str) -> list[tuple[str, ...]]:
    """The rows of a table of two columns."""
    return [tuple(row.split("|")) for row in table.strip().split("\n")]


@pytest.mark.parametrize(("one", "other"), pairs(AGREE))
def test_what_can_both_hold_agrees(one: str, other: str) -> None:
    """Bounds that overlap, figures that round to one another, and different measures agree."""
    assert read(one).agrees_with(read(other))
    assert read(other).agrees_with(read(one))


@pytest.mark.parametrize(("one", "other"), pairs(DISAGREE))
def test_what_cannot_both_hold_does_not_agree(one: str, other: str) -> None:
    """Bounds that exclude one another and figures farther apart than rounding explains do not agree."""
    assert not read(one).agrees_with(read(other))
    assert not read(other).agrees_with(read(one))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("5 km", "3 miles", True),
        ("$5", "€5", False),
        ("$5", "5 dollars", True),
        ("5%", "5 people", False),
        ("a fifth of them", "20%", True),
        ("5 people", "5 dogs", True),
        ("5 tonnes", "5 litres", False),
        ("5 tonnes a day", "5 tonnes", False),
        ("5 tonnes a day", "30 kg an hour", True),
        ("5 days", "5 degrees", False),
    ],
)
def test_same_measure(one: str, other: str, same: bool) -> None:
    """Units of one dimension can be compared; currencies, parts, counts and rates are dimensions of their own."""
    assert read(one).same_measure(read(other)) is same


WORDS = "at least about up to 7 40 1,000 2.5 million dozens half % $ per cent people or more km miles °C minus -5 a day"
TEXTS = st.lists(st.sampled_from(WORDS.split(" "))).map(" ".join)


@given(TEXTS, TEXTS)
def test_agreement_goes_both_ways(text: str, other: str) -> None:
    """Any two quantities agree one way as the other, each with itself, and their ends are in order."""
    found = [*quantities_of(text), *quantities_of(other)]
    for one in found:
        assert one.agrees_with(one)
        assert one.interval[0] <= one.interval[1]
        for another in found:
            assert one.agrees_with(another) == another.agrees_with(one)
            assert one.same_measure(another) == another.same_measure(one)


def test_about_reaches_no_farther_than_what_is_written() -> None:
    """Who says "about 380" rounds to tens, and who says "about 400" to hundreds."""
    assert read("about 380 people").interval == (370, 390)
    assert not read("about 380 people").agrees_with(read("412 people"))
    assert read("about 400 people").agrees_with(read("412 people"))
    assert read("about 0 people").interval == (0, 0)
    for one, other in (("about 250 people", "262 people"), ("about 75% of voters", "77% of voters")):
        assert read(one).agrees_with(read(other))
    assert read("about two dozen people").agrees_with(read("26 people"))
