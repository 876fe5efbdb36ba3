"""How many of the answers that documents of one question give are shown, and set against each other.

Both files are invented, in the published form of RAMDocs: the rules were made with `read` in view; nobody looked at
`unread` for them. The floors lie a little under what is reached; raise them when it gets better.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

from eval.benchmarks.benchmark import Options
from eval.benchmarks.json_lines import read_rows
from eval.benchmarks.pooled_systems import systems_over
from eval.benchmarks.ramdocs import outcome_of, pooled
from eval.benchmarks.ramdocs_form import ORIGIN, Row
from eval.benchmarks.ramdocs_question import Shown

FOLDER = Path(__file__).parent / "benchmarks"


def figures(file: Path, kept: Path) -> Mapping[str, float | None]:
    """The figures of the benchmark over one file, by name."""
    options = Options(index=kept)
    pool, questions = pooled(read_rows(file, Row, ORIGIN).rows, options)
    with systems_over(pool, options) as over:
        [system] = over.systems
        shown = [Shown(asked, system.answer(asked.question, ())) for asked in questions]
    return {figure.name: figure.value for figure in outcome_of(system.name, shown).figures}


@pytest.mark.parametrize(
    ("file", "covered", "found"), [("ramdocs_read.jsonl", 0.95, 0.88), ("ramdocs_unread.jsonl", 0.90, 0.75)]
)
def test_answers_are_covered_and_compared(file: str, covered: float, found: float, tmp_path: Path) -> None:
    """Most answers stand in the first five spans, most pairs of them are told apart, and hardly any that agree."""
    reached = figures(FOLDER / file, tmp_path)
    assert (reached["coverage at 5"] or 0.0) >= covered
    assert (reached["disagreements found"] or 0.0) >= found
    assert (reached["false ones of the same answer"] or 0.0) <= 0.02
    assert (reached["answered"] or 0.0) == 1.0
