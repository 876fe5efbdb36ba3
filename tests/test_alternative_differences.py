"""Who is put on which side of a question that names two."""

from pathlib import Path

from tests.small_engine import engine_over

ARTICLES = {
    "a.txt": "The truce in Dell\n\nThe truce was negotiated over two nights in a hotel, the mayor said on Monday.\n",
    "b.txt": "What came before the truce\n\nThe truce was imposed on the strikers, as police had shut the harbour.\n",
    "c.txt": "Dell is quiet again\n\nSince the truce the harbour has been open again on every day but Sunday.\n",
}
QUESTION = "Was the truce negotiated, or was it imposed on the strikers?"


def test_what_both_sides_are_about_puts_nobody_on_one(tmp_path: Path) -> None:
    """All speak of the truce: only who calls it negotiated, and who calls it imposed, takes a side."""
    [difference] = engine_over(ARTICLES, tmp_path).ask(QUESTION).disagreements
    one, other = difference.sides
    assert len(one.citations) == len(other.citations) == 1
    assert "negotiated" in one.position
    assert "imposed" in other.position
