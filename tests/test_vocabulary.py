"""The words of a corpus, and typing errors against them."""

from pathlib import Path

import pytest

from index.vocabulary import Vocabulary

SENTENCES = (
    "The ferry Ansa struck the pier at Tessel on Tuesday.",
    "People in Tessel say the Tessel Courier told the truth, and René agrees.",
    "The captain, Brekke, saw the pier too late; the harbour was in fog.",
    "Brekke was hurt. The Evacuation order came later, the evacuation itself at night.",
    "The babies slept in the galley, where the knives lay.",
)


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The vocabulary of the sentences above."""
    return Vocabulary.of(SENTENCES)


MISTYPED = {"ferri": "ferry", "tesel": "tessel", "tessle": "tessel", "harbuor": "harbour", "evacation": "evacuation"}
MISTYPED |= {"babys": "babies", "knifes": "knives"}


@pytest.mark.parametrize(("typed", "meant"), MISTYPED.items())
def test_typing_errors_are_mended(vocabulary: Vocabulary, typed: str, meant: str) -> None:
    """A word the language lacks becomes the nearest word of the corpus: a letter lost, added, swapped or wrong."""
    assert vocabulary.correct(typed) == meant


@pytest.mark.parametrize(
    "word",
    ["pier", "tessel", "truthed", "profited", "fury", "peer", "hat", "zzz", "zeppelin", "xqzvw", "", "rene", "2031"],
)
def test_real_words_are_left_alone(vocabulary: Vocabulary, word: str) -> None:
    """Words of the corpus, real words it lacks, short words, numbers and words near nothing stay as they are."""
    assert vocabulary.correct(word) is None


def test_names(vocabulary: Vocabulary) -> None:
    """A word is a name where it is mostly capital inside sentences; the first word of a sentence tells nothing."""
    assert {"ansa", "tessel", "brekke", "courier", "rene"} <= vocabulary.names
    assert not {"people", "the", "pier", "evacuation"} & vocabulary.names
    assert "tessel" in vocabulary
    assert vocabulary.counts["pier"] == 2


def test_save_and_load(vocabulary: Vocabulary, tmp_path: Path) -> None:
    """What was saved is the same when loaded, and an empty vocabulary is one too."""
    for each in (vocabulary, Vocabulary.of(())):
        each.save(tmp_path / "vocabulary.json")
        assert Vocabulary.load(tmp_path / "vocabulary.json") == each
    assert Vocabulary.of(()).correct("ferri") is None
