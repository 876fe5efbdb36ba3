"""Building: only what changed, one writer, and a good index whatever happens."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock
from quarrel import write_quarrel
from stub_encoder import StubEncoder

from corpus.errors import FolderNotFoundError
from index.build import NothingToIndexError, update_index
from index.build_plan import BuildReport, IndexPlan
from index.generation import current_generation
from index.lock import IndexBusyError, IndexFolderError
from index.reader import Index
from index.search import Query, Search


@pytest.fixture
def plan(tmp_path: Path) -> IndexPlan:
    """Articles that may be changed, and where their index will lie."""
    return IndexPlan(write_quarrel(tmp_path / "articles"), tmp_path / "index")


def update(plan: IndexPlan, *, rebuild: bool = False) -> tuple[BuildReport, list[str]]:
    """Update the index with an encoder that has seen nothing; what was done and every text it encoded."""
    encoder = StubEncoder()
    return update_index(plan, encoder, rebuild=rebuild), encoder.encoded


def answers(plan: IndexPlan, question: str = "Who warned of a worn rudder?") -> str:
    """The best sentence for a question."""
    opened = Index.open(plan.folder, plan.corpus, "stub")
    return Search(opened, StubEncoder()).find(Query.of(question))[0].place.sentence.reading


def generations(plan: IndexPlan) -> set[str]:
    """The names of all generations that lie in the index."""
    return {path.name for path in (plan.folder / "generations").iterdir()}


def test_the_first_build(plan: IndexPlan) -> None:
    """Everything is encoded once, counted, and can be asked."""
    report, encoded = update(plan)
    assert report.added == ("courier.txt", "harbour.txt", "inland.html", "newsletter.txt", "union.md")
    assert (report.sources, report.sentences, report.changed, report.removed) == (5, 29, (), ())
    assert report.encoded == len(encoded) == len(set(encoded))
    assert not report.up_to_date
    assert "worn rudder" in answers(plan)


def test_nothing_to_do(plan: IndexPlan) -> None:
    """A second build encodes nothing and leaves every file as it was, also when the articles were only touched."""
    update(plan)
    for path in plan.corpus.iterdir():
        os.utime(path, (1, 1))
    before = current_generation(plan.folder)
    report, encoded = update(plan)
    assert report.up_to_date
    assert (encoded, report.encoded, report.seconds > 0) == ([], 0, True)
    assert current_generation(plan.folder) == before


def test_only_new_sentences_are_encoded(plan: IndexPlan) -> None:
    """A changed, an added and a removed article cost the new sentences and the passages they stand in."""
    update(plan)
    changed = plan.corpus / "newsletter.txt"
    changed.write_text(changed.read_text() + "\nThe mayor was not there.\n")
    (plan.corpus / "radio.txt").write_text("Divers found a bolt of the rudder.\n")
    (plan.corpus / "union.md").unlink()
    report, encoded = update(plan)
    assert (report.added, report.changed, report.removed) == (("radio.txt",), ("newsletter.txt",), ("union.md",))
    sentences = {"The mayor was not there.", "Divers found a bolt of the rudder."}
    assert sentences <= set(encoded)
    assert all(any(sentence in text for sentence in sentences) for text in encoded)
    assert answers(plan, "Who found a bolt?") == "Divers found a bolt of the rudder."
    assert "union.md" not in {source.file for source in Index.open(plan.folder, plan.corpus).sources}


def test_other_words_about_a_source_are_noticed(plan: IndexPlan) -> None:
    """A new title in sources.toml changes its article and encodes its passages, not its sentences."""
    update(plan)
    described = plan.corpus / "sources.toml"
    described.write_text(described.read_text().replace("Tessel Courier", "Morning Courier"))
    report, encoded = update(plan)
    assert report.changed == ("courier.txt",)
    assert encoded
    assert all("Morning Courier" in text for text in encoded)


def test_a_file_that_gives_no_article_is_no_reason_to_warn_for_ever(plan: IndexPlan) -> None:
    """After an update nothing is stale, though only a file that cannot be quoted has changed; it is told as unread."""
    update(plan)
    (plan.corpus / "picture.jpg").write_bytes(b"\xff\xd8\xff\x00")
    assert Index.open(plan.folder, plan.corpus).stale(plan.corpus) == ("picture.jpg",)
    report, _ = update(plan)
    assert report.up_to_date
    opened = Index.open(plan.folder, plan.corpus)
    assert opened.stale(plan.corpus) == ()
    assert [unread.file for unread in opened.manifest.unread] == ["picture.jpg"]


def test_rebuild_starts_from_nothing(plan: IndexPlan) -> None:
    """With `rebuild` every text is encoded again."""
    first, _ = update(plan)
    report, encoded = update(plan, rebuild=True)
    assert report.encoded == len(encoded) == first.encoded


def test_another_encoder_starts_from_nothing(plan: IndexPlan) -> None:
    """Vectors of one encoder are never mixed with those of another."""
    first, _ = update(plan)
    assert update_index(plan, StubEncoder("other")).encoded == first.encoded


@pytest.mark.parametrize("damage", ["sentences.npy", "sources.jsonl", "manifest.json", "vocabulary.json", "chroma"])
@pytest.mark.parametrize("how", ["deleted", "truncated"])
def test_a_build_mends_a_damaged_index(plan: IndexPlan, damage: str, how: str) -> None:
    """Whatever is broken, the command that the error names repairs it."""
    update(plan)
    generation = current_generation(plan.folder)
    assert generation
    target = generation / damage
    if target.is_dir():
        shutil.rmtree(target)
    elif how == "deleted":
        target.unlink()
    else:
        target.write_bytes(target.read_bytes()[:40])
    update(plan)
    assert "worn rudder" in answers(plan)


def test_two_generations_are_kept(plan: IndexPlan) -> None:
    """Besides the new generation the one before stays for its readers, who go on undisturbed; older ones go."""
    encoder = StubEncoder()
    update(plan)
    reader = Search(Index.open(plan.folder, plan.corpus), encoder)
    first = generations(plan)
    (plan.corpus / "radio.txt").write_text("Divers found a bolt of the rudder.\n")
    update(plan)
    second = generations(plan)
    assert first < second
    assert "bolt" not in " ".join(hit.place.sentence.text for hit in reader.find(Query.of("rudder bolt")))
    update(plan, rebuild=True)
    assert len(generations(plan)) == 2
    assert not first & generations(plan)


KILLED = """
import json, os, signal, sys
from pathlib import Path
import index.build, index.new_generation, index.store, index.vectors
from index.build import update_index
from index.build_plan import IndexPlan
from stub_encoder import StubEncoder

