"""Reading an index: right answers or one line with the command that mends it, and nothing written."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from quarrel import write_quarrel
from stub_encoder import StubEncoder

from index.build import update_index
from index.build_plan import IndexPlan
from index.generation import (
    IndexMissingError,
    IndexUnusableError,
    build_command,
    current_generation,
    default_index_folder,
)
from index.reader import Index
from index.search import Query, Search

QUESTION = "Who warned of a worn rudder?"
ANSWER = "The crew had warned of a worn rudder for two years, the seafarers' union said on Wednesday."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> IndexPlan:
    """A finished index by the stub encoder, to be copied by those who damage it."""
    folder = tmp_path_factory.mktemp("built")
    plan = IndexPlan(write_quarrel(folder / "articles"), folder / "index")
    update_index(plan, StubEncoder())
    return plan


@pytest.fixture
def copy(built: IndexPlan, tmp_path: Path) -> IndexPlan:
    """A copy of that index that may be damaged."""
    shutil.copytree(built.folder, tmp_path / "index")
    return IndexPlan(built.corpus, tmp_path / "index")


def best(plan: IndexPlan) -> str:
    """The best sentence for the question."""
    opened = Index.open(plan.folder, plan.corpus, "stub")
    return Search(opened, StubEncoder()).find(Query.of(QUESTION))[0].place.sentence.reading


def generation_of(plan: IndexPlan) -> Path:
    """The folder of the current generation."""
    generation = current_generation(plan.folder)
    assert generation
    return generation


def test_no_index(tmp_path: Path, built: IndexPlan) -> None:
    """Where nothing was built, the error names the command; so it does where the pointer leads nowhere."""
    (tmp_path / "file").write_text("")
    (tmp_path / "current").write_bytes(b"\xff\x00nothing")
    for folder in (tmp_path / "nowhere", tmp_path / "file", tmp_path):
        with pytest.raises(IndexMissingError, match=f"parallax index {built.corpus} --index {folder}$"):
            Index.open(folder, built.corpus)


def test_the_command_can_be_pasted(tmp_path: Path) -> None:
    """Paths with spaces are quoted; a default place is not named."""
    corpus = tmp_path / "my articles"
    assert build_command(corpus, default_index_folder(corpus)) == f"parallax index '{corpus}'"
    assert build_command(corpus, tmp_path / "my index").endswith(f" --index '{tmp_path / 'my index'}'")


def truncate(path: Path) -> None:
    """Leave the first half of a file."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def without_a_line(path: Path) -> None:
    """Leave out the second line of a file."""
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:1] + lines[2:]))


def of_another_layout(path: Path) -> None:
    """A manifest as another version of Parallax might write it."""
    path.write_text(json.dumps({"layout": 99, "sentences": "many"}))


def without_rows(path: Path) -> None:
    """A Chroma folder whose collections are gone."""
    shutil.rmtree(path)
    path.mkdir()


def with_changed_words(path: Path) -> None:
    """A table of sources in which one word was changed for another of its length."""
    path.write_bytes(path.read_bytes().replace(b"worn rudder", b"fine rudder"))


DAMAGES: list[tuple[str, Callable[[Path], object]]] = [
    ("manifest.json", Path.unlink),
    ("manifest.json", truncate),
    ("manifest.json", of_another_layout),
    ("sources.jsonl", Path.unlink),
    ("sources.jsonl", truncate),
    ("sources.jsonl", without_a_line),
    ("sources.jsonl", with_changed_words),
    ("sentences.npy", Path.unlink),
    ("sentences.npy", truncate),
    ("vocabulary.json", Path.unlink),
    ("vocabulary.json", truncate),
    ("keywords", shutil.rmtree),
    ("keywords/params.index.json", truncate),
    ("keywords/vocab.index.json", Path.unlink),
    ("keywords/data.csc.index.npy", truncate),
    ("chroma", shutil.rmtree),
    ("chroma", without_rows),
    ("chroma/chroma.sqlite3", Path.unlink),
    ("chroma/chroma.sqlite3", truncate),
]


@pytest.mark.parametrize(("file", "damage"), DAMAGES, ids=[f"{file}-{damage.__name__}" for file, damage in DAMAGES])
def test_a_damaged_index(copy: IndexPlan, file: str, damage: Callable[[Path], object]) -> None:
    """Whatever is missing, cut short or changed, opening is one line with the command, and a build mends it."""
    damage(generation_of(copy) / file)
    with pytest.raises(IndexUnusableError) as caught:
        Index.open(copy.folder, copy.corpus)
    assert str(caught.value).endswith(f"rebuild it with: parallax index {copy.corpus} --index {copy.folder}")
    assert "\n" not in str(caught.value)
    update_index(copy, StubEncoder())
    assert best(copy) == ANSWER


