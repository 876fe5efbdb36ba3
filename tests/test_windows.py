"""Articles cut into windows for the tagger."""

from hypothesis import given
from hypothesis import strategies as st

from index.runtime import wordpieces
from index.windows import LONGEST, windows_of, words_of

TOKENIZER = wordpieces()
SENTENCES = st.lists(st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=400), max_size=12)


@given(SENTENCES)
def test_every_word_is_read_once_and_no_window_is_too_long(sentences: list[str]) -> None:
    """The windows without their context give all words in order; context repeats the words just before."""
    text, spans = " ".join(sentences), []
    for sentence in sentences:
        start = spans[-1][1] + 1 if spans else 0
        spans.append((start, start + len(sentence)))
    words = words_of(text, spans, TOKENIZER)
    windows = list(windows_of(words))
    assert [word for window in windows for word in window.words[window.context :]] == words
    for window in windows:
        longest_word = max(len(word.pieces) for word in window.words)
        assert sum(len(word.pieces) for word in window.words) <= max(LONGEST - 2, longest_word)
        assert all(text[word.start : word.end] for word in window.words)


def test_marks_tell_capitals_quotations_and_paragraphs_apart() -> None:
    """What a lower-case encoder cannot see is marked: ANN 2, Reed 1, said 0; 3 more in quotes, 6 more at the start."""
    text = "ANN Reed said “Go home”.\n\nNobody went."
    words = words_of(text, [(0, 24), (26, 38)], TOKENIZER)
    marks = {text[word.start : word.end]: word.mark for word in words}
    assert (marks["ANN"], marks["Reed"], marks["said"]) == (2 + 6, 1, 0)
    assert (marks["Go"], marks["home"]) == (1 + 3, 0 + 3)
    assert (marks["Nobody"], marks["went"]) == (1 + 6, 0)
