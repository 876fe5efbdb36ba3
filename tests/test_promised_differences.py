"""When what is to come was announced for: one day, and then another."""

from pathlib import Path

import pytest

from rag.answer import Answer
from rag.engine import Engine
from tests.small_engine import engine_over

ARTICLES = {
    "early.md": """---
outlet: Harbour Gazette
date: 2031-03-02
---

# The bridge at Sell

The bridge at Sell will open again by the first of June, the mayor promised on Monday.

The bridge was built in 1961 and shut on 14 February.

The ferry will sail again on 9 March.
""",
    "late.md": """---
outlet: Inland Post
date: 2031-05-20
---

# Waiting for the bridge

The bridge at Sell opens again in the autumn of this year, the town's engineer said.

The fair is to begin on 3 August.
""",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return engine_over(ARTICLES, tmp_path_factory.mktemp("promised"))


def sides(answer: Answer) -> list[list[str]]:
    """The quotes on each side of the one difference that is told."""
    [told] = answer.disagreements
    quotes = {citation.number: citation.quote for citation in answer.citations}
    return [[quotes[number] for number in side.citations] for side in told.sides]


@pytest.mark.parametrize(
    "question",
    ["When will the bridge at Sell open again?", "When is the bridge at Sell expected to open?"],
)
def test_a_later_day_replaces_an_earlier_one(question: str, engine: Engine) -> None:
    """In the order in which they were given; neither another event nor a day that is past is set against them."""
    answer = engine.ask(question)
    assert [(each.about, each.relation) for each in answer.disagreements] == [("prediction", "update")]
    [first], [second] = sides(answer)
    assert first.startswith("The bridge at Sell will open again by the first of June")
    assert second.startswith("The bridge at Sell opens again in the autumn")


@pytest.mark.parametrize(
    "question", ["When was the bridge at Sell built?", "When will the ferry sail again?", "When will the fair begin?"]
)
def test_what_is_past_or_of_one_day_is_no_difference(question: str, engine: Engine) -> None:
    """Other things are to come on other days."""
    assert engine.ask(question).disagreements == ()


def test_of_one_day_neither_is_later(tmp_path: Path) -> None:
    """Both wrote on the same day, so one of them is wrong."""
    articles = {**ARTICLES, "late.md": ARTICLES["late.md"].replace("2031-05-20", "2031-03-02")}
    answer = engine_over(articles, tmp_path).ask("When will the bridge at Sell open again?")
    assert [(each.about, each.relation) for each in answer.disagreements] == [("prediction", "conflict")]
    assert len(sides(answer)) == 2


def test_times_that_overlap_are_one(tmp_path: Path) -> None:
    """A day in June, and the first of June."""
    articles = {**ARTICLES, "late.md": ARTICLES["late.md"].replace("in the autumn of this year", "in June")}
    assert engine_over(articles, tmp_path).ask("When will the bridge at Sell open again?").disagreements == ()
