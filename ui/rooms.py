"""Whose articles a visitor asks: those of the server, or the ones they brought."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from corpus.errors import ParallaxError
from index.build_plan import Progress
from rag.markup import shown
from ui.exchange import Answering, Exchange
from ui.visit import Uploaded, Visits


class Rooms:
    """The exchange of each visitor: that over the server's articles, until they bring their own."""

    def __init__(self, engine: Answering, visits: Visits) -> None:
        self.common = Exchange(engine)
        self._visits = visits
        self._own: dict[str, Exchange] = {}
        self._changing = Lock()

    def of(self, visitor: str | None) -> Exchange:
        """The exchange that a visitor has now."""
        return self._own.get(visitor or "", self.common)

    def bring(self, visitor: str, files: Sequence[Path], progress: Progress) -> tuple[str, ...]:
        """Takes a visitor's articles in; what became of them, a sentence each."""
        try:
            uploaded = self._visits.upload(visitor, files, progress)
        except ParallaxError as error:
            return (str(error),)
        if uploaded.engine and uploaded.added:
            with self._changing:
                self._own[visitor] = Exchange(uploaded.engine)
        return told_upload(uploaded)

    def leave(self, visitor: str | None) -> None:
        """Removes what a visitor brought; the server's articles are asked again."""
        with self._changing:
            self._own.pop(visitor or "", None)
        self._visits.end(visitor or "")


def told_upload(uploaded: Uploaded) -> tuple[str, ...]:
    """What became of the files of an upload."""
    count = len(uploaded.added)
    first = f"{count} article{'' if count == 1 else 's'} added. From now on only what you brought is asked."
    refused = [f"{shown(each.file)} {shown(each.reason)}" for each in uploaded.refused]
    notices = [f"{shown(each.file)}: {shown(each.message)}" for each in uploaded.notices]
    return (*([first] if count else []), *refused, *notices)
