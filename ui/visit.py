"""Articles that visitors bring: a corpus and an index each, which nobody else sees and which go with the visit."""

import shutil
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock
from typing import Protocol, Self

from corpus.errors import ParallaxError
from corpus.folder import read_folder
from corpus.source import Notice, Unread
from index.build_plan import BuildReport, Progress
from rag.engine import Engine
from ui.server_folder import ServerFolder
from ui.upload import RefusedError, safe_name, take

MOST_FILES = 200
"""Files of one visit."""


class Founder(Protocol):
    """What an engine does for visits: it makes others of its kind over their folders, and shares its models."""

    def over(self, corpus: Path, index: Path, progress: Progress) -> tuple[Engine, BuildReport]:
        """An engine over a folder, whose index is brought up to date first, and what was done."""
        ...


class VisitOverError(ParallaxError):
    """Files came for a visit that had ended."""


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What became of files that were uploaded; `engine` answers over all that the visit has, None while it has none.

    `refused` names each file that is not read, with the reason in a sentence; `notices` are about those that are.
    """

    engine: Engine | None
    added: tuple[str, ...] = ()
    refused: tuple[Unread, ...] = ()
    notices: tuple[Notice, ...] = ()


class Visits:
    """The corpora of all visits of one server, by a key that the server gives each visitor.

    Many threads may call it. One index is built at a time; building does not disturb who asks.
    """

    def __init__(self, founder: Founder, folder: ServerFolder) -> None:
        self._founder = founder
        self._folder = folder
        self._visits: dict[str, _Visit] = {}
        self._changing = Lock()
        self._building = Lock()
        self.received = folder.path / "received"
        """Where the web server may lay down what arrives: files from here are removed with the visit they came for."""
        self.received.mkdir()

    @classmethod
    def open(cls, founder: Founder, root: Path | None = None) -> Self:
        """Visits in a folder of their own, in the user's cache unless `root` names another place."""
        return cls(founder, ServerFolder.open(root))

    def upload(self, visitor: str, files: Sequence[Path], progress: Progress = lambda *_: None) -> Uploaded:
        """Adds files to the corpus of a visit and reads it anew; what cannot be taken or read is told, the rest stays.

        Raises:
            VisitOverError: the visit ended meanwhile.
        """
        visit = self._visit(visitor)
        with visit.lock:
            if visit.is_over:
                raise VisitOverError("this visit is over; open the page again and send the files once more")
            visit.received |= {path for path in files if path.is_relative_to(self.received)}
            taken, refused = visit.take(files)
            if self._building.locked():
                progress("waiting for another visitor's articles", 0, 1)
            with self._building:
                return visit.read(self._founder, taken, refused, progress)

    def engine(self, visitor: str) -> Engine | None:
        """The engine over what a visitor has uploaded; None where that is nothing."""
        visit = self._visits.get(visitor)
        return visit.engine if visit else None

    def end(self, visitor: str) -> None:
        """Removes all that a visitor has uploaded."""
        with self._changing:
            visit = self._visits.pop(visitor, None)
            others = {path for other in self._visits.values() for path in other.received}
        if visit:
            visit.remove(keep=others)

    def close(self) -> None:
        """Ends all visits, as the server does."""
        for visitor in tuple(self._visits):
            self.end(visitor)
        self._folder.close()

    def _visit(self, visitor: str) -> "_Visit":
        with self._changing:
            if visitor not in self._visits:
                self._visits[visitor] = _Visit(Path(mkdtemp(prefix="visit-", dir=self._folder.path)))
            return self._visits[visitor]


class _Visit:
    """One visitor's folder: articles, their index, and the engine over them."""

    def __init__(self, folder: Path) -> None:
        self.lock = Lock()
        self.engine: Engine | None = None
        self.received: frozenset[Path] = frozenset()  # replaced, never changed: other visits' ends read it meanwhile
        self.is_over = False
        self._folder = folder
        self._articles = folder / "articles"
        self._articles.mkdir()

    def take(self, files: Sequence[Path]) -> tuple[list[str], list[Unread]]:
        """Copies files among the articles: the names they have there, and those refused."""
        taken, refused = [], []
        for file in files:
            try:
                if sum(1 for _ in self._articles.iterdir()) >= MOST_FILES:
                    raise RefusedError(f"is one too many: a visit may bring {MOST_FILES} files")
                taken.append(take(file, self._articles))
            except RefusedError as error:
                refused.append(Unread(safe_name(file.name), str(error)))
        return taken, refused

    def read(self, founder: Founder, taken: Sequence[str], refused: Sequence[Unread], progress: Progress) -> Uploaded:
        """Builds the index over the articles; files that cannot be read do not stay."""
        folder = read_folder(self._articles)
        for each in folder.unread:
            (self._articles / each.file).unlink(missing_ok=True)
        if folder.sources:
            self.engine, _ = founder.over(self._articles, self._folder / "index", progress)
        read = {source.file for source in folder.sources}
        added = tuple(name for name in taken if name in read)
        notices = tuple(notice for notice in folder.notices if notice.file in added)
        return Uploaded(self.engine, added, (*refused, *folder.unread), notices)

    def remove(self, keep: AbstractSet[Path]) -> None:
        """Ends the visit, once what is being read for it has been read; files that others sent too are kept."""
        with self.lock:
            self.is_over, self.engine = True, None
            shutil.rmtree(self._folder, ignore_errors=True)
            for path in self.received - keep:
                path.unlink(missing_ok=True)
