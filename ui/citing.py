"""How a citation is named and linked to: what every part of the page that shows one agrees on."""

from datetime import date

from corpus.patterns import regex
from corpus.source import Source
from rag.answer import Answer, Citation
from ui.markup import Html, Markdown, element, link, plain

MARKER = regex(r"(?<!\\)\[(\d{1,4})\]")
"""A marker in the text of an answer; brackets that belong to a source's words are escaped there."""


def passage_name(turn: int, number: int) -> str:
    """What links to a passage say, and the class its words carry in the source pane."""
    return f"cite-{turn}-{number}"


def cited(answer: Answer) -> tuple[Citation, ...]:
    """The citations that the answer uses, and no others, in order of use."""
    by_number = {citation.number: citation for citation in answer.citations}
    used = [int(number) for number in MARKER.findall(answer.text)]
    used += [number for statement in answer.sentences for number in statement.citations]
    used += [n for disagreement in answer.disagreements for side in disagreement.sides for n in side.citations]
    used += answer.related
    return tuple(by_number[number] for number in dict.fromkeys(used) if number in by_number)


def byline(citation: Citation) -> str:
    """Who publishes it and when, as far as that is known."""
    return ", ".join([called(citation), *([written_date(citation.date)] if citation.date else [])])


def called(source: Citation | Source) -> str:
    """What a reader calls the source: its outlet, else its title, else its file."""
    return source.outlet or source.title or source.file


def spoken_for(citation: Citation) -> str | None:
    """Who says it, where that is somebody else than the source itself."""
    own = {citation.outlet, citation.title, citation.file, None}
    return None if citation.holder in own else citation.holder


def written_date(iso: str) -> str:
    """A date as people write it: 27 Sep 2023; what is no ISO date stays as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {day:%b %Y}"


def dated(source: Source) -> str:
    """The date of an article as people write it."""
    return written_date(source.date.isoformat()) if source.date else "undated"


def hover_words(citation: Citation) -> str:
    """What hovering over a marker says: outlet, date and quote."""
    return f"{byline(citation)}: {citation.quote}"


def marker(citation: Citation, turn: int) -> Markdown:
    """The marker of a citation in the chat."""
    text = Markdown(f"\\[{citation.number}\\]")
    return link(text, passage_name(turn, citation.number), hover_words(citation))


def marker_element(citation: Citation, turn: int) -> Html:
    """The marker of a citation beside the chat."""
    named = {
        "class": "marker",
        "href": f"#{passage_name(turn, citation.number)}",
        "title": " ".join(hover_words(citation).split()),
    }
    return element("a", plain(f"[{citation.number}]"), attributes=named)


def span(name: str, text: str) -> Html:
    """Foreign words in a line, under a class; they may run from right to left."""
    return element("span", plain(text), attributes={"class": name, "dir": "auto"})


def joined(*parts: str | None) -> str:
    """What is known of several things, on one line."""
    return " · ".join(part for part in parts if part)
