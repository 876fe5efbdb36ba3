"""An engine over a few articles that a test writes itself."""

from collections.abc import Mapping
from pathlib import Path

from rag.engine import Engine


def engine_over(articles: Mapping[str, str], folder: Path) -> Engine:
    """An engine over these texts, by their file names, with its corpus and its index inside a folder."""
    corpus = folder / "corpus"
    corpus.mkdir()
    for name, text in articles.items():
        (corpus / name).write_text(text, encoding="utf-8")
    return Engine.build(corpus, index=folder / "index")
