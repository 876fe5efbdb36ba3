"""What a user of `parallax eval` chose, in groups."""

import os
from dataclasses import dataclass
from pathlib import Path

RESULTS = Path("results.json")
DEFAULT_GOLD = Path(__file__).parent / "gold" / "dev.jsonl"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of whom: gold questions over a corpus, the systems by name, and how many processes ask.

    `index` is where Parallax keeps the index of the corpus; None is its usual place.
    """

    gold: Path
    corpus: Path
    systems: tuple[str, ...]
    index: Path | None = None
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Judged:
    """How the answers are judged: by whom, with or without the curve, beside which earlier run, above which floors."""

    judge: str | None = None
    curve: bool = False
    compare: Path | None = None
    fail_under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """What becomes of the results: where results.json goes, the others beside it; None writes nothing."""

    results: Path | None = None

    @property
    def journal(self) -> Path | None:
        """Where the replies of an unfinished run are kept."""
        return self.results.with_suffix(".partial.jsonl") if self.results else None


def usual_jobs() -> int:
    """Two processes where there are two processors: a third would wait for memory more than it works."""
    return min(2, os.cpu_count() or 1)
