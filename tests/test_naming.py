"""Which sources a question or a flag names."""

import pytest

from corpus.source import Source
from rag.naming import UnknownSourceError, files_of, named_sources

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
    ],
)
def test_a_question_names_sources_by_outlet_title_or_file(text: str, files: list[str]) -> None:
    """An outlet is found with or without its article, in any case, and only as whole words."""
    assert [source.file for source in named_sources(text, SOURCES)] == files


def test_the_flag_takes_outlet_file_and_title() -> None:
    """--source is forgiving about case and “the”, and keeps each file once."""
    assert files_of(["valley courier", "A.TXT", "The Flood"], SOURCES) == ("a.txt",)
    assert files_of([], SOURCES) == ("a.txt", "b.txt", "deep/c_1.txt")


def test_an_unknown_source_is_an_error_that_lists_the_known_ones() -> None:
    """A name that fits none is not ignored."""
    with pytest.raises(UnknownSourceError, match=r"'Daily Nothing'; there are: The Valley Courier, IRP, deep/c_1.txt"):
        files_of(["Daily Nothing"], SOURCES)
