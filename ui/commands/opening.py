"""What most commands begin with: the settings that flags make, and the engine over a folder that has an index."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from rag.engine import Engine
    from rag.settings import Settings


def settings_of(corpus: Path | None, index: Path | None, encoder: str | None) -> "Settings":
    """The settings, with the flags above all others."""
    from rag.settings import load_settings

    return load_settings(corpus=corpus, index=index, encoder=encoder)


def engine_of(corpus: Path | None, index: Path | None, encoder: str | None) -> "Engine":
    """The engine over a folder, indexed first where it was not."""
    from rag.engine import Engine

    return Engine.open(settings=built(corpus, index, encoder))


def built(corpus: Path | None, index: Path | None, encoder: str | None) -> "Settings":
    """The settings of a folder that has an index, built first where it had none."""
    from rag.engine import build_index, has_index
    from rag.markup import shown

    settings = settings_of(corpus, index, encoder)
    if not has_index(settings) and settings.corpus.is_dir():
        typer.echo(f"{settings.corpus} has no index yet; building it …", err=True)
        with progress_bars() as progress:
            report = build_index(settings, progress=progress)
        typer.echo(f"indexed {report.sources} articles in {report.seconds:.1f} s", err=True)
        for unread in report.unread:
            typer.echo(f"not read: {shown(unread.file)}: {shown(unread.reason)}", err=True)
    return settings


@contextmanager
def progress_bars() -> Iterator[Callable[[str, int, int], None]]:
    """A bar a stage on standard error, where that is a terminal."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[str, Any] = {}

        def advance(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield advance
