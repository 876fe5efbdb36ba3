"""What the page shows of a visit, part by part: pure values, which ui/events.py hands to the page's controls."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.source import Source
from ui.asked import Turn, Visit
from ui.citing import called
from ui.differences import difference_cards, numbered
from ui.grid import grid
from ui.markup import Html, Markdown, element, plain
from ui.timeline import Mark, counted_by, marks_of, timeline_table

ASK_FIRST = "Ask something, and it is shown here."


@dataclass(frozen=True, slots=True)
class Views:
    """What is shown of every answer beside its text; the plot is that of the newest, and hidden beside another."""

    differences: Html
    positions: Html
    days: Html
    marks: tuple[Mark, ...]
    counted: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The chat, the source pane and the views of a visit."""

    visit: Visit
    messages: tuple[tuple[str, Markdown], ...]
    pane: Html
    views: Views


def views_of(visit: Visit, sources: Sequence[Source]) -> Views:
    """The views of a visit: a section for each answer, of which the page shows one."""
    newest = visit.answers[-1] if visit.answers else None
    return Views(
        differences=_sections(visit, [_differences(turn, number) for number, turn in _numbered(visit)]),
        positions=_sections(visit, [_positions(turn, number, sources) for number, turn in _numbered(visit)]),
        days=_sections(visit, [timeline_table(one, number) for number, one in enumerate(visit.answers, 1)]),
        marks=marks_of(newest) if newest else (),
        counted=counted_by(newest) if newest else "",
    )


def _numbered(visit: Visit) -> Sequence[tuple[int, Turn]]:
    return tuple(enumerate(visit.answered, start=1))


def _sections(visit: Visit, contents: Sequence[Html]) -> Html:
    """The contents of each answer under its question, in a section that names its turn."""
    sections = [
        element(
            "section",
            element("p", plain(turn.question), attributes={"class": "asked", "dir": "auto"}),
            content,
            attributes={"class": "view", "data-turn": str(number)},
        )
        for (number, turn), content in zip(_numbered(visit), contents, strict=True)
    ]
    return Html("".join(sections)) or element("p", plain(ASK_FIRST), attributes={"class": "none"})


def _differences(turn: Turn, number: int) -> Html:
    answer = turn.answer
    if answer is None or not answer.disagreements:
        return element("p", plain("No difference among the sources was found on this."), attributes={"class": "none"})
    return difference_cards(answer.disagreements, numbered(answer.citations), number)


def _positions(turn: Turn, number: int, sources: Sequence[Source]) -> Html:
    heard = [one for one in sources if not turn.outlets or {one.name, called(one)} & set(turn.outlets)]
    return grid(turn.answer, number, heard) if turn.answer else Html("")
