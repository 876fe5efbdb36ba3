"""Figures that are set against each other though no noun or currency stands beside them."""

from pathlib import Path

import pytest

from index.quantities import quantities_of
from rag.engine import Engine
from rag.fits import is_bare_sum
from rag.slots import asks_for_money
from tests.small_engine import engine_over

ARTICLES = {
    "a.md": """# The bridge

*Harbour Post, 4 May 2019*

The harbour bridge will cost 4.1 million crowns, the council said on Monday.

The sports federation counts 7,900 girls in its clubs.

Of 430 branches of the savings bank, 35 will be closed by the spring.

Of 60 pupils who fell ill in the school, 22 were taken to hospital.

The cookery book costs 12 crowns in the shops.

The clock tower cost 4.2 million crowns.

The new swimming pool cost 9 million crowns to build.

Riverside Stadium cost 40 million crowns.

The old mill cost 900 crowns.

The cost of the tunnel has risen from 40 million to 63 million.

A total of 40 ships were sunk in the great storm and 3 ran aground.
""",
    "b.md": """# The bridge is open

*The Lantern, 12 June 2021*

In the end the harbour bridge has cost 6.3 million, the auditors write.

The number of girls in the clubs has fallen slightly, to 7,600.

The savings bank has raised the number of branches to be closed to 64.

In the school 61 pupils fell ill.

The cookery book sold well, critic Tom Hale, 57, says, and the price was fair.

The clock tower cost more than 4 million crowns, 900,000 of it for the windows.

The swimming pool costs 2 million a year to run.

Lakeside Stadium cost 65 million.

The old mill has cost 6.3 million.

The tunnel costs 90 million, the engineers say.

In the great storm 55 ships were sunk.
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
        ("How many girls are in the clubs?", "7,900 girls", "7,600 girls"),
        ("How many branches of the savings bank will be closed?", "35", "64 branches"),
        ("How many pupils fell ill in the school?", "60 pupils", "61 pupils"),
        ("How many ships were sunk in the great storm?", "40 ships", "55 ships"),
    ],
)
def test_two_answers_are_set_against_each_other(engine: Engine, question: str, earlier: str, later: str) -> None:
    """Bare sums and counts, and parts where a part is asked for, in the order of their articles."""
    [update] = engine.ask(question).disagreements
    assert (update.relation, update.about) == ("update", "quantity")
    assert [side.position for side in update.sides] == [earlier, later]


@pytest.mark.parametrize(
    "question",
    [
        "What does the cookery book cost?",
        "What did the clock tower cost?",
        "What did the swimming pool cost?",
        "What did Riverside Stadium cost?",
        "What did the old mill cost?",
        "What does the tunnel cost?",
    ],
)
def test_figures_of_other_things_are_none(engine: Engine, question: str) -> None:
    """An age, a part of a sum, what something costs every year, another stadium,
    far more than can be, and what it had cost before."""
    assert engine.ask(question).disagreements == ()


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("A ticket costs 120 on weekdays.", "What does a ticket cost?"),
        ("The scheme costs 17 million a year.", "How much does the scheme cost?"),
        ("The price of the new lamps is put at 2.2 million.", "How much do the new lamps cost?"),
    ],
)
def test_a_sum_needs_no_currency(tmp_path: Path, told: str, asked: str) -> None:
    """Behind a word for paying a bare number is a sum of money."""
    articles = {"a.txt": f"The news of the town\n\n{told} The mayor said so on Monday.\n\nIt rained all day.\n"}
    answer = engine_over(articles, tmp_path).ask(asked)
    assert answer.answered
    assert told.rstrip(".") in answer.text


@pytest.mark.parametrize(("told", "is_sum"), [("The trip cost 3 and", False), ("The trip cost 30 and", True)])
def test_a_bare_sum_is_no_word_for_a_few(told: str, is_sum: bool) -> None:
    """Ten at least; less is told in full."""
    [quantity] = quantities_of(told)
    assert is_bare_sum(told, quantity) is is_sum


@pytest.mark.parametrize(
    "told",
    [
        "The works sells 210 million bars a year, and nobody who paid was told.",
        "The owner of the works, aged 44, paid for the lamps.",
    ],
)
def test_other_numbers_are_no_sum(tmp_path: Path, told: str) -> None:
    """What is counted by the year, and an age, is no money that anybody pays."""
    articles = {"a.txt": f"The news of the works\n\n{told}\n\nIt rained all day.\n"}
    assert not engine_over(articles, tmp_path).ask("How much did the works pay?").answered


@pytest.mark.parametrize(
    "question",
    [
        "What has the mayor been charged with?",
        "What have the teachers earned praise for?",
        "What had they paid heed to?",
    ],
)
def test_what_costs_nothing_is_no_question_of_money(question: str) -> None:
    """Charged with, paid heed: the verbs for paying have other meanings."""
    assert not asks_for_money(question)
