"""What a question wants measured."""

import pytest

from rag.dimensions import dimension_of_how, measure_named


@pytest.mark.parametrize(
    ("question", "dimension"),
    [
        ("How deep is the lake?", "length"),
        ("how heavy was it, and how hot", "mass"),
        ("How come the lake is deep?", None),
        ("How many people have left so far?", None),
        ("What rate of interest does the loan carry?", "%"),
        ("How high is the tax rate?", "%"),
        ("At what rate does the well fill?", None),
    ],
)
def test_how_asks_in_a_dimension(question: str, dimension: str | None) -> None:
    """The word behind "how" tells what is measured, or a rate that is of a hundred."""
    assert dimension_of_how(question) == dimension


@pytest.mark.parametrize(("words", "unit"), [("mm", "mm"), ("cubic metres", "m3"), ("hours", None), ("people", None)])
def test_a_unit_is_named(words: str, unit: str | None) -> None:
    """Units by their names and short names, but none of time."""
    named = measure_named(words)
    assert (named.unit if named else None) == unit
