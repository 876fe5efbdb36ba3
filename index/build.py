"""update_index(): what changed since last time, and only that."""

import shutil
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import numpy as np

from corpus.errors import ParallaxError
from corpus.folder import read_folder, require_folder
from corpus.source import Folder, Notice, Source, Unread
from index.address import without_password
from index.claim_reading import claims_of
from index.claims import Claim, fields_of
from index.encoder import Encoder, Vectors
from index.export import EMBEDDED
from index.generation import (
    LAYOUT,
    IndexUnusableError,
    Manifest,
    Stamp,
    current_generation,
    other_generations,
    switch_to,
    write_claims,
    write_manifest,
    write_relations,
    write_sources,
)
from index.keywords import Keywords
from index.lock import writing
from index.previous import Previous, passage_texts, sentence_texts
from index.reader import Index, collection_prefix, places_of, source_passages
from index.relating import carried, relations_among, without_weak_denials
from index.relations import Relation
from index.stamps import stamp_folder
from index.store import ChromaStore, Fields, VectorStore
from index.tagger import Tagger, shipped_tagger
from index.vectors import VectorCache
from index.vocabulary import Vocabulary

Progress = Callable[[str, int, int], None]
"""Told the stage, and how many of how many steps of it are done."""


READ_TOGETHER = 8
"""Articles whose claims are read at once."""


class NothingToIndexError(ParallaxError):
    """A folder without a single readable article."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What an update of the index did."""

    sources: int
    sentences: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    encoded: int
    unread: tuple[Unread, ...]
    notices: tuple[Notice, ...]
    seconds: float

    @property
    def up_to_date(self) -> bool:
        """True when there was nothing to do."""
        return not (self.added or self.changed or self.removed or self.encoded)


@dataclass(frozen=True, slots=True)
class IndexPlan:
    """From what and where an index is built; `store_url` names a Chroma server instead of a folder."""

    corpus: Path
    folder: Path
    encoder_name: str = EMBEDDED
    store_url: str | None = None


def update_index(
    plan: IndexPlan,
    encoder: Encoder,
    tagger: Tagger | None = None,
    *,
    rebuild: bool = False,
    progress: Progress = lambda *_: None,
) -> BuildReport:
    """Brings the index up to date with its corpus, encoding only sentences and reading only articles it has not seen.

    The new generation is built beside the old one and takes its place in one step, so that readers
    are never disturbed and a killed build leaves the old one as it was. `rebuild` starts from nothing.

    Raises:
        FolderNotFoundError: there is no such corpus.
        IndexFolderError: the index would lie among the articles, or cannot be written.
        IndexBusyError: another process is building it.
        NothingToIndexError: the corpus has no readable article.
        StoreError: its Chroma server does not answer.
    """
    require_folder(plan.corpus)  # before a folder is made for its index
    with writing(plan.folder, plan.corpus):
        return _Build(plan, encoder, tagger, progress).run(rebuild)


def _read(corpus: Path, progress: Progress) -> tuple[dict[str, Stamp], Folder]:
    stamps = stamp_folder(corpus)
    progress("reading", 0, len(stamps))
    folder = read_folder(corpus)
    progress("reading", len(stamps), len(stamps))
    if not folder.sources:
        raise NothingToIndexError(_nothing(corpus, folder))
    return stamps, folder


