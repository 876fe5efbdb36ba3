"""The conversation on the page, in a real Chromium over a scripted engine."""

import json
from typing import Any

import pytest
from browsing import answered, ask, chosen_words, marker, share
from scripted import EXAMPLES, FIGURES, FOLLOW_UPS, QUESTION

pytestmark = pytest.mark.browser


def test_first_words_come_within_half_a_second(tab: Any, address: str) -> None:
    """From Enter to the first words of an answer the page itself takes less than 500 ms, in the best of three."""
    tab.goto(address)
    tab.get_by_label("Your question").fill(QUESTION)
    took = []
    for turn in (1, 2, 3):
        start = tab.evaluate("performance.now()")
        tab.get_by_label("Your question").press("Enter")
        tab.wait_for_function(f"document.querySelectorAll('#chat .bot-row').length >= {turn}", polling=20)
        took.append(tab.evaluate("performance.now()") - start)
        tab.get_by_role("button", name="Ask", exact=True).wait_for()
        tab.get_by_label("Your question").fill(QUESTION)
    assert min(took) < 500 * share()


def test_an_answer_streams(tab: Any, address: str) -> None:
    """The first statement is there, and can be followed to its source, before the last one is."""
    ask(tab, address, "How many left, slowly?")
    marker(tab, 1).wait_for()
    assert marker(tab, 3).count() == 0
    assert tab.locator("#chat h4").count() == 0
    tab.locator("#chat h4").wait_for()


def test_hovering_a_marker_shows_outlet_date_and_quote(tab: Any, address: str) -> None:
    """The words stand beside the pointer; Escape puts them away; without a script the link's title has them."""
    answered(tab, address)
    first = marker(tab, 1)
    assert first.get_attribute("title").startswith("IWPR, 26 Sep 2023: Nearly 3,000 people")
    first.hover()
    words = tab.get_by_role("tooltip")
    words.wait_for()
    assert "IWPR · 26 Sep 2023" in words.inner_text()
    assert FIGURES[0][1] in words.inner_text()
    assert first.get_attribute("aria-describedby") == words.get_attribute("id")
    tab.keyboard.press("Escape")
    words.wait_for(state="hidden")


def test_a_marker_in_focus_shows_its_words_too(tab: Any, address: str) -> None:
    """Who has no pointer reads the same."""
    answered(tab, address)
    marker(tab, 3).focus()
    assert "according to Ann Author · denies it" in tab.get_by_role("tooltip").inner_text()


def test_the_differences_close_the_answer(tab: Any, address: str) -> None:
    """Each kind is a heading, each side a line with its holder and its marker."""
    answered(tab, address)
    assert tab.locator("#chat h4").inner_text() == "Figures for different days"
    sides = tab.locator("#chat h4 + ul > li")
    assert sides.count() == 3
    assert "figure <b>1</b>" in sides.first.inner_text() and "somebody" in sides.first.inner_text()


def test_an_example_question_is_asked_by_a_click(tab: Any, address: str) -> None:
    """The example questions ask themselves, and make room for the answer."""
    tab.goto(address)
    tab.get_by_role("button", name=QUESTION).click()
    marker(tab, 1).wait_for()
    assert not tab.get_by_role("button", name=EXAMPLES[1]).is_visible()


def test_follow_ups_are_offered_and_asked_by_a_click(tab: Any, address: str) -> None:
    """After an answer stand questions to go on with."""
    answered(tab, address)
    tab.get_by_role("button", name=FOLLOW_UPS[1]).click()
    marker(tab, 1, turn=2).wait_for()
    assert tab.locator("#chat .user-row").nth(1).inner_text().strip() == FOLLOW_UPS[1]


def test_a_declined_question_looks_different(tab: Any, address: str) -> None:
    """What the sources do not say is said so, with the nearest passage to open."""
    ask(tab, address, "What did the speech say?")
    declined = tab.locator("#chat blockquote")
    declined.wait_for()
    assert "No source speaks of a speech." in declined.inner_text()
    said = tab.locator("#chat .bot-row .prose > ul").first
    edge = "e => getComputedStyle(e).borderLeftWidth"
    assert (declined.evaluate(edge), said.evaluate(edge)) == ("4px", "0px")
    marker(tab, 1).click()
    assert chosen_words(tab) == FIGURES[0][1]


