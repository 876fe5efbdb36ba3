"""What all benchmarks share: rows in every form, intervals, the table and the JSON."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
from pydantic import BaseModel

from eval.benchmarks.benchmark import BenchmarkError
from eval.benchmarks.details import Detail
from eval.benchmarks.drawn import accuracy_of_cells, f1_of_spans, interval_of, macro_f1_of_cells, quotient
from eval.benchmarks.json_lines import read_rows
from eval.benchmarks.outcome import (
    Figure,
    Outcome,
    OutcomeError,
    mean_of,
    share_of,
    told_outcomes,
    write_outcomes,
)


class Row(BaseModel):
    name: str


@pytest.mark.parametrize(
    "text",
    [
        '{"name": "a"}\n{"name": "b"}\n',
        '[{"name": "a"}, {"name": "b"}]',
        '[\n {"name": "a"},\n {"name": "b"}\n]\n',
        '{\n "version": 1,\n "data": [{"name": "a"}, {"name": "b"}]\n}',
        '\ufeff{"name": "a"}\r\n\r\n{"name": "b"}',
    ],
)
def test_rows_are_read_from_lines_and_from_json(tmp_path: Path, text: str) -> None:
    """JSON lines, a list, a list inside an object; compressed or not."""
    plain, packed = tmp_path / "a.json", tmp_path / "a.json.gz"
    plain.write_text(text, encoding="utf-8")
    packed.write_bytes(gzip.compress(text.encode()))
    for path in (plain, packed):
        read = read_rows(path, Row, "from nowhere")
        assert [row.name for row in read.rows] == ["a", "b"]
        assert read.unread == ()


def test_one_object_over_several_lines_is_one_row(tmp_path: Path) -> None:
    """A file with a single question may be written as people write JSON."""
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"name": "a", "more": [1, 2]}, indent=2))
    assert [row.name for row in read_rows(path, Row, "from nowhere").rows] == ["a"]


def test_a_row_of_another_form_is_told_by_number(tmp_path: Path) -> None:
    """The rest of a list is read; a list without any row of the form is refused with the origin."""
    path = tmp_path / "a.json"
    path.write_text('[{"name": "a"}, {"nam": "b"}, 7]')
    read = read_rows(path, Row, "from nowhere")
    assert len(read.rows) == 1
    assert read.unread[0].startswith("row 2 is left out: name: ")
    assert read.unread[1].startswith("row 3 is left out: ")
    path.write_text("[7]")
    with pytest.raises(BenchmarkError, match=r"row 1 is left out.*from nowhere"):
        read_rows(path, Row, "from nowhere")


def test_scores_by_hand() -> None:
    """Shares, F1 of spans, macro-F1 and accuracy of a confusion matrix, worked by hand."""
    assert quotient(np.array([3.0, 4.0])) == 0.75
    assert np.isnan(quotient(np.array([0.0, 0.0])))
    # 2 of 4 found are right, 2 of 3 there are met: precision 1/2, recall 2/3, F1 4/7
    assert f1_of_spans(np.array([2.0, 4.0, 2.0, 3.0])) == pytest.approx(4 / 7)
    assert f1_of_spans(np.zeros(4)) == 0.0
    # true a: 3 said a, 1 said b; true b: 2 said a, 4 said b. F1 a 6/9, F1 b 8/11
    cells = np.array([3.0, 1.0, 2.0, 4.0])
    assert accuracy_of_cells(cells) == pytest.approx(0.7)
    assert macro_f1_of_cells(cells) == pytest.approx((6 / 9 + 8 / 11) / 2)
    # a class that is nowhere is left out: F1 a 1, F1 b 1, c unseen
    assert macro_f1_of_cells(np.array([2.0, 0, 0, 0, 1.0, 0, 0, 0, 0])) == 1.0


def test_an_interval_holds_its_value_and_is_the_same_each_time() -> None:
    """One seed, one interval; rows that are all alike leave nothing open."""
    rows = [(1.0, 1.0)] * 30 + [(0.0, 1.0)] * 10
    low, high = interval_of(rows, quotient)
    assert 0.5 < low < 0.75 < high < 0.95
    assert interval_of(rows, quotient) == (low, high)
    assert interval_of([(1.0, 1.0)] * 5, quotient) == (1.0, 1.0)


def test_what_cannot_be_scored_is_none() -> None:
    """No row, or none with anything to count, gives no figure; shares that are unknown are left out of a mean."""
    assert mean_of("m", [None, None]) == Figure("m", None)
    assert share_of("s", [(0, 0)]) == Figure("s", None)
    assert mean_of("m", [1.0, None, 0.0]).value == 0.5
    assert mean_of("m", [1.0, None, 0.0]).number == 2
    assert share_of("s", [(1, 1), (0, 3)]).value == 0.25
    assert share_of("s", [(1, 1), (0, 3)]).number == 4


def outcome(system: str, value: float | None) -> Outcome:
    figures = (Figure("coverage", value, 0.25, 0.75, 4), Figure("other", None))
    return Outcome("invented", system, figures, "coverage", ("a note",), (Detail("q", True, ("a",), (), ("c",)),))


def test_the_last_line_is_the_first_systems_headline() -> None:
    """A table a system; what nothing is known of is a dash."""
    lines = list(told_outcomes([outcome("one", 0.5), outcome("two", 0.9)]))
    assert lines[-1] == "coverage: 0.500"
    assert "coverage  0.500   0.250–0.750    4" in lines
    assert "coverage  0.900   0.250–0.750    4" in lines
    assert any(line.startswith("other     –") for line in lines)
    assert list(told_outcomes([outcome("one", None)]))[-1] == "coverage: –"


def test_the_json_holds_every_figure_and_question(tmp_path: Path) -> None:
    """What is printed can be read by a program; a place that cannot be written to is named."""
    path = tmp_path / "new" / "out.json"
    write_outcomes([outcome("one", 0.5)], path)
    found = json.loads(path.read_text("utf-8"))
    assert found["outcomes"][0]["figures"][0]["value"] == 0.5
    assert found["outcomes"][0]["details"][0]["found"] == ["a"]
    with pytest.raises(OutcomeError, match="--output"):
        write_outcomes([outcome("one", 0.5)], tmp_path)
