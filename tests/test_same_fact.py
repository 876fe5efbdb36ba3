"""What is said once: sentences that say the same, and none that denies the other."""

from pathlib import Path

import pytest

from rag.same_fact import are_opposed
from tests.small_engine import engine_over


@pytest.mark.parametrize(
    ("one", "other", "opposed"),
    [
        ("The bridge is safe and stays open.", "The bridge is no longer safe and has to be closed.", True),
        ("The bridge was opened on Monday.", "The bridge was closed on Monday.", True),
        ("The bridge is safe, the mayor said.", "The mayor said that the bridge is safe.", False),
        ("The bridge was not closed.", "The bridge was not shut.", False),
    ],
)
def test_what_denies_a_sentence_is_not_the_same(one: str, other: str, opposed: bool) -> None:
    """By a negation, "no longer" too, or by the opposite of a word; whichever of the two it is."""
    assert are_opposed(one, other) is opposed
    assert are_opposed(other, one) is opposed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The minister has resigned over the ferry disaster.",
            "The minister has not yet resigned over the ferry disaster.",
        ),
        ("The vaccine is effective against the new strain.", "The vaccine is ineffective against the new strain."),
        (
            "The explosion was caused by a gas leak at the depot, the brigade said.",
            "The cause of the explosion at the depot is unknown, the brigade said.",
        ),
    ],
)
def test_two_that_differ_in_a_small_word_are_two_statements(one: str, other: str, tmp_path: Path) -> None:
    """However near they are in meaning, neither is told with the other's marker."""
    answer = engine_over({"a.txt": f"One\n\n{one}\n", "b.txt": f"Other\n\n{other}\n"}, tmp_path).ask(one)
    assert len(answer.citations) == 2
    assert [sentence.citations for sentence in answer.sentences][:2] == [(1,), (2,)]


def test_a_denial_is_no_second_source_of_a_statement(tmp_path: Path) -> None:
    """Two sentences that are alike but for a "no longer" are two statements of the answer, not one with two markers."""
    articles = {
        "a.txt": "The bridge\n\nThe mayor said that the bridge at Dell was safe and would stay open.\n",
        "b.txt": "Later\n\nThe mayor conceded that the bridge at Dell was no longer safe and had to be closed.\n",
    }
    answer = engine_over(articles, tmp_path).ask("What did the mayor say of the bridge at Dell?")
    assert [sentence.citations for sentence in answer.sentences][:2] == [(1,), (2,)]
