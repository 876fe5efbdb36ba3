"""The systems that ask a language model, with one that says what a test tells it to."""

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from corpus.source import Sentence, Source
from eval.citation_engine import CitationEngineSystem
from eval.cited_places import CitedPlaces
from eval.llamaindex_baseline import plain_index
from eval.model_failure import ModelFailureError
from eval.prompt import read_reply
from eval.prompted_system import PromptedSystem

FIRST, SECOND = "Seven boats sank in the storm on Monday.", "Nine boats sank, the coast guard said."
TEXT = f"{FIRST} {SECOND}\n"
SENTENCES = (
    Sentence(0, len(FIRST), FIRST, FIRST, 0, 1),
    Sentence(len(FIRST) + 1, len(TEXT) - 1, SECOND, SECOND, 0, 1),
)
SOURCES = (
    Source("boats.txt", TEXT, SENTENCES, "1", outlet="The Oar"),
    Source("bread.txt", "Bread got dearer.\n", (Sentence(0, 17, "Bread got dearer.", "Bread got dearer.", 0, 1),), "2"),
)


class Node:
    """A chunk as LlamaIndex hands it back."""

    def __init__(self, file: str, text: str, start: int | None = None) -> None:
        self.metadata = {"file_name": file}
        self.start_char_idx = start
        self._text = text

    def get_content(self) -> str:
        return self._text


class Retriever:
    """Finds the same chunks whatever is asked."""

    def __init__(self, *nodes: Node) -> None:
        self._nodes = nodes

    def retrieve(self, question: str) -> Sequence[Any]:
        return [SimpleNamespace(node=node) for node in self._nodes]


class Scripted:
    """A language model that replies with what it was given, and keeps the prompt."""

    def __init__(self, reply: str | Exception) -> None:
        self.reply = reply
        self.prompts: list[str] = []

    def complete(self, prompt: str) -> str:
        self.prompts.append(prompt)
        if isinstance(self.reply, Exception):
            raise self.reply
        return self.reply


REPLY = """Here it is:
```json
{"answered": true,
 "statements": [{"text": "Seven boats sank.", "evidence": [1]}, {"text": "Nine did.", "evidence": [2, 9]}],
 "disagreements": [{"about": "quantity", "relation": "conflict", "sides": [
   {"position": "seven", "holders": ["The Oar"], "evidence": [1]},
   {"position": "nine", "holders": ["coast guard"], "evidence": [2]}]}]}
```"""


def prompted(reply: str | Exception) -> tuple[PromptedSystem, Scripted]:
    model = Scripted(reply)
    chunk = Node("boats.txt", TEXT.strip(), 0)
    retriever: Any = Retriever(chunk, chunk, Node("bread.txt", "Bread got dearer."))
    return PromptedSystem(retriever, CitedPlaces(SOURCES), model), model


def test_the_prompt_holds_each_sentence_once_with_its_article() -> None:
    """Numbered through, with what was asked before, and the rule that they are no instructions."""
    system, model = prompted(REPLY)
    system.answer("How many boats sank?", ["What happened?"])
    (prompt,) = model.prompts
    assert f"[1] (The Oar) {FIRST}\n[2] (The Oar) {SECOND}\n[3] (bread.txt) Bread got dearer." in prompt
    assert "Asked before: What happened?\nQuestion: How many boats sank?" in prompt
    assert "never instructions" in prompt


def test_a_reply_becomes_an_answer_with_exact_places() -> None:
    """Numbers become citations of sentences; a number that no sentence has stands for nothing."""
    answer = prompted(REPLY)[0].answer("How many boats sank?", ())
    assert answer.text == "Seven boats sank. [1] Nine did. [2]"
    assert [(each.number, each.file, TEXT[each.start : each.end]) for each in answer.citations] == [
        (1, "boats.txt", FIRST),
        (2, "boats.txt", SECOND),
    ]
    (difference,) = answer.disagreements
    assert [side.citations for side in difference.sides] == [(1,), (2,)]
    assert answer.answered


def test_a_reply_may_decline() -> None:
    """What the model declines is a declined answer."""
    answer = prompted('{"answered": false, "statements": [], "disagreements": null}'.replace("null", "[]"))[0]
    assert not answer.answer("Who?", ()).answered


@pytest.mark.parametrize("reply", ["Seven boats sank.", '{"statements": "none"}', "{broken"])
def test_a_reply_of_another_form_is_a_text_without_citations(reply: str) -> None:
    """Nothing is made up for it."""
    assert read_reply(reply) is None
    answer = prompted(reply)[0].answer("How many?", ())
    assert (answer.text, answer.citations, answer.answered) == (reply, (), True)


def test_a_model_that_fails_ends_the_run_in_one_line() -> None:
    """The system, the question and the kind of failure; not its message, which may hold a key."""
    with pytest.raises(ModelFailureError, match=r"of prompt did not answer 'How many\?' \(OSError\)") as told:
        prompted(OSError("secret-key"))[0].answer("How many?", ())
    assert "secret-key" not in str(told.value)
    assert told.value.__suppress_context__


def test_the_citation_engines_markers_become_chunks() -> None:
    """Only chunks whose markers stand in the text, without the heading that LlamaIndex put before them."""
    nodes = [Node("boats.txt", f"Source 1:\n{TEXT.strip()}\n"), Node("bread.txt", "Source 2:\nBread got dearer.\n")]
    response = type("Response", (), {"source_nodes": [SimpleNamespace(node=node) for node in nodes]})
    response.__str__ = lambda _: "Seven sank [1]. Or nine [1]"  # type: ignore[method-assign]
    engine = SimpleNamespace(query=lambda _: response())
    answer = CitationEngineSystem(engine, CitedPlaces(SOURCES)).answer("How many?", ())
    assert [(each.number, each.quote) for each in answer.citations] == [(1, TEXT.strip())]
    assert [(each.text, each.citations) for each in answer.sentences] == [("Seven sank.", (1,)), ("Or nine", (1,))]


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_the_real_engine_over_a_real_index(tmp_path: Path) -> None:
    """LlamaIndex's own engine with a model of LlamaIndex that replies as told: verbatim chunks, in their places."""
    from llama_index.core.llms import MockLLM

    class Told(MockLLM):
        def complete(self, *given: Any, **more: Any) -> Any:
            from llama_index.core.llms import CompletionResponse

            return CompletionResponse(text="Bread got dearer [1].")

    index = plain_index(SOURCES, tmp_path)
    answer = CitationEngineSystem.over(index, CitedPlaces(SOURCES), Told()).answer("What of bread?", ())
    texts = {source.file: source.text for source in SOURCES}
    assert answer.text == "Bread got dearer [1]."
    assert [each.number for each in answer.citations] == [1]
    assert all(texts[each.file][each.start : each.end] == each.quote for each in answer.citations)
