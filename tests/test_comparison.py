"""Two systems or two runs side by side: measure by measure, question by question."""

from dataclasses import replace
from pathlib import Path

import pytest
from boats import Hasty, Perfect, outcome, systems

from eval.comparison import Change, Comparison, compared
from eval.options import Judged
from eval.results_document import ResultsError
from eval.results_file import system_part, write_results
from eval.told import change_words, heading_of, question_line


@pytest.fixture(scope="module")
def worse() -> Comparison:
    """From the perfect system to the hasty one."""
    before, after = systems(Perfect(), Hasty())
    return compared(system_part(before), system_part(after))


def change(comparison: Comparison, measure: str) -> Change:
    return next(each.change for each in comparison.differences if each.change.measure == measure)


def test_measures_before_and_after(worse: Comparison) -> None:
    """Coverage fell by half, which is worse; nothing to score in one of both is no difference."""
    coverage = change(worse, "viewpoint coverage")
    assert (coverage.before, coverage.after, coverage.difference, coverage.is_better) == (1.0, 0.5, -0.5, False)
    assert change(worse, "disagreement precision").difference is None
    assert change(worse, "quotes exact").is_better is None


def test_less_may_be_better(worse: Comparison) -> None:
    """Single-view concentration rose from 0 to 1: that is worse."""
    assert change_words(change(worse, "single-view concentration")).endswith("0.000 → 1.000 worse")


def test_question_by_question(worse: Comparison) -> None:
    """Each question whose answer moved is told, with what moved in it."""
    assert [moved.id for moved in worse.questions] == ["boats", "crews"]
    assert "viewpoint coverage 1.000 → 0.500 worse" in question_line(worse.questions[0])
    assert "declined when it must 1.000 → 0.000 worse" in question_line(worse.questions[1])


def test_equal_runs_have_moved_nothing() -> None:
    """The same answers: no question is told, and every p is 1 or nothing."""
    (system,) = systems(Perfect())
    same = compared(system_part(system), system_part(system))
    assert same.questions == ()
    assert {each.p for each in same.differences} == {1.0, None}


def test_only_questions_of_both_are_compared() -> None:
    """Of a run with one question less the other is told as new; a question put in other words is another."""
    (system,) = systems(Perfect())
    whole = system_part(system)
    part = whole.model_copy(update={"results": whole.results[:1]})
    grown = compared(part, whole)
    assert (grown.new, grown.gone) == (("crews",), ())
    assert heading_of(grown) == "perfect → perfect, 1 questions of both, 0 gone, 1 new"
    reworded = part.results[0].model_copy(update={"question": "How many sank?"})
    assert compared(part, part.model_copy(update={"results": (reworded,)})).new == ("boats",)


def test_an_earlier_run_is_read_and_compared(tmp_path: Path) -> None:
    """--compare: each system beside itself, a measure the earlier run did not know left out."""
    old = tmp_path / "old.json"
    write_results(outcome(Hasty()), old)
    (since,) = outcome(Perfect(), Hasty(), judged=Judged(compare=old)).since
    assert (since.before, since.after) == ("hasty", "hasty")
    assert since.questions == ()


def test_a_single_system_may_have_got_another_name(tmp_path: Path) -> None:
    """The only system of the earlier run is compared with the first of this one; of several none can be meant."""
    old = tmp_path / "old.json"
    write_results(outcome(Hasty()), old)
    (since,) = outcome(Perfect(), judged=Judged(compare=old)).since
    assert (since.before, since.after) == ("hasty", "perfect")
    done = outcome(Hasty(), Hasty())
    renamed = tuple(replace(each, name=f"h{number}") for number, each in enumerate(done.report.systems))
    write_results(replace(done, report=replace(done.report, systems=renamed)), old)
    with pytest.raises(ResultsError, match="of h0, h1, none of which"):
        outcome(Perfect(), judged=Judged(compare=old))
