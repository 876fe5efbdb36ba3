"""Answers to take away, with their quotes and places: Markdown, JSON, CSV or BibTeX, as text."""

from collections.abc import Sequence
from typing import Literal, get_args

from corpus.patterns import regex
from corpus.source import Source
from rag.answer import Answer
from ui.bibliography import bibliography
from ui.claim_table import claim_table
from ui.footnotes import footnoted

Format = Literal["markdown", "json", "csv", "bibtex"]
FORMATS: tuple[Format, ...] = get_args(Format)
ENDINGS: dict[Format, str] = {"markdown": "md", "json": "json", "csv": "csv", "bibtex": "bib"}

_WORD = regex(r"[a-z0-9]+")
_LONGEST_NAME = 60


def exported(answers: Sequence[Answer], form: Format, sources: Sequence[Source] = ()) -> str:
    """One answer, or a conversation's in their order; `sources` lend a bibliography the authors they are known by.

    JSON is the public contract: an object where there is one answer, else a list.
    """
    match form:
        case "markdown":
            return footnoted(answers)
        case "json":
            return _objects(answers)
        case "csv":
            return claim_table(answers)
        case "bibtex":
            return bibliography(answers, sources)


def exported_bytes(answers: Sequence[Answer], form: Format, sources: Sequence[Source] = ()) -> bytes:
    """The same as a file: in UTF-8, a table led by the mark without which spreadsheets take it for another encoding."""
    return exported(answers, form, sources).encode("utf-8-sig" if form == "csv" else "utf-8")


def export_name(answers: Sequence[Answer], form: Format) -> str:
    """What such a file may be called: "parallax-how-many-people-left.md"."""
    words = _WORD.findall(answers[0].question[:1000].lower()) if answers else []
    name = "-".join(["parallax", *words])[:_LONGEST_NAME].strip("-")
    return f"{name}.{ENDINGS[form]}"


def _objects(answers: Sequence[Answer]) -> str:
    objects = [answer.to_json() for answer in answers]
    return f"{objects[0]}\n" if len(objects) == 1 else "[" + ",\n".join(objects) + "]\n"
