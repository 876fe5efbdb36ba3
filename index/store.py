"""The one file that knows Chroma: vectors with their numbers, in a folder or on a server."""

import base64
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast
from urllib.parse import SplitResult, unquote, urlsplit

import numpy as np

from corpus.errors import ParallaxError
from index.encoder import Vectors

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

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

    def write(self, collection: str, vectors: Vectors, files: Sequence[str], progress: Callable[[int], None]) -> None:
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

    def __init__(self, client: "ClientAPI", where: str, prefix: str = "") -> None:
        self._client = client
        self._where = where
        self._prefix = prefix
        self._kept: list[object] = []
        # Chroma keeps files and connections open until told otherwise.
        weakref.finalize(self, cast("Client", client).close)

    @classmethod
    def in_folder(cls, folder: Path) -> "ChromaStore":
        """A store in a folder of its own; the caller sees to it that only one process writes there."""
        import chromadb

        folder.mkdir(parents=True, exist_ok=True)
        try:
            return cls(chromadb.PersistentClient(str(folder), settings=_settings()), f"in {folder}")
        except Exception as error:  # Chroma raises whatever its database raised
            raise StoreError(f"the vector store in {folder} cannot be opened ({first_line(error)})") from error

    @classmethod
    def on_server(cls, url: str, prefix: str) -> "ChromaStore":
        """A store on a Chroma server; `prefix` keeps this index apart from others there.

        A user and password in the URL are sent to it, as the proxies before such servers ask for them.
        """
        import chromadb

        parts, port = _address(url)
        where = without_password(url)
        try:
            client = chromadb.HttpClient(
                parts.hostname or "", port, ssl=parts.scheme == "https", headers=_login(parts), settings=_settings()
            )
        except Exception as error:  # the client raises whatever its HTTP library raised
            raise StoreError(
                f"no Chroma server answers at {where}; start one with: chroma run --port {port}"
            ) from error
        return cls(client, f"at {where}", prefix)

    def write(self, collection: str, vectors: Vectors, files: Sequence[str], progress: Callable[[int], None]) -> None:
        """Makes the collection anew and adds its rows in batches."""
        with self._named_errors():
            rows = self._client.create_collection(
                self._prefix + collection, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
            )
        for start in range(0, len(vectors), WRITE_BATCH):
            numbers = range(start, min(start + WRITE_BATCH, len(vectors)))
            with self._named_errors():
                rows.add(
                    ids=[str(number) for number in numbers],
                    embeddings=np.asarray(vectors[start : numbers.stop]),
                    metadatas=[{"file": files[number]} for number in numbers],
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

    def keep_alive(self, owner: object) -> None:
        """Holds on to what must live as long as this store, such as the temporary folder it reads."""
        self._kept.append(owner)

    def _rows(self, collection: str) -> "Collection":
        # Without the None a reopened collection would fetch Chroma's own model from the network.
        return self._client.get_collection(self._prefix + collection, embedding_function=None)

    @contextmanager
    def _named_errors(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:  # Chroma raises whatever its database or its HTTP library raised
            raise StoreError(f"the vector store {self._where} fails ({first_line(error)})") from error


def _settings() -> Any:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)


def first_line(error: Exception) -> str:
    """What an error says, or what it is, in one line."""
    return (str(error) or type(error).__name__).splitlines()[0]


def without_password(url: str) -> str:
    """An address as it may be shown and kept: without user and password."""
    scheme, separator, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{separator}{host.rpartition('@')[2]}{slash}{path}" if separator else url.rpartition("@")[2]


def _address(url: str) -> tuple[SplitResult, int]:
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 8000)
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.path in {"", "/"}
    except ValueError:  # an impossible port or IPv6 address
        usable = None
    if not usable:
        raise StoreError(f"{without_password(url)} is no address of a Chroma server; give http://HOST:PORT")
    return parts, port


def _login(parts: SplitResult) -> dict[str, str]:
    if parts.username is None:
        return {}
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return {"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}
