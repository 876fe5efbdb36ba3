"""Days on which sources put one event."""

import pytest

from rag.engine import Engine

ARTICLES = {
    "a.txt": "Crossing the Orne\n\nThe Halden Bridge, completed in 1948, is the longest bridge over the Orne.",
    "b.txt": "Mira Voss\n\nMira Voss was born in Ghent in 1901. She designed the Halden Bridge, completed in 1931.",
    "c.txt": "Voss\n\nMira Voss (born 1904 in Antwerp) was an architect. The Halden Bridge was repaired in 1988.",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Three short biographies of a bridge and its architect."""
    folder = tmp_path_factory.mktemp("bridge")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Engine.build(folder, index=folder.parent / "bridge-index")


@pytest.mark.parametrize(
    ("question", "years"),
    [("When was the Halden Bridge completed?", {"1931", "1948"}), ("When was Mira Voss born?", {"1901", "1904"})],
)
def test_two_days_of_one_event_are_a_conflict(engine: Engine, question: str, years: set[str]) -> None:
    """Each of the two sides cites the sentence with its year; a third event of the bridge is no side."""
    [disagreement] = engine.ask(question).disagreements
    assert (disagreement.about, disagreement.relation) == ("event", "conflict")
    assert {year for side in disagreement.sides for year in years if year in side.position} == years
    assert not any("1988" in side.position for side in disagreement.sides)


def test_one_day_alone_is_none(engine: Engine) -> None:
    """Where one source alone gives the day, nothing differs."""
    assert engine.ask("When was the Halden Bridge repaired?").disagreements == ()
