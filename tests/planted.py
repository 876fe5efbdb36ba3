"""Planted sentences of drafts over two corpora, faithful and not, and the evidence that each cites."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.reader import Index
from rag.quote import Quote

ROOT = Path(__file__).parent
CORPORA = {
    "default": ROOT.parent / "corpus" / "articles",
    "orvey-spill": ROOT / "corpora" / "orvey-spill" / "articles",
}


@dataclass(frozen=True, slots=True)
class Planted:
    """A sentence of a draft; `cites` and `corrected_to` are words of the sentences it cites, and should have cited."""

    id: str
    corpus: str
    sentence: str
    cites: tuple[str, ...]
    kind: str = "faithful"
    corrected_to: tuple[str, ...] = ()


def planted(name: str) -> list[Planted]:
    lines = (ROOT / "drafts" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return [
        Planted(**{key: tuple(each) if isinstance(each, list) else each for key, each in line.items()})
        for line in found
    ]


def quotes_of(index: Index, words: Sequence[str]) -> list[Quote]:
    """The whole sentences in which each of these words stand."""
    return [_quote(index, each) for each in words]


def _quote(index: Index, words: str) -> Quote:
    (place, *_) = [place for place in index.places if words in place.sentence.reading]
    return Quote(place, place.sentence.start, place.sentence.end, index.claim_at(place))


def drafts(sentences: Sequence[Planted], size: int = 8) -> Iterator[list[Planted]]:
    """The sentences of each corpus, a few to a draft."""
    for corpus in CORPORA:
        own = [each for each in sentences if each.corpus == corpus]
        yield from (own[at : at + size] for at in range(0, len(own), size))
