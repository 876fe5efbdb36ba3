"""Which sources a question or a flag names."""

import pytest

from corpus.source import Source
from index.vocabulary import Vocabulary
from rag.naming import UnknownSourceError, asked_voice, files_of, named_sources
from rag.question import understand

SOURCES = (
    Source("a.txt", "", (), "", title="The flood", outlet="The Valley Courier"),
    Source("b.txt", "", (), "", title=None, outlet="IRP"),
    Source("deep/c_1.txt", "", (), "", title="Why the dam broke"),
)


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("What does the valley courier's report say?", ["a.txt"]),
        ("do Valley Courier and IRP agree?", ["a.txt", "b.txt"]),
        ("What stands in c_1.txt?", ["deep/c_1.txt"]),
        ("Is it true what “Why the dam broke” says?", ["deep/c_1.txt"]),
        ("What did the courier bring through the valley?", []),
        ("Was it an irpy day?", []),
        ("Does the Courier agree?", ["a.txt"]),
        ("Was the Courier Prize given?", []),
    ],
)
def test_a_question_names_sources_by_outlet_title_or_file(text: str, files: list[str]) -> None:
    """An outlet is found with or without its article, in any case, and only as whole words."""
    assert [source.file for source in named_sources(text, SOURCES)] == files


def test_a_short_name_is_that_of_one_outlet() -> None:
    """ "The Courier" names neither of two couriers, nor an outlet that ends in a name."""
    other = Source("d.txt", "", (), "", outlet="Hill Courier")
    river = Source("e.txt", "", (), "", outlet="Friends of Xylvar")
    assert named_sources("Does the Courier agree?", (*SOURCES, other)) == ()
    assert named_sources("Does the Xylvar flood?", (*SOURCES, river)) == ()


def test_the_flag_takes_outlet_file_and_title() -> None:
    """--source is forgiving about case and “the”, and keeps each file once."""
    assert files_of(["valley courier", "A.TXT", "The Flood"], SOURCES) == ("a.txt",)
    assert files_of([], SOURCES) == ("a.txt", "b.txt", "deep/c_1.txt")


def test_an_unknown_source_is_an_error_that_lists_the_known_ones() -> None:
    """A name that fits none is not ignored."""
    with pytest.raises(UnknownSourceError, match=r"'Daily Nothing'; there are: The Valley Courier, IRP, deep/c_1.txt"):
        files_of(["Daily Nothing"], SOURCES)


def test_a_file_called_by_a_common_word_is_not_named_by_it() -> None:
    """The water is no source, though a file has its name; the file's full name is one."""
    source = Source("water.txt", "Text.", (), "")
    assert not named_sources("who spoilt the water?", [source])
    assert named_sources("what does water.txt say?", [source])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("what does Vallow say", True),
        ("What does vallow say?", True),
        ("Was Brown right?", True),
        ("the brown water", False),
    ],
)
def test_an_author_is_named_by_the_last_name(text: str, named: bool) -> None:
    """The last name leads to an author's articles, unless it is written as the common word that it may be too."""
    author = "Tom Brown" if "rown" in text else "Ada Vallow"
    source = Source("a.txt", "Text.", (), "", author=author)
    assert bool(named_sources(text, [source])) is named


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("What did the mayor say?", "the mayor"),
        ("How has Minister Vallow's line on the water shifted?", "Minister Vallow"),
        ("Who paid for Vallow's house?", None),
    ],
)
def test_whose_words_are_asked_for(text: str, voice: str | None) -> None:
    """One is asked what he says, or after his line, view or promises; not after what else is his."""
    asked = asked_voice(understand(text, Vocabulary({}, frozenset())))
    assert (asked or "").endswith(voice) if voice else asked is None
