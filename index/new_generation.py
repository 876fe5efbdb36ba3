"""A new generation of an index, written beside the current one."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import numpy as np

from corpus.source import Folder, Source
from index.address import without_password
from index.build_plan import IndexPlan, Progress, counter
from index.claims import Claim, fields_of
from index.encoder import Encoder, Vectors
from index.generation import LAYOUT, Manifest, Stamp, write_claims, write_manifest, write_relations, write_sources
from index.keywords import Keywords
from index.previous import Previous, passage_texts, sentence_texts
from index.reader import collection_prefix, places_of, source_passages
from index.relating import carried, relations_among, without_weak_denials
from index.relations import Relation
from index.store import ChromaStore, Fields, VectorStore
from index.vectors import VectorCache
from index.vocabulary import Vocabulary


def store_address(plan: IndexPlan) -> str | None:
    """The Chroma server of a plan as it may be written down."""
    return without_password(plan.store_url) if plan.store_url else None


class GenerationWriter:
    """Encodes, stores and compares what a folder holds, for one generation."""

    def __init__(self, plan: IndexPlan, encoder: Encoder, progress: Progress) -> None:
        self._plan = plan
        self._encoder = encoder
        self._progress = progress

    def write(
        self,
        folder: Folder,
        stamps: dict[str, Stamp],
        claims: list[tuple[Claim, ...]],
        cache: VectorCache,
        last: Previous | None,
    ) -> Path:
        """The folder of the new generation; `cache` has the vectors of the last one."""
        generation = self._plan.folder / "generations" / uuid4().hex[:12]
        generation.mkdir(parents=True)
        sentences, passages = sentence_texts(folder.sources), passage_texts(folder.sources)
        stated = [claim for each in claims for claim in each]
        texts = [*sentences, *passages, *(claim.text for claim in stated)]
        vectors = cache.encode(texts, self._encoder, counter(self._progress, "encoding", len(texts)))
        tables = np.split(vectors, [len(sentences), len(sentences) + len(passages)])
        np.save(generation / "sentences.npy", tables[0])
        np.save(generation / "passages.npy", tables[1])
        digests = write_sources(generation, folder.sources), write_claims(generation, claims)
        Keywords.of(sentences).save(generation / "keywords")
        Vocabulary.of(sentences).save(generation / "vocabulary.json")
        store = self._fill_store(generation, folder.sources, stated, tables)
        relations = write_relations(generation, self._relate(stated, tables[2], store, folder.sources, last))
        write_manifest(generation, self._manifest(folder, stamps, tuple(map(len, tables)), (*digests, relations)))
        return generation

    def _fill_store(
        self, generation: Path, sources: Sequence[Source], claims: Sequence[Claim], tables: Sequence[Vectors]
    ) -> VectorStore:
        store = self._new_store(generation)
        rows: dict[str, list[Fields]] = {
            "sentences": [{"file": place.source.file} for place in places_of(sources)],
            "passages": [{"file": source.file} for source, _ in source_passages(sources)],
            "claims": [fields_of(claim) for claim in claims],
        }
        count = counter(self._progress, "storing", sum(map(len, tables)))
        for (collection, fields), vectors in zip(rows.items(), tables, strict=True):
            store.write(collection, vectors, fields, count)
        return store

    def _relate(
        self,
        claims: Sequence[Claim],
        vectors: Vectors,
        store: VectorStore,
        sources: Sequence[Source],
        last: Previous | None,
    ) -> list[Relation]:
        """The relations among the claims; only those of articles that the last generation did not hold are compared."""
        same = {source.file for source in set(sources) & set(last.sources)} if last else set()
        new = [number for number, claim in enumerate(claims) if claim.file not in same]
        before = [claim for each in last.claims for claim in each] if last else []
        kept = carried(last.relations, before, claims, new) if last else ()
        count = counter(self._progress, "comparing claims", len(new))
        found = without_weak_denials([*kept, *relations_among(claims, vectors, store, new, count)])
        return sorted(found, key=lambda relation: (relation.one, relation.other))

    def _new_store(self, generation: Path) -> VectorStore:
        if self._plan.store_url:
            return ChromaStore.on_server(self._plan.store_url, collection_prefix(generation))
        return ChromaStore.in_folder(generation / "chroma")

    def _manifest(
        self, folder: Folder, stamps: dict[str, Stamp], sizes: tuple[int, ...], digests: tuple[str, str, str]
    ) -> Manifest:
        return Manifest(
            layout=LAYOUT,
            encoder=self._plan.encoder_name,
            encoder_fingerprint=self._encoder.fingerprint,
            sentences=sizes[0],
            passages=sizes[1],
            claims=sizes[2],
            sources_sha256=digests[0],
            claims_sha256=digests[1],
            relations_sha256=digests[2],
            corpus=str(self._plan.corpus.resolve()),
            store_url=store_address(self._plan),
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            stamps=stamps,
            unread=folder.unread,
            notices=folder.notices,
        )
