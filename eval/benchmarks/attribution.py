"""The verifier on claims with their references: is each attributable to them or not."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from eval.benchmarks.benchmark import Benchmark, Options
from eval.benchmarks.json_lines import read_rows
from eval.benchmarks.macro_f1 import Decision, MacroF1, macro_f1
from rag.verify import Evidence, Verifier, named_verifier

ORIGIN = (
    "JSON lines with claim, references, attribution_label and src_dataset, as in AttributionBench "
    "(github.com/OSU-NLP-Group/AttributionBench)"
)
LABELS = {"attributable": True, "notattributable": False, "unattributable": False}


def _label(given: object) -> bool:
    """A label in whatever case and spacing."""
    letters = "".join(letter for letter in str(given).lower() if letter.isalpha())
    if letters not in LABELS:
        raise ValueError(f"{given!r} is neither 'attributable' nor 'not attributable'")
    return LABELS[letters]


def _texts(given: object) -> object:
    """One reference may stand without its list; what is empty is none."""
    texts = [given] if isinstance(given, str) else given
    return [text for text in texts if text is not None] if isinstance(texts, list) else texts


class Row(BaseModel):
    """A claim, the texts it rests on, and whether it is attributable to them."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    claim: Annotated[str, Field(min_length=1)]
    references: Annotated[tuple[str, ...], BeforeValidator(_texts)]
    attribution_label: Annotated[bool, BeforeValidator(_label)]
    src_dataset: str = "unnamed"


def run(file: Path, options: Options) -> Iterator[str]:
    """The lines of the benchmark, subset by subset."""
    verifier = named_verifier(options.verifier)
    read = read_rows(file, Row, ORIGIN)
    yield from read.unread
    decisions = [_decision(row, verifier) for row in read.rows]
    yield f"{len(decisions)} claims, verifier {verifier.name}"
    for subset in sorted({each.subset for each in decisions}):
        yield _told(f"macro-F1 {subset}", macro_f1([each for each in decisions if each.subset == subset]))
    pooled = macro_f1(decisions)
    yield _told("pooled", pooled)
    yield f"macro-F1 pooled: {pooled.value:.3f}"


def _decision(row: Row, verifier: Verifier) -> Decision:
    verdict = verifier.verify(row.claim, [Evidence(text) for text in row.references])
    return Decision(row.src_dataset, row.attribution_label, verdict.score >= 0.5)


def _told(name: str, score: MacroF1) -> str:
    return f"{name}: {score.value:.3f} (95 % {score.low:.3f} to {score.high:.3f}, {score.rows} claims)"


BENCHMARK = Benchmark("attribution", "whether claims are attributable to their references", ORIGIN, run)
