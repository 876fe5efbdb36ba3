"""The command `ask`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ui.commands.flags import Corpus, Encoder, IndexFolder, LanguageModel
from ui.commands.opening import engine_of

if TYPE_CHECKING:
    from rag.answer import Answer
    from rag.engine import Engine

Format = Literal["text", "markdown", "json", "csv", "bibtex"]


def ask(
    question: Annotated[
        list[str] | None, typer.Argument(help="The question, in quotes or not.", show_default=False, metavar="QUESTION")
    ] = None,
    corpus: Corpus = None,
    index: IndexFolder = None,
    source: Annotated[
        list[str] | None, typer.Option("--source", help="Hear only this outlet; may be repeated.", metavar="OUTLET")
    ] = None,
    format: Annotated[Format, typer.Option("--format", help="How the answer and its sources are written.")] = "text",
    json: Annotated[bool, typer.Option("--json", help="One line of JSON, as --format json.")] = False,
    batch: Annotated[
        Path | None,
        typer.Option("--batch", help='Lines of {"id", "question", "history"?}; one answer a line, as JSON.'),
    ] = None,
    encoder: Encoder = None,
    llm: LanguageModel = None,
) -> None:
    """Ask a question; a folder that has no index yet is indexed first."""
    if bool(question) == bool(batch):
        raise typer.BadParameter("give either a question or --batch FILE")
    if question and len(question) > 1 and Path(question[0]).is_dir():
        raise typer.BadParameter(f"a folder of articles goes behind --corpus: --corpus {question[0]}")
    if (json or batch) and format not in {"text", "json"}:
        raise typer.BadParameter(f"--format {format} does not go with --json or --batch, which write JSON")
    from ui.reply import reply

    engine = engine_of(corpus, index, encoder, llm)
    if batch:
        from ui.batch import answers_to

        for line in answers_to(batch, engine, source or []):
            typer.echo(line)
    else:
        asked = " ".join(question or ())
        _tell(reply(engine, asked, sources=source or []), "json" if json else format, engine)


def _tell(answer: "Answer", form: Format, engine: "Engine") -> None:
    """The answer on standard output, what its owner should know of the index on standard error."""
    from rag.markup import shown

    for warning in answer.warnings:
        typer.echo(f"note: {shown(warning)}", err=True)
    if form == "text":
        from ui.told import told_answer, told_dropped

        typer.echo("\n".join(told_answer(answer)))
        for line in told_dropped(answer):
            typer.echo(line, err=True)
    else:
        from ui.export import exported

        typer.echo(exported([answer], form, engine.sources()), nl=False)
