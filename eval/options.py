"""What a user of `parallax eval` chose, in groups."""

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
class Written:
    """What becomes of the results: where results.json goes, the others beside it; None writes nothing."""

    results: Path | None = None
