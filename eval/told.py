"""What a run found in lines of words, for the terminal and for markdown alike."""

from collections.abc import Iterator

from eval.comparison import Change, Comparison, QuestionChange
from eval.outcome import Outcome
from eval.results import shown


def judge_line(outcome: Outcome) -> str:
    """Who judged what supports what, and how good he is."""
    return f"Judge: {outcome.judge.name}. {outcome.judge.quality}"


def control_lines(outcome: Outcome) -> Iterator[str]:
    """A line a control, of the first system."""
    return (f"Control, {control.line}." for control in outcome.controls)


def gate_lines(outcome: Outcome) -> Iterator[str]:
    """A line a floor."""
    return (f"Floor {'reached' if result.passed else 'MISSED'}: {result.line}." for result in outcome.gates)


def signed(value: float | None) -> str:
    """A difference with its sign, a dash where there is none to tell."""
    return "–" if value is None else f"{value:+.3f}"


def shown_p(p: float | None) -> str:
    """A p to three decimals; what is less is said to be."""
    if p is None:
        return "–"
    return "<0.001" if p < 0.001 else f"{p:.3f}"


def heading_of(comparison: Comparison) -> str:
    """What is compared, over how many questions."""
    missing = f", {len(comparison.gone)} gone, {len(comparison.new)} new" if comparison.gone or comparison.new else ""
    return f"{comparison.before} → {comparison.after}, {comparison.asked} questions of both{missing}"


def question_line(moved: QuestionChange) -> str:
    """What moved in one question."""
    changes = "; ".join(map(change_words, moved.changes)) or "worded differently"
    return f"{moved.id} {moved.question} | {changes}"


def change_words(change: Change) -> str:
    """A measure before and after, and whether that is better."""
    word = {True: " better", False: " worse", None: ""}[change.is_better]
    return f"{change.measure} {shown(change.before)} → {shown(change.after)}{word}"
