"""Plain LlamaIndex as a system under test: the nearest of its chunks handed back."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.source import Source
from eval.cited_places import CitedPlaces
from eval.plain_llamaindex import CHUNKS, build_index
from rag.answer import Answer, Citation, Statement

if TYPE_CHECKING:
    from llama_index.core import VectorStoreIndex
    from llama_index.core.retrievers import BaseRetriever
    from llama_index.core.schema import BaseNode


class LlamaIndexSystem:
    """A retriever whose chunks are the answer: no language model, so it cannot choose or decline."""

    def __init__(self, retriever: "BaseRetriever", places: CitedPlaces, name: str = "llamaindex") -> None:
        self.name = name
        self._retriever = retriever
        self._places = places

    @classmethod
    def build(
        cls, sources: Sequence[Source], directory: Path, chunks: int = CHUNKS, name: str = "llamaindex"
    ) -> "LlamaIndexSystem":
        """Embed the sources into a Chroma folder at `directory`, unless that was done just now, and open it."""
        index = plain_index(tuple(sources), directory)
        return cls(index.as_retriever(similarity_top_k=chunks), CitedPlaces(sources), name)

    def answer(self, question: str, history: Sequence[str]) -> Answer:
        """The chunks nearest to the question, joined; what was asked before is not looked at."""
        nodes = [found.node for found in self._retriever.retrieve(question)]
        texts = [node.get_content() for node in nodes]
        citations = [self._citation(number, node) for number, node in enumerate(nodes, start=1)]
        return Answer(
            question=question,
            answered=True,
            text="\n\n".join(f"{text} [{number}]" for number, text in enumerate(texts, start=1)),
            sentences=tuple(Statement(text, (number,)) for number, text in enumerate(texts, start=1)),
            citations=tuple(citation for citation in citations if citation),
            mode="llamaindex",
        )

    def _citation(self, number: int, node: "BaseNode") -> Citation | None:
        claimed = getattr(node, "start_char_idx", None)
        return self._places.citation(number, str(node.metadata["file_name"]), node.get_content(), claimed)


@lru_cache(maxsize=1)
def plain_index(sources: tuple[Source, ...], directory: Path) -> "VectorStoreIndex":
    """Plain LlamaIndex's index of the sources; the last one is kept, for systems that share it."""
    return build_index({source.file: source.text for source in sources}, directory)
