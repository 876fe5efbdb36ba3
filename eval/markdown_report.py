"""eval.md: the run in a form for a pull request."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from eval.comparison import Comparison
from eval.outcome import Outcome
from eval.report import weak_lines
from eval.results import Score, shown
from eval.told import control_lines, gate_lines, heading_of, judge_line, question_line, shown_p, signed
from rag.markup import escape

MOST = 40
"""Lines of a list; what is longer is for report.html."""


def write_markdown(outcome: Outcome, path: Path) -> None:
    """Write the run for a pull request."""
    path.write_text("\n".join(markdown_lines(outcome)) + "\n", encoding="utf-8")


def markdown_lines(outcome: Outcome) -> Iterator[str]:
    """The lines of the file; what articles and questions say is escaped, and calls nobody by name."""
    yield f"## Evaluation: {outcome.report.questions} questions"
    yield ""
    yield from _measures(outcome)
    yield ""
    yield from (
        f"- {plain(line)}" for line in chain(gate_lines(outcome), [judge_line(outcome)], control_lines(outcome))
    )
    for comparison in chain(outcome.since, outcome.against):
        yield from _comparison(comparison)
    for system in outcome.report.systems[:1]:
        yield from _folded("Weak answers", list(weak_lines(system.results)))
    found = outcome.provenance
    yield ""
    index = f", index {found.index[:12]}" if found.index else ""
    yield f"<sub>corpus {found.corpus[:12]}, gold {found.gold[:12]}{index}, code {found.code[:12]}</sub>"


def plain(text: str) -> str:
    """A text as it reads, on one line: no markup, no link, no mention."""
    return (
        escape(text)
        .replace("@", "&#64;")
        .replace("#", "&#35;")
        .replace("://", ":&#47;&#47;")
        .replace("www.", "www&#46;")
    )


def _measures(outcome: Outcome) -> Iterator[str]:
    systems = outcome.report.systems
    heads = [cell for system in systems for cell in (plain(system.name), "95 %", "n")]
    yield _row(["measure", *heads])
    yield _row(["---", *(["---:"] * len(heads))])
    for rows in zip(*(system.scores for system in systems), strict=True):
        yield _row([_named(rows[0]), *(cell for score in rows for cell in _cells(score))])


def _named(score: Score) -> str:
    return score.measure if score.better == "higher" else f"{score.measure} (less is better)"


def _cells(score: Score) -> tuple[str, str, str]:
    ends = "" if score.low is None or score.high is None else f"{shown(score.low)}–{shown(score.high)}"
    return shown(score.value), ends, str(score.number)


def _comparison(comparison: Comparison) -> Iterator[str]:
    yield ""
    yield f"### {plain(heading_of(comparison))}"
    yield ""
    yield _row(["measure", "before", "after", "difference", "p"])
    yield _row(["---", "---:", "---:", "---:", "---:"])
    for each in comparison.differences:
        change = each.change
        values = (shown(change.before), shown(change.after), signed(change.difference), shown_p(each.p))
        yield _row([change.measure, *values])
    yield from _folded("Question by question", list(map(question_line, comparison.questions)))


def _folded(title: str, lines: list[str]) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield f"<details><summary>{title} ({len(lines)})</summary>"
    yield ""
    yield from (f"- {plain(line)}" for line in lines[:MOST])
    if len(lines) > MOST:
        yield f"- and {len(lines) - MOST} more, in report.html"
    yield ""
    yield "</details>"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
