"""An index opened to answer questions: never written to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

import numpy as np

from corpus.source import Sentence, Source
from index.address import without_password
from index.claims import Claim
from index.encoder import Vectors
from index.generation import (
    IndexUnusableError,
    Manifest,
    build_command,
    read_claims,
    read_manifest,
    read_relations,
    read_sources,
    require_index,
)
from index.keywords import Keywords
from index.passages import Passage, passages_of
from index.relations import Relation
from index.stamps import changed_files
from index.store import ChromaStore, StoreError, VectorStore, first_line
from index.taken_up import Reading
from index.vocabulary import Vocabulary

PROBES = 8
DAMAGES = (OSError, ValueError, KeyError, EOFError)
"""What reading a damaged table raises."""


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in its source: `number` counts the source's sentences from 0."""

    source: Source
    number: int

    @property
    def sentence(self) -> Sentence:
        """The sentence itself."""
        return self.source.sentences[self.number]

    @property
    def previous(self) -> Sentence | None:
        """The sentence before it in its paragraph."""
        return self._neighbour(-1)

    @property
    def following(self) -> Sentence | None:
        """The sentence after it in its paragraph."""
        return self._neighbour(1)

    def _neighbour(self, step: int) -> Sentence | None:
        number = self.number + step
        if not 0 <= number < len(self.source.sentences):
            return None
        neighbour = self.source.sentences[number]
        return neighbour if neighbour.paragraph == self.sentence.paragraph else None


Words = tuple[str, int, int, str]
"""Where the words of a claim stand, and whose they are."""


def _words_of(claim: Claim) -> Words:
    return claim.file, claim.start, claim.end, claim.holder


def places_of(sources: Sequence[Source]) -> tuple[Place, ...]:
    """Every sentence of the sources, in the order in which their vectors and keywords are kept."""
    return tuple(Place(source, number) for source in sources for number in range(len(source.sentences)))


def source_passages(sources: Sequence[Source]) -> Iterator[tuple[Source, Passage]]:
    """Every passage of the sources, in the order in which their vectors are kept."""
    for source in sources:
        for passage in passages_of(source):
            yield source, passage


