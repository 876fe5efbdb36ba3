"""Who only speaks of a word that others use does not use it himself."""

import pytest

from rag.spoken_of import is_only_spoken_of


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("crime", "To speak of a crime is to look for a culprit where there was a storm."),
        ("crime", "Calling it a crime would be a comfort."),
        ("theft", "It is too early to call it theft."),
        ("theft", "The dean refuses to speak of theft."),
        ("betrayal", "Talk of a betrayal seems to him a way of selling papers."),
    ],
)
def test_who_says_that_others_say_so_does_not(word: str, sentence: str) -> None:
    assert is_only_spoken_of(word, sentence)


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("crime", "It was a crime, and the owner knew it."),
        ("crime", "To call it a crime is no exaggeration."),
        ("crime", "To speak of an accident is to leave out the crime."),
        ("theft", "I would call it theft; it is the third this year."),
        ("theft", "The dean speaks of theft, and the porter is of his mind."),
        ("accident", "It is too early to call it theft."),
    ],
)
def test_who_says_so_does(word: str, sentence: str) -> None:
    """Also who finds it right to say, and who speaks of the one to say the other."""
    assert not is_only_spoken_of(word, sentence)
