"""Which texts are alike by the cosine of their vectors."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Likeness:
    """Says how alike two lists of texts are."""

    encoder: Encoder

    def of(self, ones: Sequence[str], others: Sequence[str]) -> npt.NDArray[np.float32]:
        """Cosines, of shape (ones, others)."""
        if not ones or not others:
            return np.zeros((len(ones), len(others)), dtype=np.float32)
        vectors = self.encoder.encode([*ones, *others])
        return np.asarray(vectors[: len(ones)] @ vectors[len(ones) :].T, dtype=np.float32)
