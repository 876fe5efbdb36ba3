"""The tables of report.html."""

from collections.abc import Iterable, Sequence

from eval.comparison import Comparison
from eval.control_results import ControlReport
from eval.curve import Curve
from eval.html.markup import Html, joined, tag
from eval.results import Score, SystemReport, shown
from eval.told import heading_of, shown_p, signed


def measures_table(systems: Sequence[SystemReport]) -> Html:
    """Each measure with its value, interval and number for every system, and what it means."""
    heads = [cell for system in systems for cell in (tag("th", system.name), tag("th", "95 %"), tag("th", "n"))]
    rows = [
        tag("tr", tag("th", *_named(scores[0]), scope="row"), *(cell for score in scores for cell in _cells(score)))
        for scores in zip(*(system.scores for system in systems), strict=True)
    ]
    times = [
        cell for system in systems for cell in (tag("td", f"{system.median_milliseconds:.0f} ms"), tag("td"), tag("td"))
    ]
    rows.append(tag("tr", tag("th", "median time", scope="row"), *times))
    return table([tag("th", "measure"), *heads], rows)


def kinds_table(system: SystemReport, measures: Sequence[str]) -> Html:
    """Some measures of a system for each kind of question."""
    rows = [
        tag(
            "tr",
            tag("th", kind.kind, scope="row"),
            tag("td", str(kind.questions)),
            *(tag("td", shown(kind.value(measure))) for measure in measures),
        )
        for kind in system.kinds
    ]
    return table([tag("th", "kind"), tag("th", "n"), *(tag("th", measure) for measure in measures)], rows)


def controls_table(control: ControlReport) -> Html:
    """Where each measure had to go under a control, and where it went."""
    rows = [
        tag(
            "tr",
            tag("th", each.measure, scope="row"),
            tag("td", shown(each.real)),
            tag("td", shown(each.control)),
            tag("td", each.expected, class_="word"),
            tag("td", each.verdict, class_="word wrong" if each in control.unmoved else "word"),
        )
        for each in control.moved
    ]
    heads = ("measure", "answers", control.name, "has to", "verdict")
    return table([tag("th", head) for head in heads], rows)


def comparison_table(comparison: Comparison) -> Html:
    """Each measure before and after, and the p of the permutation test."""
    rows = []
    for each in comparison.differences:
        change = each.change
        way = {True: "better", False: "worse", None: None}[change.is_better]
        values = (shown(change.before), shown(change.after), signed(change.difference), shown_p(each.p))
        rows.append(
            tag("tr", tag("th", change.measure, scope="row"), *(tag("td", value) for value in values), class_=way)
        )
    heads = ("measure", comparison.before, comparison.after, "difference", "p")
    return joined([tag("h3", heading_of(comparison)), table([tag("th", head) for head in heads], rows)])


def curve_table(curve: Curve) -> Html:
    """The points of a curve."""
    rows = [
        tag(
            "tr",
            tag("td", shown(point.gap)),
            tag("td", f"{point.sentences:.1f}"),
            tag("td", shown(point.coverage)),
            tag("td", shown(point.precision)),
        )
        for point in curve.points
    ]
    heads = [tag("th", head) for head in ("gap", "sentences", "coverage", "precision")]
    return tag("details", tag("summary", f"The points of {curve.scores}"), table(heads, rows))


def table(heads: Iterable[Html], rows: Iterable[Html]) -> Html:
    """A table that scrolls by itself where it is too wide."""
    inside = tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows))
    return tag("div", inside, class_="scroll", tabindex="0")


def _named(score: Score) -> tuple[Html, Html]:
    less = "; less is better" if score.better == "lower" else ""
    return joined([score.measure]), tag("small", f"{score.meaning}{less}")


def _cells(score: Score) -> tuple[Html, Html, Html]:
    ends = "" if score.low is None or score.high is None else f"{shown(score.low)}–{shown(score.high)}"
    return tag("td", shown(score.value), class_="value"), tag("td", ends), tag("td", str(score.number))
