"""Passages: what is searched beside single sentences."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpus.folder import read_folder
from corpus.source import Sentence, Source
from index.passages import MAXIMUM_WORDS, Passage, context_of, passages_of, reading_of


def source_of(paragraphs: list[list[int]]) -> Source:
    """A source whose sentences have these numbers of words, by paragraph."""
    sentences, text = [], ""
    for number, lengths in enumerate(paragraphs):
        for length in lengths:
            words = " ".join(["word"] * length)
            sentences.append(Sentence(len(text), len(text) + len(words), words, words, number, number + 1))
            text += words + "\n"
    return Source("a.txt", text, tuple(sentences), "0")


@given(st.lists(st.lists(st.integers(1, 200), min_size=1, max_size=8), min_size=1, max_size=6))
def test_each_sentence_is_in_one_passage(paragraphs: list[list[int]]) -> None:
    """Passages follow one another without gap or overlap, stay inside a paragraph, and are long only if they must."""
    source = source_of(paragraphs)
    passages = passages_of(source)
    covered = [number for passage in passages for number in range(passage.first, passage.last + 1)]
    assert covered == list(range(len(source.sentences)))
    for passage in passages:
        inside = source.sentences[passage.first : passage.last + 1]
        assert len({sentence.paragraph for sentence in inside}) == 1
        assert len(inside) == 1 or sum(len(sentence.reading.split()) for sentence in inside) <= MAXIMUM_WORDS


def test_a_passage_knows_its_sentences() -> None:
    """`in` tells whether a sentence belongs to a passage, the first and the last included."""
    passage = Passage(2, 4)
    assert [number in passage for number in range(1, 6)] == [False, True, True, True, False]


def test_a_passage_is_read_with_its_article(quarrel_folder: Path) -> None:
    """Title, outlet and date lead a passage into its vector; what is unknown is left out, not written as None."""
    sources = {source.file: source for source in read_folder(quarrel_folder).sources}
    known, unknown = sources["harbour.txt"], sources["newsletter.txt"]
    assert context_of(known) == "Harbour board defends its ferry. Harbour Gazette. 2031-03-06"
    assert reading_of(known, Passage(2, 2)).endswith("2031-03-06\nTwo of them remain in hospital.")
    assert context_of(unknown) == ""
    assert reading_of(unknown, Passage(1, 1)) == "About 300 people came, the organisers said."
