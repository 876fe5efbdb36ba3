"""Gold files: every quote in its place, every mistake named with its line and remedy."""

import json
from pathlib import Path
from typing import Any

import pytest

from corpus import read_folder
from eval.gold import GoldError, read_gold
from eval.spans import Span

ROOT = Path(__file__).parent.parent
TEXTS = {"a.txt": "Nine boats sank. Nobody knows “why”. Nine boats sank.", "b.txt": "Seven boats sank, says Ann Lee."}
GOLD_FILES = [(ROOT / "eval/gold/dev.jsonl", ROOT / "corpus/articles")] + [
    (gold, gold.parent / "articles") for gold in sorted((ROOT / "tests/corpora").glob("*/gold.jsonl"))
]


def line(**changes: Any) -> dict[str, Any]:
    """A line without a mistake, with some fields changed."""
    left = {"file": "a.txt", "quote": "Nobody knows “why”"}
    right = {"file": "b.txt", "quote": "Seven boats sank"}
    return {
        "id": "one",
        "question": "How many boats sank?",
        "kind": "number",
        "answerable": True,
        "answers": [["seven", "7"]],
        "viewpoints": [{"summary": "Seven.", "holders": ["Ann Lee"], "evidence": [right]}],
        "disagreements": [{"left": [left], "right": [right], "about": "quantity", "relation": "conflict"}],
        "controversy": "contested",
    } | changes


def read(tmp_path: Path, *lines: dict[str, Any]) -> Any:
    """Write the lines to a file and read it as gold."""
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(each, ensure_ascii=False) for each in lines), encoding="utf-8")
    return read_gold(path, TEXTS)


def refusal(tmp_path: Path, *lines: dict[str, Any]) -> str:
    """What reading the lines is refused with."""
    with pytest.raises(GoldError) as refused:
        read(tmp_path, *lines)
    return str(refused.value)


def test_quotes_are_found(tmp_path: Path) -> None:
    """Each quote is resolved to the place where its words stand."""
    (question,) = read(tmp_path, line())
    (evidence,) = question.viewpoints[0].evidence
    assert evidence.span == Span("b.txt", 0, 16)
    assert TEXTS["b.txt"][evidence.start : evidence.end] == evidence.quote
    assert question.disagreements[0].left[0].start == 17
    assert question.evidence_spans == (Span("b.txt", 0, 16),)
    assert (question.answers, question.history) == ((("seven", "7"),), ())


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    """A quote that is missing, one that stands twice, an unknown file: each with line, id and remedy."""
    quotes = [
        {"file": "a.txt", "quote": "Nine boats sank."},
        {"file": "a.txt", "quote": 'Nobody knows "why"'},
        {"file": "c.txt", "quote": "Nine"},
    ]
    wrong = line(id="two", viewpoints=[{"summary": "s", "holders": [], "evidence": quotes}])
    message = refusal(tmp_path, line(), wrong)
    assert "3 problem(s)" in message
    assert "line 2 (two): a.txt holds 'Nine boats sank.' more than once; lengthen it" in message
    assert "line 2 (two): a.txt does not hold 'Nobody knows \"why\"'; nearest is a.txt, line 1" in message
    assert "line 2 (two): no file 'c.txt' in the corpus; it has a.txt, b.txt" in message


def test_a_quote_that_overlaps_itself_is_ambiguous(tmp_path: Path) -> None:
    """Two places count as two, even where they share characters."""
    path = tmp_path / "gold.jsonl"
    evidence = [{"file": "x", "quote": "haha"}]
    path.write_text(
        json.dumps(line(viewpoints=[{"summary": "s", "holders": [], "evidence": evidence}], disagreements=[]))
    )
    with pytest.raises(GoldError, match="more than once"):
        read_gold(path, {"x": "hahaha"})


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"kind": "riddle"}, "kind cannot be 'riddle'; choose 'fact', 'number',"),
        ({"answerable": "yes"}, "answerable must be true or false, without quotes, not 'yes'"),
        ({"question": 7}, "question must be a text in double quotes, not 7"),
        ({"question": ""}, "question is empty"),
        ({"answers": [[]]}, "answers 1 is empty"),
        ({"answers": ["seven"]}, "answers 1 must be a list in square brackets, not 'seven'"),
        ({"remark": "x"}, "remark is no field of the format; there are id, question,"),
        ({"viewpoint": []}, "viewpoint is no field of the format; is 'viewpoints' meant?"),
        ({"viewpoints": ["s"]}, "viewpoints 1 must be an object in braces, not 's'"),
        ({"viewpoints": []}, "answerable, but without a viewpoint"),
        ({"controversy": None}, "answerable, but without controversy"),
        ({"disagreements": [line()["disagreements"][0] | {"relation": "quarrel"}]}, "1, relation cannot be 'quarrel'"),
        ({"viewpoints": [{"summary": "s", "holders": [], "evidence": []}]}, "viewpoints 1, evidence is empty"),
        ({"viewpoints": [{"summary": "s", "holders": []}]}, "viewpoints 1, evidence is missing"),
    ],
)
def test_a_field_that_does_not_fit_is_named(tmp_path: Path, changes: dict[str, Any], told: str) -> None:
    """A field outside the format is refused, with its line, its name and what was given."""
    message = refusal(tmp_path, line(**changes))
    assert "line 1" in message
    assert told in message


def test_ids_are_unique(tmp_path: Path) -> None:
    """A second question of the same id is refused, and the line of the first is told."""
    assert "line 2 (one): the id is taken by line 1" in refusal(tmp_path, line(), line())


def test_what_is_no_json_and_what_is_empty(tmp_path: Path) -> None:
    """A broken line is named by its number; a file without a question is refused."""
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id": \n')
    with pytest.raises(GoldError, match="line 1: this is no JSON object"):
        read_gold(path, TEXTS)
    path.write_text("\n\n")
    with pytest.raises(GoldError, match="holds no question"):
        read_gold(path, TEXTS)


@pytest.mark.parametrize(("gold", "articles"), GOLD_FILES, ids=lambda path: path.parent.name)
def test_the_gold_files_of_this_repository_read_clean(gold: Path, articles: Path) -> None:
    """Every quote of the gold files that come with Parallax stands exactly once in its article."""
    texts = {source.file: source.text for source in read_folder(articles).sources}
    questions = read_gold(gold, texts)
    assert questions
    for question in questions:
        for span in question.evidence_spans:
            assert texts[span.file].count(texts[span.file][span.start : span.end]) == 1
