"""Which sentences help to answer a question: a small cross-encoder that reads both together.

The score is a logit: only its order and its distance to other scores of the same question mean something.
Blend it with the scores of the search; alone it is hardly better than them after the first few sentences.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import numpy.typing as npt

from corpus.errors import ParallaxError
from index.export import downloaded
from index.runtime import open_session, wordpieces

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 96
"""Wordpieces of one pair; the context is cut first, then the sentence, the question only past a third."""
STEP = 16
"""Lengths are padded to multiples of this, so that the runtime sees few shapes."""
BATCH = 4
"""Candidates of like length that are read at once."""
MODEL = Path(__file__).parent / "models" / "selection.onnx"

Integers = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]


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


@dataclass(frozen=True, slots=True)
class Pair:
    """Wordpieces of `[CLS] question [SEP] sentence [SEP] title previous [SEP]`; types are 0, 1 and 0."""

    ids: tuple[int, ...]
    types: tuple[int, ...]


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


def padded(pairs: Sequence[Pair], step: int = STEP) -> tuple[Integers, Integers, Integers]:
    """Ids, mask and types as (pairs, length) arrays; the length is the longest pair's, rounded up to a step."""
    length = -(-max(len(pair.ids) for pair in pairs) // step) * step
    ids, mask, types = (np.zeros((len(pairs), length), dtype=np.int64) for _ in range(3))
    for row, pair in enumerate(pairs):
        ids[row, : len(pair.ids)] = pair.ids
        types[row, : len(pair.ids)] = pair.types
        mask[row, : len(pair.ids)] = 1
    return ids, mask, types


class OnnxSelector:
    """The shipped model, or another of the same inputs; needs onnxruntime and tokenizers, not torch."""

    def __init__(self, session: Any, tokenizer: "Tokenizer", name: str = "selection", longest: int = LONGEST) -> None:
        self.name = name
        self._session = session
        self._tokenizer = tokenizer
        self._longest = longest

    @classmethod
    def open(cls, model: Path = MODEL, threads: int = 2, longest: int = LONGEST) -> "OnnxSelector":
        """Load the model file; `threads` are those of one call."""
        return cls(open_session(model, threads), wordpieces(), model.stem, longest)

    def score(self, question: str, candidates: Sequence[Candidate]) -> Scores:
        """One logit a candidate, in their order; the longest are read together, so that little is padding."""
        scores = np.zeros(len(candidates), dtype=np.float32)
        if not candidates:
            return scores
        pairs = pack(self._tokenizer, question, candidates, self._longest)
        order = sorted(range(len(pairs)), key=lambda number: len(pairs[number].ids))
        for at in range(0, len(order), BATCH):
            numbers = order[at : at + BATCH]
            ids, mask, types = padded([pairs[number] for number in numbers])
            scores[numbers] = self._session.run(None, {"ids": ids, "mask": mask, "types": types})[0]
        return scores


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
