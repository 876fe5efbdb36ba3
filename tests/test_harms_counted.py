"""Counts of those who met with some harm: what answers "how many died", and what does not."""

from pathlib import Path

import pytest

from index.vocabulary import Vocabulary
from rag.answer import Answer
from rag.gaps.asked_gap import gap_of
from rag.question import understand
from tests.small_engine import engine_over

NOTHING = Vocabulary({}, frozenset())


def asked(folder: Path, question: str, *texts: str) -> Answer:
    """The answer over articles of one day, each of one outlet."""
    articles = {
        f"{number}.txt": f"Source: Outlet {number}\nDate: 2030-08-08\n\n{text}\n" for number, text in enumerate(texts)
    }
    return engine_over(articles, folder).ask(question)


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (
            "How many sailors died at Birk?",
            "Nine sailors, most of them from Tessel, were killed when the Birk ferry sank.",
            "Seven sailors died when the Birk ferry sank.",
        ),
        (
            "How many people died from the Birk illness?",
            "The death toll from the Birk illness reached 58 on Friday.",
            "Deaths from the Birk illness rose to 96 on Friday.",
        ),
        (
            "Who killed the Brekke sisters?",
            "Jon Vester killed the Brekke sisters.",
            "Karl Lund killed the Brekke sisters.",
        ),
    ],
)
def test_both_are_told_apart(question: str, one: str, other: str, tmp_path: Path) -> None:
    """Whatever stands between a count and its verb, and whatever the harm came from."""
    answer = asked(tmp_path, question, one, other)
    assert [len(each.sides) for each in answer.disagreements] == [2]


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (
            "How many prisoners were killed at Birk?",
            "Nine prisoners were executed at Birk on Friday.",
            "Seventy prisoners were killed at Birk on Friday.",
        ),
        (
            "How many people were injured in the Birk fire?",
            "Twelve people suffered burns in the Birk fire.",
            "Nineteen people were injured in the Birk fire.",
        ),
    ],
)
def test_both_are_quoted(question: str, one: str, other: str, tmp_path: Path) -> None:
    """A harm has several words."""
    assert len(asked(tmp_path, question, one, other).citations) == 2


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (
            "How many militants were killed in Birk?",
            "Seven soldiers were killed in Birk on Friday.",
            "Militants fled Birk on Friday.",
        ),
        (
            "How many children died in the Birk flood?",
            "The Birk flood destroyed 40 homes on Friday. Children make up 40 per cent of the population.",
            "The Birk flood closed two schools.",
        ),
    ],
)
def test_others_are_no_answer(question: str, one: str, other: str, tmp_path: Path) -> None:
    """The dead of one side are not those of the other, and a share of all children not of the dead."""
    assert not asked(tmp_path, question, one, other).answered


def test_students_of_whom_nothing_is_told_are_compared(tmp_path: Path) -> None:
    """Nothing befell them: they are counted as things are."""
    articles = {
        "a.txt": "Source: News\nDate: 2030-08-08\n\nThe college in Birk has 4,000 students.\n",
        "b.txt": "Source: Star\nDate: 2030-08-08\n\nThe college in Birk has 6,000 students.\n",
    }
    [found] = engine_over(articles, tmp_path).disagreements().disagreements
    assert found.relation == "conflict"


@pytest.mark.parametrize("question", ["Who shot Connors?", "Where did Ole Anders drown?", "When was Meyers arrested?"])
def test_a_name_is_no_count(question: str) -> None:
    """A surname may end as a word for those who do something does."""
    assert gap_of(understand(question, NOTHING))
