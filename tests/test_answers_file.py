"""Answers of any pipeline from a file: what is read, what is checked, and how they are scored beside others."""

import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from rich.console import Console

from corpus.source import Source
from eval.answered_system import AnsweredSystem, told_remarks
from eval.answers_file import AnswersError, read_answers
from eval.command import run
from eval.gold import GoldQuestion
from eval.options import Asked, Judged, Written
from eval.systems import UnknownSystemError, named_systems
from rag.answer import Answer, Citation, Disagreement, Side, Statement

TEXT = "Seven boats sank on Monday.\nNine boats sank, Ann Lee said. Rain. Rain."
SOURCES = [Source("a.txt", TEXT, (), "", title="Boats", outlet="The Oar")]


def question(name: str, words: str = "How many?", history: tuple[str, ...] = ()) -> GoldQuestion:
    return GoldQuestion(name, words, "number", True, (), (), (), "agreed", history)


def line(**changes: Any) -> dict[str, Any]:
    """An answer in the contract's form, with some fields changed."""
    return {
        "id": "one",
        "question": "How many?",
        "answered": True,
        "text": "Seven [1], or nine [2].",
        "sentences": [{"text": "Seven.", "citations": [1]}, {"text": "Nine.", "citations": [2]}],
        "citations": [
            {"number": 1, "file": "a.txt", "start": 0, "end": 27, "quote": "Seven boats sank on Monday."},
            {"number": 2, "file": "a.txt", "quote": "Nine boats sank", "holder": "Ann Lee"},
        ],
        "disagreements": [
            {
                "about": "quantity",
                "relation": "conflict",
                "summary": "",
                "sides": [
                    {"position": "seven", "holders": ["The Oar"], "citations": [1]},
                    {"position": "nine", "holders": ["Ann Lee"], "citations": [2]},
                ],
            }
        ],
        "anything_else": 7,
    } | changes


def written(tmp_path: Path, *lines: object) -> Path:
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(each if isinstance(each, str) else json.dumps(each) for each in lines), encoding="utf-8")
    return path


def refusal(tmp_path: Path, *lines: object, questions: tuple[GoldQuestion, ...] = (question("one"),)) -> str:
    with pytest.raises(AnswersError) as refused:
        read_answers(written(tmp_path, *lines), questions, SOURCES)
    return str(refused.value)


def test_an_answer_is_what_the_line_says(tmp_path: Path) -> None:
    """Places that are left out are found, and what is known of the article is filled in; new fields are passed over."""
    answer = read_answers(written(tmp_path, line()), [question("one")], SOURCES)["one"]
    first = Citation(1, "a.txt", 0, 27, 1, "Seven boats sank on Monday.", "Boats", "The Oar")
    second = Citation(2, "a.txt", 28, 43, 2, "Nine boats sank", "Boats", "The Oar", holder="Ann Lee")
    assert answer.citations == (first, second)
    assert answer.sentences == (Statement("Seven.", (1,)), Statement("Nine.", (2,)))
    sides = (Side("seven", ("The Oar",), (1,)), Side("nine", ("Ann Lee",), (2,)))
    assert answer.disagreements == (Disagreement("quantity", "conflict", "", sides),)
    assert TEXT[28:43] == "Nine boats sank"


def test_what_parallax_prints_is_read(tmp_path: Path) -> None:
    """An answer survives its own line of JSON."""
    answer = Answer(
        "How many?", True, "Seven [1].", (Statement("Seven.", (1,), True),),
        (Citation(1, "a.txt", 0, 27, 1, "Seven boats sank on Monday.", "Boats", "The Oar", None, "The Oar"),),
    )  # fmt: skip
    read = read_answers(written(tmp_path, answer.to_json("one")), [question("one")], SOURCES)["one"]
    assert read == answer


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"text": None}, "line 1: text must be a text in double quotes, not None"),
        ({"citations": [{"number": 1, "file": "b.txt", "quote": "x"}]}, "citation 1: no file 'b.txt' in the corpus"),
        ({"citations": [{"number": 1, "file": "a.txt", "quote": "Rain."}]}, "more than once; give start and end"),
        (
            {"citations": [{"number": 1, "file": "a.txt", "quote": "Seven ships sank on Monday"}]},
            "does not hold 'Seven ships sank on Monday'; nearest is a.txt, line 1",
        ),
        ({"citations": [{"number": 1, "file": "a.txt", "quote": ""}]}, "citation 1: a.txt does not hold ''"),
        ({"citations": [{"number": 1, "file": "a.txt", "start": 9, "end": 2, "quote": "x"}]}, "before it starts"),
        ({"citations": [{"number": 1, "file": "a.txt", "start": -3, "end": 2, "quote": "x"}]}, "citations 1, start"),
        ({"citations": []}, "no citation has the number 1, 2"),
        ({"citations": [line()["citations"][0], *line()["citations"]]}, "citations 1 are there twice"),
    ],
)
def test_what_cannot_be_scored_is_told(tmp_path: Path, changes: dict[str, Any], told: str) -> None:
    """Each problem with its line and, where it is known, its question."""
    message = refusal(tmp_path, line(**changes))
    assert told in message
    assert "line 1" in message


