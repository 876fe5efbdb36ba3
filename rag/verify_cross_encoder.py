"""Any sentence-transformers cross-encoder for entailment as the judge, beside the same exact checks."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.export import EncoderError, downloaded
from index.support_features import Reading
from rag.verdict import VerifierError

WORDS_FOR_SUPPORT = ("entail", "support", "attributable", "consistent", "factual")


class CrossEncoderScorer:
    """Scores a statement by the window of the evidence that entails it most.

    The model gives one score a pair, or one for each relation, of which one is called entailment or the like.
    """

    def __init__(self, model: Any, name: str) -> None:
        self.name = name
        self._model = model
        self._place = _place_of_support(dict(model.config.id2label), name)

    @classmethod
    def open(cls, name: str) -> "CrossEncoderScorer":
        """The model of that folder, or of that name where it was downloaded already; nothing is fetched.

        Raises:
            VerifierError: there is none, or it says nothing of entailment.
        """
        from sentence_transformers import CrossEncoder

        folder = Path(name).expanduser()
        try:
            return cls(CrossEncoder(str(folder if folder.is_dir() else _downloaded(name)), device="cpu"), name)
        except (OSError, ValueError, EncoderError) as error:
            raise VerifierError(f"the verifier {name} cannot be loaded ({str(error).splitlines()[0]})") from error

    def score(self, claim: str, texts: Sequence[str]) -> float:
        """The probability that the best window of the texts entails the statement."""
        from torch.nn import Identity

        reading = Reading.of(claim, texts)
        if reading is None:
            return 0.0
        pairs = [(text, claim) for text in reading.read]
        logits = np.asarray(self._model.predict(pairs, activation_fn=Identity(), show_progress_bar=False), dtype=float)
        return float(_probabilities(logits.reshape(len(pairs), -1))[:, self._place].max())


def _downloaded(name: str) -> Path:
    return downloaded(name if "/" in name else f"cross-encoder/{name}", "verifier")


def _place_of_support(labels: dict[int, str], name: str) -> int:
    """Which of a model's scores says that the evidence supports the statement."""
    if len(labels) == 1:
        return 0
    for place, label in labels.items():
        if label.lower().startswith(WORDS_FOR_SUPPORT):
            return place
    raise VerifierError(f"{name} is no judge of entailment: its labels are {', '.join(labels.values())}")


def _probabilities(logits: Any) -> Any:
    """Of each relation; a single score is the logit of support."""
    if logits.shape[1] == 1:
        return 1 / (1 + np.exp(-logits))
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True)
