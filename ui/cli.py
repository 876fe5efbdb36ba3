"""The command line: which commands there are; the only place that turns errors into one line."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import ParallaxError
from rag.markup import shown
from ui.commands.ask import ask
from ui.commands.chat import chat
from ui.commands.flags import Corpus, IndexFolder
from ui.commands.index import doctor, index
from ui.commands.lists import claims, disagreements, sources
from ui.commands.opening import built, settings_of

app = typer.Typer(
    help="Ask a folder of articles that disagree, and be shown their very words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)
app.command(epilog="Example: parallax index my-articles/")(index)
app.command(epilog='Example: parallax ask "Why are people leaving?" --json')(ask)
app.command(epilog="Example: parallax chat --corpus my-articles/ --port 7861")(chat)
app.command(epilog="Example: parallax sources --corpus my-articles/")(sources)
app.command(epilog='Example: parallax claims --holder "the ministry"')(claims)
app.command(epilog="Example: parallax disagreements --json")(disagreements)


def main() -> None:
    """Runs the command line; an error that its user can mend is one line and exit code 1."""
    try:
        app()
    except ParallaxError as error:
        print(f"parallax: {shown(str(error))}", file=sys.stderr)
        sys.exit(1)


@app.command(name="eval", epilog="Example: parallax eval --system parallax --system llamaindex")
def evaluate(
    gold: Annotated[Path | None, typer.Option("--gold", help="Gold questions; else the default ones.")] = None,
    corpus: Corpus = None,
    index: IndexFolder = None,
    system: Annotated[
        list[str] | None, typer.Option("--system", help="parallax or llamaindex; may be repeated.")
    ] = None,
    output: Annotated[Path, typer.Option("--output", help="Where the results are written.")] = Path("results.json"),
) -> None:
    """Measure the answers to gold questions; print the table and write results.json."""
    from rich.console import Console

    from eval.command import DEFAULT_GOLD, check_systems, run

    systems = check_systems(system or ["parallax"])
    settings = built(corpus, index, None) if "parallax" in systems else settings_of(corpus, index, None)
    run(gold or DEFAULT_GOLD, settings.corpus, systems, output, Console(), index=settings.index)


app.command(epilog="Example: parallax doctor --corpus my-articles/")(doctor)


if __name__ == "__main__":
    main()
