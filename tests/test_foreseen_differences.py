"""Who calls a thing out of the ordinary, and to whom it was to be expected."""

from pathlib import Path

import pytest

from rag.foreseeing import asks_whether_foreseen, stance_of
from tests.small_engine import engine_over

ARTICLES = {
    "a.txt": (
        "The mill owners\n\nDate: 2031-03-04\n\nThe flood in Tarn was one that nobody could have foreseen, the mill's "
        "owner said. The wheel has turned since 1890.\n"
    ),
    "b.txt": (
        "The weir keeper\n\nDate: 2031-03-09\n\nThe keeper of the weir said that the flood in Tarn could have been "
        "predicted from the gauge. He keeps two dogs.\n"
    ),
}


def test_whether_it_could_be_foreseen_has_two_sides(tmp_path: Path) -> None:
    """Who says that nobody could know stands against who says that it could be known."""
    [difference] = engine_over(ARTICLES, tmp_path).ask("Could the flood in Tarn have been foreseen?").disagreements
    assert difference.relation == "framing"
    beyond, ordinary = difference.sides
    assert "nobody could have foreseen" in beyond.position
    assert "could have been predicted" in ordinary.position


def test_one_who_says_both_is_not_set_against_himself(tmp_path: Path) -> None:
    """What one voice grants and regrets is no difference between two."""
    articles = {
        "a.txt": ARTICLES["a.txt"].replace("The wheel has", "The owner said that it could have been prevented. It has")
    }
    assert not engine_over(articles, tmp_path).ask("Could the flood in Tarn have been foreseen?").disagreements


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Was the rain that week out of the ordinary?", True),
        ("Could the quake have been foreseen?", True),
        ("Could the crush have been prevented?", True),
        ("How rare are such storms?", True),
        ("Act of nature, nobody could have done a thing.", True),
        ("Who set the world record?", False),
        ("Are deaf children better off in ordinary classes?", False),
        ("When is the lake expected to be full?", False),
    ],
)
def test_what_asks_whether_it_was_foreseen(text: str, asks: bool) -> None:
    """Only questions of whether a thing was unusual, or could have been known or prevented."""
    assert asks_whether_foreseen(text) is asks


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("It was rain of a force that no operator could have foreseen.", "beyond"),
        ("Such waves come once in four hundred years.", "beyond"),
        ("A freak wave had struck the bow.", "beyond"),
        ("It was the sky that did this.", "beyond"),
        ("The rain was heavy but not exceptional for the season.", "ordinary"),
        ("The commission found no evidence of an abnormal wave.", "ordinary"),
        ("Tides were within the usual range.", "ordinary"),
        ("It rains here every March.", "ordinary"),
        ("Nobody at the mill can say they were not warned.", "ordinary"),
        ("The mine reopened in June.", None),
    ],
)
def test_a_statement_calls_it_out_of_the_ordinary_or_not(text: str, stance: str | None) -> None:
    """A negation turns it: what is not exceptional is ordinary."""
    assert stance_of(text) == stance