class Index:
    """One generation of an index: its sources, vectors, keywords and vector store."""

    def __init__(self, generation: Path, manifest: Manifest, store: VectorStore) -> None:
        self.generation = generation
        self.manifest = manifest
        self.store = store
        self.sources = read_sources(generation, manifest.sources_sha256)
        self.places = places_of(self.sources)
        self.vectors: Vectors = np.load(generation / "sentences.npy", mmap_mode="r")

    @classmethod
    def open(
        cls, folder: Path, corpus: Path, encoder_fingerprint: str | None = None, store_url: str | None = None
    ) -> Self:
        """The current generation of the index in `folder`; `store_url` adds the password of its Chroma server.

        Raises:
            IndexMissingError: nothing was built there.
            IndexUnusableError: it is damaged, or of another layout or encoder.
            StoreError: its Chroma server does not answer.
        """
        command = build_command(corpus, folder)
        generation = require_index(folder, corpus)
        manifest = read_manifest(generation, command)
        if encoder_fingerprint and manifest.encoder_fingerprint != encoder_fingerprint:
            raise IndexUnusableError(
                f"the index in {folder} was built by the encoder {manifest.encoder}, another one is set; "
                f"rebuild it with: {command}"
            )
        try:
            opened = cls(generation, manifest, _open_store(generation, manifest, store_url))
            opened._check()
        except (*DAMAGES, IndexDamageError) as error:
            raise IndexUnusableError(
                f"the index in {folder} is damaged ({first_line(error)}); rebuild it with: {command}"
            ) from error
        except StoreError as error:
            if manifest.store_url:
                raise
            raise IndexUnusableError(f"{error}; rebuild it with: {command}") from error
        return opened

    @cached_property
    def keywords(self) -> Keywords:
        """The keyword index over the sentences."""
        return Keywords.load(self.generation / "keywords")

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of the corpus."""
        outlets = [source.outlet for source in self.sources if source.outlet]
        authors = [source.author for source in self.sources if source.author]
        return Vocabulary.load(self.generation / "vocabulary.json").with_credits(outlets, authors)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What the articles state, in their order; a claim's number in the store is its place here."""
        tables = read_claims(self.generation, self.manifest.claims_sha256)
        return tuple(claim for claims in tables for claim in claims)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """What the claims are to each other."""
        return read_relations(self.generation, self.manifest.relations_sha256)

    @cached_property
    def _claims_by_place(self) -> dict[tuple[str, int], list[Claim]]:
        places: dict[tuple[str, int], list[Claim]] = {}
        for claim in self.claims:
            places.setdefault((claim.file, claim.sentence), []).append(claim)
        return places

    def claims_at(self, place: Place) -> Sequence[Claim]:
        """What a sentence states: its own claim, then those it tells of others; none where it is a heading."""
        return self._claims_by_place.get((place.source.file, place.number), ())

    def claim_at(self, place: Place) -> Claim | None:
        """What a sentence states as a whole; None where it is a heading."""
        return next(iter(self.claims_at(place)), None)

    def reading_at(self, place: Place) -> Reading:
        """A sentence as it reads, with its figures; those of a heading are read from its own words."""
        claim = self.claim_at(place)
        return Reading(claim.text, claim.quantities, claim.sentence) if claim else Reading.of(place.sentence.reading)

    @cached_property
    def _related(self) -> dict[Words, list[Claim]]:
        found: dict[Words, list[Claim]] = {}
        for relation in sorted(self.relations, key=lambda each: -each.strength):
            one, other = self.claims[relation.one], self.claims[relation.other]
            found.setdefault(_words_of(one), []).append(other)
            found.setdefault(_words_of(other), []).append(one)
        return found

    def related_to(self, claim: Claim) -> Sequence[Claim]:
        """The claims that agree with one or differ from it, the nearest in meaning first."""
        return self._related.get(_words_of(claim), ())

    @cached_property
    def _rows(self) -> dict[tuple[str, int], int]:
        return {(place.source.file, place.number): row for row, place in enumerate(self.places)}

    def row_of(self, claim: Claim) -> int:
        """The number of its sentence in `places`."""
        return self._rows[claim.file, claim.sentence]

    @cached_property
    def passages(self) -> tuple[tuple[int, int], ...]:
        """The first and last place (inclusive) of each passage, in the order of its vectors."""
        starts, total = {}, 0
        for source in self.sources:
            starts[source.file] = total
            total += len(source.sentences)
        return tuple(
            (starts[source.file] + passage.first, starts[source.file] + passage.last)
            for source, passage in source_passages(self.sources)
        )

    def stale(self, corpus: Path) -> tuple[str, ...]:
        """Files of the corpus that are not as they were when they were indexed."""
        return changed_files(corpus, self.manifest.stamps) if corpus.is_dir() else ()

    def _check(self) -> None:
        """Sees to it that the store has every row and finds some of them by their own vectors."""
        expected = {name: getattr(self.manifest, name) for name in ("sentences", "passages", "claims")}
        for collection, rows in expected.items():
            if self.store.count(collection) != rows:
                raise IndexDamageError(f"{self.store.count(collection)} {collection} of {rows} are in the vector store")
        lengths = {len(self.vectors), len(self.places), len(self.keywords), self.manifest.sentences}
        if len(lengths) != 1 or len(self.passages) != self.manifest.passages:
            raise IndexDamageError("its tables have different lengths")
        _ = self.vocabulary, self.claims  # read now, so that a question never meets a damaged one
        numbers = np.linspace(0, len(self.vectors) - 1, min(PROBES, len(self.vectors))).astype(int)
        for row in self.store.nearest("sentences", np.asarray(self.vectors[numbers]), 1):
            # Equal sentences share a vector, so it is the closeness that tells, not the number.
            if not row or row[0].cosine < 0.99:
                raise IndexDamageError("the vector store does not find its own rows")


class IndexDamageError(Exception):
    """What was found wrong with an index; `Index.open` says where and how to mend it."""


def _open_store(generation: Path, manifest: Manifest, store_url: str | None) -> VectorStore:
    if manifest.store_url:
        is_same = store_url and without_password(store_url) == manifest.store_url
        return ChromaStore.on_server(
            store_url if store_url and is_same else manifest.store_url, collection_prefix(generation)
        )
    return ChromaStore.to_read(generation / "chroma")


def collection_prefix(generation: Path) -> str:
    """What the collections of a generation are called on a server that others use too."""
    return f"parallax-{generation.name}-"
