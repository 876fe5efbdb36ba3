"""Statements about invented texts of many subjects: sides turned, days moved, sentences blended, and faithful ones."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from rag.verify import Evidence, shipped_verifier

CAUGHT, KEPT = 0.85, 0.85


@dataclass(frozen=True, slots=True)
class Invented:
    """A statement, the texts that it cites, and whether they bear it out."""

    id: str
    kind: str
    supported: bool
    sentence: str
    evidence: tuple[str, ...]


LINES = (Path(__file__).parent / "drafts" / "invented.jsonl").read_text(encoding="utf-8").splitlines()
INVENTED = [Invented(**{**(row := json.loads(line)), "evidence": tuple(row["evidence"])}) for line in LINES]


def wrongly_judged(supported: bool) -> list[Invented]:
    each_alike = [each for each in INVENTED if each.supported == supported]
    return [each for each in each_alike if verdict_on(each) != supported]


def verdict_on(each: Invented) -> bool:
    return shipped_verifier().verify(each.sentence, [Evidence(text) for text in each.evidence]).supported


@pytest.mark.parametrize(("supported", "share"), [(False, CAUGHT), (True, KEPT)])
def test_most_statements_are_judged_rightly(supported: bool, share: float) -> None:
    """Of the unfaithful ones that many are caught, of the faithful ones that many survive."""
    number = sum(each.supported == supported for each in INVENTED)
    wrong = wrongly_judged(supported)
    assert number >= 40
    assert number - len(wrong) >= share * number, [(each.id, each.sentence) for each in wrong]


@pytest.mark.parametrize(
    ("claim", "text", "reason"),
    [
        ("Pell sued Orth.", "In May Orth sued Pell over a wall.", "the source has it the other way round"),
        (
            "The ferry ran aground on Saturday.",
            "The ferry ran aground on Thursday and was towed to Lisk on Saturday.",
            "the source says Thursday of this, not Saturday",
        ),
        (
            "The old library holds 40,000 maps.",
            "The old library has a painted ceiling. The new library holds 40,000 maps. A tunnel was dug in 1990.",
            "no one sentence of the source says this: it joins what two of them say apart",
        ),
    ],
)
def test_the_reason_says_what_was_turned_moved_or_blended(claim: str, text: str, reason: str) -> None:
    """A reader is told which of the three it is."""
    assert shipped_verifier().verify(claim, [Evidence(text)]).reason == reason
