"""Reasons of what is asked why: what gives one, and which two are set against each other."""

import time
from pathlib import Path

import pytest

from index.words import stem
from rag.reasons_given import reason_given
from tests.small_engine import engine_over

ASKED = (stem("conductor"), stem("dismissed"))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The conductor was dismissed because her methods are old, the board said.", "methods"),
        ("The conductor was dismissed for want of money.", "money"),
        ("Her dismissal is put down to a quarrel.", "quarrel"),
        ("They attribute the conductor's dismissal to a quarrel 2.5 years ago.", "ago"),
        ("She puts her dismissal down to a quarrel.", "quarrel"),
        ("He blames the board for the conductor's dismissal.", "board"),
        ("Without the quarrel the conductor would still be here.", "quarrel"),
        ("Because of a quarrel, the conductor was dismissed in May.", "quarrel"),
        ("But for the quarrel, the conductor would have stayed.", "quarrel"),
    ],
)
def test_what_gives_a_reason(text: str, word: str) -> None:
    """Before the words for it or behind them, also where what happened would not have without it."""
    assert stem(word) in reason_given(text, ASKED)


@pytest.mark.parametrize(
    "text",
    [
        "The conductor was not dismissed because of a quarrel.",
        "Nobody believes that the conductor was dismissed because of a quarrel.",
        "The pianist was dismissed because of a quarrel.",
        "The singer beside the conductor was dismissed because of a quarrel.",
        "The conductor smiled, but the hall was dark because of a quarrel.",
        "The conductor was dismissed in May.",
        "Without a word the conductor left.",
        "The pianist puts her dismissal down to a quarrel.",
        "Few believe that the conductor was dismissed because of a quarrel.",
        "The idea that the conductor was dismissed because of a quarrel is nonsense.",
        "Because of a quarrel, the pianist was dismissed.",
        "Was the conductor dismissed because of a quarrel?",
        "Even without the quarrel the conductor would have gone.",
        "Nobody thinks that without the quarrel the conductor would have stayed.",
        "Without the quarrel the pianist would have stayed.",
        "She was blamed by the conductor for the dismissal.",
        "The board put the conductor's dismissal to a vote.",
        "The conductor wept because of a quarrel.",
        "The conductor, due to lead the choir, was dismissed.",
    ],
)
def test_what_gives_none(text: str) -> None:
    """What is denied, what is of another thing, and what only looks like a reason."""
    assert not reason_given(text, ASKED)


def test_what_it_is_is_told_before() -> None:
    """A reason of "this" is one of what the sentence before tells."""
    text, before = "The board attributes this to a quarrel.", "The conductor was dismissed."
    assert reason_given(text, ASKED, before)
    assert not reason_given(text, ASKED, "The roof is new.")
    assert not reason_given(text, ())


def test_long_sentences_are_read_quickly() -> None:
    """Words for reasons without end take no time without end."""
    text = "they put the roof and blame the wall for it without the door because of " * 80
    begun = time.perf_counter()
    reason_given(text, ASKED)
    assert time.perf_counter() - begun < 1


ONE = (
    "Choir Post",
    "The conductor was dismissed because her methods are too old, the board of parents said.",
)


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("The conductor puts her dismissal down to a quarrel over the mayor's daughter.", True),
        ("The conductor puts her dismissal down to her methods.", False),
        ("The caretaker puts his dismissal down to a quarrel over the mayor's daughter.", False),
        ("The conductor was dismissed on Friday after a quarrel over the mayor's daughter.", False),
    ],
)
def test_two_reasons_are_told_apart(tmp_path: Path, other: str, told: bool) -> None:
    """Two of different articles that share no word, of one thing; no reason where only time is told."""
    texts = {"a.txt": ONE, "b.txt": ("Tolm Weekend", other)}
    articles = {file: f"Source: {outlet}\nDate: 2030-05-04\n\n{text}\n" for file, (outlet, text) in texts.items()}
    found = engine_over(articles, tmp_path).ask("Why was the conductor dismissed?").disagreements
    assert [(each.about, each.relation) for each in found] == ([("cause", "framing")] if told else [])
