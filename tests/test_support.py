"""What is read of a statement and its texts, and the trees that join it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.support import Branch, Trees, shipped_scorer
from index.support_features import NAMES, Reading
from index.support_windows import LONGEST, digest_of, pieces_of, windows_of
from index.support_words import LEAST, coverage, rarity, weights_of

FILLER = "The committee met again and spoke of other matters at some length before it rose for the day. "
CLAIM = "The Kell lighthouse was built in 1871."


def test_rare_words_weigh_more_than_common_ones() -> None:
    """A common word weighs least, one that the vocabulary lacks most; function words weigh nothing."""
    assert LEAST <= rarity("house") < rarity("lighthouse") < rarity("brandtford") == 1.0
    assert set(weights_of("The house of the Brandtford")) == {"hous", "brandtford"}


def test_coverage_by_hand() -> None:
    """The share of the weight; a statement without content words is covered by anything."""
    assert coverage({"a": 1.0, "b": 0.5, "c": 0.5}, {"a", "c"}) == 0.75
    assert coverage({}, set()) == 1.0


@given(st.text(alphabet="ab .!?\nÄ1", max_size=400))
def test_no_word_of_a_text_is_lost_between_windows(text: str) -> None:
    """Every sentence is in some window, in order, and no window of several sentences is too long."""
    pieces = pieces_of(text)
    windows = windows_of(pieces, {})
    together = " ".join(window.text for window in windows)
    assert all(piece.text in together for piece in pieces)
    assert bool(windows) == bool(pieces)


def test_windows_of_a_long_text_are_short_and_overlap() -> None:
    """At most LONGEST words each; what stands at the edge of one is in the middle of the next."""
    pieces = pieces_of("".join(f"Sentence {number}: {FILLER}" for number in range(40)))
    windows = windows_of(pieces, {})
    assert all(len(window.text.split()) <= LONGEST for window in windows)
    assert sum(len(window.text.split()) for window in windows) > 1.5 * sum(piece.words for piece in pieces)


def test_the_digest_joins_what_stands_far_apart() -> None:
    """The two sentences that together have the statement's words, in their order, whatever is between them."""
    pieces = pieces_of(f"The lighthouse stands at Kell. {FILLER * 30}It was built in 1871.")
    digest = digest_of(pieces, weights_of(CLAIM))
    assert digest.coverage == 1.0
    assert digest.text == "The lighthouse stands at Kell. It was built in 1871."


def test_a_web_address_is_no_word() -> None:
    """Nor does a text of nothing else have any sentence."""
    assert pieces_of("https://kell.example/lighthouse-1871") == []


@pytest.mark.parametrize("words", [0, 40])
def test_support_is_found_in_a_long_text(words: int) -> None:
    """A statement scores higher beside a text that says it than beside one of its topic, short or long."""
    scorer = shipped_scorer()
    said = f"{FILLER * words}Kell's lighthouse, built in 1871, is the oldest of the coast. {FILLER * words}"
    topic = f"{FILLER * words}The harbour of Kell has a small museum and a lighthouse. {FILLER * words}"
    assert scorer.score(CLAIM, [said]) > scorer.score(CLAIM, [topic]) + 0.1
    assert scorer.score(CLAIM, [" "]) == 0.0


def test_trees_are_read_as_they_were_written(tmp_path: Path) -> None:
    """And walked by hand: 0.4 is not above the threshold, so the left leaf counts."""
    trees = Trees(0.0, ((Branch(2, 0.5, 1, 2, 0.0), Branch(0, 0.0, -1, -1, 2.0), Branch(0, 0.0, -1, -1, -2.0)),))
    trees.write(tmp_path / "trees.json")
    assert Trees.read(tmp_path / "trees.json") == trees
    row = [0.0] * len(NAMES)
    assert trees.probability([*row[:2], 0.4, *row[3:]]) == pytest.approx(0.8808, abs=1e-4)
    assert trees.probability([*row[:2], 0.6, *row[3:]]) == pytest.approx(0.1192, abs=1e-4)


def test_trees_of_other_features_are_refused(tmp_path: Path) -> None:
    """The message names the file and the remedy."""
    (tmp_path / "old.json").write_text('{"features": ["one"], "start": 0, "trees": []}')
    with pytest.raises(ValueError, match=r"old\.json was trained on other features; train it anew: make train"):
        Trees.read(tmp_path / "old.json")


def test_a_reading_of_nothing_has_no_windows() -> None:
    """No text, no window."""
    assert Reading.of(CLAIM, []).windows == ()
