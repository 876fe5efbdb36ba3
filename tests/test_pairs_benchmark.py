"""Claims with their evidence: the forms they come in, and what is made of what the models say."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from eval.benchmark_command import run_benchmark
from eval.benchmarks.benchmark import BenchmarkError, Options
from eval.benchmarks.pairs import Judged, confusion, labels_of, outcome_of, sentences_in
from eval.benchmarks.pairs_form import LABELS, PairRow
from index.pair_model import Probabilities

TEXT = "Nine boats sank on Monday."


@pytest.mark.parametrize(
    ("row", "label", "evidence"),
    [
        ({"claim": "c", "evidence": TEXT, "label": "SUPPORTS"}, "supports", (TEXT,)),
        ({"claim": "c", "evidence": [TEXT, "More."], "label": "NOT ENOUGH INFO"}, "not enough info", (TEXT, "More.")),
        ({"claim": "c", "evidence": [{"text": TEXT}], "label": "Refuted"}, "refutes", (TEXT,)),
        ({"claim": "c", "evidence_sentence": TEXT, "gold_label": "REFUTES"}, "refutes", (TEXT,)),
        (
            {"claim": "c", "claim_label": "SUPPORTS", "evidences": [{"evidence": TEXT, "evidence_label": "SUPPORTS"}]},
            "supports",
            (TEXT,),
        ),
        ({"hypothesis": "c", "premise": TEXT, "label": "not_entailment"}, "not supported", (TEXT,)),
        ({"claim": "c", "evidence": [[["Boats", 3, TEXT]]], "label": "NEI"}, "not enough info", ("Boats", TEXT)),
    ],
)
def test_the_forms_of_the_published_sets(row: dict[str, Any], label: str, evidence: tuple[str, ...]) -> None:
    """Claim, evidence and label by the names and in the nesting of each set."""
    read = PairRow.model_validate(row)
    assert (read.claim, read.label, read.evidence) == ("c", label, evidence)


def test_references_without_texts_are_no_evidence(tmp_path: Path) -> None:
    """FEVER's own file names pages and sentence numbers only: the line is told, with where texts are to be had."""
    path = tmp_path / "fever.jsonl"
    path.write_text(
        json.dumps({"claim": "c", "evidence": [[[92206, 104971, "Nikolaj_Coster-Waldau", 7]]], "label": "SUPPORTS"})
    )
    with pytest.raises(BenchmarkError, match=r"line 1 is left out: evidence: .*with its sentences filled in"):
        run_benchmark("pairs", path, Options(), print)


SAYS = {"agrees": (0.1, 0.8, 0.1, 0.0), "denies": (0.2, 0.1, 0.4, 0.3), "rain": (0.9, 0.05, 0.05, 0.0)}


class Scripted:
    """A pair model that knows what to say of a sentence."""

    name = "scripted"

    def judge(self, pairs: Sequence[tuple[str, str]]) -> Probabilities:
        return np.array([SAYS[one.split()[-1].rstrip(".")] for one, _ in pairs], dtype=np.float32)


def row(*evidence: str) -> PairRow:
    return PairRow.model_validate({"claim": "c", "evidence": list(evidence), "label": "SUPPORTS"})


def test_the_sentence_least_unrelated_decides() -> None:
    """Rain beside it changes nothing; conflict and opposed judgements are added up; rain alone is no information."""
    rows = [
        row("It agrees. All is rain."),
        row("It is rain.", "He denies."),
        row("Only rain."),
        row("He denies.", "It agrees."),
    ]
    assert labels_of(rows, Scripted()) == ["supports", "refutes", "not enough info", "supports"]


def test_a_text_without_words_is_its_own_sentence() -> None:
    """Whatever the evidence, there is something to judge."""
    assert sentences_in("!!") == ["!!"]
    assert sentences_in("One. Two.\nThree.") == ["One.", "Two.", "Three."]


JUDGED = [
    Judged("supports", "supports", True),
    Judged("supports", "refutes", True),
    Judged("refutes", "refutes", True),
    Judged("not enough info", "not enough info", False),
    Judged("not supported", "supports", False),
]


def test_figures_by_hand() -> None:
    """Three labels over four rows, two over five; each F1 worked by hand."""
    found = outcome_of(JUDGED, "v")
    assert found.figure("accuracy of the pair model").value == 0.75
    assert found.figure("accuracy of the pair model").number == 4
    # supports: 1 right, 2 true, 1 said: 2/3; refutes: 1, 1, 2: 2/3; not enough info: 1
    assert found.figure("macro-F1 of the pair model").value == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)
    # verifier: supported 2 of 2 found, 3 said: 4/5; not supported 2 of 3 found, 2 said: 4/5
    assert found.figure("supported or not, macro-F1 of the verifier").value == pytest.approx(0.8)
    assert found.figure("supported or not, accuracy of the verifier").value == 0.8
    # pair model: supported 1 of 2, 2 said: 1/2; not 2 of 3, 3 said: 2/3
    assert found.figure("supported or not, macro-F1 of the pair model").value == pytest.approx((1 / 2 + 2 / 3) / 2)


def test_the_confusion_is_printed_row_by_row() -> None:
    """What is true down the side, what was said along the top."""
    lines = list(confusion([(each.true, each.said) for each in JUDGED if each.true in LABELS], LABELS, "pair model"))
    assert lines[0].split("  ")[-3:] == ["supports", "refutes", "not enough info"]
    assert lines[1].split() == ["supports", "1", "1", "0"]
    assert lines[2].split() == ["refutes", "0", "1", "0"]
    assert list(confusion([], LABELS, "pair model")) == []


def test_it_runs_from_a_file_to_a_last_line(tmp_path: Path) -> None:
    """The shipped models on three plain pairs: a stable last line, and the figures as JSON."""
    path, output = tmp_path / "pairs.json", tmp_path / "out.json"
    rows = [
        {"claim": "Nine boats sank on Monday.", "evidence": TEXT, "label": "SUPPORTS"},
        {"claim": "No boats sank on Monday.", "evidence": TEXT, "label": "REFUTES"},
        {"claim": "Bread is dear in Orrin.", "evidence": TEXT, "label": "NOT ENOUGH INFO"},
    ]
    path.write_text(json.dumps(rows))
    lines: list[str] = []
    run_benchmark("pairs", path, Options(output=output), lines.append)
    assert lines[0] == "3 pairs (supports 1, refutes 1, not enough info 1)"
    name, _, value = lines[-1].partition(": ")
    assert name == "macro-F1 of the pair model"
    assert 0 <= float(value) <= 1
    figures = json.loads(output.read_text("utf-8"))["outcomes"][0]["figures"]
    assert figures[1]["name"] == name
    assert f"{figures[1]['value']:.3f}" == value
