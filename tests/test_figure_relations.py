"""What the figures of an answer are to each other: a clash, one that moved, or figures of other things."""

import pytest

from rag.engine import Engine
from tests.small_engine import engine_over

ARTICLES = {
    "one.txt": """\
Title: Flu on the ward
Source: Lisk Courier
Date: 2031-02-03

The infection has been confirmed in 14 patients of the hospital, the health office said. Two people died of it, the
hospital said.

The new lift cost 2.1 million crowns, a figure that includes the shaft.
""",
    "two.txt": """\
Title: What the nurses say
Source: Harbour Post
Date: 2031-02-03

More than 60 people have complained of the infection to the nurses' union. Five people died of it, the union said.

The lift cost 1.4 million crowns, the builder says.
""",
    "three.txt": """\
Title: A month later
Source: Lisk Courier
Date: 2031-03-05

Nine people have died of the infection so far, the hospital said.
""",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Two reports of one day, and one a month later."""
    return engine_over(ARTICLES, tmp_path_factory.mktemp("ward"))


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("How many people caught the infection?", {"more than 60 people", "14 patients"}),
        ("What did the lift cost?", {"2.1 million crowns", "1.4 million crowns"}),
    ],
)
def test_figures_of_other_things(engine: Engine, question: str, figures: set[str]) -> None:
    """Those of a test are not those who complain, nor is a lift with its shaft a lift."""
    [told] = engine.ask(question).disagreements
    assert told.relation == "scope"
    assert {side.position for side in told.sides} == figures


def test_a_clash_and_what_came_later(engine: Engine) -> None:
    """Two who count the dead on one day clash; the count of a month later moved on."""
    told = engine.ask("How many people died of the infection?").disagreements
    relations = {each.relation: [side.position for side in each.sides] for each in told}
    assert set(relations["conflict"]) == {"Two people", "Five people"}
    assert relations["update"][-1] == "Nine people"


def test_the_listing_tells_the_same(engine: Engine) -> None:
    """The differences of the whole folder have each of them once."""
    pairs = [(each.relation, {side.position for side in each.sides}) for each in engine.disagreements().disagreements]
    assert pairs.count(("conflict", {"Two people", "Five people"})) == 1
    assert pairs.count(("scope", {"2.1 million crowns", "1.4 million crowns"})) == 1
