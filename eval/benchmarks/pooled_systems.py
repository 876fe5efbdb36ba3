"""The systems under test over a benchmark's own documents."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.folder import read_folder
from corpus.source import Unread
from eval.benchmarks.benchmark import BenchmarkError, Options
from eval.benchmarks.pool import Pool, settings_of
from eval.system import System
from eval.systems import ANSWERS, Ground, needs_index, open_system, without_skipped
from rag.engine import build_index


@dataclass(frozen=True, slots=True)
class PooledSystems:
    """Systems over one pool, each opened as its turn comes, and what a reader has to know beside their figures."""

    systems: Iterator[System]
    remarks: tuple[str, ...]


@contextmanager
def systems_over(pool: Pool, options: Options) -> Iterator[PooledSystems]:
    """The systems that are asked for; the pool is indexed first where Parallax is among them.

    What an earlier call encoded is not encoded again.

    Raises:
        BenchmarkError: none of them can be asked.
    """
    names, skipped = without_skipped(options.systems, settings_of(pool, options))
    if not names or any(name.startswith(ANSWERS) for name in names):
        told = "; ".join(skipped) or "files of answers are for gold questions, with --gold"
        raise BenchmarkError(f"nobody can be asked: {told}")
    pool.write()
    unread = _indexed(pool, options) if needs_index(names) else ()
    with TemporaryDirectory(prefix="parallax-benchmark-", ignore_cleanup_errors=True) as scratch:
        # Only others than Parallax, which reads its index, need the articles themselves.
        sources = read_folder(pool.articles).sources if any(not needs_index([name]) for name in names) else ()
        ground = Ground(pool.articles, pool.index, tuple(sources), Path(scratch))
        yield PooledSystems((open_system(name, ground) for name in names), (*skipped, *_told(unread)))


def _indexed(pool: Pool, options: Options) -> tuple[Unread, ...]:
    return build_index(settings_of(pool, options), progress=options.progress).unread


def _told(unread: Sequence[Unread]) -> Iterator[str]:
    if unread:
        yield f"{len(unread)} documents were not read, the first because it {unread[0].reason}: {unread[0].file}"
