"""The sentences that the search finds for gold questions, with what each way of judging makes of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from eval.gold import GoldQuestion
from eval.spans import Span
from index.encoder import Encoder
from index.export import load_encoder
from index.reader import Index
from index.search import Hit, Query, Search
from index.selection import Candidate, Selector
from rag.engine import index_folder, load_selector
from rag.evidence import SELECTION_WEIGHT
from rag.question import understand
from rag.settings import Settings

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The sentences found for a question: their spans, the search's scores and the selection model's."""

    question: GoldQuestion
    spans: tuple[Span, ...]
    found: Scores
    selected: Scores

    @property
    def blended(self) -> Scores:
        """Both scores together, weighed as in an answer."""
        return self.found + SELECTION_WEIGHT * self.selected


def candidates_of(
    questions: Sequence[GoldQuestion], settings: Settings, tell: Callable[[int], None] = lambda _: None
) -> Iterator[Candidates]:
    """The candidates of each answerable question, over the index of these settings; `tell` hears of each."""
    encoder = load_encoder(settings.encoder)
    index = Index.open(index_folder(settings), settings.corpus, encoder.fingerprint, settings.chroma_url)
    selector = load_selector(settings)
    for number, question in enumerate((each for each in questions if each.answerable), start=1):
        yield _candidates(question, index, encoder, selector)
        tell(number)


def _candidates(question: GoldQuestion, index: Index, encoder: Encoder, selector: Selector) -> Candidates:
    asked = understand(question.question, index.vocabulary, question.history)
    hits = Search(index, encoder).find(Query((asked.whole, *asked.parts), asked.words))
    logits = selector.score(asked.whole, [_read(hit) for hit in hits])
    found = np.array([hit.score for hit in hits], dtype=float)
    return Candidates(question, tuple(map(_span, hits)), found, np.asarray(logits, dtype=float))


def _read(hit: Hit) -> Candidate:
    previous = hit.place.previous
    return Candidate(hit.place.sentence.reading, previous.reading if previous else None, hit.place.source.title)


def _span(hit: Hit) -> Span:
    return Span(hit.place.source.file, hit.place.sentence.start, hit.place.sentence.end)
