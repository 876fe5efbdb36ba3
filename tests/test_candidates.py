"""The whole way over a real index: candidates, curves, several processes, what is printed."""

import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from corpus.folder import read_folder
from eval.candidates import candidates_of
from eval.command import run
from eval.gold import GoldQuestion, read_gold
from eval.options import Asked, Judged, Written
from eval.results_document import read_document
from rag.evidence import SELECTION_WEIGHT
from rag.settings import load_settings

HURT = {
    "id": "hurt",
    "question": "How many people were hurt?",
    "kind": "number",
    "answerable": True,
    "answers": [["eleven", "11"], ["19"], ["40"]],
    "viewpoints": [
        {
            "summary": "The coast guard counted eleven, and later nineteen.",
            "holders": ["coast guard"],
            "evidence": [
                {"file": "courier.txt", "quote": "Eleven people were hurt, the coast guard said."},
                {"file": "harbour.txt", "quote": "hurt when the Ansa struck the pier has risen to 19"},
            ],
        },
        {
            "summary": "The union counts more than forty.",
            "holders": ["the union"],
            "evidence": [{"file": "union.md", "quote": "More than 40 people were hurt, according to the union."}],
        },
    ],
    "disagreements": [],
    "controversy": "contested",
}  # fmt: skip
TRIAL = {
    "id": "trial",
    "question": "What sentence did the judge pass?",
    "kind": "unanswerable",
    "answerable": False,
    "answers": [],
    "viewpoints": [],
    "disagreements": [],
}


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two questions about the small corpus."""
    path = tmp_path_factory.mktemp("gold") / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, (HURT, TRIAL))), encoding="utf-8")
    return path


def questions(gold: Path, folder: Path) -> tuple[GoldQuestion, ...]:
    return read_gold(gold, {source.file: source.text for source in read_folder(folder).sources})


def test_candidates_are_sentences_with_both_scores(gold: Path, quarrel_folder: Path, quarrel_index: Path) -> None:
    """Only of answerable questions; the evidence is among them, and every span has its scores."""
    told: list[int] = []
    settings = load_settings(corpus=quarrel_folder, index=quarrel_index)
    (found,) = candidates_of(questions(gold, quarrel_folder), settings, told.append)
    texts = {source.file: source.text for source in read_folder(quarrel_folder).sources}
    shown = [texts[span.file][span.start : span.end] for span in found.spans]
    assert "Eleven people were hurt, the coast guard said." in shown
    assert len(found.spans) == len(found.found) == len(found.selected) > 5
    assert found.blended[0] == pytest.approx(found.found[0] + SELECTION_WEIGHT * found.selected[0])
    assert told == [1]


def test_a_whole_run(gold: Path, quarrel_folder: Path, quarrel_index: Path, tmp_path: Path) -> None:
    """Two processes ask a real engine; the curves are drawn and printed; a second run has moved nothing."""
    asked = Asked(gold, quarrel_folder, ("parallax",), quarrel_index, jobs=2)
    printed, results = StringIO(), tmp_path / "results.json"
    run(asked, Judged(curve=True), Written(results), Console(file=printed, width=100))
    told = printed.getvalue()
    for expected in (
        "coverage against precision, the two together",
        "Judge: exact match.",
        "Control, random sentences:",
    ):
        assert expected in told
    document = read_document(results)
    assert document.curves[0].scores == "cosine and keywords"
    assert document.curves[0].points[-1].coverage == 1.0
    assert document.index_sha256 is not None
    assert {s.measure: s.value for s in document.systems[0].measures}["quotes exact"] == 1.0
    again = StringIO()
    (since,) = run(asked, Judged(compare=results), Written(None), Console(file=again, width=100)).since
    assert since.questions == ()
    assert "parallax → parallax, 2 questions of both" in again.getvalue()
