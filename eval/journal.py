"""The replies of an unfinished run, a line each as soon as it is there, so that a run that was killed goes on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.asking import Reply
from rag.answer import Answer


@dataclass(frozen=True, slots=True)
class Entry:
    """One reply of one system, in a run of this mark."""

    run: str
    system: str
    id: str
    milliseconds: float
    answer: Answer


class Journal:
    """A file beside the results; `run` marks all that could change an answer, and what has another mark is dropped."""

    def __init__(self, path: Path | None, run: str) -> None:
        self._path = path
        self._run = run
        self._entries = list(_read(path, run)) if path else []
        if path:
            _write(path, self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def replies(self, system: str) -> dict[str, Reply]:
        """What a system answered before, by the id of the question."""
        return {
            entry.id: Reply(entry.id, entry.answer, entry.milliseconds)
            for entry in self._entries
            if entry.system == system
        }

    def keep(self, system: str, reply: Reply) -> None:
        """Write down one more reply."""
        if self._path:
            with self._path.open("ab") as lines:
                lines.write(_line(Entry(self._run, system, reply.id, reply.milliseconds, reply.answer)))

    def finish(self) -> None:
        """The run is over, and nothing is left to go on with."""
        if self._path:
            self._path.unlink(missing_ok=True)


def _read(path: Path, run: str) -> Iterator[Entry]:
    """The whole lines of this run; a kill may have cut the last one off."""
    for line in path.read_bytes().split(b"\n") if path.is_file() else []:
        try:
            entry = _ENTRY.validate_json(line)
        except ValidationError:
            continue
        if entry.run == run:
            yield entry


def _write(path: Path, entries: list[Entry]) -> None:
    path.write_bytes(b"".join(map(_line, entries)))


def _line(entry: Entry) -> bytes:
    return _ENTRY.dump_json(entry) + b"\n"


_ENTRY = TypeAdapter(Entry)
