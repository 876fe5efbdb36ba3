"""The command line: which commands there are; the only place that turns errors into one line."""

import sys

import typer

from corpus.errors import ParallaxError
from rag.markup import shown
from ui.commands.ask import ask
from ui.commands.chat import chat
from ui.commands.entry import entry
from ui.commands.evaluate import evaluate
from ui.commands.index import doctor, index
from ui.commands.lists import claims, disagreements, sources

CLOSED_PIPE = 141
"""What a shell reports of a command that a closed pipe stopped: 128, and the number of the signal."""

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
    callback=entry,
)
app.command(epilog="Example: parallax index my-articles/")(index)
app.command(epilog='Example: parallax ask "Why are people leaving?" --json')(ask)
app.command(epilog="Example: parallax chat --corpus my-articles/ --port 7861")(chat)
app.command(epilog="Example: parallax sources --corpus my-articles/")(sources)
app.command(epilog='Example: parallax claims --holder "the ministry"')(claims)
app.command(epilog="Example: parallax disagreements --json")(disagreements)
app.command(name="eval", epilog="Example: parallax eval --system parallax --system llamaindex")(evaluate)
app.command(epilog="Example: parallax doctor --corpus my-articles/")(doctor)


def main() -> None:
    """Runs the command line; an error that its user can mend is one line, one more for each problem, and exit code 1.

    Where nobody reads on (`parallax … | head -1`), it ends as a command does that the closed pipe stopped.
    """
    try:
        app()
    except ParallaxError as error:
        first, *problems = error.lines
        print(f"parallax: {shown(first)}", *(f"  {shown(each)}" for each in problems), sep="\n", file=sys.stderr)
        sys.exit(1)
    except SystemExit as end:  # Typer and Rich make it of a closed pipe, as if of any error
        if isinstance(end.__context__, BrokenPipeError):
            sys.exit(CLOSED_PIPE)
        raise


if __name__ == "__main__":
    main()
