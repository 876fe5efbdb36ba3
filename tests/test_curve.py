"""Coverage against precision over the cut, worked by hand; what the judge is worth; how rankings are told."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
from eval_cases import FOUR

from eval import selection_ranking
from eval.candidates import Candidates
from eval.curve import curve, curves_of
from eval.spans import Span


def found(*starts: int, scores: tuple[float, ...]) -> Candidates:
    """Candidates of forty characters for a question with viewpoints at 0, 100, 200 and 300."""
    spans = tuple(Span("a.txt", start, start + 40) for start in starts)
    return Candidates(FOUR, spans, np.array(scores), -np.array(scores))


def test_points_by_hand() -> None:
    """Right, wrong, right: one sentence covers 1 of 4 at precision 1, two 1 of 4 at 1/2, three 2 of 4 at 2/3."""
    each = found(0, 700, 100, scores=(0.9, 0.8, 0.5))
    points = {round(p.sentences): (p.coverage, p.precision) for p in curve("s", [each], [each.found]).points}
    assert points == {1: (0.25, 1.0), 2: (0.25, 0.5), 3: (0.5, pytest.approx(2 / 3))}


def test_means_over_questions() -> None:
    """A question with one right sentence and one with one wrong: half of everything; one without any is left out."""
    one, other = found(0, scores=(0.9,)), found(700, scores=(0.1,))
    nothing = found(scores=())
    drawn = curve("s", [one, other, nothing], [each.found for each in (one, other, nothing)])
    assert [(p.gap, p.coverage, p.precision, p.sentences) for p in drawn.points] == [(0.0, 0.125, 0.5, 1.0)]


def test_each_way_of_scoring_has_its_curve() -> None:
    """The search, the model, and both; the model here prefers what the search does not."""
    search, model, both = curves_of([found(0, 700, scores=(0.9, 0.8))])
    assert (search.points[0].precision, model.points[0].precision, both.points[0].precision) == (1.0, 0.0, 1.0)
    assert (search.scores, model.scores, both.scores) == ("cosine and keywords", "selection model", "the two together")


def test_no_question_no_curve() -> None:
    """Nothing to draw."""
    assert curve("s", [], []).points == ()


def test_rankings_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """MAP and MRR of each judge over a file of lists; here the answer shares its words with the question."""
    rows = [
        {"group": group, "question": "When did the ferry sink?", "sentence": text, "previous": None, "title": None,
         "label": label, "source": "made"}
        for group in ("one", "two")
        for text, label in (("The ferry sank on Monday morning.", 1), ("Bread costs more this year.", 0))
    ]  # fmt: skip
    path = tmp_path / "lists.jsonl.gz"
    path.write_bytes(gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode()))
    selection_ranking.main([str(path)])
    printed = capsys.readouterr().out
    assert "2 lists, 2 of them with an answer" in printed
    for judge in ("cosine", "BM25", "selection model", "cosine + 0.5 model"):
        assert f"{judge:20} MAP 1.0000  MRR 1.0000" in printed


def test_a_missing_file_of_lists_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, with what to give."""
    with pytest.raises(SystemExit):
        selection_ranking.main([str(tmp_path / "none.gz")])
    assert "is no file; give the held-out lists" in capsys.readouterr().err
