"""Judgements are set against each other where they are of one matter."""

from pathlib import Path

import pytest

from index.reader import Index
from rag.difference import Difference, told_once
from rag.engine import Engine
from rag.evidence import unsearched
from rag.held import Held
from tests.small_engine import engine_over

ARTICLES = {
    "gazette.md": """---
outlet: Harbour Gazette
date: 2031-03-02
---

# The barn

The barn on Mill Lane, where the farmer kept poison for the rats, collapsed in the storm on Sunday.

The council failed the farmers of Mill Lane, the farmers' union said.
""",
    "post.md": """---
outlet: Inland Post
date: 2031-03-03
---

# After the storm

Four people were looked for under the collapsed barn of Mill Lane by noon, the civil protection service said.

The mayor said that the council had helped the farmers of Mill Lane as it promised.

The miller denied that the council had helped anybody on Mill Lane.
""",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("judged")


@pytest.fixture(scope="module")
def engine(folder: Path) -> Engine:
    return engine_over(ARTICLES, folder)


def sides(question: str, engine: Engine) -> list[set[frozenset[str]]]:
    answer = engine.ask(question)
    return [{frozenset(side.holders) for side in each.sides} for each in answer.disagreements]


def test_a_bad_word_and_a_good_one_of_other_things_are_no_difference(engine: Engine) -> None:
    """Poison is told of a barn, and protection is the name of a service."""
    assert sides("Why did the barn on Mill Lane collapse?", engine) == []


def test_who_judges_one_matter_otherwise_is_told(engine: Engine) -> None:
    """And who denies it."""
    told = sides("What do people think of how the council treated the farmers of Mill Lane?", engine)
    mayor = frozenset({"The mayor"})
    assert told == [{mayor, frozenset({"miller"})}, {mayor, frozenset({"the farmers' union"})}]


def test_where_it_is_asked_what_people_think_a_denial_may_stand_farther_off(tmp_path: Path) -> None:
    """Nobody nearer disagrees with anybody; who asks for a reason has not asked who denies it."""
    denial = "The miller denied that the council had helped anybody on Mill Lane.\n"
    gazette, post = ARTICLES.values()
    apart = {"gazette.md": gazette.partition("The council failed")[0] + denial, "post.md": post.replace(denial, "")}
    engine = engine_over(apart, tmp_path)
    told = sides("What do people think of how the council helped the farmers?", engine)
    assert told == [{frozenset({"The mayor"}), frozenset({"miller"})}]
    assert sides("Why did the council help the farmers?", engine) == []


def test_the_fuller_of_two_differences_is_told(engine: Engine, folder: Path) -> None:
    """Whichever comes first; one of another relation is another."""
    index = Index.open(folder / "index", folder / "corpus")
    one, two, three = (Held(unsearched(row, index), claim) for row, claim in enumerate(index.claims[:3]))
    short = Difference("evaluation", "framing", ((one,), (two,)))
    full = Difference("evaluation", "framing", ((one, three), (two,)))
    other = Difference("evaluation", "conflict", ((one,), (two,)))
    assert told_once([short, full, other]) == (full, other)
    assert told_once([full, short]) == (full,)
    assert told_once([short, short]) == (short,)


@pytest.mark.parametrize(
    ("denial", "told"),
    [
        ("The mayor denied that the mill had closed because of a strike.", False),
        ("The mayor denied that the mill had closed because of imports.", True),
    ],
)
def test_who_denies_another_cause_gainsays_nobody(tmp_path: Path, denial: str, told: bool) -> None:
    """It closed because of imports, and not because of a strike: both may be right."""
    texts = {
        "a.txt": ("Dell News", "The mill closed because of cheap imports, its owner said."),
        "b.txt": ("Weir", denial),
    }
    articles = {file: f"Source: {outlet}\nDate: 2030-05-04\n\n{text}\n" for file, (outlet, text) in texts.items()}
    assert bool(engine_over(articles, tmp_path).ask("Why did the mill close?").disagreements) is told
