"""The folders of an index: one a generation, and a pointer to the current one that is switched atomically."""

import hashlib
import os
import shlex
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

import platformdirs
from pydantic import BaseModel, TypeAdapter, ValidationError

from corpus.errors import ParallaxError
from corpus.folder import require_folder
from corpus.source import Notice, Source, Unread
from index.claims import Claim
from index.relations import Relation

LAYOUT = 19
_POINTER = "current"
_Claims = tuple[Claim, ...]
T = TypeVar("T")


class IndexMissingError(ParallaxError):
    """There is no index where one was expected; the message names the command that builds it."""


class IndexUnusableError(ParallaxError):
    """An index of another layout, another encoder, or damaged; the message names the command that rebuilds it."""


class Stamp(BaseModel, frozen=True, defer_build=True):
    """How a file of the corpus looked when it was indexed."""

    size: int
    modified_ns: int
    sha256: str


class _Layout(BaseModel, defer_build=True):
    """All that is known of the manifest of any layout."""

    layout: int


class Manifest(BaseModel, frozen=True, defer_build=True):
    """What a generation holds, and from what it was made; `store_url` has no password."""

    layout: int
    encoder: str
    encoder_fingerprint: str
    sentences: int
    passages: int
    claims: int
    sources_sha256: str
    claims_sha256: str
    relations_sha256: str
    corpus: str
    store_url: str | None
    created: str
    stamps: dict[str, Stamp]
    unread: tuple[Unread, ...]
    notices: tuple[Notice, ...]


def default_index_folder(corpus: Path) -> Path:
    """Where the index of a corpus lies unless the user says otherwise: in the user's data folder."""
    resolved = corpus.resolve()
    mark = hashlib.sha256(str(resolved).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return platformdirs.user_data_path("parallax") / "indexes" / f"{resolved.name or 'root'}-{mark}"


def build_command(corpus: Path | str, index: Path) -> str:
    """The command that builds the index of a corpus in this folder."""
    given = "" if index == default_index_folder(Path(corpus)) else f" --index {shlex.quote(str(index))}"
    return f"parallax index {shlex.quote(str(corpus))}{given}"


def current_generation(index: Path) -> Path | None:
    """The folder of the generation that readers open, or None before the first build."""
    try:
        name = (index / _POINTER).read_text(encoding="utf-8", errors="replace").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    folder = index / "generations" / name
    return folder if name and folder.is_dir() else None


def require_index(index: Path, corpus: Path) -> Path:
    """The current generation of a corpus's index.

    Raises:
        FolderNotFoundError: nothing was built there, nor is there such a corpus.
        IndexMissingError: nothing was built there; the message names the command.
    """
    generation = current_generation(index)
    if generation is None:
        require_folder(corpus)
        raise IndexMissingError(f"{corpus} has no index yet; build it with: {build_command(corpus, index)}")
    return generation


def switch_to(index: Path, generation: Path) -> None:
    """Makes a finished generation the current one; a reader sees the old one or the new one, nothing between."""
    pointer = index / f".{_POINTER}-{os.getpid()}"
    with pointer.open("w", encoding="utf-8") as stream:
        stream.write(generation.name)
        stream.flush()
        os.fsync(stream.fileno())
    pointer.replace(index / _POINTER)


def other_generations(index: Path, *keep: Path | None) -> tuple[Path, ...]:
    """The folders of generations, half-built ones included, that are not to be kept."""
    kept = {folder.name for folder in keep if folder}
    return tuple(folder for folder in sorted((index / "generations").iterdir()) if folder.name not in kept)


def write_manifest(generation: Path, manifest: Manifest) -> None:
    """Writes the manifest whole or not at all; a generation without one is not finished."""
    staging = generation / f".manifest-{os.getpid()}"
    staging.write_text(manifest.model_dump_json(indent=1), encoding="utf-8")
    staging.replace(generation / "manifest.json")


def is_of_older_layout(generation: Path) -> bool:
    """Whether an earlier version wrote it; one that cannot be read at all is not known to be."""
    try:
        text = (generation / "manifest.json").read_text(encoding="utf-8")
        return _Layout.model_validate_json(text).layout < LAYOUT
    except (OSError, UnicodeDecodeError, ValidationError):
        return False


def read_manifest(generation: Path, command: str) -> Manifest:
    """The manifest of a generation.

    Raises:
        IndexUnusableError: it is damaged or of another layout; `command` is named as the remedy.
    """
    folder = generation.parent.parent
    try:
        text = (generation / "manifest.json").read_text(encoding="utf-8")
        layout = _Layout.model_validate_json(text).layout
        if layout == LAYOUT:
            return Manifest.model_validate_json(text)
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        raise IndexUnusableError(f"the index in {folder} is damaged; rebuild it with: {command}") from error
    raise IndexUnusableError(
        f"the index in {folder} has layout {layout}, this Parallax reads {LAYOUT}; rebuild it with: {command}"
    )


def write_sources(generation: Path, sources: Sequence[Source]) -> str:
    """Writes the table of sources with their sentences and offsets, the truth that Chroma is built from.

    Returns its sha256.
    """
    return _write_table(generation / "sources.jsonl", map(_table_of(Source).dump_json, sources))


def read_sources(generation: Path, sha256: str) -> tuple[Source, ...]:
    """The table of sources that `write_sources` wrote. Raises ValueError where it is another."""
    return tuple(map(_table_of(Source).validate_json, _read_table(generation / "sources.jsonl", sha256)))


def write_claims(generation: Path, claims: Iterable[tuple[Claim, ...]]) -> str:
    """Writes the claims, those of one source a line, in the order of the sources. Returns the table's sha256."""
    return _write_table(generation / "claims.jsonl", map(_table_of(_Claims).dump_json, claims))


def read_claims(generation: Path, sha256: str) -> tuple[tuple[Claim, ...], ...]:
    """The table of claims that `write_claims` wrote. Raises ValueError where it is another."""
    return tuple(map(_table_of(_Claims).validate_json, _read_table(generation / "claims.jsonl", sha256)))


def write_relations(generation: Path, relations: Iterable[Relation]) -> str:
    """Writes the relations among the claims, one a line. Returns the table's sha256."""
    return _write_table(generation / "relations.jsonl", map(_table_of(Relation).dump_json, relations))


def read_relations(generation: Path, sha256: str) -> tuple[Relation, ...]:
    """The table of relations that `write_relations` wrote. Raises ValueError where it is another."""
    return tuple(map(_table_of(Relation).validate_json, _read_table(generation / "relations.jsonl", sha256)))


@cache
def _table_of(kind: type[T]) -> TypeAdapter[T]:
    """What reads and writes rows of a kind; made when a table is first met, since it costs more than an import may."""
    return TypeAdapter(kind)


def _write_table(file: Path, lines: Iterable[bytes]) -> str:
    table = b"".join(line + b"\n" for line in lines)
    file.write_bytes(table)
    return hashlib.sha256(table).hexdigest()


def _read_table(file: Path, sha256: str) -> list[bytes]:
    table = file.read_bytes()
    if hashlib.sha256(table).hexdigest() != sha256:
        raise ValueError(f"{file.name} is not as it was written")
    return table.splitlines()
