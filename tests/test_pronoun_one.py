"""The word "one": where it counts, and where it stands for somebody."""

import pytest

from index.quantities import quantities_of

PRONOUNS = """
if one adds the eggs|as one says|what one sees there|how one is to know|no one|that one|that one knew|the one|this one
One knows the way|one told the guard|one never knows|one-on-one|one by one|The cook, for one, left|one has to wait
not one child was ill
"""
NO_PRONOUNS = """
one fell|said that one cook left|the one hundred cooks|as one cook says|one sports hall|at least one says so
only one of the cooks|one is missing|for one cook
"""


def cells(table: str) -> list[str]:
    """The texts of a table."""
    return table.strip().replace("\n", "|").split("|")


@pytest.mark.parametrize("text", cells(PRONOUNS))
def test_one_may_be_a_pronoun(text: str) -> None:
    """Where it stands for somebody or something, one counts nothing."""
    assert quantities_of(text) == ()


@pytest.mark.parametrize("text", cells(NO_PRONOUNS))
def test_one_may_be_a_number(text: str) -> None:
    """Of things that are named or told from others, one is a number."""
    assert len(quantities_of(text)) == 1
