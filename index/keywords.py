"""Keyword scores (BM25) over all sentences."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.words import terms

Scores = npt.NDArray[np.float32]


class Keywords:
    """A BM25 index over texts, in the order they were given."""

    def __init__(self, retriever: Any) -> None:
        self._retriever = retriever

    def __len__(self) -> int:
        return int(self._retriever.scores["num_docs"])

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Keywords":
        """Indexes the words of each text."""
        import bm25s

        retriever = bm25s.BM25()
        # bm25s cannot index a corpus without a single word; one that nobody types keeps it whole.
        retriever.index([terms(text) or ["\0"] for text in texts], show_progress=False)
        return cls(retriever)

    @classmethod
    def load(cls, folder: Path) -> "Keywords":
        """The index that `save` wrote."""
        import bm25s

        return cls(bm25s.BM25.load(str(folder), show_progress=False))

    def save(self, folder: Path) -> None:
        """Writes the index into a folder of its own."""
        self._retriever.save(str(folder), show_progress=False)

    def scores(self, words: Sequence[str]) -> Scores:
        """A score for each text; words are stems, as `index.words.terms` gives them."""
        # bm25s adds an empty word of its own to its vocabulary, and fails when asked for it.
        known = [word for word in words if word and word in self._retriever.vocab_dict]
        if not known:
            return np.zeros(len(self), dtype=np.float32)
        return np.asarray(self._retriever.get_scores(known), dtype=np.float32)
