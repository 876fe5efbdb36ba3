"""A file from a stranger taken into a folder: under a name that is safe, and no larger than is read."""

import shutil
import unicodedata
from itertools import count
from pathlib import Path

from corpus.patterns import regex

LARGEST = 20_000_000
"""Bytes of one file."""
LONGEST_NAME = 150
"""Bytes of a name without its ending, of the 255 that file systems allow."""

_FOLDERS = regex(r"[/\\]")
_UNFIT = regex(r'[<>:"|?*]')


class RefusedError(Exception):
    """A file that is not taken; the message is the reason, in words for whoever sent it."""


def take(file: Path, folder: Path) -> str:
    """Copies a file into a folder and returns the name it has there: its own, as far as that is safe and free.

    Raises:
        RefusedError: it is too large, or cannot be read.
    """
    try:
        size = file.stat().st_size
        if size > LARGEST:
            most = LARGEST // 1_000_000
            raise RefusedError(f"is {size / 1e6:.1f} MB; files over {most} MB are not taken, so split it")
        name = _free(safe_name(file.name), folder)
        shutil.copyfile(file, folder / name)
    except OSError as error:
        raise RefusedError(f"could not be received ({error.strerror or error}); send it again") from error
    return name


def safe_name(name: str) -> str:
    """What a file may be called: no folder, nothing hidden, nothing that cannot be shown, not too long."""
    last = _FOLDERS.split(unicodedata.normalize("NFC", name))[-1]
    shown = _UNFIT.sub("_", "".join(character for character in last if character.isprintable()))
    stem, dot, ending = shown.lstrip(" .~$").rstrip(" .").rpartition(".")
    stem, ending = (stem, ending) if dot else (ending, "")
    short = stem.encode()[:LONGEST_NAME].decode(errors="ignore").rstrip() or "article"
    return f"{short}.{ending[:20]}" if ending else short


def _free(name: str, folder: Path) -> str:
    """The name, or, where the folder has one of that name, "name (2)"."""
    stem, dot, ending = name.rpartition(".")
    numbered = (f"{stem} ({number}){dot}{ending}" if dot else f"{name} ({number})" for number in count(2))
    return name if not (folder / name).exists() else next(each for each in numbered if not (folder / each).exists())
