"""A run over a few questions, its table, its weak lines and its results.json."""

import json
import re
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from corpus.source import Source
from eval.gold import Evidence, GoldDisagreement, GoldQuestion, Viewpoint
from eval.report import print_report
from eval.results import EvalReport
from eval.results_file import to_dict, write_results
from eval.run import corpus_digest, evaluate
from rag.answer import Answer, Citation, Disagreement, Side

TEXT = "Seven boats sank on Monday. Nine boats sank, the harbour master said later."
SOURCE = Source("a.txt", TEXT, (), "5e5e")
SEVEN = Evidence("a.txt", TEXT[:26], 0, 26)
NINE = Evidence("a.txt", TEXT[28:43], 28, 43)
QUESTIONS = (
    GoldQuestion(
        "boats",
        "How many boats sank?",
        "number",
        True,
        (("seven",), ("nine",)),
        (Viewpoint("Seven sank.", ("a.txt",), (SEVEN,)), Viewpoint("Nine sank.", ("harbour master",), (NINE,))),
        (GoldDisagreement((SEVEN,), (NINE,), "quantity", "conflict"),),
        "contested",
    ),
    GoldQuestion("crews", "Who paid the crews?", "unanswerable", False, (), (), ()),
)


def citation(number: int, evidence: Evidence, holder: str | None = None) -> Citation:
    """A verbatim citation of a piece of evidence."""
    return Citation(number, evidence.file, evidence.start, evidence.end, 1, evidence.quote, holder=holder)


class Perfect:
    """Answers both questions as the gold says."""

    name = "perfect"

    def answer(self, question: str, history: Sequence[str]) -> Answer:
        if "crews" in question:
            return Answer(question, False, "The sources do not say.", declined_because="nobody says who paid")
        told = Disagreement("quantity", "conflict", "", (Side("7", (), (1,)), Side("9", (), (2,))))
        cited = (citation(1, SEVEN), citation(2, NINE, "the harbour master"))
        return Answer(question, True, "Seven [1], or nine [2].", citations=cited, disagreements=(told,))


class Hasty:
    """Answers everything with one figure."""

    name = "hasty"

    def answer(self, question: str, history: Sequence[str]) -> Answer:
        return Answer(question, True, "Seven [1].", citations=(citation(1, SEVEN),))


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


def test_a_line_for_each_weak_answer(report: EvalReport) -> None:
    """Of the first system; a system without a fault has no line, a hasty one has two, each on one line."""
    assert "perfect: 0 of 2 answers are weak" in printed(report)
    lines = printed(evaluate([Hasty()], QUESTIONS, [SOURCE])).splitlines()
    assert (
        "boats [number] How many boats sank? | coverage 0.500, precision 1.000 | "
        "misses 1 of 2 viewpoints: Nine sank.; does not say nine; misses 1 of 1 disagreements: quantity conflict"
    ) in lines
    assert any(line.startswith("crews [unanswerable]") and "answered, though" in line for line in lines)


def test_results_json(report: EvalReport, tmp_path: Path) -> None:
    """Everything is in results.json: versions, corpus, measures, and each question with its answer."""
    path = tmp_path / "new" / "results.json"
    write_results(report, path)
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["schema_version"] == 1
    assert data["corpus_sha256"] == corpus_digest([SOURCE])
    assert "numpy" in data["versions"]
    perfect, hasty = data["systems"]
    assert {score["measure"]: score["value"] for score in perfect["measures"]}["faithfulness"] is None
    assert hasty["results"][0]["measures"]["viewpoint coverage"] == {"hits": 1, "total": 2, "share": 0.5}
    assert perfect["results"][0]["answer"]["citations"][1]["quote"] == NINE.quote
    assert perfect["relations"] == [{"right": "conflict", "given": "conflict", "times": 1}]
    assert to_dict(report)["questions"] == 2


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
