"""One good prompt as a system under test: plain retrieval, and a language model told to show the disagreement."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from eval.cited_places import CitedPlaces
from eval.model_failure import asking_a_model
from eval.prompt import Reply, ReplyDisagreement, read_reply, written_prompt
from rag.answer import Answer, Citation, Disagreement, Side, Statement

if TYPE_CHECKING:
    from llama_index.core.retrievers import BaseRetriever

CHUNKS = 5
SENTENCES = 80
"""The most sentences of the retrieved chunks that one prompt holds."""


class Completing(Protocol):
    """What is needed of LlamaIndex's `LLM`."""

    def complete(self, prompt: str) -> object:
        """The completion of a prompt; its text is what `str` makes of it."""


class PromptedSystem:
    """The sentences of the nearest chunks, numbered, and one question to a language model."""

    name = "prompt"

    def __init__(self, retriever: "BaseRetriever", places: CitedPlaces, llm: Completing) -> None:
        self._retriever = retriever
        self._places = places
        self._llm = llm

    def answer(self, question: str, history: Sequence[str]) -> Answer:
        """What the model replies, its numbers turned into citations; a reply of another form is a text without any."""
        sentences = self._sentences(question)
        with asking_a_model(self.name, question):
            text = str(self._llm.complete(written_prompt(question, history, sentences)))
        reply = read_reply(text)
        if reply is None:
            return Answer(question, True, text.strip(), (Statement(text.strip(), ()),), mode=f"llm:{self.name}")
        return _answer(question, reply, {sentence.number: sentence for sentence in sentences}, self.name)

    def _sentences(self, question: str) -> list[Citation]:
        """The sentences of the nearest chunks, each once, numbered through."""
        found: dict[tuple[str, int], Citation] = {}
        for node in (each.node for each in self._retriever.retrieve(question)):
            file, claimed = str(node.metadata["file_name"]), getattr(node, "start_char_idx", None)
            for sentence in self._places.sentences_within(file, node.get_content(), claimed):
                found.setdefault((file, sentence.start), sentence)
        return [replace(each, number=number) for number, each in enumerate(list(found.values())[:SENTENCES], start=1)]


def _answer(question: str, reply: Reply, sentences: dict[int, Citation], name: str) -> Answer:
    """The reply as an answer; numbers that no sentence has are dropped, they stand for nothing."""
    statements = [Statement(each.text, tuple(n for n in each.evidence if n in sentences)) for each in reply.statements]
    differences = [_difference(each, sentences) for each in reply.disagreements]
    numbers = [number for statement in statements for number in statement.citations]
    numbers += [number for each in differences for side in each.sides for number in side.citations]
    return Answer(
        question=question,
        answered=reply.answered,
        text=" ".join(each.text + "".join(f" [{number}]" for number in each.citations) for each in statements),
        sentences=tuple(statements),
        citations=tuple(sentences[number] for number in dict.fromkeys(numbers)),
        disagreements=tuple(differences),
        declined_because=None if reply.answered else "the model says that the sentences do not answer it",
        mode=f"llm:{name}",
    )


def _difference(reply: ReplyDisagreement, sentences: dict[int, Citation]) -> Disagreement:
    sides = tuple(
        Side(side.position, side.holders, tuple(number for number in side.evidence if number in sentences))
        for side in reply.sides
    )
    return Disagreement(reply.about, reply.relation, " / ".join(side.position for side in sides), sides)
