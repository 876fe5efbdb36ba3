"""The views beside the conversation, in a real Chromium over a scripted engine."""

from typing import Any

import pytest
from browsing import answered, ask, chosen_words, marker, open_tab
from scripted import FIGURES

pytestmark = pytest.mark.browser


def test_a_difference_is_a_card(tab: Any, address: str) -> None:
    """Its kind in plain words, what it is about, and each side with holder, outlet, date and quote."""
    answered(tab, address)
    card = open_tab(tab, "Differences").locator(".difference")
    assert card.get_by_role("heading").inner_text() == "Figures for different days"
    assert card.locator(".about").inner_text() == "about how much, how many"
    voices = card.locator(".voice").all_inner_texts()
    assert "IWPR · 26 Sep 2023 [1]" in voices[0].replace("\n", " ") and FIGURES[0][1] in voices[0]
    assert voices[2].startswith("Ann Author in Mass Exodus") and "denies it" in voices[2]


def test_the_tab_counts_the_differences(tab: Any, address: str) -> None:
    """How many there are is seen without opening it, and read out with its name."""
    answered(tab, address)
    tab.get_by_role("tab", name="Differences, 1 found").wait_for()


def test_who_says_what_is_a_grid(tab: Any, address: str) -> None:
    """Positions are rows and sources columns; a cell has its marker, and is empty where the source is silent."""
    answered(tab, address)
    panel = open_tab(tab, "Who says what")
    heads = panel.locator("thead th .outlet").all_inner_texts()
    assert heads[:2] == ["IWPR", "The Caspian Post"] and len(heads) == 5
    row = panel.get_by_role("row").filter(has_text="figure <b>1</b>")
    assert row.locator("td").first.inner_text().strip() == "[1]"
    assert row.locator("td.silent").count() == 4
    row.locator(".marker").hover()
    assert FIGURES[0][1] in tab.get_by_role("tooltip").inner_text()
    row.locator(".marker").click()
    assert chosen_words(tab) == FIGURES[0][1]


@pytest.mark.parametrize("width", [1280, 400])
def test_a_wide_grid_scrolls_in_its_own_box(tab: Any, address: str, width: int) -> None:
    """However narrow the view, only the grid moves sideways: neither the view around it nor the page does."""
    tab.set_viewport_size({"width": width, "height": 900})
    answered(tab, address)
    panel = open_tab(tab, "Who says what")
    overflows = "e => e.scrollWidth > e.clientWidth"
    assert not panel.evaluate(overflows)
    assert not tab.locator("html").evaluate(overflows)
    assert panel.locator(".grid").evaluate(overflows) == (width == 400)


def test_a_difference_has_one_colour(tab: Any, address: str) -> None:
    """In the answer as on its card, by its kind; the heading in the answer leads to the card."""
    answered(tab, address)
    colour = "e => getComputedStyle(e).color"
    told = tab.locator("#chat h4 a")
    beside = open_tab(tab, "Differences").locator(".difference h3")
    assert told.evaluate(colour) == beside.evaluate(colour)
    open_tab(tab, "Corpus")
    told.click()
    beside.wait_for()


def test_figures_stand_in_order_of_time(tab: Any, address: str) -> None:
    """A native plot with a mark for each figure that says its comparator, and the same as a table."""
    answered(tab, address)
    panel = open_tab(tab, "Timeline")
    panel.locator(".figures text").nth(2).wait_for()
    figures = ["nearly 3,000 people", "up to 42,500 people", "more than 100,000 people"]
    assert panel.locator(".figures text").all_text_contents() == figures
    sources = ["IWPR", "The Caspian Post", "Mass Exodus in Nagorno-Karabakh Sparks Ethnic Cleansing Claims"]
    told = [mark.get_attribute("aria-label") for mark in panel.locator(".plot_marks path").all()]
    assert all(f"source: {name}" in words for name, words in zip(sources, told, strict=True))
    assert panel.locator(".figure").all_inner_texts() == figures
    assert panel.locator("td:first-child").all_inner_texts() == ["25 Sep 2023", "27 Sep 2023", "30 Sep 2023"]
    panel.locator(".marker").nth(1).click()
    assert chosen_words(tab) == FIGURES[1][1]


def test_an_answer_without_figures_says_so(tab: Any, address: str) -> None:
    """Where nothing can be compared, each view says it in a sentence."""
    ask(tab, address, "What did the speech say?")
    marker(tab, 1).wait_for()
    assert "no figures of one thing" in open_tab(tab, "Timeline").inner_text()
    assert "No difference among the sources" in open_tab(tab, "Differences").inner_text()
    assert "no positions" in open_tab(tab, "Who says what").inner_text()


def test_the_views_follow_the_answer_that_is_read(tab: Any, address: str) -> None:
    """Opening a passage of an earlier answer shows that answer's views."""
    answered(tab, address)
    tab.get_by_label("Your question").fill("What did the speech say?")
    tab.get_by_label("Your question").press("Enter")
    marker(tab, 1, turn=2).wait_for()
    assert open_tab(tab, "Differences").locator(".difference:visible").count() == 0
    marker(tab, 1).click()
    assert open_tab(tab, "Differences").locator(".difference:visible").count() == 1


def test_the_plot_stands_beside_its_own_figures_only(tab: Any, address: str) -> None:
    """Beside an earlier answer the newest one's plot is away, its own table there; beside the newest it is back."""
    answered(tab, address)
    marks = open_tab(tab, "Timeline").locator(".plot_marks path")
    marks.first.wait_for()
    tab.get_by_label("Your question").fill("How many in all?")
    tab.get_by_label("Your question").press("Enter")
    marker(tab, 3, turn=2).wait_for()
    tab.get_by_role("button", name="Copy with sources").wait_for()
    marks.first.wait_for()
    marker(tab, 1).click()
    assert open_tab(tab, "Timeline").locator(".figure:visible").count() == 3
    assert tab.locator(".plot_marks:visible").count() == 0
    marker(tab, 1, turn=2).click()
    open_tab(tab, "Timeline")
    marks.first.wait_for()


def test_the_corpus_is_listed(tab: Any, address: str) -> None:
    """Each article with title, outlet, date, length and claims, and where all of them differ, with words to open."""
    tab.goto(address)
    panel = open_tab(tab, "Corpus")
    first = panel.locator(".known li").first.inner_text()
    assert all(part in first for part in ("The Caspian Post · 27 Sep 2023", "Why are Ethnic Armenians", "words"))
    assert "0 claims" in first
    panel.locator(".difference .marker").nth(1).click()
    assert chosen_words(tab) == FIGURES[1][1]


def test_the_next_question_obeys_the_filter(tab: Any, address: str, scripted_engine: Any) -> None:
    """Outlets that are ticked are the only ones heard, and a note beside the question says so."""
    tab.goto(address)
    open_tab(tab, "Corpus").get_by_role("checkbox", name="IWPR").check()
    tab.get_by_text("The next question is asked only of IWPR").wait_for()
    tab.get_by_label("Your question").fill("Why?")
    tab.get_by_label("Your question").press("Enter")
    marker(tab, 1).wait_for()
    assert scripted_engine.heard[-1] == ("IWPR",)
