"""Several visitors, and what they bring, in a real Chromium; where articles are brought, over a real engine."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import answered, chosen_words, marker, open_tab, serve, share
from quarrel import ARTICLES

from rag.engine import Engine

pytestmark = pytest.mark.browser

QUESTION = "How many people were hurt?"
WELL = "The well at Aldmoor was poisoned on Monday, the mayor said. Seven people fell ill, the mayor said.\n"


@pytest.fixture(scope="module")
def quarrel_address(quarrel_folder: Path, quarrel_index: Path) -> Iterator[str]:
    """The page over a real engine and the ferry's articles."""
    yield from serve(Engine.open(quarrel_folder, index=quarrel_index))


def usable(browser: Any, engine: Engine) -> float:
    """Seconds from the address being printed to a question being typed."""
    addresses = serve(engine)
    address = next(addresses)
    start = time.perf_counter()
    page = browser.new_context().new_page()
    page.goto(address)
    page.get_by_label("Your question").fill(QUESTION)
    page.locator("#views [role=tab]").first.wait_for()
    took = time.perf_counter() - start
    page.context.close()
    next(addresses, None)
    return took


def test_the_page_is_usable_within_two_seconds(browser: Any, quarrel_folder: Path, quarrel_index: Path) -> None:
    """Counted from the address being printed, in the best of three starts."""
    engine = Engine.open(quarrel_folder, index=quarrel_index)
    assert min(usable(browser, engine) for _ in range(3)) < 2 * share()


def bring(tab: Any, *files: Path) -> None:
    """Send files, and wait until they are read."""
    panel = open_tab(tab, "Corpus")
    with tab.expect_file_chooser() as chooser:
        panel.get_by_role("button", name="Add articles of your own").click()
    chooser.value.set_files([str(file) for file in files])
    tab.get_by_text("From now on only what you brought is asked.").wait_for(timeout=60_000)


def first_words(tab: Any, turn: int) -> float:
    """Seconds from the key Enter to the first words of the answer."""
    tab.get_by_label("Your question").fill(QUESTION)
    tab.get_by_role("button", name="Ask", exact=True).wait_for()
    start = time.perf_counter()
    tab.get_by_label("Your question").press("Enter")
    tab.wait_for_function(f"document.querySelectorAll('#chat .bot-row .prose').length >= {turn}", polling=10)
    return time.perf_counter() - start


def test_a_real_answer_from_the_first_word_to_its_source(tab: Any, quarrel_address: str) -> None:
    """Within half a second of the question, in the best of five, the first words are there; a marker opens its own."""
    tab.goto(quarrel_address)
    took = [first_words(tab, turn) for turn in range(1, 6)]
    assert min(took) < 0.5 * share()
    marker(tab, 1).click()
    assert chosen_words(tab) in ARTICLES["courier.txt"] + ARTICLES["harbour.txt"] + ARTICLES["union.md"]
    tab.locator(".follow-ups button:visible").first.wait_for()


def test_brought_articles_are_asked_by_nobody_else_and_go(
    tab: Any, browser: Any, quarrel_address: str, tmp_path: Path
) -> None:
    """They are read with progress, alone are asked, are unknown to another visitor, and are removed when told to."""
    article = tmp_path / "aldmoor.txt"
    article.write_text(WELL, encoding="utf-8")
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    tab.goto(quarrel_address)
    bring(tab, article, empty)
    assert "empty.txt" in tab.locator(".brought").first.inner_text()
    assert "aldmoor.txt" in tab.locator(".known").last.inner_text()
    tab.get_by_label("Your question").fill("How many people fell ill?")
    tab.get_by_label("Your question").press("Enter")
    marker(tab, 1).click()
    assert "Seven people fell ill" in chosen_words(tab)
    other = browser.new_context().new_page()
    answered(other, quarrel_address, "Who fell ill at Aldmoor?")
    assert "Aldmoor" not in other.locator("#pane").inner_text().replace("Who fell ill at Aldmoor?", "")
    other.context.close()
    open_tab(tab, "Corpus").get_by_role("button", name="Remove mine again").click()
    tab.get_by_text("Your articles are removed.").wait_for()
    tab.locator("text=Tessel Courier >> visible=true").first.wait_for()


def test_what_is_brought_is_gone_when_the_page_is_left(tab: Any, quarrel_address: str, tmp_path: Path) -> None:
    """No file of a visitor stays on the server's disk after the tab is closed."""
    import os

    article = tmp_path / "aldmoor.txt"
    article.write_text(WELL, encoding="utf-8")
    page = tab.context.new_page()
    page.goto(quarrel_address)
    bring(page, article)
    kept = Path(os.environ["GRADIO_TEMP_DIR"]).parent
    assert [path for path in kept.rglob("*aldmoor*") if path.is_file()]
    page.close()
    deadline = time.monotonic() + 20
    while left := [path for path in kept.rglob("*aldmoor*") if path.is_file()]:
        assert time.monotonic() < deadline, left
        time.sleep(0.2)


def test_ten_visitors_at_once_keep_their_own(browser: Any, address: str, scripted_engine: Any) -> None:
    """Each of ten sees only their own question, and is asked only of the outlet they chose."""
    contexts = [browser.new_context() for _ in range(10)]
    pages = [context.new_page() for context in contexts]
    outlets = ["IWPR", "IRIA", "Qonversations", "The Caspian Post", ""] * 2
    for number, (page, outlet) in enumerate(zip(pages, outlets, strict=True)):
        page.goto(f"{address}/?q=question+{number}+slowly" + (f"&outlet={outlet}" if outlet else ""))
    for page in pages:
        page.get_by_role("button", name="Copy with sources").wait_for(timeout=60_000)
    asked = [page.locator("#chat .user-row").all_inner_texts() for page in pages]
    assert [[each.strip() for each in texts] for texts in asked] == [[f"question {n} slowly"] for n in range(10)]
    assert sorted(scripted_engine.heard[-10:]) == sorted((outlet,) if outlet else () for outlet in outlets)
    for page, outlet in zip(pages, outlets, strict=True):
        noted = page.get_by_text("The next question is asked only of").all_inner_texts()
        assert noted == ([f"The next question is asked only of {outlet}"] if outlet else [])
    for context in contexts:
        context.close()
