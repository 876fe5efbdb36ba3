"""How the time of a build grows: the copies it is measured on."""

from eval.growth import WORDS, copies, measured

TEXTS = ["The ferry Walrus struck the pier on 3 May; 19 people were hurt. " * 60, "Captain Lund denies it. " * 90]


def test_copies_are_as_long_as_articles_and_none_like_another() -> None:
    """Each has its number of words, with names and figures of its own."""
    made = list(copies(TEXTS, 4))
    assert [len(text.split(" ")) for text in made] == [WORDS] * 4
    assert len(set(made)) == 4
    assert not any("Walrus" in text or "Captain" in text for text in made)


def test_a_line_tells_the_stages() -> None:
    """The build's articles a second, and the seconds of each stage."""
    line = measured(["The ferry struck the pier on 3 May. Nineteen people were hurt."], 2)
    assert line.startswith("2 articles: ")
    assert "comparing claims" in line
