"""The commands that list what a corpus holds: `sources`, `claims` and `disagreements`."""

from typing import Annotated

import typer

from ui.commands.flags import Corpus, Encoder, IndexFolder
from ui.commands.opening import engine_of


def sources(
    corpus: Corpus = None,
    index: IndexFolder = None,
    json: Annotated[bool, typer.Option("--json", help="One line of JSON an article.")] = False,
    encoder: Encoder = None,
) -> None:
    """List the articles, with what they say of themselves."""
    from ui.described import json_lines
    from ui.told import told_sources

    for line in (json_lines if json else told_sources)(engine_of(corpus, index, encoder).sources()):
        typer.echo(line)


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
    engine = engine_of(corpus, index, encoder)
    found = engine.claims(holder)
    if not found and holder:
        typer.echo(no_claims(holder, engine.claims()), err=True)
    for line in (json_lines if json else told_claims)(found, engine.sources()):
        typer.echo(line)


def disagreements(
    corpus: Corpus = None,
    index: IndexFolder = None,
    json: Annotated[bool, typer.Option("--json", help="One line of JSON.")] = False,
    encoder: Encoder = None,
) -> None:
    """List where the articles differ, the weightiest first."""
    from ui.told import told_overview

    overview = engine_of(corpus, index, encoder).disagreements()
    for line in [overview.to_json()] if json else told_overview(overview):
        typer.echo(line)
