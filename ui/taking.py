"""What a visitor takes away: an answer or a conversation, for the browser to copy or to save."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from corpus.source import Source
from ui.asked import Visit
from ui.export import Format, export_name, exported

MEDIA: Mapping[Format, str] = {
    "markdown": "text/markdown;charset=utf-8",
    "json": "application/json",
    "csv": "text/csv;charset=utf-8",
    "bibtex": "application/x-bibtex;charset=utf-8",
}
BYTE_ORDER_MARK = "\ufeff"
"""Leads a table, or spreadsheets take it for another encoding."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A text with the name and the type of the file it may be saved as; `copied` if it is for the clipboard."""

    name: str
    type: str
    text: str
    copied: bool


def taken(visit: Visit, wish: str, scope: str, sources: Sequence[Source]) -> Taken | None:
    """The newest answer, or all, in the form that is wished for; None where there is none, or no such form."""
    form = next((form for form in get_args(Format) if form == ("markdown" if wish == "copy" else wish)), None)
    answers = visit.answers if scope == "all" else visit.answers[-1:]
    if form is None or not answers:
        return None
    text = exported(answers, form, sources)
    mark = BYTE_ORDER_MARK if form == "csv" else ""
    return Taken(export_name(answers, form), MEDIA[form], mark + text, wish == "copy")
