"""What `parallax eval` does with files and names."""

import json
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from corpus.errors import ParallaxError
from eval import systems
from eval.asking import Reply
from eval.command import run
from eval.gates import BelowFloorError
from eval.journal import Journal
from eval.material import read_material
from eval.options import Asked, Judged, Written
from eval.systems import Opener, UnknownSystemError
from rag.answer import Answer
from ui.cli import main

GOLD = {
    "id": "one",
    "question": "How many boats sank?",
    "kind": "number",
    "answerable": True,
    "answers": [["seven"]],
    "viewpoints": [
        {"summary": "s", "holders": ["a.txt"], "evidence": [{"file": "a.txt", "quote": "Seven boats sank"}]}
    ],
    "disagreements": [],
    "controversy": "agreed",
}


class Silent:
    """Declines everything."""

    name = "silent"

    def answer(self, question: str, history: Sequence[str]) -> Answer:
        return Answer(question, False, "The sources do not say.")


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """A corpus of one article, and a gold file of one question."""
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text("Seven boats sank on Monday, fishermen told the paper in the evening.\n")
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD))
    return {"gold": tmp_path / "gold.jsonl", "corpus": articles}


def test_it_reads_asks_prints_and_writes(
    files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a gold file and a folder to a table and results.json, in one call."""
    monkeypatch.setattr(systems, "OPENERS", {"silent": Opener(lambda _: Silent())})
    printed, output = StringIO(), tmp_path / "new" / "results.json"
    report = run(
        Asked(systems=("silent",), **files), Judged(), Written(output), Console(file=printed, width=100)
    ).report
    assert report.systems[0].score("answered when it can").value == 0.0
    assert "answered when it can" in printed.getvalue()
    assert "one [number] How many boats sank?" in printed.getvalue()
    assert json.loads(output.read_text())["systems"][0]["name"] == "silent"


def test_an_unknown_system_is_named(files: dict[str, Path], tmp_path: Path) -> None:
    """The message holds the name and those that exist, before any work is done."""
    asked, output = Asked(systems=("parallax", "oracle"), **files), tmp_path / "results.json"
    with pytest.raises(UnknownSystemError, match=r"no system is called 'oracle'; there are parallax, .*llamaindex"):
        run(asked, Judged(), Written(output), Console(file=StringIO()))
    assert not output.exists()


def test_floors_are_held_to_after_all_is_written(
    files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run below its floor says which, and its results are there to see why."""
    monkeypatch.setattr(systems, "OPENERS", {"silent": Opener(lambda _: Silent())})
    judged = Judged(fail_under=("answered when it can=0.5", "quotes exact=0"))
    printed = StringIO()
    with pytest.raises(BelowFloorError, match=r"answered when it can is 0\.000, .*; quotes exact is –"):
        run(Asked(systems=("silent",), **files), judged, Written(tmp_path / "results.json"), Console(file=printed))
    assert "Floor MISSED: answered when it can" in printed.getvalue()
    assert sorted(path.name for path in tmp_path.glob("*.*")) == [
        "eval.jsonl", "eval.md", "gold.jsonl", "junit.xml", "report.html", "results.json",
    ]  # fmt: skip


def test_a_missed_floor_is_exit_code_1(
    files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the command line: 1 and the reason in one line; 0 where every floor is reached."""
    monkeypatch.setattr(systems, "OPENERS", {"silent": Opener(lambda _: Silent())})
    given = ["parallax", "eval", "--system", "silent", "--gold", str(files["gold"]), "--corpus", str(files["corpus"])]
    given += ["--output", str(tmp_path / "out" / "results.json")]
    for floors, code in ((["over-decline=1"], 0), (["over-decline=1", "answered when it can=0.5"], 1)):
        monkeypatch.setattr("sys.argv", [*given, *(part for floor in floors for part in ("--fail-under", floor))])
        with pytest.raises(SystemExit) as end:
            main()
        assert end.value.code == code
    assert capsys.readouterr().err.strip() == (
        "parallax: below the floor: answered when it can is 0.000, to be at least 0.500"
    )


def test_a_run_goes_on_where_it_was_killed(
    files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journal of the same gold, corpus and code is used, and said to be; a changed gold starts anew."""
    monkeypatch.setattr(systems, "OPENERS", {"silent": Opener(lambda _: Silent())})
    asked, written = Asked(systems=("silent",), **files), Written(tmp_path / "results.json")
    assert written.journal
    answer = Answer("q", True, "Seven, it is told.")
    Journal(written.journal, read_material(asked).mark).keep("silent", Reply("one", answer, 1.0))
    printed = StringIO()
    report = run(asked, Judged(), written, Console(file=printed)).report
    assert "1 answers are known from a run that was not finished" in printed.getvalue()
    assert report.systems[0].score("answer recall").value == 1.0
    assert not written.journal.exists()
    Journal(written.journal, read_material(asked).mark).keep("silent", Reply("one", answer, 1.0))
    files["gold"].write_text(json.dumps(GOLD | {"question": "How many boats were lost?"}))
    assert run(asked, Judged(), written, Console(file=printed)).report.systems[0].score("answer recall").value == 0.0


@pytest.mark.parametrize(
    ("judged", "told"),
    [
        (Judged(fail_under=("beauty=1",)), "no measure is called 'beauty'"),
        (Judged(compare=Path("none.json")), "none.json cannot be read"),
        (Judged(judge="nobody/at-all"), "nobody/at-all"),
    ],
)
def test_what_is_wrong_is_said_before_anything_is_asked(judged: Judged, told: str, files: dict[str, Path]) -> None:
    """A floor, an earlier run or a judge that there is not."""
    with pytest.raises(ParallaxError, match=told):
        run(Asked(systems=("parallax",), **files), judged, Written(None), Console(file=StringIO()))


def test_every_problem_of_a_gold_file_has_a_line(
    files: dict[str, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--check-gold` says how many there are, then each on a line of its own, and ends with exit code 1."""
    broken = GOLD | {"id": "two", "kind": "riddle", "controversy": "none\nat all"}
    files["gold"].write_text("\n".join([json.dumps(GOLD | {"answerable": 3}), json.dumps(broken)]))
    given = ["parallax", "eval", "--check-gold", str(files["gold"]), "--corpus", str(files["corpus"])]
    monkeypatch.setattr("sys.argv", given)
    with pytest.raises(SystemExit) as end:
        main()
    first, *problems = capsys.readouterr().err.splitlines()
    assert end.value.code == 1
    assert first == f"parallax: {files['gold']} has 3 problem(s):"
    assert [problem.split(":")[0] for problem in problems] == ["  line 1", "  line 2", "  line 2"]
