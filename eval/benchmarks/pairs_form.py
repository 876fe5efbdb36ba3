"""Claims with their evidence, and whether it supports them: the forms of FEVER and of the sets made like it."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

ORIGIN = (
    "JSON lines with claim, evidence (a text, several, or objects with one) and label (SUPPORTS, REFUTES or NOT ENOUGH "
    "INFO), as in FEVER (fever.ai) with its sentences filled in, VitaminC, Climate-FEVER or HealthVer"
)
Label = Literal["supports", "refutes", "not enough info", "not supported"]
LABELS: tuple[Label, ...] = ("supports", "refutes", "not enough info")
NAMES: dict[str, Label] = {
    "supports": "supports",
    "supported": "supports",
    "support": "supports",
    "entailment": "supports",
    "true": "supports",
    "refutes": "refutes",
    "refuted": "refutes",
    "refute": "refutes",
    "contradiction": "refutes",
    "contradict": "refutes",
    "false": "refutes",
    "notenoughinfo": "not enough info",
    "nei": "not enough info",
    "neutral": "not enough info",
    "unverifiable": "not enough info",
    "notsupported": "not supported",
    "notentailment": "not supported",
}
CLAIMS, EVIDENCE, GIVEN = (
    ("claim", "hypothesis", "statement"),
    ("evidence", "evidences", "evidence_text", "evidence_texts", "evidence_sentence", "premise", "context"),
    ("label", "claim_label", "gold_label", "verdict"),
)
INSIDE = ("text", "evidence", "sentence", "evidence_text", "content")


def _label(given: object) -> object:
    letters = "".join(letter for letter in str(given).lower() if letter.isalpha())
    if letters not in NAMES:
        raise ValueError(f"{given!r} is none of SUPPORTS, REFUTES, NOT ENOUGH INFO")
    return NAMES[letters]


def _texts(given: object) -> tuple[str, ...]:
    """All texts in whatever a set puts where its evidence is; FEVER's own references to pages hold none."""
    return tuple(text.strip() for text in _each(given) if text.strip())


def _each(given: object) -> Iterator[str]:
    if isinstance(given, str):
        yield given
    elif isinstance(given, dict):
        yield from (text for name in INSIDE if isinstance(text := given.get(name), str))
    elif isinstance(given, list | tuple) and not _is_reference(given):
        for item in given:
            yield from _each(item)


def _is_reference(given: Any) -> bool:
    """Whether a list is one of FEVER's references: annotation, evidence, page and sentence, no text among them."""
    return len(given) == 4 and isinstance(given[3], int | None) and not isinstance(given[0], str | dict | list)


class PairRow(BaseModel):
    """A claim, the texts beside it, and what they do to it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    claim: Annotated[str, Field(min_length=1)]
    evidence: Annotated[tuple[str, ...], BeforeValidator(_texts), Field(min_length=1)]
    label: Annotated[Label, BeforeValidator(_label)]

    @model_validator(mode="before")
    @classmethod
    def _by_any_name(cls, given: Any) -> Any:
        """Each field by the first of its names that is there."""
        if not isinstance(given, dict):
            return given
        names = {"claim": CLAIMS, "evidence": EVIDENCE, "label": GIVEN}
        return {
            field: next((given[name] for name in known if given.get(name) is not None), None)
            for field, known in names.items()
        }
