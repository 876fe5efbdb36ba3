"""What a small cross-encoder thinks two statements are to each other: one witness, never the judge."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
import numpy.typing as npt

from index.cross_encoder import CrossEncoderSession, Pair
from index.runtime import shipped_wordpieces

if TYPE_CHECKING:
    from tokenizers import Tokenizer

RELATIONS = ("nothing", "agreement", "conflict", "opposed")
"""Unrelated or merely compatible; the same said; both cannot hold; opposed judgements of one thing."""
LONGEST = 96
BATCH = 16
MODEL = Path(__file__).parent / "models" / "pairs.onnx"

Probabilities = npt.NDArray[np.float32]


class PairModel(Protocol):
    """Judges pairs of statements."""

    name: str

    def judge(self, pairs: Sequence[tuple[str, str]]) -> Probabilities:
        """Probabilities of the relations, of shape (pairs, 4); the order within a pair does not matter."""
        ...


def pack_pairs(tokenizer: "Tokenizer", pairs: Sequence[tuple[str, str]], longest: int = LONGEST) -> list[Pair]:
    """Wordpieces of `[CLS] one [SEP] other [SEP]`, the longer of the two cut first."""
    start, end = tokenizer.encode("").ids  # [CLS] and [SEP]
    pieces = [
        each.ids for each in tokenizer.encode_batch([text for pair in pairs for text in pair], add_special_tokens=False)
    ]
    packed = []
    for one, other in zip(pieces[::2], pieces[1::2], strict=True):
        room = longest - 3
        first = max(room - len(other), room // 2)
        left = one[:first]
        right = other[: room - len(left)]
        types = (0,) * (len(left) + 2) + (1,) * (len(right) + 1)
        packed.append(Pair((start, *left, end, *right, end), types))
    return packed


class OnnxPairModel:
    """The shipped model; needs onnxruntime and tokenizers, not torch."""

    def __init__(self, session: CrossEncoderSession, tokenizer: "Tokenizer", name: str = "pairs") -> None:
        self.name = name
        self._session = session
        self._tokenizer = tokenizer

    @classmethod
    def open(cls, model: Path = MODEL, threads: int = 2) -> "OnnxPairModel":
        """Load the model file; `threads` are those of one batch."""
        return cls(CrossEncoderSession.of_few(model, BATCH, threads), shipped_wordpieces(), model.stem)

    def judge(self, pairs: Sequence[tuple[str, str]]) -> Probabilities:
        """The mean of both orders of each pair."""
        both = [*pairs, *((other, one) for one, other in pairs)]
        scores = self.judge_in_order(both)
        return np.mean(np.split(scores, 2), axis=0, dtype=np.float32) if pairs else scores

    def judge_in_order(self, pairs: Sequence[tuple[str, str]]) -> Probabilities:
        """The same for each pair as it stands, where the first is evidence and the second what is said of it."""
        if not pairs:
            return np.zeros((0, len(RELATIONS)), dtype=np.float32)
        logits = self._session.logits(pack_pairs(self._tokenizer, pairs))
        weights = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(weights / weights.sum(axis=1, keepdims=True), dtype=np.float32)


@cache
def shipped_pair_model() -> OnnxPairModel:
    """The shipped model, loaded once for all that ask it."""
    return OnnxPairModel.open()


class ShippedPairModel:
    """The shipped model, read from its file when it is first asked: most questions never need it."""

    name = "pairs"

    def judge(self, pairs: Sequence[tuple[str, str]]) -> Probabilities:
        """What the model says."""
        return shipped_pair_model().judge(pairs)
