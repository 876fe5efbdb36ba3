"""The same answers on an event loop: free meanwhile, cancellable, and with Ollama's own client as well."""

import asyncio
import copy
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from scripted_model import Scene, Stage, serving

from rag.answer import Answer
from rag.engine import Engine
from rag.settings import load_settings
from tests.awaited import awaited

QUESTION = "How many people were hurt?"
FAITHFUL = (
    "Eleven people were hurt, the coast guard said {=Eleven people}. More than 40 were hurt, said the union {=than 40}."
)


@pytest.fixture(scope="module")
def stage() -> Stage:
    return Stage()


@pytest.fixture(scope="module")
def url(stage: Stage) -> Iterator[str]:
    with serving(stage) as url:
        yield url


@pytest.fixture
def scene(stage: Stage) -> Scene:
    stage.scene = Scene(reply=FAITHFUL)
    return stage.scene


@pytest.fixture(scope="module", params=["openai-like:scripted@{url}/v1", "ollama:scripted@{url}"])
def engine(request: pytest.FixtureRequest, url: str, quarrel_folder: Path, quarrel_index: Path) -> Engine:
    llm = request.param.format(url=url)
    return Engine.open(quarrel_folder, index=quarrel_index, llm=llm, settings=load_settings(llm_seconds=30))


def test_both_paths_give_the_same_answer(engine: Engine, scene: Scene) -> None:
    """Each client, with and without an event loop, twice: a second loop finds no client of the first."""
    answers = [engine.ask(QUESTION), *(awaited(engine.aask(QUESTION)) for _ in range(2))]
    assert [answer.undrafted_because for answer in answers] == [None] * 3
    assert len({answer.text for answer in answers}) == 1
    assert answers[0].text.startswith("Eleven people were hurt, the coast guard said [1].")


def test_the_answer_grows_on_an_event_loop(engine: Engine, scene: Scene) -> None:
    """A verified sentence at a time, while the loop is free for others."""
    scene.pause, ticks = 0.03, 0

    async def asked() -> list[Answer]:
        async def tick() -> None:
            nonlocal ticks
            while True:
                await asyncio.sleep(0.01)
                ticks += 1

        ticking = asyncio.create_task(tick())
        answers = [answer async for answer in engine.astream(QUESTION)]
        ticking.cancel()
        return answers

    answers = awaited(asked())
    assert len(answers) >= 3
    assert answers[0].text == "Eleven people were hurt, the coast guard said [1]."
    assert ticks > 10


def test_cancelling_stops_the_model(engine: Engine, scene: Scene) -> None:
    """A question that is cancelled is cancelled at once, and the server is left."""
    scene.reply, scene.pause = FAITHFUL * 30, 0.05

    async def cancelled() -> float:
        asking = asyncio.create_task(engine.aask(QUESTION))
        while scene.sent < 5:
            await asyncio.sleep(0.02)
        started = time.monotonic()
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        return time.monotonic() - started

    assert awaited(cancelled()) < 1
    assert scene.left.wait(5)


@pytest.mark.parametrize("scenario", [{"fault": "cut"}, {"states": [401]}, {"reply": ""}])
def test_faults_end_in_the_quoted_answer(engine: Engine, scene: Scene, scenario: dict[str, object]) -> None:
    """On an event loop as elsewhere."""
    scene.__dict__.update(copy.deepcopy(scenario))
    answer = awaited(engine.aask(QUESTION))
    assert (answer.mode, answer.answered) == ("quotes", True)
    assert "these are the sources' own words" in answer.text


def test_time_is_kept(scene: Scene, url: str, quarrel_folder: Path, quarrel_index: Path) -> None:
    """A server that says nothing is left when the seconds are over."""
    scene.fault = "silent"
    settings, llm = load_settings(llm_seconds=1), f"openai-like:scripted@{url}/v1"
    engine = Engine.open(quarrel_folder, index=quarrel_index, llm=llm, settings=settings)
    started = time.monotonic()
    answer = awaited(engine.aask(QUESTION))
    assert "did not answer in time" in (answer.undrafted_because or "")
    assert time.monotonic() - started < 6


def test_a_busy_server_is_asked_again(engine: Engine, scene: Scene) -> None:
    """On an event loop as elsewhere."""
    scene.states = [429]
    assert awaited(engine.aask(QUESTION)).mode == "llm:scripted"


def test_a_conversation_on_an_event_loop(engine: Engine, scene: Scene) -> None:
    """It remembers too, and a declined question is given to no model."""

    async def talked() -> tuple[Answer, Answer]:
        chat = engine.conversation()
        first = await chat.aask(QUESTION)
        second = await chat.aask("What did Mayor Ibsen Quarles say?")
        assert [answer.question for answer in chat.answers] == [first.question, second.question]
        return first, second

    first, second = awaited(talked())
    assert (first.mode, second.answered, len(scene.asked)) == ("llm:scripted", False, 1)
