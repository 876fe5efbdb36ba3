"""What `parallax eval` does: read the gold file, ask every system, print the report, write results.json."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.progress import Progress, TaskID

from corpus.errors import ParallaxError
from corpus.folder import read_folder
from corpus.source import Source
from eval.benchmarks.benchmark import BenchmarkError, Options
from eval.benchmarks.registry import benchmark_named
from eval.gold import read_gold
from eval.llamaindex_baseline import LlamaIndexSystem
from eval.parallax_system import ParallaxSystem
from eval.report import print_report
from eval.results import EvalReport
from eval.results_file import write_results
from eval.run import evaluate
from eval.system import System
from rag.engine import Engine

DEFAULT_GOLD = Path(__file__).parent / "gold" / "dev.jsonl"


class OutputError(ParallaxError):
    """The results cannot be written where they were to go."""


class UnknownSystemError(ParallaxError):
    """A name that no system under test has."""


def run(
    gold: Path,
    corpus: Path,
    systems: Sequence[str],
    output: Path | None,
    console: Console,
    index: Path | None = None,
) -> EvalReport:
    """Evaluate the named systems over a corpus folder, print the report on `console`, write it to `output`.

    `index` is where Parallax keeps the index of that folder; None is its usual place. Raises GoldError
    for a gold file that does not fit the corpus and UnknownSystemError.
    """
    check_systems(systems)
    if output:
        _check_writable(output)
    sources = read_folder(corpus).sources
    questions = read_gold(gold, {source.file: source.text for source in sources})
    with ExitStack() as stack, _progress() as progress:
        opened = (_open(name, corpus, index, sources, stack) for name in systems)
        report = evaluate(opened, questions, sources, progress)
    print_report(report, console)
    if output:
        write_results(report, output)
        console.print(f"written to {output}")
    return report


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


def check_systems(systems: Sequence[str]) -> Sequence[str]:
    """The names as they are; raises UnknownSystemError for one that no system has."""
    for name in systems:
        if name not in OPENERS:
            raise UnknownSystemError(f"no system is called {name!r}; there are {', '.join(OPENERS)}")
    return systems


def _check_writable(output: Path) -> None:
    """Before an hour of questions, whether their results can be written at all."""
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("a"):
            pass
    except OSError as error:
        raise OutputError(f"the results cannot be written to {output} ({error.strerror}); see --output") from error


def _open(name: str, corpus: Path, index: Path | None, sources: Sequence[Source], stack: ExitStack) -> System:
    return OPENERS[name](corpus, index, sources, stack)


def _open_parallax(corpus: Path, index: Path | None, sources: Sequence[Source], stack: ExitStack) -> System:
    return ParallaxSystem(Engine.open(corpus, index=index))


def _open_llamaindex(corpus: Path, index: Path | None, sources: Sequence[Source], stack: ExitStack) -> System:
    folder = stack.enter_context(TemporaryDirectory(prefix="parallax-eval-", ignore_cleanup_errors=True))
    return LlamaIndexSystem.build(sources, Path(folder))


Opener = Callable[[Path, Path | None, Sequence[Source], ExitStack], System]
OPENERS: Mapping[str, Opener] = {"parallax": _open_parallax, "llamaindex": _open_llamaindex}


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar a system on standard error, where that is a terminal."""
    errors = Console(stderr=True)
    with Progress(console=errors, transient=True, disable=not errors.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def advance(system: str, done: int, total: int) -> None:
            if system not in tasks:
                tasks[system] = bars.add_task(system, total=total)
            bars.update(tasks[system], completed=done)

        yield advance
