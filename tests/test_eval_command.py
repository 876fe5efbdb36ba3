"""What `parallax eval` does with files and names."""

import json
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from eval import systems
from eval.command import run
from eval.options import Asked, Written
from eval.systems import Opener, UnknownSystemError
from rag.answer import Answer

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
    report = run(Asked(systems=("silent",), **files), Written(output), Console(file=printed, width=100))
    assert report.systems[0].score("answered when it can").value == 0.0
    assert "answered when it can" in printed.getvalue()
    assert "one [number] How many boats sank?" in printed.getvalue()
    assert json.loads(output.read_text())["systems"][0]["name"] == "silent"


def test_an_unknown_system_is_named(files: dict[str, Path], tmp_path: Path) -> None:
    """The message holds the name and those that exist, before any work is done."""
    asked, output = Asked(systems=("parallax", "oracle"), **files), tmp_path / "results.json"
    with pytest.raises(UnknownSystemError, match=r"no system is called 'oracle'; there are parallax, .*llamaindex"):
        run(asked, Written(output), Console(file=StringIO()))
    assert not output.exists()
