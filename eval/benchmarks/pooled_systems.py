"""The systems under test over a benchmark's own documents."""

from collections.abc import Iterator

from eval.benchmarks.benchmark import Options
from eval.benchmarks.pool import Pool, open_engine
from eval.parallax_system import ParallaxSystem
from eval.system import System


def systems_over(pool: Pool, options: Options) -> Iterator[System]:
    """Each system that is asked for, opened over the pool as its turn comes."""
    yield ParallaxSystem(open_engine(pool, options))
