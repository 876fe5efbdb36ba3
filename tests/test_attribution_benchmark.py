"""`parallax eval --benchmark attribution FILE`: what is read, what is printed, what is said of a bad file."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from eval.benchmark_command import run_benchmark
from eval.benchmarks.benchmark import BenchmarkError, Options
from eval.benchmarks.macro_f1 import Decision, macro_f1


def row(claim: str, label: str, references: Any = None, subset: str = "Invented") -> dict[str, Any]:
    texts = references if references is not None else ["The mill at Orrin burned down in May. Nobody was hurt."]
    return {"claim": claim, "references": texts, "attribution_label": label, "src_dataset": subset, "id": 7}


TRUE = row("The mill at Orrin burned down in May.", "attributable")
FALSE = row("A choir of forty sang all night in Vell.", "Not  Attributable", subset="Other")


def printed(path: Path) -> list[str]:
    lines: list[str] = []
    run_benchmark("attribution", path, Options(), lines.append)
    return lines


def write(path: Path, *lines: object) -> Path:
    path.write_text("\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines), "utf-8")
    return path


def test_each_subset_and_the_pool_are_told(tmp_path: Path) -> None:
    """The last line is the pooled score, as it is to be read by a program."""
    lines = printed(write(tmp_path / "a.jsonl", TRUE, FALSE))
    assert lines[-1] == "macro-F1 pooled: 1.000"
    assert any(line.startswith("macro-F1 Invented: 0.500") for line in lines)  # one class only: the other's F1 is 0
    assert any(line.startswith("macro-F1 Other: 0.500") for line in lines)


def test_labels_and_references_as_people_write_them(tmp_path: Path) -> None:
    """Case and spacing of labels differ, one reference may lack its list, one may be null, files may be compressed."""
    lines = [
        row("The mill burned down.", "ATTRIBUTABLE ", "The mill burned down."),
        row("Vell sang.", "not_attributable", [None]),
    ]
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, lines)).encode()))
    assert printed(path)[-1] == "macro-F1 pooled: 1.000"


def test_a_line_of_another_form_is_told_by_number(tmp_path: Path) -> None:
    """It is left out, and the rest is measured."""
    lines = printed(write(tmp_path / "a.jsonl", TRUE, "{broken", "", row("x", "perhaps"), FALSE))
    assert lines[0].startswith("line 2 is left out: ")
    assert lines[1].startswith("line 4 is left out: attribution_label: ")
    assert "'perhaps' is neither" in lines[1]
    assert lines[-1] == "macro-F1 pooled: 1.000"


def test_a_missing_file_says_where_the_data_comes_from(tmp_path: Path) -> None:
    """One line: what is missing, and where it is to be had."""
    with pytest.raises(BenchmarkError, match=r"none\.jsonl cannot be read \(No such file.*AttributionBench") as told:
        printed(tmp_path / "none.jsonl")
    assert "\n" not in str(told.value)
    with pytest.raises(BenchmarkError, match=r"needs a FILE.*AttributionBench"):
        run_benchmark("attribution", None, Options(), print)


def test_a_file_without_any_row_is_refused(tmp_path: Path) -> None:
    """Nothing that can be measured is an error, not a score of zero."""
    with pytest.raises(BenchmarkError, match="line 1 is left out"):
        printed(write(tmp_path / "a.jsonl", {"claim": "x"}))
    with pytest.raises(BenchmarkError, match="it is empty"):
        printed(write(tmp_path / "b.jsonl", ""))


def test_an_unknown_benchmark_is_named() -> None:
    """The message lists those there are."""
    with pytest.raises(BenchmarkError, match=r"'trivia'; there are: .*attribution"):
        run_benchmark("trivia", None, Options(), print)


def test_macro_f1_by_hand() -> None:
    """Three of four yes said, one of two no: F1 6/8 and 2/4, their mean 0.625."""
    said = [(True, True)] * 3 + [(True, False), (False, True), (False, False)]
    score = macro_f1([Decision("s", true, answer) for true, answer in said])
    assert score.value == pytest.approx(0.625)
    assert 0 <= score.low < 0.625 < score.high <= 1
    assert score.rows == 6
    assert score == macro_f1([Decision("s", true, answer) for true, answer in said])
