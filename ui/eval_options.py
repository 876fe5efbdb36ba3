"""The flags of `parallax eval`, in groups; what they mean is the evaluation's own business."""

from pathlib import Path
from typing import Annotated

import typer

GoldFile = Annotated[Path | None, typer.Option("--gold", help="Gold questions; else the default ones.")]
SystemNames = Annotated[list[str] | None, typer.Option("--system", help="parallax or llamaindex; may be repeated.")]
ResultsFile = Annotated[Path, typer.Option("--output", help="Where results.json is written.")]
BenchmarkFile = Annotated[
    Path | None, typer.Argument(help="The file of a benchmark; see --benchmark.", show_default=False)
]
BenchmarkName = Annotated[
    str | None, typer.Option("--benchmark", help="A public test set, over FILE: attribution.", metavar="NAME")
]
VerifierName = Annotated[
    str | None,
    typer.Option("--verifier", help="With a benchmark, a cross-encoder by name or folder.", metavar="NAME"),
]
