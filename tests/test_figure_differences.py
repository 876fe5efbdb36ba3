"""Which figures of several articles an answer sets against each other."""

from pathlib import Path

import pytest

from rag.engine import Engine

SOURCES_TOML = """\
["a.txt"]
outlet = "Lower Dell News"
date = 2030-05-04

["b.txt"]
outlet = "The Weir"
date = 2030-05-06

["c.txt"]
outlet = "Valley Voice"
date = 2030-05-07
"""
ARTICLES = {
    "sources.toml": SOURCES_TOML,
    "a.txt": "The flood in Dell\n\nOn Saturday three people drowned in the flood at Dell, the fire brigade said.\n",
    "b.txt": "Dell counts its dead\n\nBy Monday nine people had drowned in the flood at Dell, the council said.\n",
    "c.txt": "A town without water\n\nNine thousand people drink the water of Dell, and the flood has spoilt it.\n",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Three reports of a flood."""
    folder: Path = tmp_path_factory.mktemp("flood")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Engine.build(folder, index=tmp_path_factory.mktemp("index"))


def test_a_count_that_grew_is_an_update(engine: Engine) -> None:
    """Three on Saturday, nine by Monday, in that order; the nine thousand who live there are no count of the dead."""
    [update] = engine.ask("How many people drowned in the flood at Dell?").disagreements
    assert (update.relation, update.about) == ("update", "quantity")
    positions = [side.position for side in update.sides]
    assert len(positions) == 2
    assert "three people" in positions[0]
    assert "nine people" in positions[1]


def test_a_comparison_of_views_compares_no_figures(engine: Engine) -> None:
    """Only who asks for figures gets them set against each other."""
    answer = engine.ask("Compare what the council and the fire brigade say about Dell.")
    assert all(each.about != "quantity" for each in answer.disagreements)
