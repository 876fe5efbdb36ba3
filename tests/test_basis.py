"""On what figures rest: what they take in, by what the sick are told, where they were measured."""

import pytest

from index.basis import is_taken_in, rest_on_other_things
from index.quantities import quantities_of


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("The union puts the dead at nine because it includes two who fell later.", "Seven people are dead.", True),
        ("The loss is 640 million crowns, a figure that includes contracts.", "The loss is 210 million crowns.", True),
        ("They get to 380 million crowns by counting only spoiled cargo.", "The loss is 210 million crowns.", True),
        ("Eighteen babies had it, if you count every swab.", "Seven babies had it.", True),
        ("Nine people are dead, including two children.", "Seven people are dead.", False),
        ("The union counts nine people dead.", "Seven people are dead.", False),
        ("Poisoning was confirmed in 31 people.", "The ward treated 64 people for poisoning.", True),
        ("The ward treated 31 people for poisoning.", "In all 64 patients were ill.", False),
        ("Confirmed orders came to 31 tons.", "The dairy treated 64 tons.", False),
        ("A gauge at Lisk recorded 88 millimetres.", "The station in Arden had recorded 41 millimetres.", True),
        ("A gauge at Lisk recorded 88 millimetres.", "Another gauge at Lisk measured 41 millimetres.", False),
        ("A gauge on Monday recorded 88 millimetres.", "The station in Arden recorded 41 millimetres.", False),
        ("On Mount Lisk 88 millimetres came down.", "A gauge in Arden registered 41 millimetres.", True),
        ("The climber fell 88 metres on Mount Lisk.", "He fell 41 metres in the Arden Alps.", False),
        ("Ann Reed from Skell said the road is 80 kilometres long.", "Tom Hale of Arden said 45 kilometres.", False),
        ("Nine people died because they ignored the warnings.", "Seven people died.", False),
        ("He won 30 games because he counts on luck.", "He won 20 games.", False),
        ("Police confirmed 12 injured people.", "A witness wrote that 40 people were injured.", False),
    ],
)
def test_whether_two_figures_rest_on_other_things(one: str, other: str, differ: bool) -> None:
    """Who says what he takes in, a test and a ward, two gauges; no part of a count, no day, no trade."""
    assert rest_on_other_things(one, quantities_of(one)[0], other, quantities_of(other)[0]) is differ


@pytest.mark.parametrize(
    ("text", "number", "is_part"),
    [
        ("She puts the dead at nine because she includes two people who fell.", 1, True),
        ("She puts the dead at nine because she includes two people who fell.", 0, False),
        ("The union counts nine people dead.", 0, False),
        ("The deal includes 12 jets for the navy.", 0, False),
    ],
)
def test_what_a_count_takes_in_is_no_count(text: str, number: int, is_part: bool) -> None:
    """The two whom another includes are not her count; whom somebody counts are."""
    quantities = quantities_of(text)
    assert is_taken_in(text, quantities[number], quantities) is is_part
