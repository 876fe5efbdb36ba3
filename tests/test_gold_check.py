"""The checker of gold files, and where it says that a quote may be meant to stand."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from test_gold import line

from eval.gold import GoldError
from eval.gold_check import check_gold
from eval.nearest import nearest_place

BOATS = "Nine boats sank on Monday.\nNobody knows “why” — yet.\n"
TEXTS = {"a.txt": BOATS, "b.txt": "Seven boats sank, says Ann Lee, who counted them."}


@pytest.mark.parametrize(
    ("quote", "file", "place", "text", "why"),
    [
        ('Nobody knows "why"', "a.txt", ("a.txt", 2), "Nobody knows “why”", "the form of quotation marks"),
        ("Nine boats  sank", "a.txt", ("a.txt", 1), "Nine boats sank", "white space"),
        ("Monday. Nobody", "a.txt", ("a.txt", 1), "Monday.\nNobody", "white space"),
        ("nine boats sank", "a.txt", ("a.txt", 1), "Nine boats sank", "the use of capital letters"),
        ("Nine ships sank on Monday", "a.txt", ("a.txt", 1), "Nine boats sank on Monday", None),
        ("Seven boats sank", "a.txt", ("b.txt", 1), "Seven boats sank", None),
    ],
)
def test_the_nearest_place_is_told(quote: str, file: str, place: tuple[str, int], text: str, why: str | None) -> None:
    """The likest words with their file and line, and in what alone they differ, where that is one thing."""
    found = nearest_place(quote, file, TEXTS)
    assert found
    assert (found.file, found.line) == place
    assert found.text == text
    assert (found.why or "").startswith(why or "") and bool(found.why) == bool(why)


def test_words_of_another_matter_have_no_nearest_place() -> None:
    """Nothing is offered where nothing is like the quote, or the quote is longer than the file."""
    assert nearest_place("The bakery opened in spring", "a.txt", TEXTS) is None
    assert nearest_place(BOATS * 3, "a.txt", TEXTS) is None


@given(quote=some.text(min_size=1, max_size=40), text=some.text(max_size=80))
def test_a_nearest_place_stands_in_its_file(quote: str, text: str) -> None:
    """Whatever the words, a place that is told holds what it is said to hold."""
    found = nearest_place(quote, "x", {"x": text, "y": ""})
    assert found is None or found.text in text


def check(tmp_path: Path, *lines: dict[str, Any]) -> list[str]:
    """The lines that the checker prints about a gold file over `TEXTS`."""
    articles = tmp_path / "articles"
    articles.mkdir()
    for name, text in TEXTS.items():
        (articles / name).write_text(text, encoding="utf-8")
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(json.dumps(each, ensure_ascii=False) for each in lines), encoding="utf-8")
    return list(check_gold(gold, articles))


GOOD = line(
    question="How many boats sank?",
    viewpoints=[
        {"summary": "Nine.", "holders": ["a.txt"], "evidence": [{"file": "a.txt", "quote": "Nine boats sank"}]},
        {"summary": "Seven.", "holders": ["Ann Lee"], "evidence": [{"file": "b.txt", "quote": "Seven boats sank"}]},
    ],
    disagreements=[
        {
            "left": [{"file": "a.txt", "quote": "Nine boats sank"}],
            "right": [{"file": "b.txt", "quote": "Seven boats sank"}],
            "about": "quantity",
            "relation": "conflict",
        }
    ],
)


def test_a_good_file_is_summed_up(tmp_path: Path) -> None:
    """What is in it, and nothing to look at again."""
    printed = check(tmp_path, GOOD)
    assert printed[0] == "1 questions, 0 of them to be declined"
    assert printed[1] == "2 quotes from 2 of 2 articles, all in their place; 1 disagreements"
    assert printed[-1] == "gold problems: 0, to look at again: 0"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"disagreements": []}, "contested, but without disagreements"),
        ({"controversy": "agreed"}, "agreed, but with disagreements"),
        ({"kind": "unanswerable"}, "unanswerable, but answerable"),
        ({"answerable": False}, "not answerable, but with answers"),
        ({"kind": "followup"}, "a followup without history"),
        ({"answers": [["twelve", "12"]]}, "no evidence holds 'twelve' or '12'"),
        ({"viewpoints": [GOOD["viewpoints"][0] | {"holders": ["Jo Vey"]}]}, "the holder 'Jo Vey' is named nowhere"),
        ({"viewpoints": [GOOD["viewpoints"][0], GOOD["viewpoints"][0]]}, "shows two viewpoints"),
        ({"viewpoints": [GOOD["viewpoints"][0] | {"evidence": [{"file": "a.txt", "quote": "Nine"}]}]}, "has only 4"),
        (
            {
                "disagreements": [
                    GOOD["disagreements"][0] | {"right": [{"file": "a.txt", "quote": "boats sank on Mon"}]}
                ]
            },
            "two sides of a disagreement share words",
        ),
    ],
)
def test_what_may_be_meant_otherwise_is_told(tmp_path: Path, changes: dict[str, Any], told: str) -> None:
    """A remark names the question, and does not keep the file from being used."""
    printed = check(tmp_path, GOOD | changes)
    remark = next(each for each in printed if told in each)
    assert remark.startswith("one: ")
    assert printed[-1] != "gold problems: 0, to look at again: 0"


def test_a_quote_too_long_to_be_cited_is_told(tmp_path: Path) -> None:
    """Over 500 characters no citation counts, so no evidence should be as long."""
    articles = tmp_path / "articles"
    articles.mkdir()
    long = "Boats " * 90
    (articles / "a.txt").write_text(long + "sank on Monday, nobody knows why.")
    evidence = [{"file": "a.txt", "quote": long + "sank"}]
    viewpoints = [{"summary": "s", "holders": ["a.txt"], "evidence": evidence}]
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(line(answers=[], viewpoints=viewpoints, disagreements=[], controversy="agreed")))
    assert any("has 544 characters; a citation of over 500" in each for each in check_gold(gold, articles))


def test_a_file_that_cannot_be_used_is_refused(tmp_path: Path) -> None:
    """The checker raises what the evaluation would: line, question, quote and the nearest place."""
    wrong = line(
        viewpoints=[{"summary": "s", "holders": [], "evidence": [{"file": "a.txt", "quote": "Ten boats sank"}]}]
    )
    with pytest.raises(
        GoldError, match=r"line 1 \(one\): a.txt does not hold 'Ten boats sank'; nearest is a.txt, line 1"
    ):
        check(tmp_path, wrong)
