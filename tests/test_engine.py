"""The engine from question to answer, over a small quarrelling corpus with its real index."""

import itertools
import json
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import FolderNotFoundError
from index.generation import IndexMissingError
from rag.answer import Answer
from rag.engine import Engine
from rag.naming import UnknownSourceError
from rag.refusal import QuestionError
from tests.awaited import awaited

FIGURES = {"Eleven", "19", "40", "Nineteen"}


@pytest.fixture(scope="module")
def engine(quarrel_folder: Path, quarrel_index: Path) -> Engine:
    return Engine.open(quarrel_folder, index=quarrel_index)


def test_every_side_of_a_figure_is_given(engine: Engine) -> None:
    """A contested number is answered with the figures of all who give one, each cited."""
    answer = engine.ask("How many people were hurt?")
    assert answer.answered
    assert all(figure in answer.text for figure in ("Eleven", "19", "40"))
    assert {citation.file for citation in answer.citations} >= {"courier.txt", "harbour.txt", "union.md"}


def test_every_citation_is_verbatim_in_its_file(engine: Engine, quarrel_folder: Path) -> None:
    """Whatever is asked, each quote is the decoded file's text at its offsets, and each marker has a citation."""
    for question in ("Why did it happen?", "Who is to blame?", "What will repairs cost?", "is the pier open"):
        answer = engine.ask(question)
        for citation in answer.citations:
            text = (quarrel_folder / citation.file).read_bytes().decode("utf-8-sig")
            assert text[citation.start : citation.end] == citation.quote
            assert text[: citation.start].count("\n") + 1 == citation.line
        numbers = {citation.number for citation in answer.citations}
        assert {number for statement in answer.sentences for number in statement.citations} <= numbers
        assert all(statement.citations for statement in answer.sentences)


def test_a_name_that_no_source_mentions_is_declined(engine: Engine) -> None:
    """The answer says what is missing, and cites only what comes nearest."""
    answer = engine.ask("What did Wilhelmina Zorkov say about the rudder?")
    assert not answer.answered
    assert "Zorkov" in (answer.declined_because or "")
    assert answer.related == tuple(citation.number for citation in answer.citations)


def test_a_source_that_is_named_answers_first(engine: Engine) -> None:
    """A question that names an outlet is led there."""
    answer = engine.ask("What does the Harbour Gazette say about people hurt?")
    assert answer.citations[0].outlet == "Harbour Gazette"


def test_only_the_sources_asked_for_are_heard(engine: Engine) -> None:
    """A filter by outlet is obeyed, and a name that fits none is an error."""
    answer = engine.ask("How many people were hurt?", sources=["Seafarers' Voice"])
    assert {citation.file for citation in answer.citations} == {"union.md"}
    with pytest.raises(UnknownSourceError):
        engine.ask("How many?", sources=["The Void"])


def test_a_conversation_remembers(engine: Engine) -> None:
    """A follow-up is understood from the question before; another conversation knows nothing of it."""
    chat = engine.conversation()
    chat.ask("What did the harbour board say about the rudder?")
    assert "in perfect order" in chat.ask("and who said that?").text
    assert [answer.question for answer in chat.answers][1] == "and who said that?"
    assert engine.conversation().answers == []


def test_a_stream_grows_into_the_answer(engine: Engine) -> None:
    """Each piece is a valid answer, its text a beginning of the next, and the last one is whole."""
    pieces = list(engine.conversation().stream("How many people were hurt?"))
    whole = engine.ask("How many people were hurt?")
    assert len(pieces) > 1
    assert all(later.text.startswith(earlier.text) for earlier, later in itertools.pairwise(pieces))
    assert pieces[-1].text == whole.text
    assert pieces[-1].citations == whole.citations


