"""`parallax eval`: gold questions, a gold file, or a public benchmark."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ui.commands.flags import Corpus, IndexFolder
from ui.commands.opening import built, settings_of
from ui.eval_options import (
    AnswerFiles,
    BenchmarkFile,
    BenchmarkName,
    CheckedFile,
    Compare,
    Curve,
    Documents,
    FailUnder,
    GoldFile,
    Jobs,
    JudgeName,
    ResultsFile,
    SystemNames,
    VerifierName,
)

if TYPE_CHECKING:
    from eval.benchmarks.benchmark import Options


def evaluate(
    file: BenchmarkFile = None,
    gold: GoldFile = None,
    corpus: Corpus = None,
    index: IndexFolder = None,
    system: SystemNames = None,
    answers: AnswerFiles = None,
    output: ResultsFile = None,
    jobs: Jobs = None,
    judge: JudgeName = None,
    curve: Curve = False,
    compare: Compare = None,
    fail_under: FailUnder = None,
    check_gold: CheckedFile = None,
    benchmark: BenchmarkName = None,
    verifier: VerifierName = None,
    documents: Documents = None,
) -> None:
    """Measure the answers to gold questions; print the table and write results.json."""
    from eval.options import DEFAULT_GOLD, RESULTS, Asked, Judged, Written, usual_jobs
    from eval.systems import check_systems, named_systems, needs_index

    systems = check_systems(named_systems(system or (), answers or ()))
    if benchmark:
        from eval.benchmarks.benchmark import Options

        _run_benchmark(benchmark, file, Options(verifier, None, systems, documents, index, output))
    elif file:
        raise typer.BadParameter("FILE is for --benchmark NAME; gold questions are given with --gold")
    elif check_gold:
        _check_gold(check_gold, corpus)
    else:
        from eval.command import run
        from eval.printed import console

        settings = (built if needs_index(systems) else settings_of)(corpus, index, None)
        asked = Asked(gold or DEFAULT_GOLD, settings.corpus, systems, settings.index, jobs or usual_jobs())
        run(asked, Judged(judge, curve, compare, tuple(fail_under or ())), Written(output or RESULTS), console())


def _run_benchmark(name: str, file: Path | None, options: "Options") -> None:
    from eval.benchmark_command import run_benchmark
    from rag.progress import progress_bars

    with progress_bars() as progress:
        run_benchmark(name, file, replace(options, progress=progress), typer.echo)


def _check_gold(gold: Path, corpus: Path | None) -> None:
    from eval.gold_check import check_gold

    for line in check_gold(gold, settings_of(corpus, None, None).corpus):
        typer.echo(line)
