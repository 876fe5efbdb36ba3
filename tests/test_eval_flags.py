"""`parallax eval` with the flags of gold files, files of answers and benchmarks: what it prints, and its exit code."""

import json
from pathlib import Path

import pytest
from test_cli import Run

HERE = Path(__file__).parent / "benchmarks"
LINE = {
    "id": "one",
    "question": "How many were hurt?",
    "kind": "number",
    "answerable": True,
    "answers": [["eleven", "11"]],
    "viewpoints": [
        {
            "summary": "Eleven.",
            "holders": ["coast guard"],
            "evidence": [{"file": "courier.txt", "quote": "Eleven people were hurt, the coast guard said."}],
        }
    ],
    "disagreements": [],
    "controversy": "single-source",
}


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return Run(capsys, monkeypatch)


def test_a_gold_file_is_checked_without_an_index(run: Run, quarrel_folder: Path, tmp_path: Path) -> None:
    """What is in it and a last line; a wrong quote is one error with the nearest place, and exit code 1."""
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(LINE))
    code, out, err = run("eval", "--check-gold", str(gold), "--corpus", str(quarrel_folder))
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "gold problems: 0, to look at again: 0"
    gold.write_text(json.dumps(LINE).replace("Eleven people were hurt", "Eleven persons were hurt"))
    code, _, err = run("eval", "--check-gold", str(gold), "--corpus", str(quarrel_folder))
    assert code == 1
    assert "line 1 (one): courier.txt does not hold" in err
    assert "nearest is courier.txt, line 3: 'Eleven people were hurt, the coast guard said.'" in err


def test_answers_of_a_file_are_scored(run: Run, quarrel_folder: Path, tmp_path: Path) -> None:
    """The same gold file, over a folder that was never indexed: nothing of Parallax is asked."""
    gold, answers, output = tmp_path / "gold.jsonl", tmp_path / "mine.jsonl", tmp_path / "out" / "results.json"
    gold.write_text(json.dumps(LINE))
    quote = "Eleven people were hurt, the coast guard said."
    answer = {"id": "one", "text": "Eleven [1].", "citations": [{"number": 1, "file": "courier.txt", "quote": quote}]}
    answers.write_text(json.dumps(answer))
    flags = ("--gold", str(gold), "--corpus", str(quarrel_folder), "--index", str(tmp_path / "none"))
    code, out, err = run("eval", "--answers", str(answers), *flags, "--output", str(output))
    assert code == 0, err
    assert "mine.jsonl" in out
    (system,) = json.loads(output.read_text("utf-8"))["systems"]
    assert {each["measure"]: each["value"] for each in system["measures"]}["viewpoint coverage"] == 1.0
    assert not (tmp_path / "none").exists()
    code, _, err = run("eval", "--answers", str(tmp_path / "nobody.jsonl"), *flags, "--output", str(output))
    assert code == 1
    assert "nobody.jsonl cannot be read" in err


def test_a_benchmark_ends_with_its_figure(run: Run, tmp_path: Path) -> None:
    """A stable last line on standard output, the rest as JSON where it is asked for."""
    output = tmp_path / "figures.json"
    code, out, err = run("eval", "--benchmark", "polnear", str(HERE / "polnear"), "--output", str(output))
    assert code == 0, err
    assert out.splitlines()[-1].startswith("F1 exact, mean of the three: ")
    assert json.loads(output.read_text("utf-8"))["outcomes"][0]["benchmark"] == "polnear"


@pytest.mark.parametrize("name", ["attribution", "ramdocs", "evirag", "polnear", "pairs"])
def test_a_benchmark_without_its_file_is_one_line(run: Run, tmp_path: Path, name: str) -> None:
    """Where the data comes from, whether no file is named or it is not there."""
    for arguments in ((), (str(tmp_path / "none.jsonl"),)):
        code, out, err = run("eval", "--benchmark", name, *arguments)
        assert (code, out) == (1, "")
        assert len(err.splitlines()) == 1
        assert ".com/" in err or "fever.ai" in err


def test_an_unknown_system_is_named_before_any_work(run: Run) -> None:
    """One line that lists those there are."""
    code, out, err = run("eval", "--system", "oracle")
    assert (code, out) == (1, "")
    assert "no system is called 'oracle'" in err
