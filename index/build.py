"""update_index(): what changed since last time, and only that."""

import shutil
import time
from collections.abc import Sequence
from pathlib import Path

from corpus.errors import ParallaxError
from corpus.folder import read_folder, require_folder
from corpus.source import Folder, Source
from index.build_plan import BuildReport, IndexPlan, Progress, counter, report_of
from index.claim_reading import claims_of
from index.claims import Claim
from index.encoder import Encoder
from index.generation import (
    IndexUnusableError,
    Manifest,
    Stamp,
    current_generation,
    other_generations,
    switch_to,
    write_manifest,
)
from index.lock import writing
from index.new_generation import GenerationWriter, store_address
from index.previous import Previous, passage_texts, sentence_texts
from index.reader import Index, collection_prefix
from index.stamps import stamp_folder
from index.store import ChromaStore
from index.tagger import Tagger, shipped_tagger
from index.vectors import VectorCache

READ_TOGETHER = 8
"""Articles whose claims are read at once."""


class NothingToIndexError(ParallaxError):
    """A folder without a single readable article."""


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
        with cache.encoding_ahead([*sentence_texts(folder.sources), *passage_texts(folder.sources)], self._encoder):
            claims = self._read_claims(folder.sources, last)
        writer = GenerationWriter(self._plan, self._encoder, self._progress)
        generation = writer.write(folder, stamps, claims, cache, last)
        switch_to(self._plan.folder, generation)
        cache.clear()
        self._tidy(generation, current)
        return self._report(folder, before, cache.made)

    def _is_sound(self, manifest: Manifest) -> bool:
        """Whether the current generation is where it was asked for and can be opened."""
        if manifest.store_url != store_address(self._plan):
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
        count = counter(self._progress, "reading claims", len(sources))
        count(len(sources) - len(new))
        for start in range(0, len(new), READ_TOGETHER):
            batch = new[start : start + READ_TOGETHER]
            read = claims_of(batch, self._tagger or shipped_tagger())
            known.update(zip((source.file for source in batch), read, strict=True))
            count(len(batch))
        return [known[source.file] for source in sources]

    def _tidy(self, generation: Path, before: Path | None) -> None:
        """Removes all but this generation and the one before, which a reader may still have open."""
        for folder in other_generations(self._plan.folder, generation, before):
            if self._plan.store_url:
                ChromaStore.on_server(self._plan.store_url, collection_prefix(folder)).drop()
            shutil.rmtree(folder, ignore_errors=True)

    def _report(self, folder: Folder, before: Sequence[Source], encoded: int) -> BuildReport:
        return report_of(folder, before, encoded, time.perf_counter() - self._started)


def _nothing(corpus: Path, folder: Folder) -> str:
    reasons = "".join(f"; {unread.file}: {unread.reason}" for unread in folder.unread[:3])
    return f"{corpus} has no article that can be read (.txt, .md, .html, .pdf, .docx){reasons}"