def test_the_contract_survives_json(engine: Engine) -> None:
    """What `to_json` writes is one line that reads back as `to_dict`, with the id first."""
    answer = engine.ask("How many people were hurt?")
    line = answer.to_json("q1")
    assert "\n" not in line
    assert line.startswith('{"id": "q1"')
    assert json.loads(line)["text"] == answer.text


@pytest.mark.parametrize(
    "question", ["?!", "\x00\x1b[31m", "x" * 100_000, "Сколько людей пострадало?", "🦆", "how many " * 2000]
)
def test_no_question_is_too_odd(engine: Engine, question: str) -> None:
    """Unspeakable, endless, foreign and senseless questions get an answer or are declined, never an error."""
    answer = engine.ask(question)
    assert answer.answered or answer.declined_because


@pytest.mark.parametrize(
    ("question", "told"), [(None, "not None"), (3, "not 3"), ("", "'' is empty"), (" \n", "is empty")]
)
def test_what_is_no_question_is_named(engine: Engine, question: Any, told: str) -> None:
    """However it is asked, another type or nothing at all is an error that says what to give."""

    async def last(answers: AsyncIterator[Answer]) -> Answer:
        return [answer async for answer in answers][-1]

    asked: list[Callable[[], object]] = [
        lambda: engine.ask(question),
        lambda: [*engine.stream(question)],
        lambda: awaited(engine.aask(question)),
        lambda: awaited(last(engine.astream(question))),
        lambda: engine.retrieve(question),
        lambda: engine.conversation().ask(question),
    ]
    for ask in asked:
        with pytest.raises(QuestionError, match=told):
            ask()


@pytest.mark.parametrize("history", ["Who was hurt?", 3, [None], ["Who was hurt?", 3]])
def test_a_history_is_a_list_of_questions(engine: Engine, history: Any) -> None:
    """A bare text would be read letter by letter; it and other types are named."""
    with pytest.raises(QuestionError, match="history"):
        engine.ask("Who said so?", history=history)


def test_open_builds_nothing(tmp_path: Path, quarrel_folder: Path) -> None:
    """Opening a folder without an index raises, names the command, and leaves no trace."""
    missing = tmp_path / "index"
    with pytest.raises(IndexMissingError, match=f"parallax index {quarrel_folder} --index {missing}"):
        Engine.open(quarrel_folder, index=missing)
    assert not missing.exists()


def test_the_examples_are_answered(engine: Engine) -> None:
    """The questions offered to begin with are made from the articles, distinct, and answered by them."""
    examples = engine.examples()
    assert len(set(examples)) == 4
    assert all(engine.ask(example).answered for example in examples)


def test_a_folder_that_is_not_there_is_not_said_to_lack_an_index(tmp_path: Path) -> None:
    """A misspelt folder is told as such; no command is named that would not help."""
    with pytest.raises(FolderNotFoundError, match="nowhere does not exist"):
        Engine.open(tmp_path / "nowhere", index=tmp_path / "index")


def test_an_engine_over_another_folder_shares_the_models(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is loaded anew, the other folder is indexed and answered from, and this engine's own is left alone."""
    monkeypatch.setattr("rag.parts.load_encoder", None)
    monkeypatch.setattr("rag.parts.load_selector", None)
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "a.txt").write_text("The mill burnt down on Monday. Nobody was hurt.\n")
    other, report = engine.over(folder, tmp_path / "index")
    assert report.added == ("a.txt",)
    assert other.ask("When did the mill burn down?").citations[0].file == "a.txt"
    assert "a.txt" not in {source.file for source in engine.sources()}


def test_an_endless_question_costs_nothing(engine: Engine) -> None:
    """A book of the corpus's own words, as the question or among the earlier ones, is not read."""
    started = time.process_time()
    declined = engine.ask("How many people were hurt? " * 4000)
    engine.ask("and who said so?", history=["How many people were hurt? " * 4000])
    assert declined.declined_because == "That is 108,000 characters long; please ask in at most 2,000."
    assert time.process_time() - started < 5
