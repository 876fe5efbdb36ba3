"""Questions to go on with: made from what is cited, answered by the articles, never asked twice."""

from pathlib import Path

import pytest

from rag.engine import Engine
from rag.examples import what_is_said_by


@pytest.fixture(scope="module")
def engine(quarrel_folder: Path, quarrel_index: Path) -> Engine:
    """The engine over the ferry's articles."""
    return Engine.open(quarrel_folder, index=quarrel_index)


def test_follow_ups_are_answered_and_new(engine: Engine) -> None:
    """Each names a voice, a thing or an outlet of the cited articles, and the articles answer it."""
    answer = engine.ask("How many people were hurt?")
    offered = engine.follow_ups([answer])
    assert 1 <= len(offered) <= 3
    assert len(set(offered)) == len(offered)
    assert answer.question not in offered
    assert all(engine.ask(question).answered for question in offered)


def test_what_was_asked_before_is_not_offered_again(engine: Engine) -> None:
    """Not even in other case or punctuation."""
    first = engine.ask("How many people were hurt?")
    offered = engine.follow_ups([first])
    again = engine.ask(offered[0].upper().replace("?", " ?!"))
    assert offered[0] not in engine.follow_ups([again, first])


def test_nothing_is_offered_before_an_answer(engine: Engine) -> None:
    """There is nothing to make them from."""
    assert engine.follow_ups([]) == ()


def test_a_conversation_goes_on_after_earlier_answers(engine: Engine) -> None:
    """A conversation that is reopened knows what was asked in it."""
    before = engine.ask("How many people were hurt when the ferry struck the pier?")
    reopened = engine.conversation([before]).ask("who said that?")
    assert reopened.text == engine.ask("who said that?", history=[before.question]).text


def test_and_who_asks_for_the_word_of_the_one_named(engine: Engine) -> None:
    """ "And Petra Vance?" begins with what Petra Vance says of what was asked before."""
    answer = engine.ask("And Petra Vance?", history=["What caused the accident?"])
    assert answer.citations[0].holder == "Petra Vance"


@pytest.mark.parametrize(
    ("holder", "question"),
    [
        ("Detectives", "What do Detectives say?"),
        ("several people in Terrow", "What do several people in Terrow say?"),
        ("Greta Holm and Paul Reyes", "What do Greta Holm and Paul Reyes say?"),
        ("The teacher from Lisk", "What does the teacher from Lisk say?"),
        ("Ruben Davis", "What does Ruben Davis say?"),
        ("Brown", "What does Brown say?"),
        ("Armenians", "What do Armenians say?"),
    ],
)
def test_somebody_is_asked_for_in_the_number_of_the_name(holder: str, question: str) -> None:
    """Several people do say, one does; a name keeps its capital."""
    assert what_is_said_by(holder) == question
