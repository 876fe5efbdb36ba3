"""Many questions from a file: a line of JSON each, and a line of JSON for each answer."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ValidationError

from corpus.errors import ParallaxError
from ui.reply import reply

if TYPE_CHECKING:
    from rag.engine import Engine


class BatchError(ParallaxError):
    """A batch file that cannot be read; the message names the line."""


class BatchLine(BaseModel):
    """One question of a batch file."""

    id: str
    question: str
    history: list[str] = []


def answers_to(file: Path, engine: "Engine", sources: Sequence[str]) -> Iterator[str]:
    """An answer a line, in the order of the file; the whole file is checked before the first is asked.

    Raises:
        BatchError: the file is missing, or a line of it is not in the form.
    """
    for line in _lines(file):
        yield reply(engine, line.question, history=line.history, sources=sources).to_json(line.id)


def _lines(file: Path) -> list[BatchLine]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BatchError(f"the batch file {file} cannot be read: {_reason(error)}") from error
    return [_parse(file, number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]


def _parse(file: Path, number: int, line: str) -> BatchLine:
    try:
        return BatchLine.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        what = ".".join(str(part) for part in first["loc"]) or "line"
        raise BatchError(
            f'{file}, line {number}: {what}: {first["msg"]}; each line is {{"id", "question", "history"?}}'
        ) from error


def _reason(error: Exception) -> str:
    return error.strerror or "unknown" if isinstance(error, OSError) else "it is not UTF-8"
