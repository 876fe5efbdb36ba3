"""Train every model that is shipped, one after the other, and write each with the numbers of its card.

    python -m index.training DATA

Says first which files of DATA are missing, by name. `python -m index.training.NAME DATA` trains one model alone.
"""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

SETS: Mapping[str, Sequence[str]] = {
    "selection": ("selection", "attribution", "headlines", "perspectives"),
    "attribution": ("attribution",),
    "pairs": ("pairs", "headlines", "perspectives"),
    "support": ("pairs", "headlines", "attribution"),
}
"""Each model, a module of this package, and the sets it learns from."""
PARTS = ("train", "dev")


def needed(models: Mapping[str, Sequence[str]] = SETS) -> tuple[str, ...]:
    """The names of the files that these models are trained and chosen on."""
    sets = dict.fromkeys(name for each in models.values() for name in each)
    return tuple(f"{name}-{part}.jsonl.gz" for name in sets for part in PARTS)


def problem_with(data: Path | None) -> str | None:
    """What is wrong with the folder of the training data, in a line with the remedy; None where nothing is."""
    if data is None:
        return f"training needs a folder: make train DATA=FOLDER, with {', '.join(needed())}"
    if not data.is_dir():
        return f"{data} is no folder; make train DATA=FOLDER needs one with {', '.join(needed())}"
    missing = [name for name in needed() if not (data / name).is_file()]
    return f"{data} lacks {', '.join(missing)}" if missing else None


def main() -> None:
    """Train all of them; the first that fails ends it."""
    given = [argument for argument in sys.argv[1:] if argument]
    data = Path(given[0]) if given else None
    problem = problem_with(data)
    if problem or data is None:
        print(problem, file=sys.stderr)
        sys.exit(1)
    for name in SETS:
        print(f"training the {name} model", flush=True)
        done = subprocess.run([sys.executable, "-m", f"index.training.{name}", str(data)], check=False)
        if done.returncode:
            sys.exit(done.returncode)


if __name__ == "__main__":
    main()
