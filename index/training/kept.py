"""What a stage of a training ended with: in a file of a folder, or in memory where no folder is named."""

from pathlib import Path
from typing import Any

import torch


class Kept:
    """One stage's result by the stage's name."""

    def __init__(self, folder: Path | None, name: str) -> None:
        self._path = folder / f"{name}.pt" if folder else None
        self._result: Any = None

    @property
    def is_there(self) -> bool:
        """Whether the stage was done, now or in an earlier run."""
        return self._result is not None or (self._path is not None and self._path.is_file())

    def write(self, result: Any) -> None:
        """Keeps the result; a run that is stopped while it writes leaves what was there."""
        self._result = result
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = self._path.with_suffix(".unfinished")
            torch.save(result, unfinished)
            unfinished.replace(self._path)

    def read(self) -> Any:
        """The result; only files that this package wrote are read, since reading runs what they hold."""
        if self._result is None and self._path is not None:
            self._result = torch.load(self._path, weights_only=False)
        return self._result
