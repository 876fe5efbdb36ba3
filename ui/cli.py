"""The command line: which commands there are; the only place that turns errors into one line."""

import sys

import typer

from corpus.errors import ParallaxError
from rag.markup import shown
from ui.commands.ask import ask
from ui.commands.chat import chat
from ui.commands.entry import entry
from ui.commands.flags import Corpus, IndexFolder
from ui.commands.index import doctor, index
from ui.commands.lists import claims, disagreements, sources
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

CLOSED_PIPE = 141
"""What a shell reports of a command that a closed pipe stopped: 128, and the number of the signal."""

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
    callback=entry,
)
app.command(epilog="Example: parallax index my-articles/")(index)
app.command(epilog='Example: parallax ask "Why are people leaving?" --json')(ask)
app.command(epilog="Example: parallax chat --corpus my-articles/ --port 7861")(chat)
app.command(epilog="Example: parallax sources --corpus my-articles/")(sources)
app.command(epilog='Example: parallax claims --holder "the ministry"')(claims)
app.command(epilog="Example: parallax disagreements --json")(disagreements)


def main() -> None:
    """Runs the command line; an error that its user can mend is one line, one more for each problem, and exit code 1.

    Where nobody reads on (`parallax … | head -1`), it ends as a command does that the closed pipe stopped.
    """
    try:
        app()
    except ParallaxError as error:
        first, *problems = error.lines
        print(f"parallax: {shown(first)}", *(f"  {shown(each)}" for each in problems), sep="\n", file=sys.stderr)
        sys.exit(1)
    except SystemExit as end:  # Typer and Rich make it of a closed pipe, as if of any error
        if isinstance(end.__context__, BrokenPipeError):
            sys.exit(CLOSED_PIPE)
        raise


@app.command(name="eval", epilog="Example: parallax eval --system parallax --system llamaindex")
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
    from eval.benchmark_command import run_benchmark
    from eval.benchmarks.benchmark import Options
    from eval.command import run
    from eval.gold_check import check_gold as checked
    from eval.options import DEFAULT_GOLD, RESULTS, Asked, Judged, Written, usual_jobs
    from eval.printed import console
    from eval.systems import check_systems, named_systems, needs_index
    from rag.progress import progress_bars

    systems = check_systems(named_systems(system or (), answers or ()))
    if benchmark:
        with progress_bars() as progress:
            options = Options(verifier, None, systems, documents, index, output, progress)
            run_benchmark(benchmark, file, options, typer.echo)
        return
    if file:
        raise typer.BadParameter("FILE is for --benchmark NAME; gold questions are given with --gold")
    if check_gold:
        for line in checked(check_gold, settings_of(corpus, None, None).corpus):
            typer.echo(line)
        return
    settings = (built if needs_index(systems) else settings_of)(corpus, index, None)
    asked = Asked(gold or DEFAULT_GOLD, settings.corpus, systems, settings.index, jobs or usual_jobs())
    run(asked, Judged(judge, curve, compare, tuple(fail_under or ())), Written(output or RESULTS), console())


app.command(epilog="Example: parallax doctor --corpus my-articles/")(doctor)


if __name__ == "__main__":
    main()
