"""When the sources are silent, and what is said then."""

from pathlib import Path

import pytest

from rag.engine import Engine
from rag.slots import asks_for_money


@pytest.fixture(scope="module")
def engine(quarrel_folder: Path, quarrel_index: Path) -> Engine:
    return Engine.open(quarrel_folder, index=quarrel_index)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Was Wilhelmina Zorkov on the ferry?", "None of them mentions Wilhelmina or Zorkov."),
        ("What do whales eat?", "None of them speaks of it."),
        ("What is the capital of France?", "None of them mentions France."),
        ("What does the WHO say about the ferry?", "None of them mentions WHO."),
        ("Did the US help the ferry?", "None of them mentions US."),
        ("How many litres of fuel did the ferry lose?", "None of them gives a number of litres for it."),
        ("How many of those hurt are children?", "None of them gives a number of children for it."),
        ("What did Ansa say about the accident?", "None of them reports anything that Ansa said."),
        ("What was the name of the coast guard's boat?", "None of them gives the name."),
        ("What sum of money was paid per passenger?", "None of them gives a sum of money for it."),
    ],
)
def test_what_the_sources_do_not_say_is_declined_with_the_reason(engine: Engine, question: str, reason: str) -> None:
    """A name nobody mentions, a number nobody gives and a voice nobody hears are said to be missing."""
    answer = engine.ask(question)
    assert not answer.answered
    assert answer.declined_because == reason
    assert answer.text.startswith(f"The sources do not say. {reason}")


@pytest.mark.parametrize(
    "question",
    [
        "How many people were hurt?",
        "What will the repairs cost?",
        "When did the ferry strike the pier?",
        "What did Ola Lund say?",
        "How many passengers does the ferry carry a year?",
        "Who is the captain?",
        "Who are the people who were on the ferry?",
        "What part did the tug play?",
        "What effects had the accident on the ferry?",
        "WHO is the captain?",
        "How many people were hurt on the ONE ferry?",
        "Does the Tessel Courier say who was hurt?",
        "When did it happen and how long will the pier be closed?",
    ],
)
def test_what_the_sources_say_is_answered(engine: Engine, question: str) -> None:
    """A question with an answer in the articles is not declined."""
    answer = engine.ask(question)
    assert answer.answered, answer.declined_because


def test_the_month_of_an_article_is_no_name(tmp_path: Path) -> None:
    """Its date tells of it, though no text names it; another month is missing."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(
        "Source: Bay News\nDate: 2022-09-14\n\nThe change was called a refinement.\n"
    )
    engine = Engine.build(tmp_path / "articles", index=tmp_path / "index")
    assert engine.ask("What was the change in September called?").answered
    assert engine.ask("What was the change in March called?").declined_because == "None of them mentions March."


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What is the price of bread?", True),
        ("price of bread", True),
        ("Was raising the price of bread right?", False),
        ("Why did the cost of the bridge rise?", False),
    ],
)
def test_who_asks_about_a_price_may_want_no_sum(question: str, asks: bool) -> None:
    """Whether it was right, or why it rose, is answered without one."""
    assert asks_for_money(question) is asks
