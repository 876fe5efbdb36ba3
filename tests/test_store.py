"""The store: Chroma in a folder and Chroma as a server, and one line when either fails."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from stub_encoder import StubEncoder

import index.store
from index.address import without_password
from index.build import update_index
from index.build_plan import IndexPlan
from index.encoder import Vectors
from index.reader import Index
from index.search import Query, Search
from index.store import ChromaStore, StoreError


def random_vectors(rows: int) -> Vectors:
    """Unit vectors, the same in every run."""
    vectors = np.random.default_rng(5).normal(size=(rows, 16))
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def free_port() -> int:
    """A port of this machine on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """The address and process of a Chroma server of our own."""
    port = free_port()
    command = [str(Path(sys.executable).parent / "chroma"), "run", "--path", str(tmp_path / "server")]
    with subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _await(f"http://127.0.0.1:{port}/api/v2/heartbeat")
            yield f"http://127.0.0.1:{port}", process
        finally:
            process.kill()


def _await(address: str) -> None:
    for _ in range(200):
        try:
            with urllib.request.urlopen(address):
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the Chroma server did not start within 20 s")


def test_rows_are_found_by_their_own_vectors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every row of several batches is there and is nearest to itself, with its cosine, also when opened again."""
    monkeypatch.setattr(index.store, "WRITE_BATCH", 100)
    vectors, batches = random_vectors(250), list[int]()
    store = ChromaStore.in_folder(tmp_path / "chroma")
    store.write("rows", vectors, [{"file": "a.txt"}] * 250, batches.append)
    assert batches == [100, 100, 50]
    for each in (store, ChromaStore.in_folder(tmp_path / "chroma")):
        assert each.count("rows") == 250
        found = each.nearest("rows", vectors, 2)
        assert [row[0].number for row in found] == list(range(250))
        assert min(row[0].cosine for row in found) > 0.9999
        near = found[7][1]
        assert near.cosine == pytest.approx(float(vectors[7] @ vectors[near.number]), abs=1e-4)


def test_only_the_files_asked_for(tmp_path: Path) -> None:
    """A filter lets the rows of its files through, unknown files have none, and no files have none."""
    vectors = random_vectors(30)
    store = ChromaStore.in_folder(tmp_path / "chroma")
    store.write("rows", vectors, [{"file": "a.txt"}] * 10 + [{"file": "b'\"$in.txt"}] * 20, lambda _: None)
    (found,) = store.nearest("rows", vectors[:1], 50, ["b'\"$in.txt"])
    assert sorted(near.number for near in found) == list(range(10, 30))
    assert len(store.nearest("rows", vectors[:1], 50, ["a.txt", "b'\"$in.txt"])[0]) == 30
    assert store.nearest("rows", vectors[:2], 5, ["c.txt"]) == [[], []]
    assert store.nearest("rows", vectors[:2], 5, []) == [[], []]


def test_a_collection_that_is_not_there(tmp_path: Path) -> None:
    """A missing collection counts 0 rows; asking it is one line."""
    store = ChromaStore.in_folder(tmp_path / "chroma")
    assert store.count("rows") == 0
    with pytest.raises(StoreError, match=r"^the vector store in .* fails"):
        store.nearest("rows", random_vectors(1), 1)


def test_a_folder_that_is_no_store(tmp_path: Path) -> None:
    """A damaged database is one line that names the folder."""
    (tmp_path / "chroma.sqlite3").write_bytes(b"no database at all" * 500)
    with pytest.raises(StoreError) as caught:
        ChromaStore.in_folder(tmp_path)
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_build_and_ask_through_a_server(
    server: tuple[str, "subprocess.Popen[bytes]"], tmp_path: Path, quarrel_folder: Path
) -> None:
    """A server holds an index as a folder does, keeps two generations apart, and its absence is one line."""
    url, process = server
    secret_url = url.replace("http://", "http://me:hush@")
    plan = IndexPlan(quarrel_folder, tmp_path / "index", store_url=secret_url)
    encoder = StubEncoder()
    update_index(plan, encoder)
    update_index(plan, encoder, rebuild=True)
    update_index(plan, encoder, rebuild=True)
    assert update_index(plan, encoder).up_to_date
    opened = Index.open(plan.folder, quarrel_folder, "stub", secret_url)
    assert opened.manifest.store_url == url
    first, *_ = Search(opened, encoder).find(Query.of("Who warned of a worn rudder?"))
    assert first.place.source.file == "union.md"
    names = {name.name for name in opened.store._client.list_collections()}  # type: ignore[attr-defined]
    assert len(names) == 6
    written = b"".join(path.read_bytes() for path in plan.folder.rglob("*") if path.is_file())
    assert b"hush" not in written
    process.kill()
    process.wait()
    for attempt in (
        lambda: Search(opened, encoder).find(Query.of("rudder")),
        lambda: Index.open(plan.folder, quarrel_folder),
        lambda: update_index(plan, encoder),
    ):
        with pytest.raises(StoreError) as caught:
            attempt()
        assert url in str(caught.value)
        assert "hush" not in str(caught.value)
        assert "\n" not in str(caught.value)


WRONG_ADDRESSES = [
    "nonsense",
    "ftp://me:hush@host",
    "http://me:hush@",
    "http://me:hush@host:99999",
    "http://me:hush@[bad",
    "http://me:hu@sh@host/path",
    "me:hush@host:8000",
    "",
]


@pytest.mark.parametrize("url", WRONG_ADDRESSES)
def test_an_address_that_is_none(url: str) -> None:
    """A wrong address is one line that says what is expected, and never the password."""
    with pytest.raises(StoreError, match=r"give http://HOST:PORT$") as caught:
        ChromaStore.on_server(url, "x")
    assert "hu" not in str(caught.value)


def test_a_server_that_is_away() -> None:
    """No answer is one line with the command that starts a server."""
    port = free_port()
    with pytest.raises(StoreError) as caught:
        ChromaStore.on_server(f"http://me:hush@127.0.0.1:{port}", "x")
    assert str(caught.value) == (
        f"no Chroma server answers at http://127.0.0.1:{port}; start one with: chroma run --port {port}"
    )


def test_without_password() -> None:
    """An address without user and password is left as it is."""
    assert without_password("http://host:1/a@b") == "http://host:1/a@b"
    assert without_password("https://me:a@b@host") == "https://host"
