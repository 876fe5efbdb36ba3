"""LlamaIndex's CitationQueryEngine as a system under test, with the same encoder, its own defaults and prompt."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from corpus.patterns import regex
from eval.cited_places import CitedPlaces
from eval.model_failure import asking_a_model
from rag.answer import Answer, Citation, Statement

if TYPE_CHECKING:
    from llama_index.core import VectorStoreIndex
    from llama_index.core.llms import LLM

NOTHING_FOUND = "Empty Response"
"""What LlamaIndex answers where it retrieved nothing."""
_PREFIX = regex(r"\ASource \d+:\n")
_MARKER = regex(r"\[(\d+)\]")
_MARKED = regex(r"\s*\[\d+\]")
_SENTENCE = regex(r"\S.*?(?:[.!?](?:\s*\[\d+\])*(?=\s|$)|$)", re.DOTALL)


class CitationEngineSystem:
    """A language model's answer with the markers it wrote; each stands for a whole chunk."""

    name = "citation-engine"

    def __init__(self, engine: Any, places: CitedPlaces) -> None:
        self._engine = engine
        self._places = places

    @classmethod
    def over(cls, index: "VectorStoreIndex", places: CitedPlaces, llm: "LLM") -> "CitationEngineSystem":
        """The engine over an index, with a language model."""
        from llama_index.core.query_engine import CitationQueryEngine

        return cls(CitationQueryEngine.from_args(index, llm=llm), places)

    def answer(self, question: str, history: Sequence[str]) -> Answer:
        """What the engine writes; what was asked before is not looked at."""
        with asking_a_model(self.name, question):
            response = self._engine.query(question)
        text = str(response).strip()
        chunks = [self._chunk(number, found.node) for number, found in enumerate(response.source_nodes, start=1)]
        cited = {int(number) for number in _MARKER.findall(text)}
        return Answer(
            question=question,
            answered=text not in ("", NOTHING_FOUND),
            text=text,
            sentences=tuple(map(_statement, _SENTENCE.findall(text))),
            citations=tuple(chunk for chunk in chunks if chunk and chunk.number in cited),
            mode=f"llm:{self.name}",
        )

    def _chunk(self, number: int, node: Any) -> Citation | None:
        quote = _PREFIX.sub("", node.get_content()).removesuffix("\n")
        return self._places.citation(number, str(node.metadata["file_name"]), quote)


def _statement(text: str) -> Statement:
    return Statement(_MARKED.sub("", text).strip(), tuple(int(number) for number in _MARKER.findall(text)))
