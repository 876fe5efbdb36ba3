"""A run over a few questions, its table, its weak lines and its results.json."""

import json
import re
from io import StringIO
from pathlib import Path

import pytest
from boats import NINE, QUESTIONS, SOURCE, Hasty, Perfect, outcome
from rich.console import Console

from corpus.source import Source
from eval.printed import UNBOUNDED, console
from eval.report import print_report
from eval.results import EvalReport
from eval.results_document import ResultsError, read_document
from eval.results_file import document_of, write_results
from eval.run import corpus_digest, evaluate


@pytest.fixture
def report() -> EvalReport:
    """A run of both systems over both questions."""
    return evaluate([Perfect(), Hasty()], QUESTIONS, [SOURCE])


def printed(report: EvalReport) -> str:
    """The report as it is printed."""
    console = Console(file=StringIO(), width=120)
    print_report(report, console)
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_values(report: EvalReport) -> None:
    """What the measures make of a perfect and of a hasty system."""
    perfect, hasty = report.systems
    values = {score.measure: score.value for score in perfect.scores}
    assert values.pop("holder named") == 0.5
    assert {values.pop(name) for name in ("over-decline", "single-view concentration")} == {0.0}
    unscored = ("no false disagreement", "faithfulness", "attribution accuracy", "source balance")
    assert {values.pop(name) for name in unscored} == {None}
    assert set(values.values()) == {1.0}
    assert hasty.score("viewpoint coverage").value == 0.5
    assert hasty.score("declined when it must").value == 0.0
    assert hasty.score("disagreement precision").value is None
    assert (hasty.score("quotes exact").number, hasty.score("viewpoint coverage").number) == (2, 1)


def test_the_table_shows_systems_side_by_side(report: EvalReport) -> None:
    """Measure, value to three decimals, interval and number for each; a dash where nothing was scored."""
    rows = re.findall(r"^ ([a-z ]+?)  +([\d–].*)$", printed(report), re.MULTILINE)
    table = {name: cells.split() for name, cells in rows}
    assert table["viewpoint coverage"] == ["1.000", "1.000–1.000", "1", "0.500", "0.500–0.500", "1"]
    assert table["faithfulness"][0] == "–"


@pytest.mark.parametrize("width", [80, 60])
def test_no_table_is_cut(report: EvalReport, width: int) -> None:
    """On a narrow terminal a heading is folded and intervals are left out; every value and name is there whole."""
    out = StringIO()
    print_report(report, Console(file=out, width=width))
    assert "…" not in out.getvalue().split(" answers are weak")[0]
    lines = out.getvalue().splitlines()
    assert any(line.split() == "viewpoint coverage 1.000 0.500".split() for line in lines) == (width == 60)
    assert sum(line.split() == "number 1 1.000 1.000 1.000 1.000 1.000 – 1.000".split() for line in lines) == 1


def test_what_is_no_terminal_takes_tables_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe has no width of its own, unless COLUMNS gives it one."""
    monkeypatch.delenv("COLUMNS", raising=False)
    assert console().width == UNBOUNDED
    monkeypatch.setenv("COLUMNS", "70")
    assert console().width == 70


def test_a_line_for_each_weak_answer(report: EvalReport) -> None:
    """Of the first system; a system without a fault has no line, a hasty one has two, each on one line."""
    assert "perfect: 0 of 2 answers are weak" in printed(report)
    lines = printed(evaluate([Hasty()], QUESTIONS, [SOURCE])).splitlines()
    assert (
        "boats [number] How many boats sank? | coverage 0.500, precision 1.000 | "
        "misses 1 of 2 viewpoints: Nine sank.; does not say nine; misses 1 of 1 disagreements: quantity conflict"
    ) in lines
    assert any(line.startswith("crews [unanswerable]") and "answered, though" in line for line in lines)


def test_results_json(tmp_path: Path) -> None:
    """Everything is in results.json: versions, corpus, seeds, the judge, measures, each question with its answer."""
    path = tmp_path / "new" / "results.json"
    write_results(outcome(Perfect(), Hasty()), path)
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["schema_version"] == 2
    assert (data["corpus_sha256"], data["gold_sha256"], data["index_sha256"]) == ("c0de", "901d", "1de4")
    assert data["versions"] == {"numpy": "2"}
    assert data["seeds"]["bootstrap_draws"] == 2000
    assert data["judge"]["name"] == "exact match"
    (compared,) = data["comparisons"]
    assert (compared["before"], compared["after"], compared["earlier"], compared["questions"]) == (
        "hasty", "perfect", False, 2,
    )  # fmt: skip
    assert compared["differences"][1] == {"measure": "viewpoint coverage", "before": 0.5, "after": 1.0, "p": 1.0}
    assert compared["moved"] == ["boats", "crews"]
    assert [control["name"] for control in data["controls"]] == [
        "shuffled citations", "random sentences", "quote everything",
    ]  # fmt: skip
    perfect, hasty = data["systems"]
    assert {score["measure"]: score["value"] for score in perfect["measures"]}["faithfulness"] is None
    assert hasty["results"][0]["measures"]["viewpoint coverage"] == {"hits": 1, "total": 2, "share": 0.5}
    assert perfect["results"][0]["answer"]["citations"][1]["quote"] == NINE.quote
    assert perfect["relations"] == [{"right": "conflict", "given": "conflict", "times": 1}]


def test_results_json_is_read_back_as_it_was(tmp_path: Path) -> None:
    """What was written and what is read are equal, whole answers included."""
    done = outcome(Perfect(), Hasty())
    write_results(done, tmp_path / "results.json")
    assert read_document(tmp_path / "results.json") == document_of(done)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{}", "created: Field required"),
        ('{"schema_version": 1}', "schema_version: Input should be 2"),
        ("no JSON", "the file: Invalid JSON"),
        (None, "cannot be read"),
    ],
)
def test_other_files_are_no_results(text: str | None, told: str, tmp_path: Path) -> None:
    """A file of an earlier version, of something else, or none: one line with the name and the remedy."""
    path = tmp_path / "old.json"
    if text is not None:
        path.write_text(text)
    with pytest.raises(ResultsError, match=told) as error:
        read_document(path)
    assert str(path) in str(error.value)
    assert "\n" not in str(error.value)


def test_the_corpus_digest_sees_every_change() -> None:
    """Another name or other bytes give another digest; the order of files does not."""
    other = Source("b.txt", "", (), "00")
    assert corpus_digest([SOURCE, other]) == corpus_digest([other, SOURCE])
    assert len({corpus_digest([SOURCE]), corpus_digest([other]), corpus_digest([Source("b.txt", "", (), "01")])}) == 3


def test_progress_is_told() -> None:
    """Name, done and total after each question."""
    told: list[tuple[str, int, int]] = []
    evaluate([Hasty()], QUESTIONS, [SOURCE], lambda *news: told.append(news))
    assert told == [("hasty", 1, 2), ("hasty", 2, 2)]
