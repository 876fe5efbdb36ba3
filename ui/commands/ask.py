"""The command `ask`."""

from pathlib import Path
from typing import Annotated

import typer

from ui.commands.flags import Corpus, Encoder, IndexFolder
from ui.commands.opening import engine_of


def ask(
    question: Annotated[str | None, typer.Argument(help="The question.", show_default=False)] = None,
    corpus: Corpus = None,
    index: IndexFolder = None,
    source: Annotated[
        list[str] | None, typer.Option("--source", help="Hear only this outlet; may be repeated.", metavar="OUTLET")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One line of JSON.")] = False,
    batch: Annotated[
        Path | None,
        typer.Option("--batch", help='Lines of {"id", "question", "history"?}; one answer a line, as JSON.'),
    ] = None,
    encoder: Encoder = None,
) -> None:
    """Ask a question; a folder that has no index yet is indexed first."""
    if (question is None) == (batch is None):
        raise typer.BadParameter("give either a question or --batch FILE")
    engine = engine_of(corpus, index, encoder)
    sources = source or []
    if batch:
        from ui.batch import answers_to

        for line in answers_to(batch, engine, sources):
            typer.echo(line)
        return
    answer = engine.ask(question or "", sources=sources)
    for warning in answer.warnings:
        typer.echo(f"note: {warning}", err=True)
    if json:
        typer.echo(answer.to_json())
    else:
        from ui.told import told_answer

        typer.echo("\n".join(told_answer(answer)))
