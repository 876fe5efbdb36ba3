"""A noun for one and for many, where the plural is no noun with an s."""

from pathlib import Path

import pytest

from index.noun_words import one_of
from tests.small_engine import engine_over

ARTICLES = {
    "herald.md": (
        "# Harbour crane falls at Stell\n\n*The Stell Herald, 3 May 2031*\n\nThe crane at Stell fell on Monday "
        "night and killed one man. It was built in 1984.\n"
    )
}


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("men", "man"),
        ("women", "woman"),
        ("policemen", "policeman"),
        ("children", "child"),
        ("specimen", "specimen"),
        ("cranes", "cranes"),
    ],
)
def test_the_noun_for_one_of_them(many: str, one: str) -> None:
    """Men and children by their singular; what only ends so, and what has an s, as it is."""
    assert one_of(many) == one


def test_one_man_is_a_number_of_men(tmp_path: Path) -> None:
    """Who asks for men is told of the one man; who asks for women is not."""
    engine = engine_over(ARTICLES, tmp_path)
    assert "killed one man" in engine.ask("How many men were killed?").text
    assert engine.ask("How many men were killed?").answered
    assert not engine.ask("How many women were killed?").answered
