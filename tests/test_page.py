"""The page in a real Chromium, over a scripted engine: no model, no index, no network."""

import os
import re
import shutil
import socket
import time
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from corpus.source import Sentence, Source
from rag.answer import Answer, Citation, Statement
from rag.markup import escape
from ui.exchange import Exchange, Visit

ARTICLES = Path(__file__).parents[1] / "corpus" / "articles"
QUESTION = "How many people left?"
EXAMPLES = (QUESTION, "Why are they leaving?", "Who is to blame?", "Which <b>bold</b> ${1+1} `claims` are contested?")
HOSTILE = """Hostile paper

<img src="http://evil.example/a.png" onerror="window.broken = 1"><script>window.broken = 2</script>

${window.broken = 3} {{value}} `${window.broken = 4}` \\u0041 \\x </p></article><iframe src="http://evil.example/"></iframe>

![beacon](http://evil.example/b.png) http://evil.example/c [go](javascript:window.broken=5)
<form action="http://evil.example/"><input name=q></form>
"""
FIGURES = (
    ("002_348a9041ce8591c6.txt", "Nearly 3,000 people had arrived in Armenia by Monday."),
    ("000_4684006a06ea25c7.txt", "up to\N{NO-BREAK SPACE}42,500\N{NO-BREAK SPACE}ethnic Armenians have left Karabakh"),
    ("004_2b53c6e5a6e302b6.txt", "the number of refugees streaming into Armenia in the past week has eclipsed 100,000"),
)


def read_source(file: str, text: str, **known: Any) -> Source:
    """A source cut at full stops, near enough to the real reading."""
    found = re.finditer(r"[^\s.][^.\n]*\.?", text)
    sentences = tuple(Sentence(m.start(), m.end(), m[0], m[0], 0, 1) for m in found if len(m[0]) > 40)
    return Source(file, text, sentences, "", **known)


def default_sources() -> tuple[Source, ...]:
    """The five articles, byte for byte, and what is known of them."""
    known = tomllib.loads((ARTICLES / "sources.toml").read_text(encoding="utf-8"))
    texts = {path.name: path.read_bytes().decode("utf-8-sig") for path in sorted(ARTICLES.glob("*.txt"))}
    return tuple(read_source(file, text, **known[file]) for file, text in texts.items())


def cite(source: Source, number: int, quote: str) -> Citation:
    """The first place of these words in the source."""
    start = source.text.index(quote)
    date = source.date.isoformat() if source.date else None
    return Citation(number, source.file, start, start + len(quote), 1, quote, source.title, source.outlet, date)


class ScriptedConversation:
    def __init__(self, engine: "ScriptedEngine") -> None:
        self.engine = engine

    def stream(self, question: str) -> Iterator[Answer]:
        """The scripted answer, a statement at a time; a question with 'fail' fails, with 'speech' is declined."""
        if "fail" in question:
            raise RuntimeError("scripted failure")
        if "speech" in question:
            yield self.engine.declined(question)
            return
        whole = self.engine.whole(question)
        lines = whole.text.split("\n")
        for count in range(1, len(lines) + 1):
            time.sleep(0.7 if "slowly" in question else 0)
            yield replace(whole, text="\n".join(lines[:count]))


class ScriptedEngine:
    """Answers every question from the same citations."""

    def __init__(self, sources: tuple[Source, ...], quotes: tuple[tuple[str, str], ...]) -> None:
        self._sources = {source.file: source for source in sources}
        self._quotes = quotes

    def conversation(self) -> ScriptedConversation:
        return ScriptedConversation(self)

    def sources(self) -> tuple[Source, ...]:
        return tuple(self._sources.values())

    def examples(self) -> tuple[str, ...]:
        return EXAMPLES

    def citations(self) -> tuple[Citation, ...]:
        return tuple(cite(self._sources[file], n, quote) for n, (file, quote) in enumerate(self._quotes, start=1))

    def whole(self, question: str) -> Answer:
        citations = self.citations()
        lines = [f"- {one.outlet or one.file}: {escape(one.quote)} [{one.number}]" for one in citations]
        text = "\n".join(["The sources give different figures, for different days.", *lines])
        return Answer(question, True, text, tuple(Statement(one.quote, (one.number,)) for one in citations), citations)

    def declined(self, question: str) -> Answer:
        because = "No source speaks of a speech."
        return Answer(question, False, because, (), self.citations(), related=(1,), declined_because=because)


