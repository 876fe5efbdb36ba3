"""Which sentences make an answer."""

from pathlib import Path

from tests.small_engine import engine_over

PAID = {
    "a.txt": "The harbour board will pay the owners of the boats 900 crowns for each boat that sank.",
    "b.txt": "The money promised to the owners of the boats should have been paid in the first week.",
}
REPAIRED = {
    "a.txt": "On 4 May the harbour board began to repair the old lighthouse of Ansa. Its lamp is loved by children.",
    "b.txt": "The repair of the old lighthouse was over in eleven weeks. The keeper called it a scandal.",
}


def test_where_figures_are_asked_for_what_has_none_is_left_out(tmp_path: Path) -> None:
    """Where a sentence gives the sum that is asked for, one that only speaks of the money is not cited beside it."""
    engine = engine_over(PAID, tmp_path)
    sum_asked = engine.ask("What sum of money was promised to the owners of the boats?")
    assert [citation.file for citation in sum_asked.citations] == ["a.txt"]
    assert "b.txt" in {citation.file for citation in engine.ask("Who was promised money for the boats?").citations}


def test_each_part_of_a_question_is_answered(tmp_path: Path) -> None:
    """A second question is answered too, though what answers it is far less near than what answers the first."""
    engine = engine_over(REPAIRED, tmp_path)
    both = engine.ask("When did the board begin to repair the old lighthouse of Ansa, and how long did it take?")
    assert "4 May" in both.text
    assert "eleven weeks" in both.text
