"""What a question wants measured."""

import pytest

from index.quantities import quantities_of
from rag.dimensions import described_as, dimension_of_how, measure_named


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


@pytest.mark.parametrize(
    ("question", "text", "described"),
    [
        ("How tall was the wall?", "Its wall stood 38 metres high.", True),
        ("How high was the wall?", "The wall was 38 m tall.", True),
        ("How wide is the river?", "It is 40 metres across.", True),
        ("How high was the wall?", "They built a 38-metre-high wall.", True),
        ("How tall was the wall?", "The water stood 1.6 metres above the mark.", False),
        ("How tall was the wall?", "It was 300 metres long.", False),
        ("How many walls are there?", "It is 300 metres high.", False),
    ],
)
def test_a_measure_stands_with_the_word_that_is_asked_by(question: str, text: str, described: bool) -> None:
    """Or with one of the same meaning; another extent is another measure."""
    [quantity] = quantities_of(text)
    assert described_as(question, quantity) is described
