"""Figures by which the nearest sentences answer, of one measure, whatever they are said to count."""

import pytest

from rag.engine import Engine
from tests.small_engine import engine_over

FIRST = """\
Title: The pier
Source: Harbour Post
Date: 2030-05-04

The wet snow on the pier roof weighed 140 kilos per square metre, the fire brigade said.

The ferry check at the pier takes five minutes. Some 40 trams a day stop at the pier.

The keeper of the pier is 71 years old.

A dive to the wreck by the pier was planned for fourteen weeks.
"""
SECOND = """\
Title: The roof
Source: Coast Mirror
Date: 2030-05-09

The actual weight of the snow was 110 kilos per square metre, the commission found.

The crossing to Lisk takes forty minutes. Nine ferries a day stop at the pier.

The diver at the pier is 48 years old.

The dive to the wreck lasted twenty-three weeks in the end.
"""
ARTICLES = {"a.txt": FIRST, "b.txt": SECOND}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Two reports of one pier."""
    return engine_over(ARTICLES, tmp_path_factory.mktemp("pier"))


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("How much did the snow on the roof weigh?", ("140 kilos", "110 kilos")),
        ("How long did the dive to the wreck take?", ("fourteen weeks", "twenty-three weeks")),
    ],
)
def test_figures_of_one_measure_are_set_against_each_other(
    engine: Engine, question: str, figures: tuple[str, str]
) -> None:
    """So much on each square metre is a weight; a dive may be planned over weeks, and last others."""
    [told] = engine.ask(question).disagreements
    assert told.about == "quantity"
    assert {side.position for side in told.sides} == set(figures)


@pytest.mark.parametrize(
    "question",
    [
        "Was the weight of the snow on the roof too much?",
        "How old is the keeper of the pier?",
        "How often does something stop at the pier?",
    ],
)
def test_no_figures_are_told_where_none_is_asked_for(engine: Engine, question: str) -> None:
    """Whether it was too much asks for no kilos, and he is no diver; trams a day are no ferries a day."""
    assert all(each.about != "quantity" for each in engine.ask(question).disagreements)
