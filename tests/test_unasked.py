"""What asks for nothing that articles could tell, and what is asked over and over."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rag.answer import Answer
from rag.engine import Engine
from rag.repeated import once
from rag.unasked import NOTHING_ASKED


@pytest.fixture(scope="module")
def engine(quarrel_folder: Path, quarrel_index: Path) -> Engine:
    return Engine.open(quarrel_folder, index=quarrel_index)


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "Hi there!",
        "thanks",
        "Thank you very much.",
        "asdf",
        "qwer asdf yxcv",
        "why?",
        "how many",
        "ok",
        "12345",
    ],
)
def test_nothing_asked_is_declined_in_one_sentence(engine: Engine, text: str) -> None:
    """A greeting, keys struck at random and question words alone quote nothing, and are told what can be asked."""
    answer = engine.ask(text)
    assert not answer.answered
    assert answer.text == answer.declined_because == NOTHING_ASKED
    assert answer.citations == answer.related == ()


def test_who_compares_nothing_is_told_what_lists_all_differences(engine: Engine) -> None:
    """A question that compares, and names neither a matter nor the articles, is told what to name."""
    assert "parallax disagreements" in engine.ask("Is there a conflict?").text


def test_thanks_do_not_ask_again(engine: Engine) -> None:
    """After an answer, thanks are not taken for its question."""
    chat = engine.conversation()
    chat.ask("How many people were hurt?")
    assert chat.ask("Thanks!").text == NOTHING_ASKED
    assert chat.ask("and who said so?").answered


@pytest.mark.parametrize(
    "question", ["Hello, how many people were hurt?", "rudder", "Whom does the union thank or blame?"]
)
def test_what_is_asked_politely_is_answered(engine: Engine, question: str) -> None:
    """A word of courtesy before a question, and one word that the articles have, are no idle talk."""
    assert engine.ask(question).answered


def test_nothing_is_near_to_what_shares_no_word(engine: Engine) -> None:
    """A question of another matter is declined without sentences that have nothing to do with it."""
    answer = engine.ask("What do whales eat?")
    assert answer.text == "The sources do not say. None of them speaks of it."
    assert answer.citations == ()


@pytest.mark.parametrize("repeated", ["{0} " * 70, "{0}" * 3, "{0}\n{0}\n\n{0}", "{0} Why? {0}"])
def test_a_repeated_question_is_asked_once(engine: Engine, repeated: str) -> None:
    """However often it stands there, the answer is that of the question."""
    question = "How many people were hurt?"
    asked, plain = engine.ask(repeated.format(question)), engine.ask(question)
    assert asked.answered
    if "Why" not in repeated:
        assert replace(asked, question="", timings_ms={}) == replace(plain, question="", timings_ms={})


def test_a_question_word_is_no_name(engine: Engine) -> None:
    """Repeated without a question mark, or after a comma, its capital makes no name of it."""
    answers: list[Answer] = [engine.ask("How many people were hurt " * 9), engine.ask("Tell me, How many were hurt")]
    assert all(answer.answered for answer in answers)


def test_a_name_may_say_a_word_twice() -> None:
    """Initials and doubled words are left as they are."""
    for text in ("What did J. J. Moe say?", "Where is Baden Baden?", "It rose. It fell. Why?"):
        assert once(text) == text


@given(
    words=some.lists(some.sampled_from(["who", "left", "Ilse", "why"]), min_size=2, max_size=5),
    times=some.integers(2, 6),
)
def test_once_is_once(words: list[str], times: int) -> None:
    """What is left of a repetition has no repetition, and holds every word."""
    text = " ".join(words)
    left = once(f"{text}? " * times)
    assert once(left) == left
    assert set(left.replace("?", "").split()) == set(words)
