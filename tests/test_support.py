"""What is read of a statement and its texts, and the trees that join it."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.export import EncoderError, exported_graph
from index.pair_model import shipped_pair_model
from index.runtime import shipped_wordpieces
from index.support import Branch, Line, Trees, shipped_scorer
from index.support_alignment import aligned
from index.support_features import NAMES, Reading, features_of
from index.support_windows import LONGEST, digest_of, pieces_of, windows_of
from index.support_words import LEAST, coverage, rarity, weights_of
from index.word_states import MOST_PIECES, WordStates, shipped_word_states

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
    """And walked by hand: 0.4 is not above the threshold, so the left leaf counts, and the line says the same."""
    tree = (Branch(2, 0.5, 1, 2, 0.0), Branch(0, 0.0, -1, -1, 2.0), Branch(0, 0.0, -1, -1, -2.0))
    trees = Trees(0.0, (tree,), Line((2,), (-20.0,), 10.0))
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


def test_the_line_counts_twice_beside_the_trees() -> None:
    """A tree that says 3 and a line that says 0 make a logit of 1; a line that says -3 turns both to -1."""
    tree = (Branch(0, 0.0, -1, -1, 3.0),)
    row = [0.0] * len(NAMES)
    assert Trees(0.0, (tree,), Line((), (), 0.0)).probability(row) == pytest.approx(0.7311, abs=1e-4)
    assert Trees(0.0, (tree,), Line((1,), (1.0,), -3.0)).probability(row) == pytest.approx(0.2689, abs=1e-4)


def test_there_is_no_reading_of_nothing() -> None:
    """No text, no window, and nothing that a model could read."""
    assert Reading.of(CLAIM, []) is None


def test_what_is_read_is_read_once() -> None:
    """One sentence is its own window and digest; the sentence that fits best is read first, all texts but once."""
    reading = Reading.of(CLAIM, ["It was built in 1871."])
    assert reading is not None and reading.read == ("It was built in 1871.",)
    longer = Reading.of(CLAIM, [f"{FILLER}{CLAIM} {FILLER * 20}"])
    assert longer is not None and longer.read[0] == CLAIM
    assert len(set(longer.read)) == len(longer.read) > 2


def test_words_of_much_the_same_meaning_meet() -> None:
    """A statement is met wholly by itself, well by other words for it, and badly by another topic."""
    words = shipped_word_states()
    texts = ["The old lighthouse was erected in 1871.", "A beacon for ships was set up in 1871.", "Cats sleep all day."]
    pieces = words.pieces(texts[0])
    whole, other, none = (aligned(pieces, *words.of(texts[:1]), words.of([text])) for text in texts)
    assert whole.mean == pytest.approx(1.0, abs=1e-5) and whole.worst == pytest.approx(1.0, abs=1e-5)
    assert whole.mean > other.mean > none.mean and other.worst > none.worst


def test_what_one_sentence_has_needs_no_aligning() -> None:
    """The encoder, here one that cannot run, is asked only where a word of the statement is missing there."""
    unread = WordStates(None, shipped_wordpieces())
    plain, other = (Reading.of(CLAIM, [text]) for text in (f"{FILLER}{CLAIM}", FILLER))
    assert plain is not None and other is not None
    assert features_of(plain, shipped_pair_model(), unread).aligned_mean == 1.0
    with pytest.raises(AttributeError):
        features_of(other, shipped_pair_model(), unread)


def test_alignment_by_hand() -> None:
    """A full stop counts nothing, a stop word hardly anything; the worst is the one that no text meets."""
    statement = np.eye(4, dtype=np.float32)[:3]
    found = aligned(["##xq", "the", "."], statement, [statement[:1], np.zeros((0, 4), dtype=np.float32)])
    assert found.mean == pytest.approx(1 / 1.05)
    assert found.worst == 1.0
    assert aligned(["##xq", "##qx", "."], statement, [statement[:1]]).worst == 0.0


def test_a_text_is_read_alike_beside_any_other() -> None:
    """Alone or among others, at its full length or cut where the rest is never read."""
    words = shipped_word_states()
    [alone], [_, among] = words.of([CLAIM]), words.of([FILLER, CLAIM])
    [cut] = words.of([FILLER * 40])
    assert np.array_equal(alone, among)
    assert len(alone) == len(words.pieces(CLAIM))
    assert len(cut) == len(words.pieces(FILLER * 40)) == MOST_PIECES


def test_an_encoder_that_was_not_exported_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no graph to cut, the message says which encoder, and where it should lie."""
    monkeypatch.setattr("index.export.load_encoder", lambda name, cache: None)
    with pytest.raises(EncoderError, match=r"all-MiniLM-L6-v2 could not be exported to .*room to write"):
        exported_graph(cache=tmp_path)