@pytest.fixture(scope="module")
def chromium() -> str:
    """Where the browser is; its absence is loud, and under CI a failure."""
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )
    if found is None:
        reason = "NO BROWSER: install Debian's package chromium; the page is NOT tested"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    """One Chromium for all tests of this file."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serve(engine: ScriptedEngine) -> Iterator[str]:
    """The address of a running page."""
    from ui.page import launch_page

    port = free_port()
    page = launch_page(engine, port=port, block=False)
    yield f"http://127.0.0.1:{port}"
    page.close()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The page over the five articles."""
    yield from serve(ScriptedEngine(default_sources(), FIGURES))


@pytest.fixture(scope="module")
def hostile_address() -> Iterator[str]:
    """The page over an article made to break it."""
    title = "Hostile <img src=x onerror=alert(1)> ${window.broken = 6} title"
    source = read_source("hostile.txt", HOSTILE, title=title, outlet="</script><b>Paper</b>")
    blocks = HOSTILE.strip().split("\n\n")[1:]
    yield from serve(ScriptedEngine((source,), tuple(("hostile.txt", block) for block in blocks)))


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    """A page of the browser; a request to elsewhere or an error in it fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    tab = context.new_page()
    troubles: list[str] = []
    tab.on("request", lambda request: _is_local(request.url) or troubles.append(request.url))
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    tab.on("dialog", lambda dialog: troubles.append(dialog.message))
    yield tab
    context.close()
    assert troubles == []


def _is_local(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:"))


def ask(tab: Any, address: str, question: str = QUESTION) -> None:
    """Open the page and ask, with the keyboard."""
    tab.goto(address)
    box = tab.get_by_label("Your question")
    box.fill(question)
    box.press("Enter")


def marker(tab: Any, number: int) -> Any:
    """The link of a marker in the first answer."""
    return tab.locator(f'#chat a[href="#cite-1-{number}"]').first


def chosen_words(tab: Any) -> str:
    """The words that are highlighted."""
    return "".join(tab.locator("#pane mark.chosen").all_inner_texts())


@pytest.mark.browser
def test_a_marker_opens_its_words_in_their_article(tab: Any, address: str) -> None:
    """Ask, see the answer, choose marker 1, and see its very words highlighted, on the screen and in focus."""
    ask(tab, address)
    first = marker(tab, 1)
    first.wait_for()
    assert "IWPR, 26 Sep 2023: Nearly 3,000 people" in first.get_attribute("title")
    first.click()
    words = tab.locator("#pane mark.chosen")
    words.wait_for()
    assert chosen_words(tab) == FIGURES[0][1]
    tab.wait_for_function("document.activeElement.matches('mark.chosen')")
    tab.wait_for_function(
        "(() => { const box = document.querySelector('mark.chosen').getBoundingClientRect();"
        " return box.top > 0 && box.bottom < innerHeight; })()"
    )
    assert tab.url.rstrip("/") == address


@pytest.mark.browser
def test_the_keyboard_alone_suffices(tab: Any, address: str) -> None:
    """Enter on a marker opens it, n and p step through the passages, Escape returns to the marker."""
    ask(tab, address)
    third = marker(tab, 3)
    third.wait_for()
    marker(tab, 1).focus()
    tab.keyboard.press("Enter")
    tab.locator("#pane mark.chosen").wait_for()
    tab.keyboard.press("n")
    assert chosen_words(tab) == FIGURES[1][1]
    tab.keyboard.press("p")
    assert chosen_words(tab) == FIGURES[0][1]
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.getAttribute('href')") == "#cite-1-1"


@pytest.mark.browser
def test_the_list_holds_what_is_cited_in_order_of_use(tab: Any, address: str) -> None:
    """Beside the answer stand its citations, 1 to n, and choosing one opens it."""
    ask(tab, address)
    marker(tab, 3).wait_for()
    assert tab.locator("#pane .cited .number").all_inner_texts() == ["1", "2", "3"]
    tab.locator("#pane .cited").nth(2).click()
    assert chosen_words(tab) == FIGURES[2][1]
    tab.get_by_role("button", name="All that is cited").click()
    assert tab.locator("#pane .cited").nth(2).is_visible()


@pytest.mark.browser
def test_an_example_question_is_asked_by_a_click(tab: Any, address: str) -> None:
    """The example questions ask themselves, and make room for the answer."""
    tab.goto(address)
    tab.get_by_role("button", name=QUESTION).click()
    marker(tab, 1).wait_for()
    assert not tab.get_by_role("button", name=EXAMPLES[1]).is_visible()


@pytest.mark.browser
def test_a_declined_question_looks_different(tab: Any, address: str) -> None:
    """What the sources do not say is said so, with the nearest passage to open."""
    ask(tab, address, "What did the speech say?")
    declined = tab.locator("#chat blockquote")
    declined.wait_for()
    assert "No source speaks of a speech." in declined.inner_text()
    marker(tab, 1).click()
    assert chosen_words(tab) == FIGURES[0][1]


@pytest.mark.browser
def test_clear_starts_again(tab: Any, address: str) -> None:
    """After Clear the page is as it was at first."""
    ask(tab, address)
    marker(tab, 1).wait_for()
    tab.get_by_role("button", name="Clear", exact=True).click()
    tab.get_by_text("5 articles can be asked").wait_for()
    assert tab.locator("#chat a").count() == 0


@pytest.mark.browser
def test_stop_keeps_what_was_said_so_far(tab: Any, address: str) -> None:
    """An answer comes statement by statement; stopped, it stays as it is, and another can be asked."""
    ask(tab, address, "How many left, slowly?")
    marker(tab, 1).wait_for()
    tab.get_by_role("button", name="Stop", exact=True).click()
    tab.get_by_role("button", name="Ask", exact=True).wait_for()
    tab.wait_for_timeout(1500)
    assert marker(tab, 3).count() == 0
    box = tab.get_by_label("Your question")
    box.fill(QUESTION)
    box.press("Enter")
    tab.locator('#chat a[href="#cite-2-3"]').wait_for()


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_overflows_on_a_phone(tab: Any, address: str, theme: str) -> None:
    """At 390 px nothing is wider than the screen, and a chosen passage comes into view."""
    tab.set_viewport_size({"width": 390, "height": 844})
    ask(tab, f"{address}/?__theme={theme}")
    marker(tab, 1).wait_for()
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    marker(tab, 1).click()
    tab.wait_for_function(
        "(() => { const box = document.querySelector('mark.chosen').getBoundingClientRect();"
        " return box.top > 0 && box.bottom < innerHeight; })()"
    )
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.browser
def test_an_article_full_of_markup_stays_text(tab: Any, hostile_address: str) -> None:
    """Tags, templates, pictures, links and forms of an article are shown, and do nothing."""
    ask(tab, hostile_address, "<img src=http://evil.example/q onerror=window.broken=7> ![q](http://evil.example/q) x")
    marker(tab, 3).wait_for()
    for number, block in enumerate(HOSTILE.strip().split("\n\n")[1:], start=1):
        marker(tab, number).click()
        assert chosen_words(tab) == block
    assert "${window.broken = 6}" in tab.locator("#pane h2:visible").inner_text()
    assert tab.evaluate("window.broken") is None
    forbidden = (
        "#chat img:not([src^='data:']), #pane img, iframe, form[action], #pane script,"
        " #pane a[href^='http'], #chat a[href^='http']"
    )
    assert tab.locator(forbidden).count() == 0


@pytest.mark.browser
@pytest.mark.parametrize("question", [" ", "\x00\x07", "x" * 100_000])
def test_an_unfit_question_gets_a_sentence(tab: Any, address: str, question: str) -> None:
    """Nothing, control characters, and a book are answered with what to do."""
    ask(tab, address, question)
    tab.locator("#chat").get_by_text(re.compile("Type a question|please ask in at most")).wait_for()


def test_a_failing_engine_ends_in_a_sentence(caplog: pytest.LogCaptureFixture) -> None:
    """A visitor reads a sentence, the owner finds the trace in the log."""
    exchange = Exchange(ScriptedEngine(default_sources(), FIGURES))
    *_, last = exchange.ask("fail", Visit())
    assert "could not be answered" in last[1][-1]["content"]
    assert "scripted failure" in caplog.text


def test_visitors_do_not_see_each_other() -> None:
    """What a visit holds is in its own value; the exchange keeps nothing."""
    exchange = Exchange(ScriptedEngine(default_sources(), FIGURES))
    *_, first = exchange.ask(QUESTION, Visit())
    *_, second = exchange.ask("Why?", Visit())
    assert [len(visit.answers) for visit in (first[3], second[3])] == [1, 1]
    assert first[3].conversation is not second[3].conversation


def test_every_event_of_the_page_is_private(address: str) -> None:
    """No event is offered as an endpoint to programs."""
    import json
    from urllib.request import urlopen

    with urlopen(f"{address}/gradio_api/info") as response:
        assert json.load(response)["named_endpoints"] == {}
