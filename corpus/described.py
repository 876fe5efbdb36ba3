"""sources.toml: what the owner of a folder says about its articles."""

import datetime
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from corpus.dates import date_of_value
from corpus.encodings import decode
from corpus.errors import UnreadableError
from corpus.metadata import Description

SOURCES_FILE = "sources.toml"


class _Entry(BaseModel):
    """One table of sources.toml."""

    model_config = ConfigDict(extra="forbid", strict=True)

    title: str | None = None
    outlet: str | None = None
    date: datetime.date | None = None
    author: str | None = None

    @field_validator("date", mode="before")
    @classmethod
    def _as_date(cls, value: object) -> datetime.date:
        found = date_of_value(value)
        if found is None:
            raise ValueError(f"{value!r} is not a date with day, month and year")
        return found


@dataclass(frozen=True, slots=True)
class Descriptions:
    """Descriptions by file, and what is wrong with those that could not be used."""

    by_file: Mapping[str, Description] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()


def read_descriptions(data: bytes) -> Descriptions:
    """Read the bytes of a sources.toml; an entry that is wrong is named and the others count."""
    try:
        tables = tomllib.loads(decode(data).text)
    except (tomllib.TOMLDecodeError, UnreadableError) as error:
        return Descriptions({}, (f"is not valid TOML, so nothing of it is used: {error}",))
    found: dict[str, Description] = {}
    complaints: list[str] = []
    for file, table in tables.items():
        try:
            found[file] = _description(table)
        except ValidationError as error:
            complaints.append(f'the entry "{file}" is not used: {_reason(error)}')
    return Descriptions(found, tuple(complaints))


def _description(table: Any) -> Description:
    entry = _Entry.model_validate(table)
    return Description(entry.title, entry.outlet, entry.date, entry.author)


def _reason(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    place = ".".join(str(step) for step in first["loc"])
    return f"{place}: {first['msg']}" if place else str(first["msg"])
