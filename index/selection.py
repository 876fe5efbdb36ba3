"""Which sentences help to answer a question: a small cross-encoder that reads both together.

The score is a logit: only its order and its distance to other scores of the same question mean something.
Blend it with the scores of the search; alone it is hardly better than them after the first few sentences.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np

from corpus.errors import ParallaxError
from index.cross_encoder import CrossEncoderSession, Pair, Scores
from index.export import downloaded
from index.runtime import wordpieces

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 96
"""Wordpieces of one pair; the context is cut first, then the sentence, the question only past a third."""
BATCH = 4
"""Candidates of like length that are read together."""
MODEL = Path(__file__).parent / "models" / "selection.onnx"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, with the sentence before it and the title of its article where there are any."""

    sentence: str
    previous: str | None = None
    title: str | None = None


class Selector(Protocol):
    """Judges how much each candidate helps to answer a question."""

    name: str

    def score(self, question: str, candidates: Sequence[Candidate]) -> Scores:
        """One logit a candidate, in their order."""
        ...


def pack(tokenizer: "Tokenizer", question: str, candidates: Sequence[Candidate], longest: int = LONGEST) -> list[Pair]:
    """Wordpieces of the question with each candidate; the context gives way to the sentence when room is short."""
    start, end = tokenizer.encode("").ids  # [CLS] and [SEP]
    contexts = [" ".join(part for part in (each.title, each.previous) if part) for each in candidates]
    texts = [question, *(each.sentence for each in candidates), *contexts]
    pieces = [each.ids for each in tokenizer.encode_batch(texts, add_special_tokens=False)]
    asked = [start, *pieces[0][: longest // 3], end]
    pairs = []
    for sentence, context in zip(pieces[1 : len(candidates) + 1], pieces[len(candidates) + 1 :], strict=True):
        said = [*sentence[: longest - len(asked) - 1], end]
        room = longest - len(asked) - len(said) - 1
        around = [*context[:room], end] if context and room > 0 else []
        types = [0] * len(asked) + [1] * len(said) + [0] * len(around)
        pairs.append(Pair((*asked, *said, *around), tuple(types)))
    return pairs


class OnnxSelector:
    """The shipped model, or another of the same inputs; needs onnxruntime and tokenizers, not torch."""

    def __init__(
        self, session: CrossEncoderSession, tokenizer: "Tokenizer", name: str = "selection", longest: int = LONGEST
    ) -> None:
        self.name = name
        self._session = session
        self._tokenizer = tokenizer
        self._longest = longest

    @classmethod
    def open(cls, model: Path = MODEL, threads: int = 2, longest: int = LONGEST) -> "OnnxSelector":
        """Load the model file; `threads` batches are read at once."""
        return cls(CrossEncoderSession.of_many(model, BATCH, threads), wordpieces(), model.stem, longest)

    def score(self, question: str, candidates: Sequence[Candidate]) -> Scores:
        """One logit a candidate, in their order."""
        if not candidates:
            return np.zeros(0, dtype=np.float32)
        return self._session.logits(pack(self._tokenizer, question, candidates, self._longest))


class NoSelector:
    """No opinion: every candidate is worth the same, and the search alone decides."""

    name = "none"

    def score(self, question: str, candidates: Sequence[Candidate]) -> Scores:
        """A zero a candidate."""
        return np.zeros(len(candidates), dtype=np.float32)


class SelectorError(ParallaxError):
    """A cross-encoder that cannot be used; the message names it and why."""


class CrossEncoderSelector:
    """Any sentence-transformers cross-encoder with one score, by name or folder; reads the sentence alone."""

    def __init__(self, model: str) -> None:
        from sentence_transformers import CrossEncoder

        folder = Path(model).expanduser()
        self.name = model
        try:
            self._model = CrossEncoder(str(folder if folder.is_dir() else downloaded(model, "cross-encoder")))
        except (OSError, ValueError) as error:
            raise SelectorError(f"the cross-encoder {model} cannot be loaded ({str(error).splitlines()[0]})") from error
        if self._model.num_labels != 1:
            raise SelectorError(
                f"{model} gives {self._model.num_labels} scores a pair; choose a cross-encoder that gives one"
            )

    def score(self, question: str, candidates: Sequence[Candidate]) -> Scores:
        """One logit a candidate, in their order."""
        from torch.nn import Identity

        if not candidates:
            return np.zeros(0, dtype=np.float32)
        pairs = [(question, each.sentence) for each in candidates]
        logits = self._model.predict(pairs, activation_fn=Identity(), show_progress_bar=False)
        return np.asarray(logits, dtype=np.float32)
