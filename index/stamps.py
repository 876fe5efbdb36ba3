"""Whether the files of a corpus still are what was indexed."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from index.generation import Stamp


def stamp_folder(corpus: Path, known: Mapping[str, Stamp] | None = None) -> dict[str, Stamp]:
    """A stamp of each visible file; a file whose size and time are known is not read again."""
    stamps = {name: _stamp(corpus / name, (known or {}).get(name)) for name in _visible_files(corpus)}
    return {name: stamp for name, stamp in stamps.items() if stamp}


def changed_files(corpus: Path, stamps: Mapping[str, Stamp]) -> tuple[str, ...]:
    """Files that came, went or changed since the stamps were taken, in order of name."""
    now = stamp_folder(corpus, stamps)
    contents = {name: stamp.sha256 for name, stamp in now.items()}
    before = {name: stamp.sha256 for name, stamp in stamps.items()}
    return tuple(sorted(name for name in contents.keys() | before.keys() if contents.get(name) != before.get(name)))


def _visible_files(corpus: Path) -> Iterator[str]:
    for path in corpus.rglob("*"):
        name = path.relative_to(corpus)
        if not any(part.startswith(".") for part in name.parts) and not path.is_symlink() and path.is_file():
            yield name.as_posix()


def _stamp(path: Path, known: Stamp | None) -> Stamp | None:
    """The stamp of a file, or None where it went while the folder was read."""
    try:
        status = path.stat()
    except OSError:
        return None
    if known and (known.size, known.modified_ns) == (status.st_size, status.st_mtime_ns):
        return known
    return Stamp(size=status.st_size, modified_ns=status.st_mtime_ns, sha256=_digest(path))


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return "unreadable"
