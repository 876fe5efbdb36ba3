"""Flags that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

Corpus = Annotated[
    Path | None, typer.Option("--corpus", help="The folder of articles.", metavar="FOLDER", show_default=False)
]
IndexFolder = Annotated[
    Path | None, typer.Option("--index", help="Where its index lies.", metavar="FOLDER", show_default=False)
]
Encoder = Annotated[
    str | None, typer.Option("--encoder", help="Another sentence-transformers model, by name or folder.")
]
