"""The source pane, in a real Chromium over a scripted engine: from a marker to its words, without the server."""

from typing import Any

import pytest
from browsing import answered, chosen_words, marker, open_tab
from scripted import AGAIN, FIGURES

pytestmark = pytest.mark.browser

IN_SIGHT = (
    "(() => { const box = document.querySelector('mark.chosen').getBoundingClientRect();"
    " return box.top > 0 && box.bottom < innerHeight; })()"
)


def test_a_marker_opens_its_words_in_their_article(tab: Any, address: str) -> None:
    """Choose marker 1, and see its very words highlighted, on the screen and in focus, the address unchanged."""
    answered(tab, address)
    marker(tab, 1).click()
    assert chosen_words(tab) == FIGURES[0][1]
    tab.wait_for_function("document.activeElement.matches('mark.chosen')")
    tab.wait_for_function(IN_SIGHT)
    assert tab.url.rstrip("/") == address
    head = tab.locator("#pane article:visible header").inner_text()
    assert all(part in head for part in ("IWPR · 26 Sep 2023", "Nagorny Karabakh’s Uncertain Future", FIGURES[0][0]))


def test_no_server_is_asked_for_it(tab: Any, address: str) -> None:
    """Opening passages, stepping and going back send no request at all."""
    answered(tab, address)
    tab.wait_for_function("localStorage.length > 0")
    tab.wait_for_timeout(1000)  # the follow-ups and the history have come by now
    sent: list[str] = []
    tab.on("request", lambda request: sent.append(request.url))
    marker(tab, 1).click()
    assert chosen_words(tab) == FIGURES[0][1]
    tab.keyboard.press("n")
    assert chosen_words(tab) == FIGURES[1][1]
    tab.keyboard.press("Escape")
    assert [url for url in sent if "heartbeat" not in url] == []


def test_the_keyboard_alone_suffices(tab: Any, address: str) -> None:
    """Enter on a marker opens it, n and p step through the passages from anywhere, Escape returns to the marker."""
    answered(tab, address)
    marker(tab, 1).focus()
    tab.keyboard.press("Enter")
    assert chosen_words(tab) == FIGURES[0][1]
    tab.keyboard.press("n")
    assert chosen_words(tab) == FIGURES[1][1]
    marker(tab, 3).focus()
    tab.keyboard.press("p")
    assert chosen_words(tab) == FIGURES[0][1]
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement.getAttribute('href')") == "#cite-1-1"


def test_keys_typed_into_a_question_stay_letters(tab: Any, address: str) -> None:
    """Whoever types "n" while a passage is open writes an n."""
    answered(tab, address)
    marker(tab, 1).click()
    tab.get_by_label("Your question").press_sequentially("np")
    assert tab.get_by_label("Your question").input_value() == "np"
    assert chosen_words(tab) == FIGURES[0][1]


def test_other_cited_words_are_faintly_marked(tab: Any, address: str) -> None:
    """Words of the open article that the same answer cites elsewhere are marked, but not as the chosen ones."""
    answered(tab, address, "How many left, said twice?")
    marker(tab, 1).click()
    assert chosen_words(tab) == AGAIN[1]
    near = tab.locator("#pane article:visible mark.near:not(.chosen)")
    assert "".join(near.all_inner_texts()) == FIGURES[0][1]
    colours = [
        each.first.evaluate("mark => getComputedStyle(mark).backgroundColor")
        for each in (near, tab.locator("mark.chosen"))
    ]
    assert len({*colours, "rgba(0, 0, 0, 0)"}) == 3


def test_the_list_holds_what_is_cited_in_order_of_use(tab: Any, address: str) -> None:
    """Beside the answer stand its citations, 1 to n, and choosing one opens it."""
    answered(tab, address)
    cards = tab.locator("#cites-1 .cited")
    assert cards.locator(".number").all_inner_texts() == ["1", "2", "3"]
    cards.nth(2).click()
    assert chosen_words(tab) == FIGURES[2][1]
    tab.get_by_role("button", name="All that is cited").click()
    assert cards.nth(2).is_visible()


def test_a_marker_in_another_view_leads_to_the_article_and_back(tab: Any, address: str) -> None:
    """From a card of a difference to its words and, with Escape, to the card again."""
    answered(tab, address)
    open_tab(tab, "Differences").locator(".marker").nth(1).click()
    assert chosen_words(tab) == FIGURES[1][1]
    tab.keyboard.press("Escape")
    assert tab.locator("#differences .marker").nth(1).is_visible()
