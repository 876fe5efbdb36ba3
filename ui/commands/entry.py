"""What `parallax` itself takes, before any command."""

from typing import Annotated

import typer


def _tell_version(asked: bool) -> None:
    if asked:
        from ui.doctor import installed_version

        typer.echo(f"parallax {installed_version('parallax-rag')}")
        raise typer.Exit


def entry(
    _version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", callback=_tell_version, is_eager=True)
    ] = False,
) -> None:
    """Ask a folder of articles that disagree, and be shown their very words."""
