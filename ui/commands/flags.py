"""Flags that several commands have."""

from pathlib import Path
from typing import Annotated

import typer


def folder_named(name: str) -> Path:
    """The folder of that name; an empty name would be the working folder, which only "." means.

    Raises:
        typer.BadParameter: the name is empty.
    """
    if not name.strip():
        raise typer.BadParameter("it is empty; name a folder")
    return Path(name)


Corpus = Annotated[
    Path | None,
    typer.Option("--corpus", help="The folder of articles.", metavar="FOLDER", show_default=False, parser=folder_named),
]
IndexFolder = Annotated[
    Path | None,
    typer.Option("--index", help="Where its index lies.", metavar="FOLDER", show_default=False, parser=folder_named),
]
LanguageModel = Annotated[
    str | None,
    typer.Option(
        "--llm",
        help="Let a language model draft the answer: ollama:MODEL, openai:MODEL or openai-like:MODEL@URL.",
        metavar="NAME",
        show_default=False,
    ),
]
Encoder = Annotated[
    str | None, typer.Option("--encoder", help="Another sentence-transformers model, by name or folder.")
]
