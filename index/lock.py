"""One writer at a time, and only where an index may lie."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus.errors import ParallaxError


class IndexBusyError(ParallaxError):
    """Another process is building this index."""


class IndexFolderError(ParallaxError):
    """A folder in which no index can be kept; the message says why and how to name another."""


@contextmanager
def writing(index: Path, corpus: Path) -> Iterator[None]:
    """Makes the folder of an index and keeps other writers out; the lock of a killed writer is void.

    Raises:
        IndexBusyError: another process is writing there.
        IndexFolderError: it would lie among the articles, or cannot be written.
    """
    from filelock import FileLock, Timeout  # only a writer pays for it

    _refuse_inside(index, corpus)
    lock = FileLock(index / "lock")
    try:
        index.mkdir(parents=True, exist_ok=True)
        with lock.acquire(timeout=0):
            yield
    except Timeout as error:
        raise IndexBusyError(f"another process is building the index in {index}; try again when it is done") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise IndexFolderError(
            f"the index cannot be written in {index} ({reason}); name another folder with --index"
        ) from error


def _refuse_inside(index_folder: Path, corpus_folder: Path) -> None:
    """A hidden folder among the articles is passed over when they are read; any other would be read as articles."""
    index, corpus = index_folder.resolve(), corpus_folder.resolve()
    if index.is_relative_to(corpus) and not any(part.startswith(".") for part in index.relative_to(corpus).parts):
        raise IndexFolderError(
            f"the index folder {index_folder} lies among the articles of {corpus_folder}; "
            f"name one outside, or a hidden one: --index {corpus_folder / '.parallax'}"
        )
