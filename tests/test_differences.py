"""How an answer shows where the sources differ."""

from pathlib import Path

import pytest

from rag.engine import Engine


@pytest.fixture(scope="module")
def engine(quarrel_folder: Path, quarrel_index: Path) -> Engine:
    """The quarrel about the ferry."""
    return Engine.open(quarrel_folder, index=quarrel_index)


def test_figures_that_differ_are_shown_with_their_holders_and_markers(engine: Engine) -> None:
    """Eleven, later 19, the union's 40: each side has its figure, its holder and citations of those very words."""
    answer = engine.ask("How many people were hurt?")
    assert "Where the sources differ:" in answer.text
    quantities = [each for each in answer.disagreements if each.about == "quantity"]
    assert quantities
    figures = " ".join(side.position for each in quantities for side in each.sides)
    assert "19" in figures or "Nineteen" in figures
    assert "40" in figures
    by_number = {citation.number: citation for citation in answer.citations}
    for side in (side for each in answer.disagreements for side in each.sides):
        assert side.holders
        assert all(number in by_number for number in side.citations)
        assert all(f"[{number}]" in answer.text for number in side.citations)


def test_an_update_has_its_sides_in_the_order_of_time(engine: Engine) -> None:
    """The earlier figure comes first."""
    updates = [each for each in engine.ask("How many people were hurt?").disagreements if each.relation == "update"]
    for update in updates:
        assert len(update.sides) >= 2
        assert update.summary.startswith("Figures for different days")


@pytest.mark.parametrize("question", ["When did the ferry strike the pier?", "How long is the pier closed?"])
def test_where_the_sources_agree_nothing_is_reported(engine: Engine, question: str) -> None:
    """A question without rival answers has no disagreements, and no section for them."""
    answer = engine.ask(question)
    assert answer.disagreements == ()
    assert "Where the sources differ" not in answer.text


def test_the_whole_corpus_can_be_listed(engine: Engine) -> None:
    """Every side of every disagreement has citations that are verbatim in their files."""
    overview = engine.disagreements()
    assert overview.disagreements
    sources = {source.file: source.text for source in engine.sources()}
    numbers = {citation.number for citation in overview.citations}
    for citation in overview.citations:
        assert sources[citation.file][citation.start : citation.end] == citation.quote
    assert {number for each in overview.disagreements for side in each.sides for number in side.citations} == numbers
