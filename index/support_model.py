"""What the pair model makes of a statement beside a window of its evidence: said, left open, or contradicted."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from index.pair_model import MODEL, RELATIONS, pack_pairs
from index.runtime import open_session, shipped_wordpieces
from index.selection import padded

if TYPE_CHECKING:
    from tokenizers import Tokenizer

BATCH = 8

Probabilities = npt.NDArray[np.float32]


class SupportModel:
    """The shipped model; needs onnxruntime and tokenizers, not torch."""

    def __init__(self, session: Any, tokenizer: "Tokenizer") -> None:
        self._session = session
        self._tokenizer = tokenizer

    @classmethod
    def open(cls, model: Path = MODEL, threads: int = 2) -> "SupportModel":
        """Load the model file; `threads` are those of one call."""
        return cls(open_session(model, threads), shipped_wordpieces())

    def judge(self, claims: Sequence[str], texts: Sequence[str]) -> Probabilities:
        """Probabilities of the relations (pairs, 4) of each statement to its text, in the order of RELATIONS."""
        packed = pack_pairs(self._tokenizer, list(zip(texts, claims, strict=True)))
        found = np.zeros((len(packed), len(RELATIONS)), dtype=np.float32)
        order = sorted(range(len(packed)), key=lambda number: len(packed[number].ids))
        for at in range(0, len(order), BATCH):
            numbers = order[at : at + BATCH]
            ids, mask, types = padded([packed[number] for number in numbers])
            logits = self._session.run(None, {"ids": ids, "mask": mask, "types": types})[0]
            weights = np.exp(logits - logits.max(axis=1, keepdims=True))
            found[numbers] = weights / weights.sum(axis=1, keepdims=True)
        return found
