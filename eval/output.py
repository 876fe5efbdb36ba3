"""The files of a run: results.json, and beside it what people and build servers read."""

from collections.abc import Callable, Mapping
from pathlib import Path

from corpus.errors import ParallaxError
from eval.html.page import write_html
from eval.junit import write_junit
from eval.markdown_report import write_markdown
from eval.outcome import Outcome
from eval.results_file import write_results
from eval.rows import write_rows


class OutputError(ParallaxError):
    """The results cannot be written where they were to go."""


def _write_rows(outcome: Outcome, path: Path) -> None:
    write_rows(outcome.report, path)


BESIDE: Mapping[str, Callable[[Outcome, Path], None]] = {
    "eval.jsonl": _write_rows,
    "report.html": write_html,
    "junit.xml": write_junit,
    "eval.md": write_markdown,
}


def check_writable(results: Path) -> None:
    """Before an hour of questions, whether their results can be written at all; nothing is left behind.

    Raises:
        OutputError: they cannot.
    """
    probe = results.with_suffix(".probe")
    try:
        results.parent.mkdir(parents=True, exist_ok=True)
        if results.is_dir():
            raise IsADirectoryError(21, "it is a folder")
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise OutputError(f"the results cannot be written to {results} ({error.strerror}); see --output") from error


def write_outcome(outcome: Outcome, results: Path) -> tuple[Path, ...]:
    """Write every file; returns where they are."""
    write_results(outcome, results)
    paths = [results]
    for name, write in BESIDE.items():
        write(outcome, results.parent / name)
        paths.append(results.parent / name)
    return tuple(paths)
