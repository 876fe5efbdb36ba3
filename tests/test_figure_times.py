"""Two figures in time."""

from dataclasses import replace
from datetime import date

import pytest

from corpus.source import Sentence, Source
from index.figure import Figure
from index.figure_times import are_of_one, parted_by_time
from index.quantities import quantities_of
from tests.claims import claim_of

FIRST, LATER = date(2031, 3, 1), date(2031, 3, 20)


def figure(text: str, holder: str, written: date | None, file: str = "a.txt") -> Figure:
    """The first figure of a sentence of an article of that day, in which no day is named."""
    claim = claim_of(Source(file, text, (Sentence(0, len(text), text, text, 0, 1),), sha256=""), 0)
    quantities = quantities_of(text)
    return Figure(replace(claim, quantities=quantities, holder=holder, written=written), quantities[0])


@pytest.mark.parametrize(
    ("one", "other", "parted"),
    [
        (
            figure("Some 40 people have been killed.", "The army", FIRST),
            figure("More than 90 people were killed.", "The rebels", FIRST, "b.txt"),
            "at one time",
        ),
        (
            figure("Some 40 people have been killed.", "The army", None),
            figure("More than 90 people were killed.", "The rebels", None),
            "at one time",
        ),
        (
            figure("Some 40 people have been killed.", "The army", FIRST),
            figure("More than 90 people were killed.", "The rebels", LATER, "b.txt"),
            "moved",
        ),
        (
            figure("Some 90 people were killed.", "Ann Reed of the army", FIRST),
            figure("Some 40 people were killed.", "Ann Reed", LATER, "b.txt"),
            "moved",
        ),
        (
            figure("Some 90 people are being treated.", "The rebels", FIRST),
            figure("Only 40 people are still treated.", "The army", LATER, "b.txt"),
            "moved",
        ),
        (
            figure("At first 40 people were arrested.", "The army", FIRST),
            figure("In the end 90 people were arrested.", "The rebels", FIRST, "b.txt"),
            "moved",
        ),
        (
            figure("Some 90 people live in tents.", "The rebels", FIRST),
            figure("Some 40 people live in tents.", "The army", LATER, "b.txt"),
            "moved",
        ),
        (
            figure("Some 40 people have been killed.", "The army", None),
            figure("More than 90 people were killed.", "The rebels", None, "b.txt"),
            "moved",
        ),
    ],
)
def test_how_two_figures_stand_in_time(one: Figure, other: Figure, parted: str) -> None:
    """In one article, or on one day, nothing moved, unless a word tells of another moment."""
    assert parted_by_time(one, other) == parted
    assert parted_by_time(other, one) == parted


def test_names_of_one() -> None:
    """A name with an office is of the same; two names are not."""
    assert are_of_one("Ann Reed", "Ann Reed of the harbour board")
    assert not are_of_one("Ann Reed", "Tom Reed")
    assert not are_of_one("", "Ann Reed")
    assert not are_of_one("Ann Reed", "Ann Reed's opponents")
    assert not are_of_one("the union", "the employers' union")
