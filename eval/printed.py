"""What the terminal shows of a run beside its measures: the judge, the controls, the floors, what moved, the curves."""

import os
from itertools import chain

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from eval.comparison import Comparison
from eval.curve import Curve
from eval.outcome import Outcome
from eval.report import print_report
from eval.results import shown
from eval.told import control_lines, gate_lines, heading_of, judge_line, question_line, shown_p, signed
from rag.markup import shown as printable

UNBOUNDED = 140
"""Characters of a line where no terminal says how wide it is: every table fits."""


def console() -> Console:
    """Standard output, as wide as its terminal; a file or a pipe takes every table whole."""
    out = Console()
    if not out.is_terminal and "COLUMNS" not in os.environ:
        out.width = UNBOUNDED
    return out


def print_outcome(outcome: Outcome, console: Console) -> None:
    """Print the report, and below it what puts it in its place."""
    print_report(outcome.report, console)
    for comparison in chain(outcome.against, outcome.since):
        console.print(comparison_table(comparison))
    for comparison in outcome.since:
        for moved in comparison.questions:
            console.print(Text(printable(question_line(moved))), soft_wrap=True)
    for each in outcome.curves:
        console.print(Text(f"coverage against precision, {each.scores}"))
        console.print(curve_table(each))
    console.print()
    for line in chain([judge_line(outcome)], control_lines(outcome), gate_lines(outcome)):
        console.print(Text(line), soft_wrap=True)


def comparison_table(comparison: Comparison) -> Table:
    """Each measure before and after, with the p of the permutation test."""
    table = Table(title=Text(heading_of(comparison)), box=SIMPLE, padding=(0, 1, 0, 0))
    table.add_column("measure", no_wrap=True)
    for heading in ("before", "after", "difference", "p"):
        table.add_column(heading, justify="right")
    for each in comparison.differences:
        change = each.change
        cells = (shown(change.before), shown(change.after), signed(change.difference), shown_p(each.p))
        table.add_row(change.measure, *cells)
    return table


def curve_table(curve: Curve) -> Table:
    """The points of a curve."""
    table = Table(box=SIMPLE, padding=(0, 1, 0, 0))
    for heading in ("gap", "sentences", "coverage", "precision"):
        table.add_column(heading, justify="right")
    for point in curve.points:
        table.add_row(shown(point.gap), f"{point.sentences:.1f}", shown(point.coverage), shown(point.precision))
    return table
