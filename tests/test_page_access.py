"""Who can use the page: by keyboard, by screen reader, on a phone, in the dark. In a real Chromium, judged by axe."""

from importlib.resources import files
from typing import Any

import pytest
from browsing import answered, ask, marker, open_tab

pytestmark = pytest.mark.browser

TABS = ("Source", "Differences", "Who says what", "Timeline", "Corpus")
NOT_OURS: frozenset[tuple[str, str]] = frozenset()
"""Findings that are left as they are: the rule, and the part of Gradio that breaks it. There are none."""
RUN = "axe.run(document, { resultTypes: ['violations'] })"


def findings(tab: Any) -> set[tuple[str, str]]:
    """What axe finds serious or critical: the rule, and where."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found = tab.evaluate(RUN)["violations"]
    weighty = [each for each in found if each["impact"] in ("serious", "critical")]
    return {(each["id"], str(node["html"])[:160]) for each in weighty for node in each["nodes"]} - NOT_OURS


def test_axe_bites(tab: Any, address: str) -> None:
    """A button without a name and words without contrast are found."""
    tab.goto(address)
    tab.get_by_label("Your question").wait_for()
    wrong = "<button></button><p style='color:#ccc;background:#fff'>pale words</p>"
    tab.evaluate("wrong => document.body.insertAdjacentHTML('beforeend', wrong)", wrong)
    assert {rule for rule, _ in findings(tab)} == {"button-name", "color-contrast"}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious(tab: Any, address: str, theme: str) -> None:
    """Before a question, with an answer, in every view and with every menu open, in light and dark."""
    tab.goto(f"{address}/?__theme={theme}")
    tab.get_by_label("Your question").wait_for()
    assert findings(tab) == set()
    answered(tab, f"{address}/?__theme={theme}")
    for name in TABS:
        open_tab(tab, name)
        assert findings(tab) == set(), name
    marker(tab, 1).click()
    tab.get_by_text("History").click()
    marker(tab, 2).focus()
    assert findings(tab) == set()
    tab.get_by_text("Save", exact=True).click()
    assert findings(tab) == set()


def test_axe_finds_nothing_serious_in_a_declined_answer(tab: Any, address: str) -> None:
    """What looks different has enough contrast too."""
    ask(tab, address, "What did the speech say?")
    marker(tab, 1).wait_for()
    assert findings(tab) == set()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_overflows_on_a_phone(tab: Any, address: str, theme: str) -> None:
    """At 390 px nothing is wider than the screen in any view, and a chosen passage comes into sight."""
    tab.set_viewport_size({"width": 390, "height": 844})
    answered(tab, f"{address}/?__theme={theme}")
    for name in TABS:
        open_tab(tab, name)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 390, name
    marker(tab, 1).click()
    tab.wait_for_function(
        "(() => { const box = document.querySelector('mark.chosen').getBoundingClientRect();"
        " return box.top > 0 && box.bottom < innerHeight; })()"
    )
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390


def test_tab_reaches_everything_there_is_to_do(tab: Any, address: str) -> None:
    """From the top of the page, the key Tab passes the history, a marker, what is taken away, the question, a view."""
    answered(tab, address)
    tab.evaluate("document.activeElement.blur()")
    reached = set()
    for _ in range(60):
        tab.keyboard.press("Tab")
        reached.add(tab.evaluate("(document.activeElement.getAttribute('href') ?? document.activeElement.innerText)"))
        reached.add(tab.evaluate("document.activeElement.getAttribute('placeholder') ?? ''"))
    assert {"History", "#cite-1-1", "#cite-1-3", "Copy with sources", "Save", "Ask the articles", "Clear"} <= reached
    assert any("Source" in str(each) for each in reached)


def test_the_roles_that_a_screen_reader_needs(tab: Any, address: str) -> None:
    """The conversation is a log of words, not Markdown; views are tabs, tables have heads, an open passage is told."""
    answered(tab, address)
    assert tab.locator('#chat [data-testid="bot"][aria-label], #chat [data-testid="user"][aria-label]').count() == 0
    assert tab.get_by_role("log").get_attribute("aria-live") == "polite"
    assert tab.get_by_role("tab").count() == len(TABS)
    open_tab(tab, "Who says what")
    assert tab.get_by_role("columnheader", name="IWPR").count() == 1
    assert tab.get_by_role("rowheader").count() >= 3
    marker(tab, 1).click()
    assert tab.locator("#pane [role=status]").inner_text().split() == "IWPR · 26 Sep 2023 1 of 3".split()
