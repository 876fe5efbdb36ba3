"""What programs may call: three endpoints by name, with the contract's fields, and nothing else."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError
from serving import http, posted, served

from rag.engine import Engine
from rag.refusal import LONGEST_QUESTION

QUESTION = "How many people were hurt?"


@pytest.fixture(scope="module")
def engine(quarrel_folder: Path, quarrel_index: Path) -> Engine:
    return Engine.open(quarrel_folder, index=quarrel_index)


@pytest.fixture(scope="module")
def port(engine: Engine) -> Iterator[int]:
    """A real server over the quarrelling corpus."""
    with served(engine) as port:
        yield port


@pytest.fixture(scope="module")
def client(port: int) -> Iterator[Client]:
    client = Client(f"http://127.0.0.1:{port}", verbose=False, analytics_enabled=False)
    yield client
    client.close()


def contract(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer's fields without how long it took."""
    return {name: value for name, value in answer.items() if name != "timings_ms"}


def test_ask_gives_the_contract(client: Client, engine: Engine) -> None:
    """`ask` returns the same object that `parallax ask --json` prints."""
    given = client.predict(QUESTION, api_name="/ask")
    assert given["answered"]
    assert contract(given) == contract(json.loads(engine.ask(QUESTION).to_json()))


def test_ask_hears_the_sources_named_and_knows_what_was_asked_before(client: Client, engine: Engine) -> None:
    """`sources` keeps an answer to outlets; `history` is what a follow-up refers to."""
    given = client.predict(QUESTION, sources=["Harbour Gazette"], api_name="/ask")
    assert {citation["outlet"] for citation in given["citations"]} == {"Harbour Gazette"}
    before = "What did the crew warn of?"
    followed = client.predict("who said that?", [before], api_name="/ask")
    assert contract(followed) == contract(json.loads(engine.ask("who said that?", history=[before]).to_json()))


def test_disagreements_and_sources(client: Client, engine: Engine) -> None:
    """The corpus-wide list of differences, and the articles with what they say of themselves."""
    assert client.predict(api_name="/disagreements") == json.loads(engine.disagreements().to_json())
    listed = client.predict(api_name="/sources")
    assert [one["file"] for one in listed] == [source.file for source in engine.sources()]
    courier = next(one for one in listed if one["file"] == "courier.txt")
    assert (courier["outlet"], courier["date"]) == ("Tessel Courier", "2031-03-04")
    assert courier["sentences"] > 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((QUESTION, [], ["Nobody's Daily"]), 'no source is called "Nobody\'s Daily"; there are: Tessel Courier'),
        ((5,), "question cannot be used: Input should be a valid string"),
        ((QUESTION, "before"), "history cannot be used: Input should be a valid list"),
        ((QUESTION, [], [1]), "sources cannot be used: Input should be a valid string"),
    ],
)
def test_a_wrong_argument_is_told_in_a_sentence(
    client: Client, arguments: tuple[Any, ...], sentence: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """What a caller can mend reaches him in words, and leaves no trace in the log."""
    with pytest.raises(AppError, match=sentence):
        client.predict(*arguments, api_name="/ask")
    assert "Traceback" not in "".join(capfd.readouterr())


@pytest.mark.parametrize(
    "question", ["", " \n", "\x00\x07\x1b[31m\x9b", "\u202e\u2066", "x" * 100_000, "people " * 14_000, "有多少人受伤？"]
)
def test_no_question_is_too_odd(client: Client, question: str) -> None:
    """Nothing, control characters, a book and another script get a sentence."""
    given = client.predict(question, api_name="/ask")
    assert given["answered"] or given["declined_because"].endswith((".", f"{LONGEST_QUESTION:,}."))
    assert given["question"] == question


def test_half_a_character_is_answered(port: int) -> None:
    """A lone surrogate, which JSON can spell and UTF-8 cannot, is told in a sentence or answered."""
    begun = http(
        port,
        "POST",
        "/gradio_api/call/ask",
        '{"data": ["who was \\ud800 hurt?", [], []]}',
        content_type="application/json",
    )
    event = json.loads(begun.body)["event_id"]
    told = http(port, "GET", f"/gradio_api/call/ask/{event}").body.decode()
    assert "event: complete" in told or "question cannot be used" in told


def test_nothing_else_is_offered(port: int) -> None:
    """The list of endpoints has three names; no event of the page has one, nor answers to one."""
    info = json.loads(http(port, "GET", "/gradio_api/info").body)
    assert set(info["named_endpoints"]) == {"/ask", "/disagreements", "/sources"}
    assert info["unnamed_endpoints"] == {}
    events = json.loads(http(port, "GET", "/config").body)["dependencies"]
    assert {event["api_name"] for event in events if event["api_visibility"] == "private"} == {None}
    assert {event["api_name"] for event in events} == {None, "ask", "disagreements", "sources"}
    for name in ("asking", "lambda", "_lambda", "None", "null", ""):
        for route in ("run", "api", "call"):
            assert posted(port, f"/gradio_api/{route}/{name}", {"data": [QUESTION, None]}).status in {404, 405, 500}


def test_the_readme_shows_a_call_that_works(port: int, capsys: pytest.CaptureFixture[str]) -> None:
    """The example of the README, at this server and for an outlet of this corpus, prints an answer."""
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```\n(from gradio_client import Client\n.*?)```", readme, re.DOTALL)
    exec(example.replace("7860", str(port)).replace("have left", "were hurt").replace("IWPR", "Harbour Gazette"), {})
    assert "Harbour Gazette (6 March 2031)" in capsys.readouterr().out
