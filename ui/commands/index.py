"""The commands that look after an index: `index` and `doctor`."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.flags import Corpus, Encoder, IndexFolder, LanguageModel, folder_named
from ui.commands.opening import settings_of


def index(
    folder: Annotated[
        Path | None, typer.Argument(help="The folder of articles; else the default ones.", parser=folder_named)
    ] = None,
    corpus: Corpus = None,
    index: IndexFolder = None,
    encoder: Encoder = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Start from nothing.")] = False,
) -> None:
    """Build or update the index of a folder, and say what changed."""
    from rag.engine import build_index
    from rag.progress import progress_bars
    from ui.told import told_build

    if folder and corpus:
        raise typer.BadParameter("name the folder once, with --corpus or without")
    settings = settings_of(folder or corpus, index, encoder)
    with progress_bars() as progress:
        report = build_index(settings, rebuild=rebuild, progress=progress)
    for line in told_build(report):
        typer.echo(line)


def doctor(
    corpus: Corpus = None, index: IndexFolder = None, encoder: Encoder = None, llm: LanguageModel = None
) -> None:
    """Say which versions are installed, where the index is, and what is configured."""
    from ui.doctor import told_health

    for line in told_health(settings_of(corpus, index, encoder, llm)):
        typer.echo(line)
