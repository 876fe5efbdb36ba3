"""A benchmark's file, as JSON lines or as JSON; a row that is none of its form is told by number and left out."""

import gzip
import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from eval.benchmarks.benchmark import BenchmarkError

Row = TypeVar("Row", bound=BaseModel)
GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Rows(Generic[Row]):
    """The rows of a file in order, and a sentence for each line, or row of a list, that could not be read."""

    rows: tuple[Row, ...]
    unread: tuple[str, ...]


def read_rows(file: Path, form: type[Row], origin: str) -> Rows[Row]:
    """The rows of a file of JSON lines, or of one JSON list, compressed or not; `origin` says where to get it.

    Raises:
        BenchmarkError: there is no such file, or no row of it can be read.
    """
    text = _text(file, origin)
    whole = _whole(text)
    rows, unread = _parsed(text, form) if whole is None else _listed(whole, form)
    if not rows:
        why = unread[0] if unread else "it is empty"
        raise BenchmarkError(f"no line of {file} can be read ({why}); {origin}")
    return Rows(tuple(rows), tuple(unread))


def _text(file: Path, origin: str) -> str:
    try:
        raw = file.read_bytes()
        return (gzip.decompress(raw) if raw.startswith(GZIP) else raw).decode("utf-8-sig")
    except (OSError, EOFError) as error:
        raise BenchmarkError(
            f"{file} cannot be read ({getattr(error, 'strerror', None) or error}); {origin}"
        ) from error
    except UnicodeDecodeError as error:
        raise BenchmarkError(f"{file} is no UTF-8 text (byte {error.start}); {origin}") from error


def _whole(text: str) -> list[Any] | None:
    """The rows of a text that is one JSON value over several lines, or a list; None where it is lines of JSON."""
    first = text.lstrip()[:1]
    if first != "[" and not (first == "{" and _is_spread(text)):
        return None
    try:
        found = json.loads(text)
    except json.JSONDecodeError:
        return None
    if isinstance(found, list):
        return found
    lists = [value for value in found.values() if isinstance(value, list) and value and isinstance(value[0], dict)]
    return lists[0] if len(lists) == 1 and len(found) <= 3 else [found]


def _is_spread(text: str) -> bool:
    """Whether the first line is only the beginning of an object."""
    try:
        json.loads(text.lstrip().split("\n", 1)[0])
    except json.JSONDecodeError:
        return True
    return False


def _parsed(text: str, form: type[Row]) -> tuple[list[Row], list[str]]:
    """Lines end at line feeds only: a text may hold the other characters that Python takes for line ends."""
    rows, unread = list[Row](), list[str]()
    for number, line in enumerate(io.StringIO(text, newline="\n"), 1):
        if not line.strip():
            continue
        try:
            rows.append(form.model_validate_json(line))
        except ValidationError as error:
            unread.append(f"line {number} is left out: {_why(error)}")
    return rows, unread


def _listed(found: list[Any], form: type[Row]) -> tuple[list[Row], list[str]]:
    rows, unread = list[Row](), list[str]()
    for number, item in enumerate(found, 1):
        try:
            rows.append(form.model_validate(item))
        except ValidationError as error:
            unread.append(f"row {number} is left out: {_why(error)}")
    return rows, unread


def _why(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else str(first["msg"])
