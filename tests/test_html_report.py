"""report.html in a real Chromium: one file, no network, no text of an article as markup, filtered and printed."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from boats import QUESTIONS, Hasty, Perfect, outcome

from eval.curve import Curve, CutPoint
from eval.html.markup import Html, joined, tag
from eval.html.page import html_report, write_html
from eval.options import Judged
from eval.outcome import Outcome
from eval.results_file import write_results
from rag.answer import Answer

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
HOSTILE = (
    """</q></details><script>document.title = "broken"</script>"""
    """<img src="http://evil.example/a.png" onerror="alert(1)">"""
    """<style>* { display: none }</style><meta http-equiv="refresh" content="0;url=http://evil.example">"""
    """ \\<b\\> &lt;b&gt; \x00\u202e"""
)
CURVE = Curve("the two together", (CutPoint(0.0, 0.2, 0.8, 1.0), CutPoint(0.3, 0.7, 0.3, 6.5)))


class Hostile(Hasty):
    """Quotes an article that would like to be markup."""

    name = "<i>hostile</i>"

    def answer(self, question: str, history: object) -> Answer:
        said = super().answer(question, ())
        cited = replace(said.citations[0], quote=HOSTILE, outlet=HOSTILE, holder=HOSTILE)
        return replace(said, text=HOSTILE, citations=(cited,))


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """Three systems beside an earlier run, with a curve and floors."""
    old = tmp_path_factory.mktemp("old") / "results.json"
    write_results(outcome(Hasty()), old)
    judged = Judged(compare=old, fail_under=("viewpoint coverage=0.9",))
    return replace(outcome(Perfect(), Hasty(), Hostile(), judged=judged), curves=(CURVE,))


def test_everything_is_in_it(done: Outcome) -> None:
    """Every measure with its meaning, every question, the judge, the controls, the digests; nothing to load."""
    page = html_report(done)
    for score in done.report.systems[0].scores:
        assert score.measure in page
        assert score.meaning in page
    assert page.count('class="question') == 6
    assert page.count("<svg") == 2
    for told in ("Judge: exact match", "quote everything:", "Floor reached", "corpus c0de", "numpy 2"):
        assert told in page
    assert "<link" not in page
    assert "src=" not in page.replace("src=&quot;", "").replace("src=x", "")


def test_what_was_missed_and_what_was_false(done: Outcome) -> None:
    """The viewpoint, the words and the disagreement a hasty answer misses; an answer where there is none."""
    page = html_report(replace(done, report=replace(done.report, systems=done.report.systems[1:2])))
    assert "viewpoint: <strong>Nine sank.</strong> (harbour master)" in page
    assert "does not say <strong>nine</strong>" in page
    assert "disagreement, quantity conflict:" in page
    assert "an answer, though the sources do not say" in page


def test_text_is_escaped_by_construction() -> None:
    """Only what was made as HTML stays HTML; attributes cannot be left; what steers text is replaced."""
    assert (
        tag("p", "<b>", Html("<i></i>"), title='"><script>')
        == '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;<i></i></p>'
    )
    assert joined(["a\x00\u202eb"]) == "a\ufffd\ufffdb"
    assert tag("td", open=True, hidden=False, id=None) == "<td open></td>"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """A real browser."""
    if CHROMIUM is None:
        reason = "NO BROWSER: install Debian's package chromium; report.html is NOT tested"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any, done: Outcome, tmp_path: Path) -> Iterator[Any]:
    """The report, opened from its file; an error or a request of its own fails the test."""
    write_html(done, tmp_path / "report.html")
    opened = chromium.new_page(viewport={"width": 1200, "height": 900})
    told: list[str] = []
    opened.on("pageerror", lambda error: told.append(str(error)))
    opened.on("console", lambda message: told.append(message.text))
    opened.on("request", lambda request: told.append(request.url))
    opened.goto((tmp_path / "report.html").as_uri())
    yield opened
    opened.close()
    assert told == [(tmp_path / "report.html").as_uri()]


@pytest.mark.browser
def test_hostile_words_stay_words(page: Any) -> None:
    """No element, no script, no style, no request comes of what an article says."""
    assert page.title() == "Evaluation, 2 questions"
    assert page.locator("img, iframe, form, meta[http-equiv=refresh]").count() == 0
    assert page.locator("script").count() == 1
    assert page.locator("style").count() == 1
    assert page.locator("h1").is_visible()
    shown = page.locator("details.question[data-system='<i>hostile</i>'] q").first.text_content()
    assert shown.startswith('</q></details><script>document.title = "broken"')


@pytest.mark.browser
def test_filter_and_search(page: Any) -> None:
    """By words of the answer, by system, by kind, the weak ones only; the number is told."""
    shown, search = page.locator("#shown"), page.locator("#search")
    assert shown.text_content() == "6 of 6"
    search.fill("OR [2]")
    assert (shown.text_content(), page.locator("details.question:visible").count()) == ("1 of 6", 1)
    search.fill("")
    page.select_option("#system", "hasty")
    page.select_option("#kind", "unanswerable")
    assert page.locator("details.question:visible summary strong").all_text_contents() == [QUESTIONS[1].question]
    page.select_option("#system", "")
    page.select_option("#kind", "")
    page.locator("#weak").check()
    assert shown.text_content() == "4 of 6"


@pytest.mark.browser
def test_questions_open_and_close(page: Any) -> None:
    """All that are shown at once, and again."""
    page.locator("#all").click()
    assert page.locator("details.question[open]").count() == 6
    page.locator("#all").click()
    assert page.locator("details.question[open]").count() == 0


@pytest.mark.browser
def test_it_prints_whole(page: Any, tmp_path: Path) -> None:
    """Every question with its answer is on paper, though folded on the screen, and no button is."""
    from pypdf import PdfReader

    page.pdf(path=tmp_path / "report.pdf")
    printed = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(tmp_path / "report.pdf").pages).split())
    assert printed.count("Seven [1], or nine [2].") >= 1
    assert "an answer, though the sources do not say" in printed
    assert "Open or close all" not in printed


@pytest.mark.browser
def test_a_narrow_screen_scrolls_tables_only(page: Any) -> None:
    """On a telephone nothing but a table is wider than the screen."""
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator("#all").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
