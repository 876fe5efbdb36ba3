"""An article as programs are told of it: by the command line, and over HTTP."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from corpus.source import Source
from rag.json_line import json_line


@dataclass(frozen=True, slots=True)
class Described:
    """What an article says of itself, None where it does not; `date` is YYYY-MM-DD, `sentences` may be quoted."""

    file: str
    title: str | None
    outlet: str | None
    date: str | None
    author: str | None
    sentences: int


def described(source: Source) -> Described:
    """An article as one flat object."""
    day = source.date.isoformat() if source.date else None
    return Described(source.file, source.title, source.outlet, day, source.author, len(source.sentences))


def json_lines(sources: Sequence[Source]) -> Iterator[str]:
    """One object an article, in order of file name."""
    return (json_line(asdict(described(source))) for source in sources)
