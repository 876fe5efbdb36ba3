"""What happens when a visitor asks, without Gradio: visits are values, and nothing of one reaches another."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripted import FIGURES, QUESTION, ScriptedEngine, default_sources

from ui.asked import Visit
from ui.exchange import Exchange
from ui.history import record_of, visit_of
from ui.taking import taken


@pytest.fixture(scope="module")
def exchange() -> Exchange:
    """An exchange over the scripted engine."""
    return Exchange(ScriptedEngine(default_sources(), FIGURES))


def asked(exchange: Exchange, question: str = QUESTION, visit: Visit | None = None) -> Visit:
    """The visit after a question was answered."""
    *_, last = exchange.ask(question, (), visit or Visit())
    return last.visit


def test_an_answer_grows_in_the_chat(exchange: Exchange) -> None:
    """The question stands there at once, then the answer, a statement longer each time."""
    first, *growing = exchange.ask(QUESTION, (), Visit())
    assert [who for who, _ in first.messages] == ["user"]
    lengths = [len(shown.messages[1][1]) for shown in growing]
    assert lengths == sorted(lengths) and lengths[0] < lengths[-1]


def test_a_failing_engine_ends_in_a_sentence(exchange: Exchange, caplog: pytest.LogCaptureFixture) -> None:
    """A visitor reads a sentence, the owner finds the trace in the log."""
    *_, last = exchange.ask("fail", (), Visit())
    assert "could not be answered" in last.messages[-1][1]
    assert "scripted failure" in caplog.text


def test_visitors_do_not_see_each_other(exchange: Exchange) -> None:
    """What a visit holds is in its own value; the exchange keeps nothing."""
    first, second = asked(exchange), asked(exchange, "Why?")
    assert [turn.question for turn in first.turns] == [QUESTION]
    assert [turn.question for turn in second.turns] == ["Why?"]


def test_an_edited_question_takes_the_place_of_itself_and_all_after_it(exchange: Exchange) -> None:
    """Messages are counted as the chat shows them: two a turn."""
    visit = asked(exchange, "Third", asked(exchange, "Second", asked(exchange, "First")))
    *_, last = exchange.edit("Another", 2, (), visit)
    assert [turn.question for turn in last.visit.turns] == ["First", "Another"]


def test_what_the_browser_keeps_gives_the_same_visit(exchange: Exchange) -> None:
    """A conversation that went to the browser and came back is equal to what it was."""
    visit = asked(exchange, "speech", asked(exchange))
    assert visit_of(record_of(visit)) == visit
    assert record_of(Visit()) == ""


@given(st.text() | st.lists(st.dictionaries(st.text(), st.text() | st.none())).map(json.dumps))
def test_any_other_record_is_an_empty_visit(record: str) -> None:
    """The browser's store is foreign text: what is no conversation is taken for nothing."""
    assert visit_of(record).answers == ()


def test_what_is_taken_away_is_what_was_wished_for(exchange: Exchange) -> None:
    """The newest answer or all, in a form that exists; nothing where there is no answer."""
    visit = asked(exchange, "Why?", asked(exchange))
    one, both = taken(visit, "json", "answer", ()), taken(visit, "json", "all", ())
    assert one and both
    assert json.loads(one.text)["question"] == "Why?"
    assert [each["question"] for each in json.loads(both.text)] == [QUESTION, "Why?"]
    assert taken(visit, "csv", "all", ()).text.startswith("\ufeff")
    assert taken(visit, "exe", "all", ()) is None
    assert taken(Visit(), "json", "all", ()) is None
