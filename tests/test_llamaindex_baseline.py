"""Plain LlamaIndex as a system under test."""

from pathlib import Path

import pytest

from corpus.source import Source
from eval.cited_places import place_of
from eval.llamaindex_baseline import LlamaIndexSystem

SOURCES = [
    Source("boats.txt", "Seven boats sank in the storm on Monday.\nNobody was hurt.", (), ""),
    Source("bread.txt", "The price of bread rose by a third, bakers say.", (), "", outlet="The Loaf"),
]


def test_a_quote_is_placed_where_it_stands() -> None:
    """A claimed place is taken when the words stand there, else the first place they stand, else -1."""
    assert place_of("ab", "ab ab", 3) == 3
    assert place_of("ab", "ab ab", 1) == 0
    assert place_of("ab", "ab ab", None) == 0
    assert place_of("ab  c", "ab c", 0) == -1


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_it_hands_back_its_chunks(tmp_path: Path) -> None:
    """The nearest chunk first, verbatim and in its place; it never declines; global settings stay untouched."""
    from llama_index.core import Settings

    before = Settings._llm, Settings._embed_model, Settings._node_parser, Settings._transformations
    system = LlamaIndexSystem.build(SOURCES, tmp_path)
    answer = system.answer("What does bread cost?", ["earlier question"])
    assert (Settings._llm, Settings._embed_model, Settings._node_parser, Settings._transformations) == before
    assert answer.answered
    first = answer.citations[0]
    assert (first.file, first.start, first.quote, first.outlet) == ("bread.txt", 0, SOURCES[1].text, "The Loaf")
    assert all(SOURCES[0].text[c.start : c.end] == c.quote for c in answer.citations[1:])
    assert SOURCES[0].text in answer.text
