"""The figures of an answer by the moment they speak of: marks for a plot, and the same as a table."""

from dataclasses import dataclass
from datetime import date

from rag.answer import Answer, TimelinePoint
from ui.citing import called, marker_element, span, spoken_for, written_date
from ui.differences import Numbered, numbered
from ui.markup import Html, element, plain


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in the plot: the last day it may speak of, and how its words give it."""

    day: date
    value: float
    figure: str
    source: str


def marks_of(answer: Answer) -> tuple[Mark, ...]:
    """A mark for each figure whose day is known."""
    citations = numbered(answer.citations)
    return tuple(
        Mark(date.fromisoformat(point.last), point.value, figure_of(point), called(citations[point.citation]))
        for point in answer.timeline
        if point.last and point.citation in citations
    )


def counted_by(answer: Answer) -> str:
    """What the figures count: the axis of the plot."""
    return next((point.unit or point.counted for point in answer.timeline if point.unit or point.counted), "figure")


def figure_of(point: TimelinePoint) -> str:
    """The figure with its comparator: "up to 42,500 people"."""
    value = f"{point.value:,.10g}" + (f" to {point.upper:,.10g}" if point.upper is not None else "")
    return " ".join(filter(None, (point.comparator, value, point.unit, point.counted)))


def days_of(point: TimelinePoint) -> str:
    """The days a figure may speak of, in words."""
    if point.last is None:
        return f"since {written_date(point.first)}" if point.first else "day not given"
    if point.first is None or point.first == point.last:
        return ("by " if point.first is None else "") + written_date(point.last)
    return f"{written_date(point.first)} – {written_date(point.last)}"


def timeline_table(answer: Answer, turn: int) -> Html:
    """The figures in their order, each with its days and its holder; a sentence where there are none."""
    if not answer.timeline:
        words = "This answer has no figures of one thing to set in order of time."
        return element("p", plain(words), attributes={"class": "none"})
    citations = numbered(answer.citations)
    heads = [element("th", plain(head), attributes={"scope": "col"}) for head in ("Day", "Figure", "According to")]
    rows = [_row(point, citations, turn) for point in answer.timeline if point.citation in citations]
    caption = element("caption", plain("Every figure, by the day it speaks of"))
    table = element("table", caption, element("thead", element("tr", *heads)), element("tbody", *rows))
    named = {"class": "days", "role": "region", "aria-label": "Figures by day", "tabindex": "0"}
    return element("div", table, attributes=named)


def _row(point: TimelinePoint, citations: Numbered, turn: int) -> Html:
    citation = citations[point.citation]
    speaker = spoken_for(citation)
    who = [span("holder", speaker), plain(" in ")] if speaker else []
    return element(
        "tr",
        element("td", plain(days_of(point))),
        element("td", plain(figure_of(point)), attributes={"class": "figure", "dir": "auto"}),
        element("td", *who, span("outlet", called(citation)), plain(" "), marker_element(citation, turn)),
    )
