"""A streamed draft is cut into sentences, each with the markers behind it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rag.draft_sentences import DraftSentence, DraftSentences

DRAFT = """\
More than 30,000 left [2], while up to 42,500 did, the outlet says [1]. Dr. Holt of the U.S. office [3][4] denied it! \
“We saw nothing,” she said. [5]
- The first item [1, 2]
- The second one. [3-5] And a third sentence without any marker.

## A heading [1]
1. **Numbered** and bold [6].
The last one is not finis"""


def sentences(*pieces: str) -> list[DraftSentence]:
    cutter = DraftSentences()
    return [*(each for piece in pieces for each in cutter.add(piece)), *cutter.end()]


def test_each_sentence_has_the_markers_behind_it() -> None:
    """Markers before and after the full stop, several in one, ranges, and those in the middle are all its own."""
    assert [(each.text, each.markers) for each in sentences(DRAFT)] == [
        ("More than 30,000 left, while up to 42,500 did, the outlet says.", (2, 1)),
        ("Dr. Holt of the U.S. office denied it!", (3, 4)),
        ("“We saw nothing,” she said.", (5,)),
        ("The first item", (1, 2)),
        ("The second one.", (3, 4, 5)),
        ("And a third sentence without any marker.", ()),
        ("Numbered and bold.", (6,)),
        ("The last one is not finis", ()),
    ]


def test_lists_headings_and_ends() -> None:
    """An item of a list knows it; a heading is no statement; only what breaks off at the very end is not whole."""
    found = sentences(DRAFT)
    assert [each.text for each in found if each.item] == ["The first item", "The second one.", "Numbered and bold."]
    assert [each.text for each in found if not each.whole] == ["The last one is not finis"]
    assert [each.whole for each in sentences("It ends with a marker [1]")] == [True]
    assert [each.whole for each in sentences("More than 30,000 left [1] and up to")] == [False]
    assert [each.whole for each in sentences("More than 30,000 left [1")] == [False]


def test_words_keep_their_markers_in_place() -> None:
    """The runs of a sentence are its words in order, each with the numbers that stood behind it."""
    (first, *_) = sentences(DRAFT)
    assert [(run.words, run.markers) for run in first.runs] == [
        ("More than 30,000 left", (2,)),
        (", while up to 42,500 did, the outlet says", (1,)),
        (".", ()),
    ]


def test_a_sentence_is_given_before_the_stream_ends() -> None:
    """What is long past is not held back."""
    cutter = DraftSentences()
    found = list(
        cutter.add("The first is finished. [1] " + "The second goes on for a long while and has no end yet " * 3)
    )
    assert [(each.text, each.markers) for each in found] == [("The first is finished.", (1,))]


def test_what_a_model_says_to_itself_is_no_part_of_the_draft() -> None:
    """Everything up to the end of a thought is skipped, however it is cut; a thought without an end is nothing."""
    text = "<think>Is it 7? [9]\nYes.</think>\nSeven people left [1]."
    for size in (1, 4, 100):
        pieces = [text[at : at + size] for at in range(0, len(text), size)]
        assert [(each.text, each.markers) for each in sentences(*pieces)] == [("Seven people left.", (1,))]
    assert sentences("<think>and so on. [1]\n") == []


@pytest.mark.parametrize("text", ["", "\n\n", "...", "[1]", "- [2]\n", "#", "**"])
def test_what_has_no_words_is_no_sentence(text: str) -> None:
    """A draft without words has no sentences."""
    assert sentences(text) == []


WORDS = ("Some words left. ", "U.S. ", "Mr. Holt said so! ", "“No.” ", "7.5 ", "Inc. ", "and so on ", "He went ", "12")
MARKS = ("[1] ", "[2][3]", " [4, 5].", "\n", "- ", "[", "?", "… ", "# ", "<b>", "**")
PARTS = st.sampled_from(WORDS + MARKS)


@given(st.lists(PARTS, max_size=40).map("".join), st.lists(st.integers(1, 12), min_size=1, max_size=6))
def test_it_does_not_matter_how_a_stream_is_cut(text: str, sizes: list[int]) -> None:
    """The same draft in other pieces gives the same sentences, each once and in order."""
    pieces, at, turn = [], 0, 0
    while at < len(text):
        pieces.append(text[at : at + sizes[turn % len(sizes)]])
        at, turn = at + len(pieces[-1]), turn + 1
    assert sentences(*pieces) == sentences(text)
