"""Speed and memory beside plain LlamaIndex: `python -m eval.bench`.

A cold ask is a whole program, from its start to its end, over an index that exists already. Both programs
are run in turn, so that a busy machine slows both. This process stays small, and what loads models runs
in another: see `eval.processes`.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from eval.processes import Cost, cost_of

if TYPE_CHECKING:
    from eval.warm import Builds

ROOT = Path(__file__).resolve().parent.parent
COLD_LIMIT, MEMORY_LIMIT = 0.35, 0.40
VERIFY_LIMIT = 10
# By the selection model: the search alone has to be quick, and reading its candidates may cost a little.
WARM_LIMITS = {"none": 40, None: 120}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the benchmark and print its lines."""
    chosen = _parser().parse_args(arguments)
    question = chosen.question or first_question(chosen.gold)
    for line in bench(chosen.corpus, chosen.gold, question, chosen.repetitions):
        print(line, flush=True)


def first_question(gold: Path) -> str:
    """The question on the first line of a gold file, which is checked later, where that costs nothing."""
    with gold.open(encoding="utf-8-sig") as lines:
        return str(json.loads(next(lines))["question"])


def bench(corpus: Path, gold: Path, question: str, repetitions: int) -> Iterable[str]:
    """The lines of the benchmark, each as soon as it is known."""
    with (
        TemporaryDirectory(prefix="parallax-bench-", ignore_cleanup_errors=True) as folder,
        ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as apart,
    ):
        parallax, plain = Path(folder, "parallax"), Path(folder, "plain")
        yield build_line(apart.submit(_build_both, corpus, parallax, plain).result())
        ours = [str(Path(sys.executable).parent / "parallax"), "ask", question]
        ours += ["--corpus", str(corpus), "--index", str(parallax)]
        theirs = [sys.executable, "-m", "eval.plain_llamaindex", str(plain), question]
        yield from cold_lines([(cost_of(ours), cost_of(theirs)) for _ in range(repetitions)])
        yield verify_line(apart.submit(_verify_milliseconds, corpus).result())
        for selector in WARM_LIMITS:
            yield warm_line(selector, apart.submit(_warm_milliseconds, corpus, parallax, gold, selector).result())


def build_line(builds: "Builds") -> str:
    """How fast the index was built."""
    speed = builds.articles / builds.parallax
    return (
        f"index build: {speed:.1f} articles a second ({builds.parallax:.1f} s; plain LlamaIndex {builds.plain:.1f} s)"
    )


def cold_lines(pairs: Sequence[tuple[Cost, Cost]]) -> Iterable[str]:
    """Time and memory of a cold ask, ours of each pair over theirs, by their medians."""
    ours, theirs = (median(pair[side].seconds for pair in pairs) for side in (0, 1))
    small, large = (median(pair[side].mebibytes for pair in pairs) for side in (0, 1))
    yield _ratio_line("cold ask", ours / theirs, COLD_LIMIT, f"{ours:.2f} s, {theirs:.2f} s")
    yield _ratio_line("peak memory of a cold ask", small / large, MEMORY_LIMIT, f"{small:.0f} MiB, {large:.0f} MiB")


def warm_line(selector: str | None, milliseconds: Sequence[float]) -> str:
    """Median and 95th percentile of asking an open engine, with its selection model or without any."""
    middle, slow = median(milliseconds), quantiles(milliseconds, n=20, method="inclusive")[-1]
    name, limit = "warm ask, search alone" if selector else "warm ask", WARM_LIMITS[selector]
    return f"{name}: {middle:.0f} ms median (limit {limit} ms{_over(middle, limit)}), {slow:.0f} ms p95"


def verify_line(milliseconds: Sequence[float]) -> str:
    """Median and 95th percentile of checking one statement against the sentence it cites."""
    middle, slow = median(milliseconds), quantiles(milliseconds, n=20, method="inclusive")[-1]
    return (
        f"verifying a sentence: {middle:.0f} ms median (limit {VERIFY_LIMIT} ms{_over(middle, VERIFY_LIMIT)}), "
        f"{slow:.0f} ms p95"
    )


def _ratio_line(name: str, ratio: float, limit: float, both: str) -> str:
    return f"{name}: {ratio:.2f} of plain LlamaIndex (limit {limit:.2f}{_over(ratio, limit)}; {both})"


def _over(value: float, limit: float) -> str:
    return ", missed" if value > limit else ""


def _build_both(corpus: Path, parallax: Path, plain: Path) -> "Builds":
    from eval.warm import build_both

    return build_both(corpus, parallax, plain)


def _warm_milliseconds(corpus: Path, index: Path, gold: Path, selector: str | None) -> tuple[float, ...]:
    from eval.warm import warm_milliseconds

    return warm_milliseconds(corpus, index, gold, selector)


def _verify_milliseconds(corpus: Path) -> tuple[float, ...]:
    from eval.warm import verify_milliseconds

    return verify_milliseconds(corpus)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m eval.bench", description="Speed and memory beside plain LlamaIndex."
    )
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus" / "articles", help="the folder of articles")
    parser.add_argument(
        "--gold", type=Path, default=ROOT / "eval" / "gold" / "dev.jsonl", help="questions for warm asks"
    )
    parser.add_argument("--question", help="the question of the cold asks; else the first of the gold file")
    parser.add_argument("--repetitions", type=int, default=5, help="how often each cold ask is run")
    return parser


if __name__ == "__main__":
    main()