def test_missing_answers_are_named(tmp_path: Path) -> None:
    """All at once; a question that is answered twice is told, one of another gold file is passed over."""
    questions = (question("one"), question("two"), question("three"))
    message = refusal(tmp_path, line(), line(id="other"), questions=questions)
    assert "no answer for 2 of 3 questions: two, three" in message
    assert '"answered": false' in message
    assert "line 2 (one): the question is answered twice" in refusal(tmp_path, line(), line())
    assert "line 1: this is no JSON object" in refusal(tmp_path, "{broken")


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    """The path and the reason."""
    with pytest.raises(AnswersError, match=r"none\.jsonl cannot be read") as told:
        read_answers(tmp_path / "none.jsonl", [question("one")], SOURCES)
    assert "\n" not in str(told.value)


def test_a_quote_that_is_not_exact_is_kept_and_told(tmp_path: Path) -> None:
    """It is for the measure to count, and for its owner to know."""
    wrong = {"number": 1, "file": "a.txt", "start": 0, "end": 10, "quote": "Seven ships"}
    path = written(tmp_path, line(citations=[wrong], sentences=[], disagreements=[]))
    assert read_answers(path, [question("one")], SOURCES)["one"].citations[0].quote == "Seven ships"
    (told,) = told_remarks(path, [question("one")], SOURCES)
    assert told == "one: citation 1: a.txt has 'Seven boat' there, not the quote"


def test_a_system_answers_by_question_and_history(tmp_path: Path) -> None:
    """The same words after another question have their own answer; two ids of one question must not differ."""
    questions = [question("one"), question("two", history=("Earlier?",))]
    path = written(tmp_path, line(), line(id="two", text="Other."))
    system = AnsweredSystem.of(path, questions, SOURCES)
    assert system.name == "mine"
    assert system.answer("How many?", ()).text == "Seven [1], or nine [2]."
    assert system.answer("How many?", ["Earlier?"]).text == "Other."
    with pytest.raises(AnswersError, match="has no answer to 'Who'"):
        system.answer("Who", ())
    with pytest.raises(AnswersError, match="in two ways"):
        AnsweredSystem.of(path, [question("one"), question("two")], SOURCES)


@given(some.text(max_size=60))
def test_no_line_is_more_than_refused(text: str) -> None:
    """Whatever stands in a line, it is an answer or a problem with a place."""
    from eval.answers_file import _AnswersReader

    reader = _AnswersReader([question("one")], SOURCES)
    reader.read(1, text)
    assert len(reader.answers) + len(reader.problems) > 0
    assert all(problem.startswith("line 1") for problem in reader.problems)


GOLD = {
    "id": "one",
    "question": "How many?",
    "kind": "number",
    "answerable": True,
    "answers": [],
    "viewpoints": [
        {"summary": "s", "holders": ["a.txt"], "evidence": [{"file": "a.txt", "quote": "Seven boats sank on Monday."}]}
    ],
    "disagreements": [],
    "controversy": "agreed",
}


def test_one_run_sets_files_of_answers_side_by_side(tmp_path: Path) -> None:
    """Three files, each a column by its name; what is not exact and who is skipped is told above the table."""
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text(TEXT + "\n", encoding="utf-8")
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(GOLD))
    good, poor = tmp_path / "good.jsonl", tmp_path / "poor.jsonl"
    good.write_text(json.dumps(line()))
    wrong = {"number": 1, "file": "a.txt", "start": 28, "end": 43, "quote": "Nine ships sank"}
    poor.write_text(json.dumps(line(citations=[wrong], sentences=[], disagreements=[])))
    printed = StringIO()
    same = tmp_path / "same.jsonl"
    same.write_bytes(good.read_bytes())
    systems = named_systems(["prompt"], [good, poor, same])
    report = run(Asked(gold, articles, systems), Judged(), Written(), Console(file=printed, width=160)).report
    assert [system.name for system in report.systems] == ["good.jsonl", "poor.jsonl", "same.jsonl"]
    assert [system.score("viewpoint coverage").value for system in report.systems] == [1.0, 0.0, 1.0]
    assert [system.score("quotes exact").value for system in report.systems] == [1.0, 0.0, 1.0]
    assert re.search(r"viewpoint coverage +1\.000 +0\.000 +1\.000", printed.getvalue())
    assert "prompt is skipped: it needs a language model, and PARALLAX_LLM names none" in printed.getvalue()
    assert "one: citation 1: a.txt has 'Nine boats sank' there, not the quote" in printed.getvalue()


def test_a_run_of_skipped_systems_alone_is_refused(tmp_path: Path) -> None:
    """Nothing was measured, so nothing is reported."""
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.txt").write_text(TEXT + "\n", encoding="utf-8")
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(GOLD))
    with pytest.raises(UnknownSystemError, match="citation-engine is skipped"):
        run(Asked(gold, articles, ("citation-engine",)), Judged(), Written(), Console(file=StringIO()))


def test_without_names_parallax_is_asked() -> None:
    """Files of answers stand beside those that are named."""
    assert named_systems((), ()) == ("parallax",)
    assert named_systems(("parallax",), [Path("x.jsonl")]) == ("parallax", "answers:x.jsonl")
    assert named_systems((), [Path("x.jsonl")]) == ("answers:x.jsonl",)
