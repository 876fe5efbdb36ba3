"""EVIRAG-bench in its published form: gold questions with viewpoints and contradictions, and documents beside them."""

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from eval.benchmarks.benchmark import BenchmarkError

ORIGIN = (
    "gold JSON lines with question, viewpoints (summary, sources of doc_id and passage_id) and contradictions (left, "
    "right), and documents.jsonl (id, title, text) beside them or in --documents, as in EVIRAG-bench "
    "(github.com/amethystani/evirag-bench)"
)
DOCUMENTS = ("documents.jsonl", "documents.jsonl.gz", "documents.json")
Text = Annotated[str, Field(min_length=1)]


class Form(BaseModel):
    """What all parts share: fields that are not used here may be there."""

    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)


class GoldSource(Form):
    """A passage that shows a viewpoint, by the id of its document."""

    doc_id: Text


class GoldViewpoint(Form):
    """One position, and the passages that take it."""

    summary: Text
    sources: tuple[GoldSource, ...] = ()


class Contradiction(Form):
    """Two claims that cannot both hold, in an annotator's words."""

    left: Text
    right: Text


class GoldRow(Form):
    """One question of the gold file."""

    question: Text
    viewpoints: tuple[GoldViewpoint, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()


class Section(Form):
    """A part of a document."""

    heading: str = ""
    text: str = ""


class DocumentRow(Form):
    """One document; its text stands whole or in sections."""

    id: Text
    title: str = ""
    venue: str | None = None
    text: str = ""
    sections: tuple[Section, ...] = ()

    @property
    def body(self) -> str:
        """All that is there to read, a paragraph a part; its title is not repeated."""
        parts = [self.text, *(part for section in self.sections for part in (section.heading, section.text))]
        return "\n\n".join(part.strip() for part in parts if part.strip())


def documents_file(gold: Path, given: Path | None) -> Path:
    """Where the documents of a gold file are.

    Raises:
        BenchmarkError: they are nowhere.
    """
    if given:
        return given
    found = next((path for name in DOCUMENTS if (path := gold.parent / name).is_file()), None)
    if found is None:
        raise BenchmarkError(f"{gold} comes without its documents; name their file with --documents: {ORIGIN}")
    return found