class _Build:
    """One run of `update_index`, under its lock."""

    def __init__(self, plan: IndexPlan, encoder: Encoder, tagger: Tagger | None, progress: Progress) -> None:
        self._plan = plan
        self._encoder = encoder
        self._tagger = tagger
        self._progress = progress
        self._started = time.perf_counter()

    def run(self, rebuild: bool) -> BuildReport:
        stamps, folder = _read(self._plan.corpus, self._progress)
        current = current_generation(self._plan.folder)
        last = Previous.read(current, self._encoder.fingerprint) if current and not rebuild else None
        before = last.sources if last else ()
        if current and last and before == folder.sources and self._is_sound(last.manifest):
            self._restamp(current, last.manifest, folder, stamps)
            return self._report(folder, before, encoded=0)
        cache = VectorCache(self._plan.folder / f"pending-{self._encoder.fingerprint}")
        if last:
            last.fill(cache)
        claims = self._read_claims(folder.sources, last)
        generation, encoded = self._write_generation(folder, stamps, claims, cache, last)
        switch_to(self._plan.folder, generation)
        cache.clear()
        self._tidy(generation, current)
        return self._report(folder, before, encoded)

    def _is_sound(self, manifest: Manifest) -> bool:
        """Whether the current generation is where it was asked for and can be opened."""
        if manifest.store_url != self._store_address():
            return False
        try:
            Index.open(self._plan.folder, self._plan.corpus, store_url=self._plan.store_url)
        except IndexUnusableError:
            return False
        return True

    def _restamp(self, current: Path, manifest: Manifest, folder: Folder, stamps: dict[str, Stamp]) -> None:
        """Takes note of files that changed in nothing that is quoted, or they would be told as changed for ever."""
        news = {"stamps": stamps, "unread": folder.unread, "notices": folder.notices}
        if any(getattr(manifest, name) != value for name, value in news.items()):
            write_manifest(current, manifest.model_copy(update=news))

    def _read_claims(self, sources: Sequence[Source], last: Previous | None) -> list[tuple[Claim, ...]]:
        """The claims of every source; those of a source that the last generation held are taken from it."""
        known = dict(zip((source.file for source in last.sources), last.claims, strict=True)) if last else {}
        same = set(last.sources) if last else set()
        new = [source for source in sources if source not in same]
        count = _counter(self._progress, "reading claims", len(sources))
        count(len(sources) - len(new))
        for start in range(0, len(new), READ_TOGETHER):
            batch = new[start : start + READ_TOGETHER]
            read = claims_of(batch, self._tagger or shipped_tagger())
            known.update(zip((source.file for source in batch), read, strict=True))
            count(len(batch))
        return [known[source.file] for source in sources]

    def _write_generation(
        self,
        folder: Folder,
        stamps: dict[str, Stamp],
        claims: list[tuple[Claim, ...]],
        cache: VectorCache,
        last: Previous | None,
    ) -> tuple[Path, int]:
        generation = self._plan.folder / "generations" / uuid4().hex[:12]
        generation.mkdir(parents=True)
        sentences, passages = sentence_texts(folder.sources), passage_texts(folder.sources)
        stated = [claim for each in claims for claim in each]
        vectors, encoded = self._encode(cache, [*sentences, *passages, *(claim.text for claim in stated)])
        tables = np.split(vectors, [len(sentences), len(sentences) + len(passages)])
        np.save(generation / "sentences.npy", tables[0])
        np.save(generation / "passages.npy", tables[1])
        digests = write_sources(generation, folder.sources), write_claims(generation, claims)
        Keywords.of(sentences).save(generation / "keywords")
        Vocabulary.of(sentences).save(generation / "vocabulary.json")
        store = self._fill_store(generation, folder.sources, stated, tables)
        relations = write_relations(generation, self._relate(stated, tables[2], store, folder.sources, last))
        write_manifest(generation, self._manifest(folder, stamps, tuple(map(len, tables)), (*digests, relations)))
        return generation, encoded

    def _encode(self, cache: VectorCache, texts: list[str]) -> tuple[Vectors, int]:
        return cache.encode(texts, self._encoder, _counter(self._progress, "encoding", len(texts)))

    def _fill_store(
        self, generation: Path, sources: Sequence[Source], claims: Sequence[Claim], tables: Sequence[Vectors]
    ) -> VectorStore:
        store = self._new_store(generation)
        rows: dict[str, list[Fields]] = {
            "sentences": [{"file": place.source.file} for place in places_of(sources)],
            "passages": [{"file": source.file} for source, _ in source_passages(sources)],
            "claims": [fields_of(claim) for claim in claims],
        }
        count = _counter(self._progress, "storing", sum(map(len, tables)))
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
        count = _counter(self._progress, "comparing claims", len(new))
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
            store_url=self._store_address(),
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            stamps=stamps,
            unread=folder.unread,
            notices=folder.notices,
        )

    def _store_address(self) -> str | None:
        return without_password(self._plan.store_url) if self._plan.store_url else None

    def _tidy(self, generation: Path, before: Path | None) -> None:
        """Removes all but this generation and the one before, which a reader may still have open."""
        for folder in other_generations(self._plan.folder, generation, before):
            if self._plan.store_url:
                ChromaStore.on_server(self._plan.store_url, collection_prefix(folder)).drop()
            shutil.rmtree(folder, ignore_errors=True)

    def _report(self, folder: Folder, before: Sequence[Source], encoded: int) -> BuildReport:
        old, new = ({source.file: source for source in sources} for sources in (before, folder.sources))
        return BuildReport(
            sources=len(folder.sources),
            sentences=sum(len(source.sentences) for source in folder.sources),
            added=tuple(sorted(new.keys() - old.keys())),
            changed=tuple(sorted(file for file in new.keys() & old.keys() if new[file] != old[file])),
            removed=tuple(sorted(old.keys() - new.keys())),
            encoded=encoded,
            unread=folder.unread,
            notices=folder.notices,
            seconds=time.perf_counter() - self._started,
        )


def _counter(progress: Progress, stage: str, total: int) -> Callable[[int], None]:
    done = 0

    def count(more: int) -> None:
        nonlocal done
        done += more
        progress(stage, done, total)

    return count


def _nothing(corpus: Path, folder: Folder) -> str:
    reasons = "".join(f"; {unread.file}: {unread.reason}" for unread in folder.unread[:3])
    return f"{corpus} has no article that can be read (.txt, .md, .html, .pdf, .docx){reasons}"
