"""The sides that a question itself names, also behind an open question."""

from pathlib import Path

import pytest

from rag.sides_asked import sides_asked
from tests.small_engine import engine_over

ARTICLES = {
    "herald.txt": (
        "The bridge at Tarn\n\nThe Herald, 3 May 2031\n\nThe army said that shells brought the bridge at Tarn down. "
        "The bridge at Tarn was built in 1911."
    ),
    "gazette.txt": (
        "A bridge falls\n\nThe Gazette, 5 May 2031\n\nThe bridge at Tarn was brought down by explosives, the rebels "
        "said. It had two lanes."
    ),
}


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("What destroyed the bridge, shells or explosives?", ("shells", "explosives")),
        ("Which came first: the strike or the lockout?", ("the strike", "the lockout")),
        ("How did they leave, by bus or by car?", ("by bus", "by car")),
        ("Where did the fire start - the mill or the yard?", ("the mill", "the yard")),
        ("Was it fire or flood?", ("fire", "flood")),
    ],
)
def test_what_stands_behind_a_question_is_its_sides(question: str, sides: tuple[str, str]) -> None:
    """Two short answers at the end, of a closed or of an open question."""
    assert sides_asked(question) == sides


@pytest.mark.parametrize(
    "question",
    [
        "What did the mayor say, if anything, about rent or tax?",
        "What happened to the dam, mill or bridge?",
        "What do you know about dogs, cats or birds?",
        "Why did it close, and when will it open or be repaired?",
        "Who died in Orvey, in 2020 or later?",
        "What rules, laws or orders were broken?",
        "Which party, the Greens or the Left, backed the bill?",
        "How many ships or boats were lost?",
        "Who is to blame, the director or the minister?",
        "What did the re-elected mayor or council say?",
    ],
)
def test_what_goes_on_with_the_question_is_no_side(question: str) -> None:
    """Two things that are asked about, a time, a list in the midst, persons, half of a word."""
    assert sides_asked(question) is None


def test_who_takes_which_side_is_told(tmp_path: Path) -> None:
    """An open question with two answers behind it is answered by who takes which."""
    told = engine_over(ARTICLES, tmp_path).ask("What brought the bridge at Tarn down, shells or explosives?")
    sides = [{side.holders for side in each.sides} for each in told.disagreements]
    assert sides == [{("The army",), ("the rebels",)}]


def test_a_side_in_other_words_than_the_question_is_found(tmp_path: Path) -> None:
    """The one sentence has every word of the question; the other has the side's own and what it is about."""
    articles = {
        "herald.md": (
            "# Harbour crane falls at Stell\n\n*The Stell Herald, 3 May 2031*\n\nThe crane at Stell fell on "
            "Monday night and killed one man. The port authority said that rust in the main bolt brought the crane "
            "down. The crane was built in 1984.\n"
        ),
        "gazette.txt": (
            "A crane comes down\n\nThe Gazette, 5 May 2031\n\nThe union said that the wind, which reached 110 km/h, "
            "had toppled the crane at Stell. Two men were hurt, one of whom died.\n"
        ),
    }
    told = engine_over(articles, tmp_path).ask("What brought the crane down, rust or wind?")
    assert [{side.holders for side in each.sides} for each in told.disagreements] == [
        {("The port authority",), ("The union",)}
    ]
