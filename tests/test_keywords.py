"""Keyword scores."""

from pathlib import Path

import numpy as np
import pytest

from index.keywords import Keywords
from index.words import terms

TEXTS = (
    "The ferry struck the pier.",
    "Fog hid the pier from the ferry's captain, who saw no pier at all.",
    "Repairs will cost money.",
    "?!",
)


def test_scores() -> None:
    """Each text has a score in the order given: the rarer the word the higher, 0 without any of the words."""
    scores = Keywords.of(TEXTS).scores(terms("repairs of the pier"))
    assert scores.shape == (4,)
    assert scores[2] > scores[0] > 0
    assert scores[1] > 0
    assert scores[3] == 0


@pytest.mark.parametrize("words", [[], ["zeppelin"], [""], ["\0"]])
def test_words_that_no_text_has(words: list[str]) -> None:
    """No words, unknown words and an empty word score 0 everywhere, without an error."""
    assert Keywords.of(TEXTS[:3]).scores(words).tolist() == [0, 0, 0]


def test_save_and_load(tmp_path: Path) -> None:
    """What was saved scores as it did before."""
    keywords = Keywords.of(TEXTS)
    keywords.save(tmp_path / "keywords")
    loaded = Keywords.load(tmp_path / "keywords")
    words = terms("ferry captain")
    assert np.array_equal(loaded.scores(words), keywords.scores(words))


@pytest.mark.parametrize("texts", [("Fog.",), ("?!",), ("?!", "…")])
def test_tiny_corpora(texts: tuple[str, ...], tmp_path: Path) -> None:
    """One sentence, and sentences without a word, are a corpus too."""
    keywords = Keywords.of(texts)
    keywords.save(tmp_path / "keywords")
    for each in (keywords, Keywords.load(tmp_path / "keywords")):
        scores = each.scores(["fog"])
        assert scores.shape == (len(texts),)
        assert bool(scores[0] > 0) == (texts[0] == "Fog.")