def test_a_question_is_edited_and_asked_again(tab: Any, address: str) -> None:
    """What is changed is asked in its place, and what came after it goes."""
    answered(tab, address)
    box = tab.get_by_label("Your question")
    box.fill("And why?")
    box.press("Enter")
    marker(tab, 1, turn=2).wait_for()
    tab.get_by_role("button", name="Ask", exact=True).wait_for()  # while an answer comes, the page scrolls with it
    tab.locator("#chat .user-row").first.get_by_label("Edit").click()
    tab.locator("#chat textarea").fill("How many, in all?")
    tab.get_by_label("Submit").click()
    tab.locator("#chat .user-row").get_by_text("How many, in all?").wait_for()
    tab.wait_for_function("document.querySelectorAll('#chat .user-row').length === 1")
    marker(tab, 1).wait_for()


def test_clear_starts_again(tab: Any, address: str) -> None:
    """After Clear the page is as it was at first."""
    answered(tab, address)
    tab.get_by_role("button", name="Clear", exact=True).click()
    tab.get_by_text("5 articles can be asked").wait_for()
    assert tab.locator("#chat a").count() == 0
    assert tab.get_by_role("button", name=EXAMPLES[1]).is_visible()


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
    marker(tab, 3, turn=2).wait_for()


def test_what_is_typed_while_an_answer_comes_stays(tab: Any, address: str) -> None:
    """A growing answer, its end, and Stop leave the words in the box alone, and a key that is no Enter asks nothing."""
    ask(tab, address, "How many left, slowly?")
    box = tab.get_by_label("Your question")
    marker(tab, 1).wait_for()
    assert box.input_value() == ""
    box.press_sequentially("And why")
    marker(tab, 3).wait_for()
    box.press_sequentially(" did they")
    tab.get_by_role("button", name="Copy with sources").wait_for()
    tab.wait_for_timeout(300)
    assert box.input_value() == "And why did they"
    assert tab.locator("#chat .user-row").count() == 1


def test_a_question_sent_while_an_answer_comes_is_asked_after_it(tab: Any, address: str) -> None:
    """Enter is kept in mind, however often it is pressed: the first answer becomes whole, then the second is given."""
    ask(tab, address, "How many left, slowly?")
    box = tab.get_by_label("Your question")
    marker(tab, 1).wait_for()
    box.fill("And why?")
    box.press("Enter")
    box.press("Enter")
    tab.get_by_text("asked as soon as this answer is whole").wait_for()
    assert box.input_value() == "And why?"
    marker(tab, 3, turn=2).wait_for()
    assert [row.strip() for row in tab.locator("#chat .user-row").all_inner_texts()] == [
        "How many left, slowly?",
        "And why?",
    ]
    assert marker(tab, 3).count() == 1
    assert box.input_value() == ""
    assert tab.get_by_text("asked as soon as this answer is whole").count() == 0


def test_a_waiting_question_that_is_changed_waits_for_enter(tab: Any, address: str) -> None:
    """Who goes on typing after Enter is not cut short: the question stays in the box until it is sent again."""
    ask(tab, address, "How many left, slowly?")
    box = tab.get_by_label("Your question")
    marker(tab, 1).wait_for()
    box.fill("And why?")
    box.press("Enter")
    tab.get_by_text("asked as soon as this answer is whole").wait_for()
    box.press_sequentially(" Since")
    tab.get_by_role("button", name="Copy with sources").wait_for()
    tab.wait_for_timeout(300)
    assert box.input_value() == "And why? Since"
    box.press("Enter")
    marker(tab, 3, turn=2).wait_for()


def test_stop_makes_way_for_the_waiting_question(tab: Any, address: str) -> None:
    """The stopped answer stays as far as it came, and what was sent meanwhile is asked at once."""
    ask(tab, address, "How many left, slowly?")
    box = tab.get_by_label("Your question")
    marker(tab, 1).wait_for()
    box.fill("And why?")
    box.press("Enter")
    tab.get_by_role("button", name="Stop", exact=True).click()
    marker(tab, 3, turn=2).wait_for()
    tab.wait_for_timeout(1500)
    assert marker(tab, 3).count() == 0
    assert tab.locator("#chat .user-row").count() == 2


