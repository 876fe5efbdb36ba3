"""The one file that knows Chroma: vectors with their numbers, in a folder or on a server."""

import os
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

import numpy as np

from corpus.errors import ParallaxError
from index.address import Address, AddressError, without_password
from index.encoder import Vectors

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

Fields = Mapping[str, str | int | float | bool]
"""What is kept beside a row's vector; `file` is always among it."""
WRITE_BATCH = 2000  # below Chroma's limit of 5461 rows a call


class StoreError(ParallaxError):
    """A store that cannot be opened or reached; the message says which and what to do."""


@dataclass(frozen=True, slots=True)
class Near:
    """A row found by its vector: its number, and the cosine of its vector with the question's."""

    number: int
    cosine: float


class VectorStore(Protocol):
    """Named collections of numbered unit vectors, each row under the file it comes from."""

    def write(self, collection: str, vectors: Vectors, rows: Sequence[Fields], progress: Callable[[int], None]) -> None:
        """Makes a collection of rows 0, 1, 2, …; tells `progress` how many rows each batch wrote."""

    def count(self, collection: str) -> int:
        """How many rows a collection has."""

    def nearest(
        self, collection: str, vectors: Vectors, count: int, files: Sequence[str] | None = None
    ) -> list[list[Near]]:
        """For each vector the nearest rows, nearest first, of these files only where given."""

    def drop(self) -> None:
        """Removes every collection of this store."""


class ChromaStore:
    """Collections of one index generation, kept apart from others' by a prefix of their names."""

    def __init__(self, client: "ClientAPI", where: str, prefix: str = "", private: Path | None = None) -> None:
        self._client = client
        self._where = where
        self._prefix = prefix
        # Chroma keeps files and connections open until told otherwise.
        weakref.finalize(self, _close, client, private)

    @classmethod
    def in_folder(cls, folder: Path, private: Path | None = None) -> "ChromaStore":
        """A store in a folder of its own; the caller sees to it that only one process writes there.

        `private` is a folder that is removed together with the store.
        """
        import chromadb

        folder.mkdir(parents=True, exist_ok=True)
        try:
            client = chromadb.PersistentClient(str(folder), settings=_settings())
            return cls(client, f"in {folder}", private=private)
        except Exception as error:  # Chroma raises whatever its database raised
            raise StoreError(f"the vector store in {folder} cannot be opened ({first_line(error)})") from error

    @classmethod
    def to_read(cls, folder: Path) -> "ChromaStore":
        """The store in a folder; Chroma writes there even to read, so a read-only one is read from a private copy."""
        files = (folder, folder / "chroma.sqlite3")
        if not all(file.exists() for file in files):
            raise StoreError(f"the vector store in {folder} is missing")
        if all(os.access(file, os.W_OK) for file in files):
            return cls.in_folder(folder)
        private = Path(tempfile.mkdtemp(prefix="parallax-"))
        try:
            return cls.in_folder(_copied(folder, private / "chroma"), private)
        except BaseException:
            shutil.rmtree(private, ignore_errors=True)
            raise

    @classmethod
    def on_server(cls, url: str, prefix: str) -> "ChromaStore":
        """A store on a Chroma server; `prefix` keeps this index apart from others there.

        A user and password in the URL are sent to it, as the proxies before such servers ask for them.
        """
        import chromadb

        where = without_password(url)
        try:
            address = Address.of(url)
        except AddressError as error:
            raise StoreError(f"{where} is no address of a Chroma server; give http://HOST:PORT") from error
        try:
            client = chromadb.HttpClient(
                address.host, address.port, ssl=address.encrypted, headers=address.headers, settings=_settings()
            )
        except Exception as error:  # the client raises whatever its HTTP library raised
            raise StoreError(
                f"no Chroma server answers at {where}; start one with: chroma run --port {address.port}"
            ) from error
        return cls(client, f"at {where}", prefix)

    def write(self, collection: str, vectors: Vectors, rows: Sequence[Fields], progress: Callable[[int], None]) -> None:
        """Makes the collection anew and adds its rows in batches."""
        with self._named_errors():
            made = self._client.create_collection(
                self._prefix + collection, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
            )
        for start in range(0, len(vectors), WRITE_BATCH):
            numbers = range(start, min(start + WRITE_BATCH, len(vectors)))
            with self._named_errors():
                made.add(
                    ids=[str(number) for number in numbers],
                    embeddings=np.asarray(vectors[start : numbers.stop]),
                    metadatas=[dict(rows[number]) for number in numbers],
                )
            progress(len(numbers))

    def count(self, collection: str) -> int:
        """How many rows the collection has; 0 where it is missing."""
        from chromadb.errors import NotFoundError

        with self._named_errors():
            try:
                return int(self._rows(collection).count())
            except NotFoundError:
                return 0

    def nearest(
        self, collection: str, vectors: Vectors, count: int, files: Sequence[str] | None = None
    ) -> list[list[Near]]:
        """The nearest rows by Chroma's HNSW graph."""
        if files is not None and not files:  # Chroma refuses a filter that lets nothing through
            return [[] for _ in vectors]
        where: Any = {"file": {"$in": list(files)}} if files is not None else None
        with self._named_errors():
            found = self._rows(collection).query(
                query_embeddings=vectors, n_results=count, where=where, include=["distances"]
            )
        distances = found["distances"] or [[] for _ in found["ids"]]
        return [
            [Near(int(number), 1.0 - distance) for number, distance in zip(numbers, row, strict=True)]
            for numbers, row in zip(found["ids"], distances, strict=True)
        ]

    def drop(self) -> None:
        """Removes the collections under this store's prefix."""
        with self._named_errors():
            for collection in self._client.list_collections():
                if collection.name.startswith(self._prefix):
                    self._client.delete_collection(collection.name)

    def _rows(self, collection: str) -> "Collection":
        # Without the None a reopened collection would fetch Chroma's own model from the network.
        return self._client.get_collection(self._prefix + collection, embedding_function=None)

    @contextmanager
    def _named_errors(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # Chroma raises whatever its database or its HTTP library raised
            raise StoreError(f"the vector store {self._where} fails ({first_line(error)})") from error


def _copied(folder: Path, copy: Path) -> Path:
    shutil.copytree(folder, copy, copy_function=shutil.copyfile)
    for path in (copy, *copy.rglob("*")):  # the rights of a read-only folder were copied with it
        path.chmod(0o700 if path.is_dir() else 0o600)
    return copy


def _close(client: "ClientAPI", private: Path | None) -> None:
    with suppress(Exception):  # its folder or server may be gone by now, and nobody is left to be told
        cast("Client", client).close()
    if private:
        shutil.rmtree(private, ignore_errors=True)


def _settings() -> Any:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)


def first_line(error: Exception) -> str:
    """What an error says, or what it is, in one line."""
    return (str(error) or type(error).__name__).splitlines()[0]
