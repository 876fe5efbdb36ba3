"""The files of a run: rows with ragas' keys, junit.xml, eval.md."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element, parse

import pytest
from boats import SEVEN, TEXT, Hasty, Perfect, outcome

from eval.junit import write_junit
from eval.markdown_report import markdown_lines, plain
from eval.options import Judged
from eval.outcome import Outcome
from eval.output import OutputError, check_writable, write_outcome
from eval.results_file import write_results
from eval.rows import rows_of, write_rows

HOSTILE = "</td> | @everyone see #1 at http://evil.example <img src=x> `code` \x00\x1b[31m **now**"


class Wrong(Hasty):
    """Quotes what does not stand there, in hostile words."""

    name = "wrong"

    def answer(self, question: str, history: object) -> object:  # type: ignore[override]
        said = super().answer(question, ())
        return replace(said, text=HOSTILE, citations=(replace(said.citations[0], quote=HOSTILE),))


@pytest.fixture(scope="module")
def done() -> Outcome:
    """Three systems, two floors, one of them missed."""
    judged = Judged(fail_under=("viewpoint coverage=0.9", "source balance=0.1"))
    return outcome(Perfect(), Hasty(), Wrong(), judged=judged)


def test_rows_have_the_keys_of_ragas(done: Outcome, tmp_path: Path) -> None:
    """A row a question and system, and no quote without its place."""
    write_rows(done.report, tmp_path / "eval.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "eval.jsonl").read_text("utf-8").splitlines()]
    assert [(row["id"], row["system"]) for row in rows[:3]] == [
        ("boats", "perfect"), ("crews", "perfect"), ("boats", "hasty"),
    ]  # fmt: skip
    first = rows[0]
    assert first["user_input"] == "How many boats sank?"
    assert first["response"] == "Seven [1], or nine [2]."
    assert first["retrieved_contexts"] == [TEXT[:26], TEXT[28:43]]
    assert first["retrieved_context_ids"] == ["a.txt:0-26", "a.txt:28-43"]
    assert first["reference"] == "Seven sank. Nine sank."
    assert first["reference_contexts"] == [TEXT[:26], TEXT[28:43]]
    assert first["scores"]["viewpoint coverage"] == 1.0
    assert "faithfulness" not in first["scores"]
    assert rows[1]["reference"] == "The sources do not say."


def test_a_row_says_which_citations_are_verbatim_and_which_are_evidence(done: Outcome) -> None:
    """One of the gold is both; hostile words that stand nowhere are not verified, though they claim its place."""
    by_system = {row.system: row for row in rows_of(done.report) if row.id == "boats"}
    right, wrong = by_system["hasty"].citations[0], by_system["wrong"].citations[0]
    assert (right.quote, right.verified, right.evidence) == (SEVEN.quote, True, True)
    assert (wrong.quote, wrong.verified) == (HOSTILE, False)


def suites(done: Outcome, path: Path) -> dict[str, Element]:
    """The suites of junit.xml by name."""
    write_junit(done, path)
    return {suite.attrib["name"]: suite for suite in parse(path).getroot()}


def test_junit_has_a_case_a_question_and_a_floor(done: Outcome, tmp_path: Path) -> None:
    """What is weak is told and does not fail; a quote that is not verbatim and a missed floor fail."""
    found = suites(done, tmp_path / "junit.xml")
    assert list(found) == ["perfect", "hasty", "wrong", "floors"]
    counted = {name: (suite.attrib["tests"], suite.attrib["failures"]) for name, suite in found.items()}
    assert counted == {"perfect": ("2", "0"), "hasty": ("2", "0"), "wrong": ("2", "2"), "floors": ("2", "1")}
    assert "misses 1 of 2 viewpoints" in (found["hasty"][0].findtext("system-out") or "")
    (failure,) = found["floors"].iter("failure")
    assert failure.attrib["message"] == "source balance is –, to be at least 0.100"


def test_junit_of_hostile_words_is_xml(tmp_path: Path) -> None:
    """Characters that XML has no way to write are replaced: the file parses."""
    done = outcome(Wrong())
    case = done.report.systems[0].results[0]
    question = replace(case.case.question, question=HOSTILE)
    named = replace(case, case=replace(case.case, question=question))
    system = replace(done.report.systems[0], results=(named,))
    found = suites(replace(done, report=replace(done.report, systems=(system,))), tmp_path / "junit.xml")
    assert "\N{REPLACEMENT CHARACTER}" in found["wrong"][0].attrib["name"]


def test_markdown_tells_the_run(done: Outcome) -> None:
    """The table, the floors, the judge with how good it is, the controls, and the digests."""
    text = "\n".join(markdown_lines(done))
    assert "| measure | perfect | 95 % | n | hasty | 95 % | n | wrong | 95 % | n |" in text
    assert "| viewpoint coverage | 1.000 | 1.000–1.000 | 1 | 0.500 | 0.500–0.500 | 1 |" in text
    assert "- Floor MISSED: source balance is –, to be at least 0.100." in text
    assert "- Floor reached: viewpoint coverage is 1.000, to be at least 0.900." in text
    assert "- Judge: exact match. Right by construction about quotes" in text
    assert "- Control, quote everything:" in text
    assert "corpus c0de, gold 901d, index 1de4" in text


def test_markdown_tells_what_moved(tmp_path: Path) -> None:
    """Beside an earlier run: each measure before and after, and the questions below."""
    write_results(outcome(Hasty()), tmp_path / "old.json")
    text = "\n".join(markdown_lines(outcome(Perfect(), judged=Judged(compare=tmp_path / "old.json"))))
    assert "### hasty → perfect, 2 questions of both" in text
    assert "| viewpoint coverage | 0.500 | 1.000 | +0.500 | 1.000 |" in text
    assert "<details><summary>Question by question (2)</summary>" in text


def test_what_articles_say_is_no_markup_in_a_pull_request() -> None:
    """No tag, no table cell, no mention, no reference to an issue, no link."""
    shown = plain(HOSTILE)
    assert not any(sign in shown for sign in ("@", "://", "\x00", "\x1b"))
    assert "\\<img" in shown
    assert " \\| " in shown
    assert "see &#35;1" in shown


def test_all_files_lie_beside_each_other(done: Outcome, tmp_path: Path) -> None:
    """Five of them, and nothing else."""
    paths = write_outcome(done, tmp_path / "results.json")
    assert sorted(path.name for path in paths) == sorted(path.name for path in tmp_path.iterdir())
    assert {path.name for path in paths} == {"results.json", "eval.jsonl", "report.html", "junit.xml", "eval.md"}


def test_where_nothing_can_be_written_is_said_before(tmp_path: Path) -> None:
    """A folder in place of the file, or a file in place of a folder; a good place is left as it was."""
    (tmp_path / "taken").touch()
    for bad in (tmp_path, tmp_path / "taken" / "results.json"):
        with pytest.raises(OutputError, match="cannot be written to"):
            check_writable(bad)
    check_writable(tmp_path / "new" / "results.json")
    assert not list((tmp_path / "new").iterdir())
