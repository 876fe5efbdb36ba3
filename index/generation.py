"""The folders of an index: one a generation, and a pointer to the current one that is switched atomically."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import platformdirs
from pydantic import BaseModel, TypeAdapter, ValidationError

from corpus.errors import ParallaxError
from corpus.source import Notice, Source, Unread

LAYOUT = 1
_POINTER = "current"
_SOURCES = TypeAdapter(Source)


class IndexMissingError(ParallaxError):
    """There is no index where one was expected; the message names the command that builds it."""


class IndexUnusableError(ParallaxError):
    """An index of another layout, another encoder, or damaged; the message names the command that rebuilds it."""


class Stamp(BaseModel, frozen=True):
    """How a file of the corpus looked when it was indexed."""

    size: int
    modified_ns: int
    sha256: str


class Manifest(BaseModel, frozen=True):
    """What a generation holds, and from what it was made."""

    layout: int
    encoder: str
    encoder_fingerprint: str
    sentences: int
    passages: int
    corpus: str
    store_url: str | None
    created: str
    stamps: dict[str, Stamp]
    unread: tuple[Unread, ...]
    notices: tuple[Notice, ...]


def default_index_folder(corpus: Path) -> Path:
    """Where the index of a corpus lies unless the user says otherwise: in the user's data folder."""
    import hashlib

    resolved = corpus.resolve()
    mark = hashlib.sha256(str(resolved).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return platformdirs.user_data_path("parallax") / "indexes" / f"{resolved.name or 'root'}-{mark}"


def build_command(corpus: Path | str, index: Path) -> str:
    """The command that builds the index of a corpus in this folder."""
    given = "" if index == default_index_folder(Path(corpus)) else f" --index {index}"
    return f"parallax index {corpus}{given}"


def current_generation(index: Path) -> Path | None:
    """The folder of the generation that readers open, or None before the first build."""
    try:
        name = (index / _POINTER).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    folder = index / "generations" / name
    return folder if name and folder.is_dir() else None


def switch_to(index: Path, generation: Path) -> None:
    """Makes a finished generation the current one; a reader sees the old one or the new one, nothing between."""
    pointer = index / f".{_POINTER}-{os.getpid()}"
    with pointer.open("w", encoding="utf-8") as stream:
        stream.write(generation.name)
        stream.flush()
        os.fsync(stream.fileno())
    pointer.replace(index / _POINTER)


def remove_others(index: Path, *keep: Path | None) -> tuple[str, ...]:
    """Removes generations and half-built ones that are not kept; returns their names."""
    kept = {folder.name for folder in keep if folder}
    others = [folder for folder in (index / "generations").iterdir() if folder.name not in kept]
    for folder in others:
        shutil.rmtree(folder, ignore_errors=True)
    return tuple(folder.name for folder in others)


def write_manifest(generation: Path, manifest: Manifest) -> None:
    """Writes the manifest; a generation without one is not finished."""
    (generation / "manifest.json").write_text(manifest.model_dump_json(indent=1), encoding="utf-8")


def read_manifest(generation: Path, command: str) -> Manifest:
    """The manifest of a generation.

    Raises:
        IndexUnusableError: it is damaged or of another layout; `command` is named as the remedy.
    """
    try:
        text = (generation / "manifest.json").read_text(encoding="utf-8")
        manifest = Manifest.model_validate_json(text)
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        raise IndexUnusableError(
            f"the index in {generation.parent.parent} is damaged; rebuild it with: {command}"
        ) from error
    if manifest.layout != LAYOUT:
        raise IndexUnusableError(
            f"the index in {generation.parent.parent} has layout {manifest.layout}, this Parallax reads {LAYOUT}; "
            f"rebuild it with: {command}"
        )
    return manifest


def write_sources(generation: Path, sources: Sequence[Source]) -> None:
    """Writes the table of sources with their sentences and offsets: the truth that Chroma is built from."""
    with (generation / "sources.jsonl").open("wb") as stream:
        for source in sources:
            stream.write(_SOURCES.dump_json(source) + b"\n")


def read_sources(generation: Path) -> tuple[Source, ...]:
    """The table of sources that `write_sources` wrote."""
    with (generation / "sources.jsonl").open("rb") as stream:
        return tuple(_SOURCES.validate_json(line) for line in stream)
