"""The benchmarks by name."""

from collections.abc import Mapping

from eval.benchmarks import attribution, evirag, pairs, polnear, ramdocs
from eval.benchmarks.benchmark import Benchmark, BenchmarkError

BENCHMARKS: Mapping[str, Benchmark] = {
    each.name: each
    for each in (attribution.BENCHMARK, ramdocs.BENCHMARK, evirag.BENCHMARK, polnear.BENCHMARK, pairs.BENCHMARK)
}


def benchmark_named(name: str) -> Benchmark:
    """The benchmark of that name.

    Raises:
        BenchmarkError: there is none; the message lists those there are.
    """
    if name not in BENCHMARKS:
        raise BenchmarkError(f"no benchmark is called {name!r}; there are: {', '.join(BENCHMARKS)}")
    return BENCHMARKS[name]
