"""What `parallax eval --benchmark` does: run a public test set over its file."""

from collections.abc import Callable
from pathlib import Path

from eval.benchmarks.benchmark import BenchmarkError, Options
from eval.benchmarks.registry import benchmark_named


def run_benchmark(name: str, file: Path | None, options: Options, tell: Callable[[str], None]) -> None:
    """Run the named benchmark over its file and tell its lines one by one.

    Raises:
        BenchmarkError: there is no such benchmark, or no such file; the message says where the data comes from.
    """
    benchmark = benchmark_named(name)
    if file is None:
        raise BenchmarkError(f"--benchmark {name} needs a FILE: {benchmark.origin}")
    for line in benchmark.run(file, options):
        tell(line)
