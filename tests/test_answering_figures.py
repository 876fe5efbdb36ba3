"""Figures that are set against each other though no noun or currency stands beside them."""

from pathlib import Path

import pytest

from rag.engine import Engine
from tests.small_engine import engine_over

ARTICLES = {
    "a.md": """# The harbour bridge

*Harbour Post, 4 May 2019*

The harbour bridge will cost 4.1 million crowns, the council said on Monday.

A fishing permit takes 74 days on average, shopkeepers complain.

The sports federation counts 7,900 girls in its clubs.

The catering contract saves 700,000 a year.

Of 430 branches of the savings bank, 35 will be closed by the spring.

The choir has rehearsed for six weeks.
""",
    "b.md": """# The bridge is open

*The Lantern, 12 June 2021*

In the end the harbour bridge has cost 6.3 million, the auditors write.

Fishing permits are issued within ten working days, says the town hall.

The number of girls in the clubs has fallen slightly, to 7,600.

Savings under the catering contract are 310,000 after wages.

The savings bank has raised the number of branches to be closed to 64.

The choir of the school sang two years later.
""",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Two articles of different years on the same few matters."""
    return engine_over(ARTICLES, tmp_path_factory.mktemp("harbour"))


@pytest.mark.parametrize(
    ("question", "earlier", "later"),
    [
        ("What has the harbour bridge cost?", "4.1 million crowns", "6.3 million"),
        ("How long does a fishing permit take?", "74 days", "within ten days"),
        ("How many girls are in the clubs?", "7,900 girls", "7,600 girls"),
        ("How much does the catering contract save?", "700,000", "310,000"),
        ("How many branches of the savings bank will be closed?", "35", "64 branches"),
    ],
)
def test_two_answers_are_set_against_each_other(engine: Engine, question: str, earlier: str, later: str) -> None:
    """Bare sums, stretches of time and counts are told in the order of their articles."""
    [update] = engine.ask(question).disagreements
    assert (update.relation, update.about) == ("update", "quantity")
    assert [side.position for side in update.sides] == [earlier, later]


def test_how_long_after_something_is_not_how_long_it_lasted(engine: Engine) -> None:
    """The choir rehearsed for six weeks, and another sang two years later."""
    assert engine.ask("How long has the choir rehearsed?").disagreements == ()


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("A ticket costs 120 on weekdays.", "What does a ticket cost?"),
        ("The scheme costs 17 million a year.", "How much does the scheme cost?"),
        ("Savings from the new lamps are put at 2.2 million.", "How much do the new lamps save?"),
    ],
)
def test_a_sum_needs_no_currency(tmp_path: Path, told: str, asked: str) -> None:
    """Beside a word for paying a bare number is a sum of money."""
    articles = {"a.txt": f"The news of the town\n\n{told} The mayor said so on Monday.\n\nIt rained all day.\n"}
    answer = engine_over(articles, tmp_path).ask(asked)
    assert answer.answered
    assert told.rstrip(".") in answer.text


def test_bars_a_year_are_no_sum(tmp_path: Path) -> None:
    """What is counted by the year is no money that anybody pays."""
    told = "The works sells 210 million bars a year, and nobody who paid was told.\n\nIt rained all day.\n"
    answer = engine_over({"a.txt": f"The news of the works\n\n{told}"}, tmp_path).ask("How much did the works pay?")
    assert not answer.answered
