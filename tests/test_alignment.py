"""Places of a reading in its source."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.source import Sentence
from index.alignment import placed

WORDS = st.lists(st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8), min_size=1, max_size=8)
GAPS = st.sampled_from([" ", "  ", "\n", "\r\n", "\t ", "\u00a0 "])


@given(WORDS, st.data())
def test_every_part_of_a_reading_has_its_place(words: list[str], data: st.DataObject) -> None:
    """The words at the place are the words of the reading, however their source spaces them."""
    text = words[0] + "".join(data.draw(GAPS) + word for word in words[1:])
    reading = " ".join(words)
    sentence = Sentence(5, 5 + len(text), text, reading, 0, 1)
    start = data.draw(st.integers(0, len(reading) - 1))
    end = data.draw(st.integers(start + 1, len(reading)))
    span = placed(sentence, start, end)
    assert span is not None
    assert " ".join(text[span[0] - 5 : span[1] - 5].split()) == " ".join(reading[start:end].split())


def test_where_markup_stands_between_there_is_no_place() -> None:
    """A reading that differs from its text in more than white space cannot be cut."""
    sentence = Sentence(0, 12, "The *old* dam", "The old dam", 0, 1)
    assert placed(sentence, 0, 7) is None
