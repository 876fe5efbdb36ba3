"""What is wrong with a line of a gold file, in words for the person who wrote it."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz.process import extractOne

from eval.gold_line import DisagreementLine, Line, QuestionLine, QuoteLine, ViewpointLine

SHAPES = {
    "string_type": "a text in double quotes",
    "bool_type": "true or false, without quotes",
    "list_type": "a list in square brackets",
    "model_type": "an object in braces",
}
LONGEST_SHOWN = 60


def faults(error: ValidationError) -> Iterator[str]:
    """One line for each thing that keeps a line from being a gold question."""
    for found in error.errors(include_url=False):
        yield _told(found)


def _told(found: ErrorDetails) -> str:
    where, kind = _where(found["loc"]), found["type"]
    if kind == "json_invalid":
        return f"this is no JSON object ({_reason(found)}); a question is one object on one line"
    if kind == "missing":
        return f"{where} is missing; every line needs it"
    if kind == "extra_forbidden":
        return f"{where} is no field of the format{_meant(found['loc'])}"
    if kind == "literal_error":
        return f"{where} cannot be {_shown(found['input'])}; choose {found.get('ctx', {}).get('expected')}"
    if kind in SHAPES:
        return f"{where} must be {SHAPES[kind]}, not {_shown(found['input'])}"
    empty = kind in ("too_short", "string_too_short")
    remedy = "is empty; fill it, or leave what it belongs to out" if empty else f"is wrong: {found['msg']}"
    return f"{where} {remedy}"


def _where(place: tuple[int | str, ...]) -> str:
    """`viewpoints 2, evidence 1, quote`: counted from one, as a person does."""
    parts: list[str] = []
    for step in place:
        if isinstance(step, int) and parts:
            parts[-1] += f" {step + 1}"
        else:
            parts.append(str(step))
    return ", ".join(parts) or "the line"


def _meant(place: tuple[int | str, ...]) -> str:
    fields: dict[int | str, type[Line]] = {
        "viewpoints": ViewpointLine,
        "disagreements": DisagreementLine,
        "evidence": QuoteLine,
        "left": QuoteLine,
        "right": QuoteLine,
    }
    inside = next((fields[step] for step in reversed(place[:-1]) if step in fields), QuestionLine)
    near = extractOne(str(place[-1]), list(inside.model_fields), score_cutoff=70)
    return f"; is {near[0]!r} meant?" if near else f"; there are {', '.join(inside.model_fields)}"


def _reason(found: ErrorDetails) -> str:
    return str(found.get("ctx", {}).get("error", found["msg"]))


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
