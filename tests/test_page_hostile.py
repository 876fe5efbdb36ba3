"""Articles made to break the page: whatever they hold, it stays text. In a real Chromium."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from browsing import ask, chosen_words, marker, open_tab, serve
from scripted import ScriptedEngine, read_source

from rag.answer import Answer

pytestmark = pytest.mark.browser

HOSTILE = """Hostile paper

<img src="http://evil.example/a.png" onerror="window.broken = 1"><script>window.broken = 2</script>

${window.broken = 3} {{value}} `${window.broken = 4}` \\u0041 \\x </p></article><iframe src="http://evil.example/"></iframe>

![beacon](http://evil.example/b.png) http://evil.example/c [go](javascript:window.broken=5)
<form action="http://evil.example/"><input name=q></form>
"""
BLOCKS = HOSTILE.strip().split("\n\n")[1:]
TITLE = "Hostile <img src=x onerror=alert(1)> ${window.broken = 6} title"
QUESTION = "<img src=http://evil.example/q onerror=window.broken=7> ![q](http://evil.example/q) x"
RAW = "<img src=http://evil.example/m onerror=window.broken=11> ![m](http://evil.example/m) [l](http://evil.example/l)"
FORBIDDEN = (
    "#chat img:not([src^='data:']), #pane img, #views img, iframe, form[action], #views script,"
    " #views a[href^='http'], #chat a[href^='http'], #hover img, .history img"
)


class HostileEngine(ScriptedEngine):
    """Its own words, its holders, positions and suggestions are made to break the page too, as a model's might be."""

    def whole(self, question: str) -> Answer:
        whole = super().whole(question)
        citations = tuple(replace(one, holder="</td><script>window.broken = 8</script>") for one in whole.citations)
        text = f"{RAW}\n{whole.text}"
        return replace(whole, text=text, citations=citations, warnings=("<b onclick=alert(1)>old</b>",))

    def follow_ups(self, answers: object) -> tuple[str, ...]:
        return ("<img src=http://evil.example/f onerror=window.broken=9>",)


@pytest.fixture(scope="module")
def hostile_address() -> Iterator[str]:
    """The page over an article full of markup."""
    source = read_source("hostile.txt", HOSTILE, title=TITLE, outlet="</script><b>Paper</b>")
    yield from serve(HostileEngine((source,), tuple(("hostile.txt", block) for block in BLOCKS)))


def test_an_article_full_of_markup_stays_text(tab: Any, hostile_address: str) -> None:
    """Tags, templates, pictures, links and forms are shown in every part of the page, and do nothing."""
    ask(tab, hostile_address, QUESTION)
    tab.get_by_role("button", name="Copy with sources").wait_for()
    for number, block in enumerate(BLOCKS, start=1):
        marker(tab, number).hover()
        marker(tab, number).click()
        assert chosen_words(tab) == block
    assert "${window.broken = 6}" in tab.locator("#pane h2:visible").inner_text()
    for name in ("Differences", "Who says what", "Timeline", "Corpus"):
        assert open_tab(tab, name).inner_text()
    tab.get_by_text("History").click()
    assert tab.locator(".history li").get_by_text("<img").is_visible()
    tab.locator(".example").get_by_text("<img src=http").wait_for()
    assert tab.evaluate("window.broken") is None
    assert tab.locator(FORBIDDEN).count() == 0


def test_a_forged_history_is_no_markup_and_no_error(tab: Any, hostile_address: str) -> None:
    """What another script left in the browser's store is data: shown as text, or taken for nothing."""
    tab.goto(hostile_address)
    record = '[{"question": "<img src=x onerror=window.broken=10>", "answer": {"text": 5}}]'
    forged = [{"id": "1", "title": "<b onmouseover=alert(1)>x</b>", "when": 0, "record": record}]
    tab.evaluate("forged => localStorage.setItem('parallax-conversations', JSON.stringify(forged))", forged)
    tab.reload()
    tab.get_by_text("History").click()
    tab.locator(".history li button").click()
    tab.wait_for_timeout(500)
    assert tab.locator("#chat .user-row").count() == 0
    assert tab.evaluate("window.broken") is None
