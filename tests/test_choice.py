"""Which sentences make an answer."""

from collections.abc import Mapping
from pathlib import Path

from index.build import IndexPlan, update_index
from index.encoder import Encoder
from rag.engine import Engine

PAID = {
    "a.txt": "The harbour board will pay the owners of the boats 900 crowns for each boat that sank.",
    "b.txt": "The money promised to the owners of the boats should have been paid in the first week.",
}
REPAIRED = {
    "a.txt": "On 4 May the harbour board began to repair the old lighthouse of Ansa. Its lamp is loved by children.",
    "b.txt": "The repair of the old lighthouse was over in eleven weeks. The keeper called it a scandal.",
}


def _engine(articles: Mapping[str, str], folder: Path, encoder: Encoder) -> Engine:
    corpus = folder / "corpus"
    corpus.mkdir()
    for name, text in articles.items():
        (corpus / name).write_text(text)
    update_index(IndexPlan(corpus, folder / "index"), encoder)
    return Engine.open(corpus, index=folder / "index")


def test_where_figures_are_asked_for_what_has_none_is_left_out(tmp_path: Path, encoder: Encoder) -> None:
    """Where a sentence gives the sum that is asked for, one that only speaks of the money is not cited beside it."""
    engine = _engine(PAID, tmp_path, encoder)
    sum_asked = engine.ask("What sum of money was promised to the owners of the boats?")
    assert [citation.file for citation in sum_asked.citations] == ["a.txt"]
    assert "b.txt" in {citation.file for citation in engine.ask("Who was promised money for the boats?").citations}


def test_each_part_of_a_question_is_answered(tmp_path: Path, encoder: Encoder) -> None:
    """A second question is answered too, though what answers it is far less near than what answers the first."""
    engine = _engine(REPAIRED, tmp_path, encoder)
    both = engine.ask("When did the board begin to repair the old lighthouse of Ansa, and how long did it take?")
    assert "4 May" in both.text
    assert "eleven weeks" in both.text
