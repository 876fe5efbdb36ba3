"""The generation before the one that is built: its vectors are used again."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from corpus.source import Source
from index.claims import Claim
from index.encoder import Vectors
from index.generation import IndexUnusableError, Manifest, read_claims, read_manifest, read_relations, read_sources
from index.passages import reading_of
from index.reader import DAMAGES, places_of, source_passages
from index.relations import Relation
from index.vectors import VectorCache


@dataclass(frozen=True, slots=True)
class Previous:
    """What the last generation holds, whose vectors are used again."""

    manifest: Manifest
    sources: tuple[Source, ...]
    sentences: Vectors
    passages: Vectors
    claims: tuple[tuple[Claim, ...], ...]
    relations: tuple[Relation, ...]

    @classmethod
    def read(cls, generation: Path, encoder_fingerprint: str) -> "Previous | None":
        """The generation, or None where it is damaged or of another layout or encoder."""
        try:
            manifest = read_manifest(generation, "")
            if manifest.encoder_fingerprint != encoder_fingerprint:
                return None
            sources = read_sources(generation, manifest.sources_sha256)
            sentences, passages = np.load(generation / "sentences.npy"), np.load(generation / "passages.npy")
            claims = read_claims(generation, manifest.claims_sha256)
            relations = read_relations(generation, manifest.relations_sha256)
            last = cls(manifest, sources, sentences, passages, claims, relations)
        except (*DAMAGES, IndexUnusableError):
            return None
        is_whole = (len(last.sentences), len(last.passages)) == (manifest.sentences, manifest.passages)
        return last if is_whole and len(last.claims) == len(last.sources) else None

    def fill(self, cache: VectorCache) -> None:
        """Hands the vectors on, each under the text it was made from."""
        cache.add(sentence_texts(self.sources), self.sentences)
        cache.add(passage_texts(self.sources), self.passages)


def sentence_texts(sources: Sequence[Source]) -> list[str]:
    """What is encoded of each sentence, in the order in which vectors are kept."""
    return [place.sentence.reading for place in places_of(sources)]


def passage_texts(sources: Sequence[Source]) -> list[str]:
    """What is encoded of each passage, in the order in which vectors are kept."""
    return [reading_of(source, passage) for source, passage in source_passages(sources)]
