"""Importing does nothing, and nothing is ever sent: proven with the network refused."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from quarrel import write_quarrel

ROOT = Path(__file__).parent.parent
HEAVY = ("torch", "transformers", "chromadb", "gradio", "llama_index", "sentence_transformers", "onnxruntime", "bm25s")

REFUSED = """
import socket, sys

def refuse(*arguments, **named):
    print(f"the network was asked for: {arguments}", file=sys.stderr)  # in a thread nobody would see the exit
    raise SystemExit(f"the network was asked for: {arguments}")

socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refuse
socket.getaddrinfo = socket.gethostbyname = socket.create_connection = refuse
"""


def run(code: str, folder: Path) -> str:
    """What code prints in a fresh process without network, whose home is an empty folder."""
    (folder / "home").mkdir(exist_ok=True)
    private = {"HOME": str(folder / "home"), "XDG_DATA_HOME": str(folder / "data"), "PYTHONPATH": str(ROOT)}
    cache = {"XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")}
    told = subprocess.run(
        [sys.executable, "-B", "-c", REFUSED + code], cwd=folder, env=os.environ | private | cache,
        capture_output=True, text=True,
    )  # fmt: skip
    assert (told.returncode, told.stderr) == (0, "")
    return told.stdout


@pytest.mark.parametrize("package", ["corpus", "index", "rag", "ui", "eval", "ui.cli", "rag.engine", "index.build"])
def test_importing_does_nothing(package: str, tmp_path: Path) -> None:
    """An import prints nothing, writes nothing, opens no connection and loads nothing heavy."""
    told = run(
        f"import sys, {package}\nprint({HEAVY!r} and [name for name in {HEAVY!r} if name in sys.modules])", tmp_path
    )
    assert told == "[]\n"
    assert [path.name for path in tmp_path.rglob("*")] == ["home"]


def test_importing_is_quick(tmp_path: Path) -> None:
    """`import rag` takes less than a second of processor time."""
    told = run("import time\nstarted = time.process_time()\nimport rag\nprint(time.process_time() - started)", tmp_path)
    assert float(told) < 1


@pytest.mark.usefixtures("encoder")
def test_build_and_ask_without_network(tmp_path: Path) -> None:
    """An index is built and asked with the network refused; asking loads neither torch nor a framework."""
    write_quarrel(tmp_path / "articles")
    build = """
from pathlib import Path
from index.build import update_index
from index.build_plan import IndexPlan
from index.export import load_encoder
print(update_index(IndexPlan(Path("articles"), Path("index")), load_encoder()).sources)
"""
    ask = f"""
import sys
from pathlib import Path
from index.export import load_encoder
from index.reader import Index
from index.search import Query, Search
encoder = load_encoder()
search = Search(Index.open(Path("index"), Path("articles"), encoder.fingerprint), encoder)
print(search.find(Query.of("What caused the accident?"))[0].place.sentence.text)
print([name for name in {HEAVY[:2] + HEAVY[3:6]!r} if name in sys.modules])
"""
    assert run(build, tmp_path) == "5\n"
    assert run(ask, tmp_path) == "Fog caused the accident, according to the harbour board.\n[]\n"
    assert list((tmp_path / "home").iterdir()) == []


@pytest.mark.slow
def test_exporting_without_network(tmp_path: Path) -> None:
    """The embedded encoder is exported from the weights that were installed, with nothing looked up."""
    code = """
from pathlib import Path
from index.export import load_encoder
print(type(load_encoder(cache=Path("cache"))).__name__)
"""
    assert run(code, tmp_path) == "OnnxEncoder\n"
