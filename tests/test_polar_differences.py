"""Yes and no in the same words, where a question asks whether something is so."""

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


def test_only_what_stands_behind_a_not_is_denied() -> None:
    """A "not" reaches over three words, and whatever else is said is affirmed."""
    text = "The river had not really risen, and the bridge isn't shut."
    assert {"risen", "shut"} <= denied_in(text)
    assert {"river", "bridg"} <= affirmed_in(text)
