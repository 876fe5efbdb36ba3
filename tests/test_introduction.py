"""Who somebody is, as a text tells it beside his name."""

import pytest

from index.vocabulary import Vocabulary
from rag.introduction import introduces, who_asked
from rag.question import understand
from rag.slots import slots_of


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Who is Ann Reed?", "Ann Reed"),
        ("who was petar olin", "petar olin"),
        ("And who is Reed?", "Reed"),
        ("Who is going to succeed Ann Reed as director?", None),
        ("Who said that Ann Reed left?", None),
    ],
)
def test_who_is_asked_about(question: str, who: str | None) -> None:
    """The name behind "who is", where nothing else is asked."""
    assert who_asked(question) == who


@pytest.mark.parametrize(
    "text",
    [
        "The museum’s director, Ann Reed, put the loss at 9,000.",
        "Director Ann Reed refused to come.",
        "Ann Reed, 58, refused to come.",
        "Ann Reed, a tally clerk, was struck.",
        "Ann Reed, who runs the port, was struck.",
        "It was Reed, associate director for Europe at the fund, who called.",
        "Ann Reed is the head of the board.",
    ],
)
def test_a_role_beside_a_name_introduces(text: str) -> None:
    """A title, an apposition, an age, or what one is said to be."""
    assert introduces(text, "Ann Reed")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Reed disputes this.",
        "Two hours later Ann Reed, who in March had denied it, left.",
        "When Ann Reed came, the door was shut.",
        "Ann Reed is blamed for the fire.",
        "Mr Reed lied.",
        "However Ann Reed left.",
        "The director spoke, and Moss left.",
    ],
)
def test_what_one_does_does_not_say_who_one_is(text: str) -> None:
    """A deed introduces nobody."""
    assert not introduces(text, "Ann Reed")


def test_the_answer_may_not_be_missing() -> None:
    """Somebody whom no text introduces is answered with what is told of him."""
    slot = slots_of(understand("Who is Ann Reed?", Vocabulary({"ann": 1, "reed": 1}, frozenset({"ann", "reed"}))))[0]
    assert slot.asks_for_something
    assert not slot.can_be_missing
