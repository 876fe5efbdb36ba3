"""Which sentences make an answer."""

from pathlib import Path

from index.build import IndexPlan, update_index
from index.encoder import Encoder
from rag.engine import Engine

ARTICLES = {
    "a.txt": "The harbour board will pay the owners of the boats 900 crowns for each boat that sank.",
    "b.txt": "The money promised to the owners of the boats should have been paid in the first week.",
}


def test_where_figures_are_asked_for_what_has_none_is_left_out(tmp_path: Path, encoder: Encoder) -> None:
    """Where a sentence gives the sum that is asked for, one that only speaks of the money is not cited beside it."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name, text in ARTICLES.items():
        (corpus / name).write_text(text)
    update_index(IndexPlan(corpus, tmp_path / "index"), encoder)
    engine = Engine.open(corpus, index=tmp_path / "index")
    sum_asked = engine.ask("What sum of money was promised to the owners of the boats?")
    assert [citation.file for citation in sum_asked.citations] == ["a.txt"]
    assert "b.txt" in {citation.file for citation in engine.ask("Who was promised money for the boats?").citations}
