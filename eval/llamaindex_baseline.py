"""Plain LlamaIndex as a system under test: five of its chunks handed back."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.source import LineNumbers, Source
from eval.plain_llamaindex import CHUNKS, build_index
from rag.answer import Answer, Citation, Statement

if TYPE_CHECKING:
    from llama_index.core.retrievers import BaseRetriever
    from llama_index.core.schema import BaseNode


class LlamaIndexSystem:
    """A retriever whose chunks are the answer: no language model, so it cannot choose or decline."""

    def __init__(self, retriever: "BaseRetriever", sources: Mapping[str, Source], name: str = "llamaindex") -> None:
        self.name = name
        self._retriever = retriever
        self._sources = sources
        self._lines = {file: LineNumbers(source.text) for file, source in sources.items()}

    @classmethod
    def build(cls, sources: Sequence[Source], directory: Path, chunks: int = CHUNKS) -> "LlamaIndexSystem":
        """Embed the sources into a Chroma folder at `directory` and open it."""
        by_file = {source.file: source for source in sources}
        index = build_index({file: source.text for file, source in by_file.items()}, directory)
        return cls(index.as_retriever(similarity_top_k=chunks), by_file)

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
        """Where a chunk stands; None where its splitter changed the words, so that they stand nowhere."""
        file, quote = str(node.metadata["file_name"]), node.get_content()
        source = self._sources[file]
        start = place_of(quote, source.text, getattr(node, "start_char_idx", None))
        if start < 0:
            return None
        day = source.date.isoformat() if source.date else None
        line = self._lines[file].at(start)
        return Citation(number, file, start, start + len(quote), line, quote, source.title, source.outlet, day)


def place_of(quote: str, text: str, claimed: int | None) -> int:
    """Where a quote begins: the place claimed for it if it stands there, else the first one; -1 for nowhere."""
    if claimed is not None and text.startswith(quote, claimed):
        return claimed
    return text.find(quote)
