"""The report a person reads in the terminal: the table, the kinds of questions, the weak answers."""

from collections.abc import Iterable, Iterator

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from eval.results import EvalReport, QuestionResult, Score, SystemReport, shown
from eval.weaknesses import weaknesses

MOST_WITH_INTERVALS = 2
"""The most systems whose intervals a terminal has room for."""
MOST_CHARACTERS = 10_000
"""More than a table has in a line."""
KIND_MEASURES = {
    "viewpoint coverage": "coverage",
    "citation precision": "precision",
    "evidence share": "evidence",
    "answer recall": "recall",
    "disagreement recall": "disagree",
    "declined when it must": "declined",
    "answered when it can": "answered",
}


def print_report(report: EvalReport, console: Console) -> None:
    """Print all systems side by side, then each by kind of question and the weak answers of the first."""
    console.print(fitting_measures_table(report, console))
    for system in report.systems:
        console.print(kinds_table(system))
        if system.confusion:
            console.print(confusion_table(system))
    if report.systems:
        _print_weak(report.systems[0], console)


def fitting_measures_table(report: EvalReport, console: Console) -> Table:
    """The measures with their intervals where the console is wide enough for them, else without."""
    table = measures_table(report)
    unbounded = console.options.update(max_width=MOST_CHARACTERS)
    return table if console.measure(table, options=unbounded).maximum <= console.width else values_table(report)


def measures_table(report: EvalReport) -> Table:
    """Each measure with its value, 95 % interval and number scored; of more than two systems the values alone."""
    if len(report.systems) > MOST_WITH_INTERVALS:
        return values_table(report)
    table = Table(title=f"{report.questions} questions", box=SIMPLE, padding=(0, 1, 0, 0))
    table.add_column("measure", no_wrap=True)
    for system in report.systems:
        table.add_column(Text(system.name), justify="right", min_width=min(len(system.name), 10))
        table.add_column("95 %", justify="right", no_wrap=True)
        table.add_column("n", justify="right")
    for rows in zip(*(system.scores for system in report.systems), strict=True):
        table.add_row(rows[0].measure, *(cell for score in rows for cell in _cells(score)))
    if report.systems:
        timings = ((f"{system.median_milliseconds:.0f} ms", "", "") for system in report.systems)
        table.add_row("median time", *(cell for cells in timings for cell in cells))
    return table


def values_table(report: EvalReport) -> Table:
    """Each measure's value for every system, so that many stand side by side."""
    table = Table(title=f"{report.questions} questions", box=SIMPLE, padding=(0, 1, 0, 0))
    table.add_column("measure", no_wrap=True)
    for system in report.systems:
        table.add_column(Text(system.name), justify="right", overflow="fold")
    for rows in zip(*(system.scores for system in report.systems), strict=True):
        table.add_row(rows[0].measure, *(shown(score.value) for score in rows))
    table.add_row("median time", *(f"{system.median_milliseconds:.0f} ms" for system in report.systems))
    return table


def kinds_table(system: SystemReport) -> Table:
    """The main measures of one system for each kind of question; a heading too long for its column is folded."""
    table = Table(title=f"{system.name}, by kind of question", box=SIMPLE, padding=0)
    table.add_column("kind", overflow="fold")
    table.add_column("n", justify="right", no_wrap=True)
    for heading in KIND_MEASURES.values():
        table.add_column(heading, justify="right", overflow="fold", min_width=len("0.000"))
    for kind in system.kinds:
        table.add_row(kind.kind, str(kind.questions), *(shown(kind.value(measure)) for measure in KIND_MEASURES))
    return table


def confusion_table(system: SystemReport) -> Table:
    """Which relation was reported for which, over the gold pairs that were found."""
    times = {(cell.right, cell.given): cell.times for cell in system.confusion}
    names = sorted({name for pair in times for name in pair})
    table = Table("right \\ reported", *names, title=f"{system.name}, relations")
    for right in names:
        table.add_row(right, *(str(times.get((right, given), 0)) for given in names))
    return table


def weak_lines(results: Iterable[QuestionResult]) -> Iterator[str]:
    """One line for each weak answer: id, kind, question, coverage, precision, and what is wrong."""
    for result in results:
        problems = weaknesses(result)
        if problems:
            question = result.case.question
            yield f"{question.id} [{question.kind}] {question.question} | {_figures(result)} | {'; '.join(problems)}"


def _cells(score: Score) -> tuple[str, str, str]:
    known = score.low is not None and score.high is not None
    return shown(score.value), f"{shown(score.low)}–{shown(score.high)}" if known else "", str(score.number)


def _figures(result: QuestionResult) -> str:
    return (
        f"coverage {shown(result.share('viewpoint coverage'))}, precision {shown(result.share('citation precision'))}"
    )


def _print_weak(system: SystemReport, console: Console) -> None:
    lines = list(weak_lines(system.results))
    console.print(f"\n{system.name}: {len(lines)} of {len(system.results)} answers are weak")
    for line in lines:
        console.print(Text(line), soft_wrap=True)
