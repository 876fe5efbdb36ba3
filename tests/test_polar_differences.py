"""Yes and no in the same words, where a question asks whether something is so."""

from pathlib import Path

import pytest

from rag.engine import Engine
from rag.polar_differences import affirmed_in, denied_in
from tests.small_engine import engine_over

ARTICLES = {
    "herald.txt": (
        "The lock at Tarn\n\nThe Herald, 3 May 2031\n\nThe keeper is forcing the boats to wait at the lock, the "
        "skippers say. The lock at Tarn was built in 1911."
    ),
    "gazette.txt": (
        "A word from the keeper\n\nThe Gazette, 5 May 2031\n\nThe canal office said that the keeper is not forcing any "
        "boat to wait. The lock at Tarn has two gates."
    ),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Two short articles about a lock."""
    return engine_over(ARTICLES, tmp_path_factory.mktemp("lock"))


def test_yes_and_no_are_set_against_each_other(engine: Engine) -> None:
    """Who says that it is so is on one side, who says in the same words that it is not on the other."""
    [conflict] = engine.ask("Is the keeper forcing boats to wait?").disagreements
    assert conflict.relation == "conflict"
    assert [side.holders for side in conflict.sides] == [("the skippers",), ("The canal office",)]


def test_what_nobody_denies_is_no_conflict(engine: Engine) -> None:
    """A word that one sentence denies is not denied of another matter."""
    assert engine.ask("Does the lock at Tarn have two gates?").disagreements == ()


@pytest.mark.parametrize(("day", "relation"), [("2031-06-20", "update"), ("2031-05-05", "conflict")])
def test_a_plan_that_came_to_nothing_is_an_update(tmp_path: Path, day: str, relation: str) -> None:
    """What was to come and weeks later does not come was overtaken; within days it is one word against another."""
    articles = {
        "a.txt": "Source: The Herald\nDate: 2031-05-03\n\nThe mill at Orrin will close in June, its owners said.",
        "b.txt": f"Source: The Gazette\nDate: {day}\n\nThe Orrin mill will not close after all.",
    }
    [found] = engine_over(articles, tmp_path).ask("Will the mill close?").disagreements
    assert (found.relation, [side.holders for side in found.sides]) == (relation, [("its owners",), ("The Gazette",)])
    assert not found.summary.startswith("Figures")


def test_only_what_stands_behind_a_not_is_denied() -> None:
    """A "not" reaches over three words, and whatever else is said is affirmed."""
    text = "The river had not really risen, and the bridge isn't shut."
    assert {"risen", "shut"} <= denied_in(text)
    assert {"river", "bridg"} <= affirmed_in(text)
