"""Who is put on which side of a question that names two."""

from pathlib import Path

import pytest

from tests.small_engine import engine_over

ARTICLES = {
    "a.txt": "The truce in Dell\n\nThe truce was negotiated over two nights in a hotel, the mayor said on Monday.\n",
    "b.txt": "What came before the truce\n\nThe truce was imposed on the strikers, as police had shut the harbour.\n",
    "c.txt": "Dell is quiet again\n\nSince the truce the harbour has been open again on every day but Sunday.\n",
}
QUESTION = "Was the truce negotiated, or was it imposed on the strikers?"


def test_what_both_sides_are_about_puts_nobody_on_one(tmp_path: Path) -> None:
    """All speak of the truce: only who calls it negotiated, and who calls it imposed, takes a side."""
    [difference] = engine_over(ARTICLES, tmp_path).ask(QUESTION).disagreements
    one, other = difference.sides
    assert len(one.citations) == len(other.citations) == 1
    assert "negotiated" in one.position
    assert "imposed" in other.position


def test_a_side_may_be_taken_by_a_word_that_means_the_same(tmp_path: Path) -> None:
    """Who was compelled was forced, though nobody writes so."""
    articles = {
        "a.txt": ARTICLES["a.txt"],
        "b.txt": "How it came about\n\nThe strikers were compelled to agree to the truce: the harbour was shut.\n",
    }
    question = "Was the truce negotiated or forced?"
    [difference] = engine_over(articles, tmp_path).ask(question).disagreements
    assert ["negotiated" in side.position for side in difference.sides] == [True, False]
    assert "compelled" in difference.sides[1].position


def test_forces_are_not_what_was_forced(tmp_path: Path) -> None:
    """A noun that looks like the verb of a side puts nobody on it."""
    articles = {
        "a.txt": ARTICLES["a.txt"],
        "b.txt": "Dell is quiet\n\nPolice forces stood at the harbour when the truce was agreed with the dockers.\n",
    }
    question = "Was the truce negotiated, or was it forced on the strikers?"
    answer = engine_over(articles, tmp_path).ask(question)
    assert answer.answered
    assert not answer.disagreements


def test_only_the_word_beside_the_or_tells_a_side(tmp_path: Path) -> None:
    """Where nobody says "good" or "bad", who speaks of the children is on neither side."""
    articles = {
        "a.txt": "The council speaks\n\nThe curfew has halved the number of break-ins in Dell, the council said.\n",
        "b.txt": "A year later\n\nMost children whom the police took home at night live near the harbour of Dell.\n",
    }
    answer = engine_over(articles, tmp_path).ask("Is the curfew good or bad for the children?")
    assert answer.answered
    assert not answer.disagreements


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (
            "Was the trader guilty or innocent?",
            "The judge found the trader guilty of fraud.",
            "The trader was convicted, the paper wrote.",
        ),
        (
            "Is the river cold or hot in June?",
            "The river is cold in June, anglers said.",
            "The river is chilly in June, the guide wrote.",
        ),
        (
            "Was the election stolen or fair?",
            "The election was not stolen, the court ruled.",
            "The election was fair, said the observers.",
        ),
        (
            "Was the fire at the barn an accident or arson?",
            "The fire at the barn was no accident, the police said.",
            "The fire at the barn was arson, the insurer said.",
        ),
    ],
)
def test_who_agrees_is_on_no_two_sides(question: str, one: str, other: str, tmp_path: Path) -> None:
    """A word that means the same as one side's does not take the other; who denies a side does not take it."""
    articles = {"a.txt": f"One day\n\n{one}\n", "b.txt": f"Another day\n\n{other}\n"}
    answer = engine_over(articles, tmp_path).ask(question)
    assert answer.answered
    assert not answer.disagreements
