"""report.html as a whole."""

import base64
import hashlib
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from eval.comparison import Comparison
from eval.html.markup import Html, joined, tag
from eval.html.plots import curves_plot, intervals_plot
from eval.html.question import question_section
from eval.html.tables import comparison_table, controls_table, curve_table, kinds_table, measures_table
from eval.outcome import Outcome
from eval.report import KIND_MEASURES
from eval.told import change_words, gate_lines, judge_line

HERE = Path(__file__).parent


def write_html(outcome: Outcome, path: Path) -> None:
    """Write the report as one file that needs no other."""
    path.write_text(html_report(outcome), encoding="utf-8")


def html_report(outcome: Outcome) -> str:
    """The page: nothing is loaded, no script but its own runs, and no text of an article is markup."""
    style, script = ((HERE / name).read_text("utf-8") for name in ("report.css", "report.js"))
    policy = f"default-src 'none'; style-src '{_mark(style)}'; script-src '{_mark(script)}'; form-action 'none'"
    head = tag(
        "head",
        Html('<meta charset="utf-8">'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        tag("title", f"Evaluation, {outcome.report.questions} questions"),
        tag("style", Html(style)),
    )
    body = tag("body", *_body(outcome), tag("script", Html(script)))
    return f"<!doctype html>\n{tag('html', head, body, lang='en')}\n"


def _mark(text: str) -> str:
    """How a policy names a style or a script: by its digest."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _body(outcome: Outcome) -> Iterator[Html]:
    systems = outcome.report.systems
    names = ", ".join(system.name for system in systems)
    yield tag("h1", "Evaluation")
    yield tag("p", f"{outcome.report.questions} questions to {names}, {outcome.created}", class_="faint")
    yield tag("p", judge_line(outcome))
    if outcome.gates:
        yield tag("ul", *(tag("li", line) for line in gate_lines(outcome)))
    yield tag("h2", "Measures")
    yield measures_table(systems)
    yield tag("p", "95 %: bootstrap over questions. n: what the value rests on.", class_="faint")
    yield intervals_plot(systems)
    yield from _compared(outcome)
    yield from _curves(outcome)
    yield from _controls(outcome)
    for system in systems:
        yield tag("h2", f"{system.name}, by kind of question")
        yield kinds_table(system, list(KIND_MEASURES))
    yield from _questions(outcome)
    yield from _provenance(outcome)


def _compared(outcome: Outcome) -> Iterator[Html]:
    if outcome.since or outcome.against:
        yield tag("h2", "Side by side")
        told = "p: paired permutation test over the questions of both, two-sided, not corrected for many measures."
        yield tag("p", told, class_="faint")
    for comparison in chain(outcome.since, outcome.against):
        yield comparison_table(comparison)
        yield _moved(comparison)


def _moved(comparison: Comparison) -> Html:
    """What moved, question by question, with both answers where they differ."""
    items = []
    for each in comparison.questions:
        told = "; ".join(map(change_words, each.changes)) or "worded differently"
        answers = (tag("div", text, class_="answer") for text in (each.before, each.after))
        items.append(tag("details", tag("summary", tag("code", each.id), f" {each.question}: {told}"), *answers))
    told = tag("summary", f"{len(items)} questions moved")
    return tag("details", told, *items, class_="moved") if items else Html()


def _curves(outcome: Outcome) -> Iterator[Html]:
    if outcome.curves:
        yield tag("h2", "Coverage against precision")
        yield tag("p", "Over the candidates of the search, keeping all that score within a gap of the best.")
        yield curves_plot(outcome.curves, outcome.report.systems[0])
        yield from map(curve_table, outcome.curves)


def _controls(outcome: Outcome) -> Iterator[Html]:
    if outcome.controls:
        yield tag("h2", "Controls")
        yield tag("p", f"Answers of {outcome.report.systems[0].name} spoilt on purpose: each measure has to see it.")
    for control in outcome.controls:
        yield tag("details", tag("summary", control.line), controls_table(control))


def _questions(outcome: Outcome) -> Iterator[Html]:
    results = [(system.name, result) for system in outcome.report.systems for result in system.results]
    yield tag("h2", "Every question")
    kinds = sorted({result.case.question.kind for _, result in results})
    yield _filters(dict.fromkeys(name for name, _ in results), kinds)
    for name, result in results:
        yield question_section(name, result)


def _filters(systems: Iterable[str], kinds: Iterable[str]) -> Html:
    return tag(
        "div",
        Html('<input type="search" id="search" placeholder="Search questions, answers, quotes" aria-label="Search">'),
        _choice("system", "All systems", systems),
        _choice("kind", "All kinds", kinds),
        tag("label", Html('<input type="checkbox" id="weak"> '), "weak only"),
        tag("button", "Open or close all", id="all", type="button"),
        tag("output", id="shown"),
        class_="filters",
    )


def _choice(name: str, everything: str, values: Iterable[str]) -> Html:
    options = (tag("option", value, value=value) for value in values)
    return tag("select", tag("option", everything, value=""), *options, id=name, aria_label=name)


def _provenance(outcome: Outcome) -> Iterator[Html]:
    found = outcome.provenance
    digests = (("corpus", found.corpus), ("gold", found.gold), ("index", found.index), ("code", found.code))
    told = [*(f"{name} {digest}" for name, digest in digests if digest), *(" ".join(each) for each in found.versions)]
    yield tag("h2", "What this rests on")
    yield joined([tag("ul", *(tag("li", tag("code", each)) for each in told), class_="faint")])
