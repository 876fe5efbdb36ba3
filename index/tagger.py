"""The attribution tagger: the spans of an article that name a source, a cue and a content, and named entities."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import numpy.typing as npt

from index.runtime import open_session, wordpieces
from index.windows import Window, Word, windows_of, words_of

if TYPE_CHECKING:
    from tokenizers import Tokenizer

ROLES = ("SOURCE", "CUE", "CONTENT")
ENTITIES = "PERSON ORGANIZATION LOCATION MISC DATE TIME DURATION SET NUMBER ORDINAL MONEY PERCENT".split()
STATES = 5
"""Of a role: its span begins, goes on, is not here, ends, is this word alone."""
MODEL = Path(__file__).parent / "models" / "attribution.onnx"

Integers = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
IMPOSSIBLE = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words of an article and what it is: a role or a type of entity; `end` is exclusive, in code points."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the tagger marked in one article, in order."""

    roles: tuple[Span, ...]
    entities: tuple[Span, ...]


class Tagger(Protocol):
    """Marks who says what in an article."""

    name: str

    def tag(self, articles: Sequence[tuple[str, Sequence[tuple[int, int]]]]) -> Iterable[Tagged]:
        """The marks of each article, given as its text and the spans of its sentences."""
        ...


def allowed() -> Floats:
    """0 where one state may follow another, else a score that no path takes; (states, states), from and to."""
    inside, outside = (1, 3), (0, 2, 4)
    scores = np.full((STATES, STATES), IMPOSSIBLE)
    for state, after in ((0, inside), (1, inside), (2, outside), (3, outside), (4, outside)):
        scores[state, after] = 0.0
    return scores


def padded(windows: Sequence[Window]) -> tuple[Integers, Integers, Integers, Integers]:
    """Ids, mask and marks as (windows, length) arrays, and the place of each word's first piece, 0 where none is."""
    length = max(sum(len(word.pieces) for word in window.words) for window in windows) + 2
    ids, mask, marks = (np.zeros((len(windows), length), dtype=np.int64) for _ in range(3))
    firsts = np.zeros((len(windows), max(len(window.words) for window in windows)), dtype=np.int64)
    for row, window in enumerate(windows):
        ids[row, 0], at = 101, 1
        for number, word in enumerate(window.words):
            firsts[row, number] = at
            ids[row, at : at + len(word.pieces)] = word.pieces
            marks[row, at : at + len(word.pieces)] = word.mark
            at += len(word.pieces)
        ids[row, at] = 102
        mask[row, : at + 1] = 1
    return ids, mask, marks, firsts


def best_paths(emissions: Floats, lengths: Integers, transitions: Floats) -> Integers:
    """The best states (rows, words) by Viterbi; emissions (rows, words, states), transitions (rows or 1, from, to)."""
    rows, words, states = emissions.shape
    back = np.zeros((rows, words, states), dtype=np.int64)
    score = emissions[:, 0]
    for at in range(1, words):
        through = score[:, :, None] + transitions
        back[:, at] = through.argmax(1)
        following = through.max(1) + emissions[:, at]
        going = (at < lengths)[:, None]
        back[:, at] = np.where(going, back[:, at], np.arange(states))
        score = np.where(going, following, score)
    states_now = score.argmax(1)
    paths = np.zeros((rows, words), dtype=np.int64)
    for at in range(words - 1, -1, -1):
        paths[:, at] = states_now
        states_now = back[np.arange(rows), at, states_now]
    return paths


def spans_of(words: Sequence[Word], states: Sequence[int], kind: str) -> Iterator[Span]:
    """The spans that the states of all words of an article mark; one that a window's edge cut is closed there."""
    start = None
    for number, (word, state) in enumerate(zip(words, states, strict=True)):
        if state in (0, 4, 2) and start is not None:
            yield Span(start, words[number - 1].end, kind)
            start = None
        if state != 2 and start is None:
            start = word.start
        if state in (3, 4) and start is not None:
            yield Span(start, word.end, kind)
            start = None
    if start is not None:
        yield Span(start, words[-1].end, kind)


