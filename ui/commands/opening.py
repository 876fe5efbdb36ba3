"""What most commands begin with: the settings that flags make, and the engine over a folder that has an index."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rag.engine import Engine
    from rag.settings import Settings


def settings_of(corpus: Path | None, index: Path | None, encoder: str | None, llm: str | None = None) -> "Settings":
    """The settings, with the flags above all others."""
    from rag.settings import load_settings

    return load_settings(corpus=corpus, index=index, encoder=encoder, llm=llm)


def engine_of(corpus: Path | None, index: Path | None, encoder: str | None, llm: str | None = "") -> "Engine":
    """The engine over a folder, indexed first where it was not; None is the language model that is set, "" none."""
    from rag.engine import Engine

    return Engine.open(settings=built(corpus, index, encoder, llm))


def built(corpus: Path | None, index: Path | None, encoder: str | None, llm: str | None = None) -> "Settings":
    """The settings of a folder that has an index, built first where it had none, or one of an earlier version."""
    from corpus.folder import require_folder
    from rag.engine import build_index, why_to_build
    from rag.progress import progress_bars
    from ui.told import told_build

    settings = settings_of(corpus, index, encoder, llm)
    if reason := why_to_build(settings):
        require_folder(settings.corpus)
        typer.echo(f"{settings.corpus} {reason}; building it …", err=True)
        with progress_bars() as progress:
            report = build_index(settings, progress=progress)
        for line in told_build(report):
            typer.echo(line, err=True)
    return settings
