"""Every command; the only place that reads flags and turns errors into one line."""

import errno
import sys
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from corpus.errors import ParallaxError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rag.engine import Engine
    from rag.settings import Settings

app = typer.Typer(
    help="Ask a folder of articles that disagree, and be shown their very words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)

Corpus = Annotated[
    Path | None, typer.Option("--corpus", help="The folder of articles.", metavar="FOLDER", show_default=False)
]
IndexFolder = Annotated[
    Path | None, typer.Option("--index", help="Where its index lies.", metavar="FOLDER", show_default=False)
]
Encoder = Annotated[
    str | None, typer.Option("--encoder", help="Another sentence-transformers model, by name or folder.")
]


def main() -> None:
    """Runs the command line; an error that its user can mend is one line and exit code 1."""
    try:
        app()
    except ParallaxError as error:
        print(f"parallax: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        sys.exit(0)


@app.command(epilog="Example: parallax index my-articles/")
def index(
    folder: Annotated[Path | None, typer.Argument(help="The folder of articles; else the default ones.")] = None,
    index: IndexFolder = None,
    encoder: Encoder = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Start from nothing.")] = False,
) -> None:
    """Build or update the index of a folder, and say what changed."""
    from rag.engine import build_index
    from rag.settings import load_settings
    from ui.told import told_build

    settings = load_settings(corpus=folder, index=index, encoder=encoder)
    with _progress() as progress:
        report = build_index(settings, rebuild=rebuild, progress=progress)
    for line in told_build(report):
        typer.echo(line)


@app.command(epilog='Example: parallax ask "Why are people leaving?" --json')
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
    engine = _engine(corpus, index, encoder)
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


@app.command(epilog="Example: parallax chat --corpus my-articles/ --port 7861")
def chat(
    corpus: Corpus = None,
    index: IndexFolder = None,
    port: Annotated[int, typer.Option("--port", help="The port on 127.0.0.1.", min=1, max=65535)] = 7860,
    encoder: Encoder = None,
) -> None:
    """Open the page to ask in, on 127.0.0.1; a folder that has no index yet is indexed first."""
    from ui.page import launch_page

    engine = _engine(corpus, index, encoder)
    try:
        launch_page(engine, port=port)
    except OSError as error:
        if error.errno not in {errno.EADDRINUSE, None}:
            raise
        raise PortTakenError(f"port {port} is taken; choose another with --port") from error


@app.command(epilog="Example: parallax sources --corpus my-articles/")
def sources(corpus: Corpus = None, index: IndexFolder = None, encoder: Encoder = None) -> None:
    """List the articles, with what they say of themselves."""
    from ui.told import told_sources

    for line in told_sources(_engine(corpus, index, encoder).sources()):
        typer.echo(line)


@app.command(epilog='Example: parallax claims --holder "the ministry"')
def claims(
    corpus: Corpus = None,
    index: IndexFolder = None,
    holder: Annotated[
        str | None,
        typer.Option("--holder", help="Only what this person or body holds; a part of the name does.", metavar="NAME"),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="One line of JSON a claim.")] = False,
    encoder: Encoder = None,
) -> None:
    """List what the articles state: who holds it, how, and of what day."""
    from ui.claims_list import json_lines, no_claims, told_claims

    if holder is not None and not holder.strip():
        raise typer.BadParameter("--holder needs a name, or a part of one")
    engine = _engine(corpus, index, encoder)
    found = engine.claims(holder)
    if not found and holder:
        typer.echo(no_claims(holder, engine.claims()), err=True)
    for line in (json_lines if json else told_claims)(found, engine.sources()):
        typer.echo(line)


@app.command(epilog="Example: parallax disagreements --json")
def disagreements(
    corpus: Corpus = None,
    index: IndexFolder = None,
    json: Annotated[bool, typer.Option("--json", help="One line of JSON.")] = False,
    encoder: Encoder = None,
) -> None:
    """List where the articles differ, the weightiest first."""
    from ui.told import told_overview

    overview = _engine(corpus, index, encoder).disagreements()
    for line in [overview.to_json()] if json else told_overview(overview):
        typer.echo(line)


@app.command(name="eval", epilog="Example: parallax eval --system parallax --system llamaindex")
def evaluate(
    file: Annotated[
        Path | None, typer.Argument(help="The file of a benchmark; see --benchmark.", show_default=False)
    ] = None,
    gold: Annotated[Path | None, typer.Option("--gold", help="Gold questions; else the default ones.")] = None,
    corpus: Corpus = None,
    index: IndexFolder = None,
    system: Annotated[
        list[str] | None, typer.Option("--system", help="parallax or llamaindex; may be repeated.")
    ] = None,
    output: Annotated[Path, typer.Option("--output", help="Where the results are written.")] = Path("results.json"),
    benchmark: Annotated[
        str | None,
        typer.Option("--benchmark", help="A public test set, over FILE: attribution.", metavar="NAME"),
    ] = None,
    verifier: Annotated[
        str | None,
        typer.Option("--verifier", help="With a benchmark, a cross-encoder by name or folder.", metavar="NAME"),
    ] = None,
) -> None:
    """Measure the answers to gold questions; print the table and write results.json."""
    from rich.console import Console

    from eval.benchmarks.benchmark import Options
    from eval.command import DEFAULT_GOLD, check_systems, run, run_benchmark

    if benchmark:
        run_benchmark(benchmark, file, Options(verifier=verifier), typer.echo)
        return
    if file:
        raise typer.BadParameter("FILE is for --benchmark NAME; gold questions are given with --gold")
    systems = check_systems(system or ["parallax"])
    settings = _built(corpus, index, None) if "parallax" in systems else _settings(corpus, index, None)
    run(gold or DEFAULT_GOLD, settings.corpus, systems, output, Console(), index=settings.index)


@app.command(epilog="Example: parallax doctor --corpus my-articles/")
def doctor(corpus: Corpus = None, index: IndexFolder = None, encoder: Encoder = None) -> None:
    """Say which versions are installed, where the index is, and what is configured."""
    from ui.doctor import told_health

    for line in told_health(_settings(corpus, index, encoder)):
        typer.echo(line)


class PortTakenError(ParallaxError):
    """Another program listens where the page was to be."""


def _settings(corpus: Path | None, index: Path | None, encoder: str | None) -> "Settings":
    from rag.settings import load_settings

    return load_settings(corpus=corpus, index=index, encoder=encoder)


def _engine(corpus: Path | None, index: Path | None, encoder: str | None) -> "Engine":
    """The engine over a folder, indexed first where it was not."""
    from rag.engine import Engine

    return Engine.open(settings=_built(corpus, index, encoder))


def _built(corpus: Path | None, index: Path | None, encoder: str | None) -> "Settings":
    from rag.engine import build_index, has_index
    from rag.markup import shown

    settings = _settings(corpus, index, encoder)
    if not has_index(settings) and settings.corpus.is_dir():
        typer.echo(f"{settings.corpus} has no index yet; building it …", err=True)
        with _progress() as progress:
            report = build_index(settings, progress=progress)
        typer.echo(f"indexed {report.sources} articles in {report.seconds:.1f} s", err=True)
        for unread in report.unread:
            typer.echo(f"not read: {shown(unread.file)}: {shown(unread.reason)}", err=True)
    return settings


@contextmanager
def _progress() -> "Iterator[Callable[[str, int, int], None]]":
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
