"""What a build of an index is told, tells while it runs, and tells when it is done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.source import Folder, Notice, Source, Unread
from index.export import EMBEDDED

Progress = Callable[[str, int, int], None]
"""Told the stage, and how many of how many steps of it are done."""


@dataclass(frozen=True, slots=True)
class IndexPlan:
    """From what and where an index is built; `store_url` names a Chroma server instead of a folder."""

    corpus: Path
    folder: Path
    encoder_name: str = EMBEDDED
    store_url: str | None = None


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What an update of the index did."""

    sources: int
    sentences: int
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    encoded: int
    unread: tuple[Unread, ...]
    notices: tuple[Notice, ...]
    seconds: float

    @property
    def up_to_date(self) -> bool:
        """True when there was nothing to do."""
        return not (self.added or self.changed or self.removed or self.encoded)


def report_of(folder: Folder, before: Sequence[Source], encoded: int, seconds: float) -> BuildReport:
    """What changed between the sources of before and those that a folder has now."""
    old, new = ({source.file: source for source in sources} for sources in (before, folder.sources))
    return BuildReport(
        sources=len(folder.sources),
        sentences=sum(len(source.sentences) for source in folder.sources),
        added=tuple(sorted(new.keys() - old.keys())),
        changed=tuple(sorted(file for file in new.keys() & old.keys() if new[file] != old[file])),
        removed=tuple(sorted(old.keys() - new.keys())),
        encoded=encoded,
        unread=folder.unread,
        notices=folder.notices,
        seconds=seconds,
    )


def counter(progress: Progress, stage: str, total: int) -> Callable[[int], None]:
    """Tells the progress of a stage from how many steps more are done."""
    done = 0

    def count(more: int) -> None:
        nonlocal done
        done += more
        progress(stage, done, total)

    return count
