"""When what is to come was announced for: one day, and then another."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.reader import Index
from index.vocabulary import Vocabulary
from rag.answer import Answer
from rag.engine import Engine
from rag.evidence import unsearched
from rag.promised_differences import asks_of_what_is_to_come, promised_differences
from rag.question import understand
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


def told(first: str, second: str, question: str, folder: Path, day: str = "2031-05-20") -> list[tuple[str, str]]:
    """What is told of two articles of one sentence or more, the first written on 2 March."""
    folder.mkdir()
    articles = {
        "a.md": f"---\noutlet: Harbour Gazette\ndate: 2031-03-02\n---\n\n{first}\n",
        "b.md": f"---\noutlet: Inland Post\ndate: {day}\n---\n\n{second}\n",
    }
    return [(each.about, each.relation) for each in engine_over(articles, folder).ask(question).disagreements]


@pytest.mark.parametrize(
    ("question", "is_to_come"),
    [
        ("When will the bridge open?", True),
        ("When is the bridge open again?", True),
        ("When does the work on the bridge begin?", True),
        ("When do the geese moult?", False),
        ("When was the bridge supposed to open?", True),
        ("Which day is the bridge due to open?", True),
        ("When did the bridge open again?", False),
        ("When was the bridge built?", False),
        ("When should the bridge have opened?", False),
    ],
)
def test_a_question_tells_whether_it_is_of_what_is_to_come(question: str, is_to_come: bool) -> None:
    """What was once to come is asked for like that which still is."""
    assert asks_of_what_is_to_come(understand(question, Vocabulary({}, frozenset()))) is is_to_come


OPEN = "The bridge at Sell will open on 1 June, the mayor said."


def test_the_plainest_words_are_an_update_as_well(tmp_path: Path) -> None:
    """Whatever asks for the day; given on one day both cannot hold."""
    later = OPEN.replace("1 June", "1 September")
    for number, question in enumerate(
        ("When will the bridge at Sell open?", "On what date will the bridge at Sell open?")
    ):
        assert told(OPEN, later, question, tmp_path / f"{number}") == [("prediction", "update")]
    assert told(OPEN, later, "When will the bridge at Sell open?", tmp_path / "day", "2031-03-02") == [
        ("event", "conflict")
    ]


@pytest.mark.parametrize(
    ("first", "second", "question"),
    [
        (
            "The trial of the mayor begins on 3 April, the court said.",
            "The trial of the mayor's brother begins on 9 September.",
            "When will the trial of the mayor begin?",
        ),
        (
            "The tram to Orle will start on 3 June. The tram to Tarn will start on 9 September.",
            "Nobody has asked for a tram.",
            "When will the tram to Orle start?",
        ),
        (
            "The museum in Orle will open on 3 June.",
            "The museum in Tarn will open on 5 November.",
            "When will the museum open?",
        ),
        (OPEN, "The bridge at Sell will not open on 3 August.", "When is the bridge at Sell due to open?"),
        (OPEN, "Had the mayor paid, the bridge at Sell would open on 3 August.", "When will the bridge be open?"),
        (OPEN, "The director had promised to open the bridge at Sell on 3 August.", "When will the bridge be open?"),
    ],
    ids=["brother", "one article", "places", "denied", "unreal", "once"],
)  # fmt: skip
def test_what_is_of_another_or_not_firm_is_no_difference(
    first: str, second: str, question: str, tmp_path: Path
) -> None:
    """Another's trial, another tram, another town; and what is not, would have been, or was planned once."""
    assert told(first, second, question, tmp_path / "corpus_of_two") == []


@pytest.mark.parametrize(("behind", "told"), [(0.1, True), (0.5, False)])
def test_the_nearest_may_use_another_word(tmp_path: Path, behind: float, told: bool) -> None:
    """What is to "resume" is told with who is close behind it in the question's words, and not from far behind."""
    articles = {
        "a.txt": "Source: Varga\nDate: 2030-03-20\n\nWe expect to resume in the autumn of this year.\n",
        "b.txt": "Source: The Weir\nDate: 2030-04-11\n\nThe firm now hopes to restart the mine next spring.\n",
    }
    engine_over(articles, tmp_path)
    index = Index.open(tmp_path / "index", tmp_path / "corpus")
    evidence = [replace(unsearched(row, index), relevance=1.0 - behind * row) for row in range(2)]
    question = understand("When does the firm expect to restart, and has it moved that date?", index.vocabulary)
    found = list(promised_differences(question, evidence, index))
    assert bool(found) is told
    assert all((each.about, each.relation) == ("prediction", "update") for each in found)
