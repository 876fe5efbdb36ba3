"""The flags of `parallax eval`, in groups; what they mean is the evaluation's own business."""

from pathlib import Path
from typing import Annotated

import typer

GoldFile = Annotated[Path | None, typer.Option("--gold", help="Gold questions; else the default ones.")]
SystemNames = Annotated[
    list[str] | None, typer.Option("--system", help="parallax, llamaindex and others; may be repeated.")
]
AnswerFiles = Annotated[
    list[Path] | None,
    typer.Option("--answers", help="Answers of any pipeline, as JSON lines; may be repeated.", metavar="FILE"),
]
CheckedFile = Annotated[
    Path | None, typer.Option("--check-gold", help="Only check this gold file.", metavar="FILE", show_default=False)
]
Documents = Annotated[
    Path | None,
    typer.Option("--documents", help="The documents of a benchmark that come in a file of their own.", metavar="FILE"),
]
ResultsFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        help="Where results.json is written; the report and the other files lie beside it.",
        metavar="FILE",
        show_default="results.json",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", help="How many processes ask Parallax; else two.", min=1, max=64, show_default=False),
]
JudgeName = Annotated[
    str | None,
    typer.Option(
        "--judge",
        help="Who says what supports what: exact, shipped, llm, or a cross-encoder by name or folder.",
        metavar="NAME",
    ),
]
Curve = Annotated[bool, typer.Option("--curve", help="Coverage against precision over the cut, drawn and printed.")]
Compare = Annotated[
    Path | None, typer.Option("--compare", help="An earlier results.json: what moved since.", metavar="OLD.json")
]
FailUnder = Annotated[
    list[str] | None,
    typer.Option("--fail-under", help="A floor for the first system; may be repeated.", metavar="MEASURE=VALUE"),
]
BenchmarkFile = Annotated[
    Path | None, typer.Argument(help="The file of a benchmark; see --benchmark.", show_default=False)
]
BenchmarkName = Annotated[
    str | None,
    typer.Option(
        "--benchmark",
        help="A public test set, over FILE: attribution, ramdocs, evirag, polnear or pairs.",
        metavar="NAME",
    ),
]
VerifierName = Annotated[
    str | None,
    typer.Option("--verifier", help="With a benchmark, a cross-encoder by name or folder.", metavar="NAME"),
]
