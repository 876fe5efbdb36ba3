"""A folder that goes with its server: when that ends, or, should it be killed, when the next one starts."""

import shutil
import weakref
from pathlib import Path
from tempfile import mkdtemp
from typing import Self

import platformdirs
from filelock import FileLock, Timeout


class ServerFolder:
    """A private folder held by a lock, which the system takes from a server that is killed."""

    def __init__(self, path: Path, lock: FileLock) -> None:
        self.path = path
        self._end = weakref.finalize(self, _remove, path, lock)  # at the latest when the interpreter ends

    @classmethod
    def open(cls, root: Path | None = None) -> Self:
        """A new folder under `root`, from which the folders of servers that were killed are removed first."""
        root = root or platformdirs.user_cache_path("parallax") / "visits"
        root.mkdir(parents=True, exist_ok=True)
        root.chmod(0o700)
        with FileLock(root / "lock"):  # a folder that is not locked yet is not taken for one that was left
            for left in root.iterdir():
                if left.is_dir() and not left.is_symlink():
                    _remove_if_left(left)
            path = Path(mkdtemp(prefix="server-", dir=root))
            lock = _lock(path)
            lock.acquire(timeout=0)
        return cls(path, lock)

    def close(self) -> None:
        """Removes the folder and all that is in it."""
        self._end()


def _lock(folder: Path) -> FileLock:
    return FileLock(folder / "lock", thread_local=False)


def _remove_if_left(folder: Path) -> None:
    lock = _lock(folder)
    try:
        lock.acquire(timeout=0)
    except (Timeout, OSError):  # its server lives, or it is somebody else's
        return
    _remove(folder, lock)


def _remove(folder: Path, lock: FileLock) -> None:
    for path in folder.iterdir():
        if path.name != "lock":
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
    lock.release()
    shutil.rmtree(folder, ignore_errors=True)