def test_clear_drops_the_waiting_question(tab: Any, address: str) -> None:
    """Clear ends a growing answer, which no message of it survives, and what was to be asked after it is gone too."""
    ask(tab, address, "How many left, slowly?")
    box = tab.get_by_label("Your question")
    marker(tab, 1).wait_for()
    assert tab.locator('#chat [aria-label="Edit"]:visible').count() == 0
    box.fill("And why?")
    box.press("Enter")
    tab.get_by_role("button", name="Clear", exact=True).click()
    tab.get_by_text("5 articles can be asked").wait_for()
    tab.get_by_role("button", name="Ask", exact=True).wait_for()
    tab.wait_for_timeout(1500)
    assert tab.locator("#chat .user-row").count() == 0
    assert box.input_value() == ""


def test_a_question_typed_beside_an_example_that_is_answered(tab: Any, address: str) -> None:
    """A button asks without touching the box; a second press of it asks nothing more."""
    tab.goto(address)
    box = tab.get_by_label("Your question")
    box.fill("And why?")
    tab.get_by_role("button", name=EXAMPLES[1]).dblclick()
    marker(tab, 3).wait_for()
    tab.locator(".follow-ups button:visible").first.wait_for()
    assert box.input_value() == "And why?"
    assert tab.locator("#chat .user-row").count() == 1
    tab.get_by_role("button", name=FOLLOW_UPS[0]).click()
    box.press("Enter")
    marker(tab, 3, turn=3).wait_for()
    assert [row.strip() for row in tab.locator("#chat .user-row").all_inner_texts()] == [
        EXAMPLES[1],
        FOLLOW_UPS[0],
        "And why?",
    ]


def test_a_question_typed_while_the_address_is_answered(tab: Any, address: str) -> None:
    """Who opens ?q=… and sends a question at once gets both answers, the address's first."""
    tab.goto(f"{address}/?q=Why,%20slowly?")
    box = tab.get_by_label("Your question")
    box.fill("And why?")
    box.press("Enter")
    marker(tab, 3, turn=2).wait_for(timeout=20_000)
    assert [row.strip() for row in tab.locator("#chat .user-row").all_inner_texts()] == ["Why, slowly?", "And why?"]
    assert marker(tab, 3).count() == 1


def test_a_book_gets_a_sentence(tab: Any, address: str) -> None:
    """What is too long to be asked is answered with what to do."""
    ask(tab, address, "x" * 100_000)
    tab.locator("#chat").get_by_text("please ask in at most").wait_for()


@pytest.mark.parametrize("question", ["", " ", "\x00\x07", "?!"])
def test_an_empty_question_leaves_no_turn(tab: Any, address: str, question: str) -> None:
    """Nothing, and signs alone, bring a hint beside the box until a letter is typed; the chat stays as it was."""
    answered(tab, address)
    box, hint = tab.get_by_label("Your question"), tab.get_by_text("Type a question, in a few words")
    box.fill(question)
    box.press("Enter")
    hint.wait_for()
    assert tab.get_by_role("button", name="Ask", exact=True).is_visible()
    assert tab.locator("#chat .user-row").count() == tab.locator("#chat .bot-row").count() == 1
    box.press_sequentially("W")
    assert hint.count() == 0


def test_an_address_that_asks_nothing_leaves_no_empty_turn(tab: Any, address: str) -> None:
    """?q=%20 is answered with what to do, under no question, and the next question takes its place."""
    tab.goto(f"{address}/?q=%20")
    tab.locator("#chat").get_by_text("Type a question, in a few words").wait_for()
    assert tab.locator("#chat .user-row").count() == 0
    box = tab.get_by_label("Your question")
    box.fill(QUESTION)
    box.press("Enter")
    marker(tab, 3).wait_for()
    assert tab.locator("#chat .bot-row").count() == 1


def test_reopening_stops_a_growing_answer(tab: Any, address: str) -> None:
    """A former conversation chosen while an answer comes is shown and stays, here and as the browser keeps it."""
    answered(tab, address)
    tab.wait_for_function("localStorage.length > 0")
    tab.goto(address)
    box = tab.get_by_label("Your question")
    box.fill("How many left, slowly?")
    box.press("Enter")
    marker(tab, 1).wait_for()
    tab.get_by_text("History").click()
    tab.locator(".history").get_by_role("button", name=QUESTION).click()
    tab.locator("#chat .user-row").get_by_text(QUESTION).wait_for()
    tab.get_by_role("button", name="Ask", exact=True).wait_for()
    tab.wait_for_timeout(4000)
    assert tab.locator("#chat .user-row").all_inner_texts() == [QUESTION]
    kept = tab.evaluate("JSON.parse(localStorage.getItem(localStorage.key(0)))")
    records = {one["title"]: [turn["question"] for turn in json.loads(one["record"])] for one in kept}
    assert records == {QUESTION: [QUESTION], "How many left, slowly?": ["How many left, slowly?"]}
    box.fill("And why?")
    box.press("Enter")
    marker(tab, 3, turn=2).wait_for()


