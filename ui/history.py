"""A conversation as the visitor's browser keeps it, and back: the browser's record is foreign text, and is checked."""

import json
from dataclasses import asdict

from pydantic import TypeAdapter, ValidationError

from ui.asked import Turn, Visit

MOST_TURNS = 100
LONGEST_RECORD = 2_000_000
"""Characters of the longest record that is read back."""

_TURNS = TypeAdapter(tuple[Turn, ...])


def record_of(visit: Visit) -> str:
    """The turns of a visit as JSON; empty where nothing was answered yet."""
    return json.dumps([asdict(turn) for turn in visit.turns], ensure_ascii=False) if visit.answers else ""


def visit_of(record: str) -> Visit:
    """The visit of a record; an empty one where the record is none."""
    if not isinstance(record, str) or len(record) > LONGEST_RECORD:
        return Visit()
    try:
        return Visit(_TURNS.validate_json(record)[:MOST_TURNS])
    except ValidationError:
        return Visit()