def entities_of(words: Sequence[Word], labels: Sequence[int]) -> Iterator[Span]:
    """The entities that a label for each word marks: 0 none, then beginning and inside of each type."""
    at = 0
    while at < len(words):
        end = at + 1
        if labels[at]:
            kind = (labels[at] - 1) // 2
            while end < len(words) and labels[end] == 2 + 2 * kind:
                end += 1
            yield Span(words[at].start, words[end - 1].end, ENTITIES[kind])
        at = end


@cache
def shipped_tagger() -> "OnnxTagger":
    """The model that is shipped, loaded once."""
    return OnnxTagger.open()


class OnnxTagger:
    """The shipped model; needs onnxruntime and tokenizers, not torch.

    Each window is read alone: what stands in one batch rounds together, and marks would depend on the neighbours.
    `mapped` is an executor's, which reads several windows at once.
    """

    def __init__(
        self,
        session: Any,
        tokenizer: "Tokenizer",
        name: str = "attribution",
        mapped: Callable[..., Iterable[Floats]] = map,
    ) -> None:
        self.name = name
        self._session = session
        self._tokenizer = tokenizer
        self._mapped = mapped
        written = json.loads(session.get_modelmeta().custom_metadata_map["transitions"])
        self._steps = np.asarray(written, dtype=np.float32) + allowed()

    @classmethod
    def open(cls, model: Path = MODEL, threads: int = 2) -> "OnnxTagger":
        """Load the model file; `threads` windows are read at once."""
        return cls(open_session(model, 1, keep_memory=True), wordpieces(), model.stem, ThreadPoolExecutor(threads).map)

    def tag(self, articles: Sequence[tuple[str, Sequence[tuple[int, int]]]]) -> Iterator[Tagged]:
        """The marks of each article, in order; while one is looked at, the next ones are being read."""
        begun = [self._begin(words_of(text, sentences, self._tokenizer)) for text, sentences in articles]
        for words, windows, scores in begun:
            yield self._tagged(words, windows, list(scores))

    def _begin(self, words: Sequence[Word]) -> tuple[Sequence[Word], Sequence[Window], Iterable[Floats]]:
        windows = list(windows_of(words))
        return words, windows, self._mapped(self._scores, windows)

    def _scores(self, window: Window) -> Floats:
        """The scores of each word: its states in each role, and its entity labels."""
        ids, _, marks, firsts = padded([window])
        pieces = self._session.run(None, {"ids": ids, "marks": marks})[0]
        return np.asarray(pieces[0, firsts[0]], dtype=np.float32)

    def _tagged(self, words: Sequence[Word], windows: Sequence[Window], scores: Sequence[Floats]) -> Tagged:
        if not words:
            return Tagged((), ())
        labels = self._labels(scores)
        own = np.concatenate([each[window.context :] for each, window in zip(labels, windows, strict=True)])
        roles = [span for number, role in enumerate(ROLES) for span in spans_of(words, own[:, number].tolist(), role)]
        return Tagged(
            tuple(sorted(roles, key=lambda span: (span.start, span.end))),
            tuple(entities_of(words, own[:, len(ROLES)].tolist())),
        )

    def _labels(self, scores: Sequence[Floats]) -> list[Integers]:
        """For each window the states of its words in each role, and their entity label: (words, roles + 1)."""
        lengths = np.array([len(each) for each in scores])
        rows, words = len(scores), int(lengths.max())
        together = np.zeros((rows, words, scores[0].shape[1]), dtype=np.float32)
        for row, each in enumerate(scores):
            together[row, : len(each)] = each
        fields = together[..., : len(ROLES) * STATES].reshape(rows, words, len(ROLES), STATES).transpose(0, 2, 1, 3)
        steps = np.tile(self._steps, (rows, 1, 1))
        paths = best_paths(fields.reshape(-1, words, STATES), lengths.repeat(len(ROLES)), steps)
        entities = together[..., len(ROLES) * STATES :].argmax(2)
        labels = np.concatenate([paths.reshape(rows, len(ROLES), words), entities[:, None]], axis=1)
        return [labels[row, :, :length].T for row, length in enumerate(lengths)]
