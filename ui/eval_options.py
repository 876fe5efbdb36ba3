"""The flags of `parallax eval`, in groups; what they mean is the evaluation's own business."""

from pathlib import Path
from typing import Annotated

import typer

GoldFile = Annotated[Path | None, typer.Option("--gold", help="Gold questions; else the default ones.")]
SystemNames = Annotated[list[str] | None, typer.Option("--system", help="parallax or llamaindex; may be repeated.")]
ResultsFile = Annotated[Path, typer.Option("--output", help="Where results.json is written.")]