def test_empty_vectors(copy: IndexPlan) -> None:
    """An emptied table of vectors is damage too."""
    (generation_of(copy) / "sentences.npy").write_bytes(b"")
    with pytest.raises(IndexUnusableError, match="damaged"):
        Index.open(copy.folder, copy.corpus)


def test_another_layout_is_named(copy: IndexPlan) -> None:
    """An index of another version is told from a damaged one."""
    of_another_layout(generation_of(copy) / "manifest.json")
    with pytest.raises(IndexUnusableError, match="has layout 99, this Parallax reads"):
        Index.open(copy.folder, copy.corpus)


def test_another_encoder(built: IndexPlan) -> None:
    """Vectors of another encoder are never asked."""
    with pytest.raises(IndexUnusableError, match=r"another one is set; rebuild it with: parallax index"):
        Index.open(built.folder, built.corpus, "another")


def hashes(folder: Path) -> dict[str, str]:
    """What every file of a folder holds, but those that Chroma touches when it is opened."""
    files = [path for path in folder.rglob("*") if path.is_file() and "chroma" not in path.parts]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() + str(path.stat().st_mtime_ns) for path in files}


def test_asking_writes_nothing(copy: IndexPlan) -> None:
    """Opening and asking leaves every file as it was and adds none."""
    before = hashes(copy.folder)
    assert best(copy) == ANSWER
    assert Index.open(copy.folder, copy.corpus).stale(copy.corpus) == ()
    assert hashes(copy.folder) == before
    assert len(before) >= 10


def test_a_read_only_index(copy: IndexPlan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing may be written the index is read from a private copy, which goes with its reader."""
    (tmp_path / "private").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "private"))
    monkeypatch.setattr(os, "access", lambda path, mode: "index" not in str(path) or not mode & os.W_OK)
    everything = {path: path.read_bytes() for path in copy.folder.rglob("*") if path.is_file()}
    opened = Index.open(copy.folder, copy.corpus)
    (private,) = (tmp_path / "private").iterdir()
    assert private.stat().st_mode & 0o077 == 0
    assert Search(opened, StubEncoder()).find(Query.of(QUESTION))[0].place.sentence.reading == ANSWER
    del opened
    assert list((tmp_path / "private").iterdir()) == []
    assert {path: path.read_bytes() for path in copy.folder.rglob("*") if path.is_file()} == everything


READER = """
import sys
from pathlib import Path
from index.reader import Index
from index.search import Query, Search
from stub_encoder import StubEncoder

for _ in range(3):
    search = Search(Index.open(Path(sys.argv[1]), Path(sys.argv[2])), StubEncoder())
    for _ in range(10):
        print(search.find(Query.of(sys.argv[3]))[0].place.sentence.reading)
"""


def test_many_readers_at_once(built: IndexPlan) -> None:
    """Four processes that open and ask one index at the same time all get the right answers."""
    path = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parent.parent)])
    command = [sys.executable, "-c", READER, str(built.folder), str(built.corpus), QUESTION]
    readers = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": path})
        for _ in range(4)
    ]
    for reader in readers:
        told, _ = reader.communicate(timeout=60)
        assert told.splitlines() == [ANSWER] * 30


def test_stale(copy: IndexPlan, tmp_path: Path) -> None:
    """Files that came, went or changed are named; touched and hidden ones are not, nor a corpus that is away."""
    corpus = Path(shutil.copytree(copy.corpus, tmp_path / "articles"))
    opened = Index.open(copy.folder, corpus)
    for path in corpus.iterdir():
        os.utime(path, (5, 5))
    (corpus / ".hidden").write_text("no article")
    assert opened.stale(corpus) == ()
    (corpus / "union.md").write_text("Other words.")
    (corpus / "radio.txt").write_text("A new article.")
    (corpus / "courier.txt").unlink()
    assert opened.stale(corpus) == ("courier.txt", "radio.txt", "union.md")
    assert opened.stale(tmp_path / "nowhere") == ()


def test_the_default_place_of_an_index(tmp_path: Path) -> None:
    """Two folders of one name have two indexes; the name helps to tell them apart."""
    first, second = (default_index_folder(tmp_path / part / "articles") for part in "ab")
    assert first != second
    assert re.fullmatch(r"articles-[0-9a-f]{12}", first.name)
    assert default_index_folder(tmp_path / "a" / ".." / "a" / "articles") == first
