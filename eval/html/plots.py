"""The plots of report.html, drawn as SVG inside the page."""

from collections.abc import Sequence

from eval.curve import Curve, CutPoint
from eval.html.markup import Html, tag
from eval.results import Score, SystemReport, shown

WIDTH, LEFT, RIGHT, ROW = 760, 190, 30, 16
SIDE, MARGIN = 380, 48
COLOURS = ("#0b5394", "#b45309", "#3f7d20", "#7b2d8b", "#5f6368")
MARKS = ("0", "6 3", "2 3", "8 3 2 3", "1 4")
"""Dashes, so that lines are told apart without colours."""


def intervals_plot(systems: Sequence[SystemReport]) -> Html:
    """Each measure as a dot between the ends of its interval, a row a system."""
    drawn: list[Html] = []
    top = 34.0
    for scores in zip(*(system.scores for system in systems), strict=True):
        band = ROW * len(systems) + 6
        drawn.append(_text(LEFT - 10, top + band / 2, scores[0].measure, anchor="end"))
        for place, score in enumerate(scores):
            drawn += _interval(score, top + ROW * (place + 0.5) + 3, COLOURS[place % len(COLOURS)])
        top += band
    grid = [_gridline(x / 5, 28, top) for x in range(6)]
    legend = [part for place, system in enumerate(systems) for part in _key(place, system.name, LEFT + 150 * place, 12)]
    return _svg(WIDTH, top + 8, "Each measure with its 95 % interval", [*grid, *legend, *drawn])


def curves_plot(curves: Sequence[Curve], system: SystemReport) -> Html:
    """Coverage upwards against precision to the right, a line a way of scoring; a cross for the answers themselves."""
    height = SIDE + 2 * MARGIN
    frame = [part for tick in range(6) for part in _ticks(tick / 5)]
    lines = [part for place, curve in enumerate(curves) for part in _curve(curve, place)]
    names = [
        part for place, curve in enumerate(curves) for part in _key(place, curve.scores, SIDE + 80, 70 + 24 * place)
    ]
    axes = [
        _text(MARGIN + SIDE / 2, height - 6, "citation precision", anchor="middle"),
        _text(MARGIN, MARGIN - 16, "viewpoint coverage", anchor="start"),
    ]
    return _svg(
        WIDTH,
        height,
        "Viewpoint coverage against citation precision over the cut",
        [*frame, *axes, *lines, *names, *_cross(system)],
    )


def _interval(score: Score, y: float, colour: str) -> list[Html]:
    if score.value is None or score.low is None or score.high is None:
        return [_text(_x(0), y, "nothing to score", anchor="start", class_="faint")]
    told = tag("title", f"{score.measure} {shown(score.value)} ({shown(score.low)}–{shown(score.high)})")
    return [
        tag("line", x1=_x(score.low), x2=_x(score.high), y1=y, y2=y, stroke=colour, stroke_width=3, opacity=0.45),
        tag("circle", told, cx=_x(score.value), cy=y, r=4.5, fill=colour),
    ]


def _curve(curve: Curve, place: int) -> list[Html]:
    colour, dash = COLOURS[place % len(COLOURS)], MARKS[place % len(MARKS)]
    path = " ".join(f"{_right(point.precision)},{_up(point.coverage)}" for point in curve.points)
    line = tag("polyline", points=path, fill="none", stroke=colour, stroke_width=2, stroke_dasharray=dash)
    return [line, *(_dot(point, colour) for point in curve.points)]


def _cross(system: SystemReport) -> list[Html]:
    """Where the answers of a system are, which choose by more than a cut."""
    precision, coverage = (system.score(name).value for name in ("citation precision", "viewpoint coverage"))
    if precision is None or coverage is None:
        return []
    x, y = _right(precision), _up(coverage)
    path = f"M{x - 6} {y}h12M{x} {y - 6}v12"
    named = _text(x + 10, y - 10, f"answers of {system.name}", anchor="start")
    return [tag("path", d=path, stroke="currentColor", stroke_width=2.5, fill="none"), named]


def _dot(point: CutPoint, colour: str) -> Html:
    told = f"coverage {shown(point.coverage)}, precision {shown(point.precision)}"
    title = tag("title", f"{point.sentences:.1f} sentences: {told}")
    return tag("circle", title, cx=_right(point.precision), cy=_up(point.coverage), r=3, fill=colour)


def _ticks(share: float) -> list[Html]:
    x, y = _right(share), _up(share)
    return [
        tag("line", x1=x, x2=x, y1=MARGIN, y2=MARGIN + SIDE, class_="grid"),
        tag("line", x1=MARGIN, x2=MARGIN + SIDE, y1=y, y2=y, class_="grid"),
        _text(x, MARGIN + SIDE + 16, f"{share:.1f}", anchor="middle", class_="faint"),
        _text(MARGIN - 8, y, f"{share:.1f}", anchor="end", class_="faint"),
    ]


def _gridline(share: float, top: float, bottom: float) -> Html:
    line = tag("line", x1=_x(share), x2=_x(share), y1=top, y2=bottom, class_="grid")
    return tag("g", line, _text(_x(share), bottom + 2, f"{share:.1f}", anchor="middle", class_="faint"))


def _key(place: int, name: str, x: float, y: float) -> list[Html]:
    colour = COLOURS[place % len(COLOURS)]
    line = tag(
        "line", x1=x, x2=x + 24, y1=y, y2=y, stroke=colour, stroke_width=3, stroke_dasharray=MARKS[place % len(MARKS)]
    )
    return [line, _text(x + 30, y, name, anchor="start")]


def _text(x: float, y: float, text: str, anchor: str, class_: str | None = None) -> Html:
    return tag(
        "text", text, x=round(x, 1), y=round(y, 1), text_anchor=anchor, dominant_baseline="middle", class_=class_
    )


def _svg(width: float, height: float, title: str, parts: Sequence[Html]) -> Html:
    named = tag("title", title)
    return tag("svg", named, *parts, viewBox=f"0 0 {width:.0f} {height + 8:.0f}", role="img", width=f"{width:.0f}")


def _x(share: float) -> float:
    return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)


def _right(share: float) -> float:
    return round(MARGIN + share * SIDE, 1)


def _up(share: float) -> float:
    return round(MARGIN + (1 - share) * SIDE, 1)