def test_a_conversation_is_kept_in_the_browser_and_reopened(tab: Any, address: str) -> None:
    """After the page is loaded anew, a former conversation is chosen from the list, and its markers still open."""
    answered(tab, address)
    tab.wait_for_function("localStorage.length > 0")
    tab.goto(address)
    tab.get_by_text("History").click()
    tab.locator(".history").get_by_role("button", name=QUESTION).click()
    marker(tab, 2).click()
    assert chosen_words(tab) == FIGURES[1][1]
    tab.get_by_text("History").click()
    tab.get_by_role("button", name="Forget all").click()
    assert tab.evaluate("localStorage.length") == 0


def test_the_lines_of_the_history_stay_under_the_pointer(tab: Any, address: str) -> None:
    """Opening the list makes no line anew: a button that went away between press and release would not be clicked."""
    answered(tab, address)
    tab.wait_for_function("localStorage.length > 0")
    tab.goto(address)
    line = tab.locator(".history li button")
    line.wait_for(state="attached")
    before = line.element_handle()
    tab.get_by_text("History").click()
    line.wait_for()
    tab.wait_for_timeout(200)
    assert before.evaluate("button => button.isConnected")


def test_a_reopened_conversation_is_kept_once(tab: Any, address: str) -> None:
    """A page that tells of its emptiness late, when a conversation was chosen already, keeps it under its own name."""
    answered(tab, address)
    tab.wait_for_function("localStorage.length > 0")
    tab.goto(address)
    tab.wait_for_timeout(1000)  # a page hears clicks a moment after its buttons are there
    tab.locator(".history li button").evaluate("button => { button.click(); window.parallax.remember(''); }")
    marker(tab, 2).wait_for()
    tab.get_by_role("button", name=FOLLOW_UPS[1]).click()
    marker(tab, 1, turn=2).wait_for()
    kept = "JSON.parse(localStorage.getItem('parallax-conversations'))"
    tab.wait_for_function(f"JSON.parse({kept}[0].record).length === 2")
    assert tab.evaluate(f"{kept}.length") == 1


def test_a_damaged_conversation_is_not_written_over(tab: Any, address: str) -> None:
    """Chosen from the list it shows nothing, and what is asked next is kept beside it."""
    tab.goto(address)
    damaged = {"id": "1", "title": "What was that?", "when": 1_900_000_000_000, "record": "[{"}
    tab.evaluate("one => localStorage.setItem('parallax-conversations', JSON.stringify([one]))", damaged)
    tab.goto(address)
    tab.get_by_text("History").click()
    tab.locator(".history").get_by_role("button", name="What was that?").click()
    tab.get_by_label("Your question").fill(QUESTION)
    tab.get_by_label("Your question").press("Enter")
    marker(tab, 1).wait_for()
    kept = "JSON.parse(localStorage.getItem('parallax-conversations'))"
    tab.wait_for_function(f"{kept}.length === 2")
    assert tab.evaluate(f"{kept}.map(one => one.title)") == [QUESTION, "What was that?"]


def test_visitors_do_not_share_a_history(tab: Any, address: str, browser: Any) -> None:
    """What one browser keeps, another does not have."""
    answered(tab, address)
    other = browser.new_context()
    page = other.new_page()
    page.goto(address)
    page.get_by_text("History").click()
    assert page.locator(".history li").count() == 0
    other.close()


def test_an_address_reopens_its_question(tab: Any, address: str, scripted_engine: Any) -> None:
    """?q=…&outlet=… asks at once, of these outlets only, and the answer offers the same address again."""
    tab.goto(f"{address}/?q=Why%20now%3F&outlet=IWPR&outlet=IRIA")
    marker(tab, 1).wait_for()
    assert tab.locator("#chat .user-row").inner_text().strip() == "Why now?"
    assert scripted_engine.heard[-1] == ("IWPR", "IRIA")
    tab.get_by_text("The next question is asked only of IRIA, IWPR").wait_for()
    link = tab.locator("#pane .permalink").get_attribute("href")
    assert link == "?q=Why+now%3F&outlet=IWPR&outlet=IRIA"
