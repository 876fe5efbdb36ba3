"""update_index(): what changed since last time, and only that."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import numpy as np
from corpus.folder import read_folder
from filelock import FileLock, Timeout

from corpus.errors import ParallaxError
from corpus.source import Folder, Notice, Source, Unread
from index.encoder import Encoder, Vectors
from index.export import EMBEDDED
from index.generation import (
    LAYOUT,
    IndexUnusableError,
    Manifest,
    Stamp,
    current_generation,
    read_manifest,
    read_sources,
    remove_others,
    switch_to,
    write_manifest,
    write_sources,
)
from index.keywords import Keywords
from index.passages import reading_of
from index.reader import Index, collection_prefix, places_of, source_passages
from index.stamps import stamp_folder
from index.store import ChromaStore, VectorStore
from index.vectors import VectorCache
from index.vocabulary import Vocabulary

Progress = Callable[[str, int, int], None]
"""Told the stage, and how many of how many steps of it are done."""


class IndexBusyError(ParallaxError):
    """Another process is building this index."""


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
    plan: IndexPlan, encoder: Encoder, *, rebuild: bool = False, progress: Progress = lambda *_: None
) -> BuildReport:
    """Brings the index up to date with its corpus, encoding only sentences it has not seen.

    The new generation is built beside the old one and takes its place in one step, so that readers
    are never disturbed and a killed build leaves the old one as it was. `rebuild` starts from nothing.

    Raises:
        IndexBusyError: another process is building it.
        NothingToIndexError: the corpus has no readable article.
    """
    plan.folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(plan.folder / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise IndexBusyError(
            f"another process is building the index in {plan.folder}; try again when it is done"
        ) from error
    try:
        return _Build(plan, encoder, progress).run(rebuild)
    finally:
        lock.release()


class _Build:
    """One run of `update_index`, under its lock."""

    def __init__(self, plan: IndexPlan, encoder: Encoder, progress: Progress) -> None:
        self._plan = plan
        self._encoder = encoder
        self._progress = progress
        self._started = time.perf_counter()

    def run(self, rebuild: bool) -> BuildReport:
        stamps = stamp_folder(self._plan.corpus)
        self._progress("reading", 0, len(stamps))
        folder = read_folder(self._plan.corpus)
        self._progress("reading", len(stamps), len(stamps))
        if not folder.sources:
            raise NothingToIndexError(_nothing(self._plan.corpus, folder))
        last = None if rebuild else self._last_generation()
        before = read_sources(last) if last else ()
        if last and before == folder.sources and self._is_sound():
            return self._report(folder, before, encoded=0)
        generation, encoded = self._write_generation(folder, stamps, last, before)
        switch_to(self._plan.folder, generation)
        self._tidy(generation, last)
        return self._report(folder, before, encoded)

    def _last_generation(self) -> Path | None:
        """The generation whose vectors can be used again."""
        last = current_generation(self._plan.folder)
        try:
            manifest = read_manifest(last, "") if last else None
        except IndexUnusableError:
            return None
        same = manifest and (manifest.encoder_fingerprint, manifest.store_url) == (
            self._encoder.fingerprint,
            self._plan.store_url,
        )
        return last if same else None

    def _is_sound(self) -> bool:
        try:
            Index.open(self._plan.folder, self._plan.corpus)
        except IndexUnusableError:
            return False
        return True

    def _write_generation(
        self, folder: Folder, stamps: dict[str, Stamp], last: Path | None, before: Sequence[Source]
    ) -> tuple[Path, int]:
        generation = self._plan.folder / "generations" / uuid4().hex[:12]
        generation.mkdir(parents=True)
        sentences, passages = _sentence_texts(folder.sources), _passage_texts(folder.sources)
        cache = self._cache(last, before)
        vectors, encoded = self._encode(cache, sentences + passages)
        np.save(generation / "sentences.npy", vectors[: len(sentences)])
        np.save(generation / "passages.npy", vectors[len(sentences) :])
        write_sources(generation, folder.sources)
        Keywords.of(sentences).save(generation / "keywords")
        Vocabulary.of(sentences).save(generation / "vocabulary.json")
        self._fill_store(generation, folder.sources, vectors)
        write_manifest(generation, self._manifest(folder, stamps, len(sentences), len(passages)))
        cache.clear()
        return generation, encoded

    def _cache(self, last: Path | None, before: Sequence[Source]) -> VectorCache:
        cache = VectorCache(self._plan.folder / f"pending-{self._encoder.fingerprint}")
        if last:
            cache.add(_sentence_texts(before), np.load(last / "sentences.npy"))
            cache.add(_passage_texts(before), np.load(last / "passages.npy"))
        return cache

    def _encode(self, cache: VectorCache, texts: list[str]) -> tuple[Vectors, int]:
        return cache.encode(texts, self._encoder, _counter(self._progress, "encoding", len(texts)))

    def _fill_store(self, generation: Path, sources: Sequence[Source], vectors: Vectors) -> None:
        store = self._new_store(generation)
        sentence_files = [place.source.file for place in places_of(sources)]
        passage_files = [source.file for source, _ in source_passages(sources)]
        count = _counter(self._progress, "storing", len(vectors))
        store.write("sentences", vectors[: len(sentence_files)], sentence_files, count)
        store.write("passages", vectors[len(sentence_files) :], passage_files, count)

    def _new_store(self, generation: Path) -> VectorStore:
        if self._plan.store_url:
            return ChromaStore.on_server(self._plan.store_url, collection_prefix(generation))
        return ChromaStore.in_folder(generation / "chroma")

    def _manifest(self, folder: Folder, stamps: dict[str, Stamp], sentences: int, passages: int) -> Manifest:
        return Manifest(
            layout=LAYOUT,
            encoder=self._plan.encoder_name,
            encoder_fingerprint=self._encoder.fingerprint,
            sentences=sentences,
            passages=passages,
            corpus=str(self._plan.corpus.resolve()),
            store_url=self._plan.store_url,
            created=datetime.now(UTC).isoformat(timespec="seconds"),
            stamps=stamps,
            unread=folder.unread,
            notices=folder.notices,
        )

    def _tidy(self, generation: Path, last: Path | None) -> None:
        """Removes all but this generation and the last one, which a reader may still have open."""
        for name in remove_others(self._plan.folder, generation, last):
            if self._plan.store_url:
                ChromaStore.on_server(self._plan.store_url, f"parallax-{name}-").drop()

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


def _sentence_texts(sources: Sequence[Source]) -> list[str]:
    return [place.sentence.reading for place in places_of(sources)]


def _passage_texts(sources: Sequence[Source]) -> list[str]:
    return [reading_of(source, passage) for source, passage in source_passages(sources)]


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
