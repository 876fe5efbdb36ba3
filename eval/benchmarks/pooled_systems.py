"""The systems under test over a benchmark's own documents."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.folder import read_folder
from eval.benchmarks.benchmark import Options
from eval.benchmarks.pool import Pool, settings_of
from eval.system import System
from eval.systems import Ground, needs_index, open_system
from rag.engine import build_index


@contextmanager
def systems_over(pool: Pool, options: Options) -> Iterator[Iterator[System]]:
    """Each system that is asked for, opened over the pool as its turn comes.

    The pool is indexed first where Parallax is among them; what an earlier call encoded is not encoded again.
    """
    pool.write()
    if needs_index(options.systems):
        build_index(settings_of(pool, options), progress=options.progress)
    with TemporaryDirectory(prefix="parallax-benchmark-", ignore_cleanup_errors=True) as scratch:
        sources = read_folder(pool.articles).sources if len(options.systems) > needs_index(options.systems) else ()
        ground = Ground(pool.articles, pool.index, tuple(sources), Path(scratch))
        yield (open_system(name, ground) for name in options.systems)
