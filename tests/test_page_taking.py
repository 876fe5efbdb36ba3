"""What can be taken away from the page, in a real Chromium over a scripted engine."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from browsing import answered, marker
from scripted import ARTICLES, FIGURES, QUESTION

pytestmark = pytest.mark.browser


def saved(tab: Any, form: str, scope: str = "answer") -> tuple[str, str]:
    """The name and the text of the file that a choice of the menu gives."""
    tab.get_by_text("Save", exact=True).click()
    with tab.expect_download() as download:
        tab.locator(f'[data-save="{form}"][data-scope="{scope}"]').click()
    return download.value.suggested_filename, Path(download.value.path()).read_text(encoding="utf-8-sig")


def test_an_answer_is_copied_with_its_sources(tab: Any, address: str) -> None:
    """The clipboard holds the answer with a footnote for each citation, and the page says that it was done."""
    answered(tab, address)
    tab.get_by_role("button", name="Copy with sources").click()
    tab.get_by_text("Copied").wait_for()
    text = tab.evaluate("navigator.clipboard.readText()")
    assert FIGURES[2][1] in text and "[^" in text


def test_a_link_is_copied_that_asks_again(tab: Any, address: str) -> None:
    """The link in the clipboard opens the page with the same question asked."""
    answered(tab, address)
    tab.get_by_role("button", name="Copy link").click()
    tab.get_by_text("Copied").wait_for()
    tab.goto(tab.evaluate("navigator.clipboard.readText()"))
    marker(tab, 3).wait_for()
    assert tab.locator("#chat .user-row").inner_text().strip() == QUESTION


def test_an_answer_is_saved_with_its_places(tab: Any, address: str) -> None:
    """JSON is the contract; in every row of the table the words stand where it says."""
    answered(tab, address)
    name, text = saved(tab, "json")
    assert name == "parallax-how-many-people-left.json"
    assert json.loads(text)["citations"][1]["quote"] == FIGURES[1][1]
    name, table = saved(tab, "csv")
    rows = list(csv.DictReader(table.splitlines()))
    assert name.endswith(".csv") and len(rows) >= 3
    for row in rows:
        words = (ARTICLES / row["file"]).read_bytes().decode("utf-8-sig")[int(row["start"]) : int(row["end"])]
        assert words == row["quote"]


def test_a_whole_conversation_is_saved(tab: Any, address: str) -> None:
    """Both questions are in the one file, in Markdown and in BibTeX."""
    answered(tab, address)
    tab.get_by_label("Your question").fill("Why now?")
    tab.get_by_label("Your question").press("Enter")
    marker(tab, 3, turn=2).wait_for()
    tab.get_by_role("button", name="Copy with sources").wait_for()
    _, markdown = saved(tab, "markdown", "all")
    assert QUESTION in markdown and "Why now?" in markdown
    _, bibtex = saved(tab, "bibtex", "all")
    assert bibtex.count("@") >= 3 and FIGURES[0][0] in bibtex