index.vectors.BATCH, index.store.WRITE_BATCH = 6, 6
corpus, folder, moment, told = sys.argv[1:]
encoder, steps, batches = StubEncoder(), [], []

def die(*_):
    Path(told).write_text(json.dumps(encoder.encoded))
    os.kill(os.getpid(), signal.SIGKILL)

def progress(stage, done, total):
    steps.append(stage)
    if steps.count(moment) == 3:
        die()

keep = index.vectors.VectorCache._keep

def kept(*batch):
    keep(*batch)
    batches.append(batch)
    if moment == "encoding" and len(batches) == 2:
        die()

index.vectors.VectorCache._keep = kept
index.new_generation.write_manifest = die if moment == "manifest" else index.new_generation.write_manifest
index.build.switch_to = die if moment == "switch" else index.build.switch_to
update_index(IndexPlan(Path(corpus), Path(folder)), encoder, progress=progress)
"""


def killed_build(plan: IndexPlan, moment: str) -> list[str]:
    """Build in a process of its own, which kills itself at that moment; the texts it had encoded by then."""
    path = os.pathsep.join([str(Path(__file__).parent), str(Path(__file__).parent.parent)])
    told = plan.folder.parent / "encoded.json"
    command = [sys.executable, "-c", KILLED, str(plan.corpus), str(plan.folder), moment, str(told)]
    assert subprocess.run(command, env=os.environ | {"PYTHONPATH": path}).returncode == -signal.SIGKILL
    return list(json.loads(told.read_text()))


@pytest.mark.parametrize("moment", ["encoding", "storing", "manifest", "switch"])
def test_a_killed_build(plan: IndexPlan, moment: str) -> None:
    """A killed build leaves the last good index; the next one finishes without encoding again what was encoded."""
    update(plan)
    good = current_generation(plan.folder)
    for path in list(plan.corpus.glob("*.txt")):
        path.write_text(path.read_text().replace("ferry", "steamer").replace("pier", "quay"))
    (plan.corpus / "radio.txt").write_text("".join(f"Diver {number} found bolt {number}.\n\n" for number in range(9)))
    done = killed_build(plan, moment)
    assert len(done) >= 12
    assert current_generation(plan.folder) == good
    assert "worn rudder" in answers(plan)
    report, encoded = update(plan)
    assert not set(encoded) & set(done)
    assert bool(encoded) == (moment == "encoding")
    assert report.added == ("radio.txt",)
    assert answers(plan, "What did diver 7 find?") == "Diver 7 found bolt 7."
    assert len(generations(plan)) == 2
    assert not list(plan.folder.glob("pending-*"))
    opened = Index.open(plan.folder, plan.corpus)
    assert np.allclose(opened.vectors, StubEncoder().encode([place.sentence.reading for place in opened.places]))


def test_a_pending_batch_that_is_no_batch(plan: IndexPlan) -> None:
    """What a power cut left of a batch is passed over."""
    (plan.folder / "pending-stub").mkdir(parents=True)
    (plan.folder / "pending-stub" / "a.npz").write_bytes(b"PK\x03\x04 cut off")
    (plan.folder / "pending-stub" / "b.npz").write_bytes(b"")
    update(plan)
    assert "worn rudder" in answers(plan)


def test_a_second_writer(plan: IndexPlan) -> None:
    """While one process builds, another is told so kindly; readers are not stopped."""
    update(plan)
    with FileLock(plan.folder / "lock"):
        with pytest.raises(IndexBusyError, match=r"another process is building .*; try again when it is done"):
            update(plan)
        assert "worn rudder" in answers(plan)


def test_no_articles(tmp_path: Path) -> None:
    """A folder that is not there, is a file, is empty or holds nothing readable is one line; nothing is made for it."""
    index = tmp_path / "index"
    (tmp_path / "empty").mkdir()
    (tmp_path / "file.txt").write_text("A sentence.")
    for name in ("nowhere", "file.txt"):
        with pytest.raises(FolderNotFoundError, match=name):
            update(IndexPlan(tmp_path / name, index))
        assert not index.exists()
    with pytest.raises(NothingToIndexError, match="empty has no article that can be read"):
        update(IndexPlan(tmp_path / "empty", index))
    (tmp_path / "empty" / "blank.txt").write_text("")
    with pytest.raises(NothingToIndexError, match=r"blank\.txt"):
        update(IndexPlan(tmp_path / "empty", index))


def test_articles_that_went_leave_the_index(plan: IndexPlan) -> None:
    """When all articles are gone the build says so, and the last good index stays."""
    update(plan)
    shutil.rmtree(plan.corpus)
    plan.corpus.mkdir()
    with pytest.raises(NothingToIndexError):
        update(plan)
    assert "worn rudder" in answers(plan)


@pytest.mark.parametrize("name", ["index", "sub/index", "."])
def test_an_index_among_the_articles(plan: IndexPlan, name: str) -> None:
    """An index that would be read as articles is refused, with a name that works."""
    inside = IndexPlan(plan.corpus, plan.corpus / name)
    with pytest.raises(IndexFolderError, match=r"lies among the articles .* --index .*\.parallax$"):
        update(inside)
    assert not (plan.corpus / "index").exists()


def test_a_hidden_index_among_the_articles(plan: IndexPlan) -> None:
    """A hidden folder inside the articles holds an index that is not read as articles."""
    hidden = IndexPlan(plan.corpus, plan.corpus / ".parallax")
    report, _ = update(hidden)
    assert (report.sources, report.unread) == (5, ())
    assert update(hidden)[0].up_to_date
    assert Index.open(hidden.folder, plan.corpus).stale(plan.corpus) == ()


def test_where_no_folder_can_be_made(plan: IndexPlan) -> None:
    """A place that cannot be written is one line with the remedy."""
    blocked = plan.corpus.parent / "file"
    blocked.write_text("no folder")
    with pytest.raises(IndexFolderError, match=r"cannot be written in .*file.*--index$"):
        update(IndexPlan(plan.corpus, blocked / "index"))
