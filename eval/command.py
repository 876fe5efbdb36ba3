"""What `parallax eval` does: read the gold file, ask every system, print the report, write results.json."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

from corpus.errors import ParallaxError
from corpus.folder import read_folder
from eval.answered_system import told_remarks
from eval.gold import read_gold
from eval.options import Asked, Written
from eval.report import print_report
from eval.results import EvalReport
from eval.results_file import write_results
from eval.run import evaluate
from eval.systems import ANSWERS, Ground, UnknownSystemError, check_systems, open_system, without_skipped
from rag.progress import progress_bars


class OutputError(ParallaxError):
    """The results cannot be written where they were to go."""


def run(asked: Asked, written: Written, console: Console) -> EvalReport:
    """Evaluate the named systems over a corpus folder, print the report on `console`, write it.

    Raises:
        GoldError: the gold file does not fit the corpus.
        UnknownSystemError, OutputError: the message names what to do.
    """
    check_systems(asked.systems)
    if written.results:
        _check_writable(written.results)
    sources = read_folder(asked.corpus).sources
    questions = read_gold(asked.gold, {source.file: source.text for source in sources})
    with (
        TemporaryDirectory(prefix="parallax-eval-", ignore_cleanup_errors=True) as scratch,
        progress_bars() as progress,
    ):
        ground = Ground(asked.corpus, asked.index, tuple(sources), Path(scratch), tuple(questions))
        systems = _usable(asked.systems, ground, console)
        report = evaluate((open_system(name, ground) for name in systems), questions, sources, progress)
    print_report(report, console)
    if written.results:
        write_results(report, written.results)
        console.print(f"written to {written.results}")
    return report


def _usable(names: Sequence[str], ground: Ground, console: Console) -> tuple[str, ...]:
    """The systems that can be asked; tells which are skipped, and what is not exact in a file of answers."""
    usable, skipped = without_skipped(names, ground.settings)
    if not usable:
        raise UnknownSystemError("; ".join(skipped))
    remarks = [
        remark
        for name in usable
        if name.startswith(ANSWERS)
        for remark in told_remarks(Path(name.removeprefix(ANSWERS)), ground.questions, ground.sources)
    ]
    for line in (*skipped, *remarks):
        console.print(Text(line), soft_wrap=True)
    return usable


def _check_writable(output: Path) -> None:
    """Before an hour of questions, whether their results can be written at all."""
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("a"):
            pass
    except OSError as error:
        raise OutputError(f"the results cannot be written to {output} ({error.strerror}); see --output") from error
