"""What visitors bring: read for them alone, and gone with them, with the server, or when the next one starts."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from index.build_plan import Progress
from rag.engine import Engine
from ui.server_folder import ServerFolder
from ui.visit import MOST_FILES, VisitOverError, Visits

ROOT = Path(__file__).parent.parent
MILL = "The mill at Ansby burnt down on Monday. Nobody was hurt, said its owner Ann Reed.\n"
QUESTION = "When did the mill burn down?"


@pytest.fixture(scope="module")
def engine(quarrel_folder: Path, quarrel_index: Path) -> Engine:
    """The engine that visits share the models of."""
    return Engine.open(quarrel_folder, index=quarrel_index)


@pytest.fixture
def visits(engine: Engine, tmp_path: Path) -> Iterator[Visits]:
    visits = Visits.open(engine, tmp_path / "visits")
    yield visits
    visits.close()


def received(visits: Visits, name: str, content: str | bytes = MILL) -> Path:
    """A file as the web server lays it down, in a folder of its own."""
    folder = visits.received / str(len(list(visits.received.iterdir())))
    folder.mkdir()
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder / name


def left(folder: Path) -> list[str]:
    """The names of all files below a folder, locks aside."""
    return sorted(path.name for path in folder.rglob("*") if path.is_file() and path.name != "lock")


def test_what_is_brought_is_answered_from(visits: Visits, engine: Engine) -> None:
    """An uploaded article is cited, word for word; the server's own corpus is not asked, nor told of it."""
    stages: list[str] = []
    uploaded = visits.upload("ann", [received(visits, "mill.txt")], lambda stage, *_: stages.append(stage))
    assert (uploaded.added, uploaded.refused) == (("mill.txt",), ())
    assert {"reading", "encoding", "storing"} <= set(stages)
    assert uploaded.engine is visits.engine("ann")
    answer = uploaded.engine.ask(QUESTION) if uploaded.engine else None
    assert answer
    assert answer.answered
    assert answer.warnings == ()
    assert all(MILL[one.start : one.end] == one.quote for one in answer.citations)
    assert "mill.txt" not in {source.file for source in engine.sources()}


def test_more_files_join_those_before(visits: Visits) -> None:
    """A second upload adds to the visit's corpus, and encodes the new file alone."""
    visits.upload("ann", [received(visits, "mill.txt")])
    uploaded = visits.upload("ann", [received(visits, "bridge.md", "# The bridge\n\nThe bridge fell on Friday.\n")])
    assert uploaded.engine
    assert {source.file for source in uploaded.engine.sources()} == {"mill.txt", "bridge.md"}


def test_visitors_have_corpora_of_their_own(visits: Visits) -> None:
    """Nobody sees another's articles, not even under the same name."""
    visits.upload("ann", [received(visits, "a.txt")])
    visits.upload("ben", [received(visits, "a.txt", "The bridge fell on Friday, the mayor said.\n")])
    ann, ben = visits.engine("ann"), visits.engine("ben")
    assert ann
    assert ben
    assert "mill" in ann.sources()[0].text
    assert "mill" not in ben.sources()[0].text
    assert visits.engine("cleo") is None


def test_ten_visitors_at_once(visits: Visits) -> None:
    """Ten that bring articles at the same moment each get an answer from their own, though the files are alike."""
    shared = received(visits, "same.txt")

    def visit(number: int) -> tuple[str, set[str]]:
        own = received_text(number)
        file = visits.received / f"own-{number}.txt"
        file.write_text(own)
        uploaded = visits.upload(f"visitor {number}", [file, shared])
        assert uploaded.engine
        answer = uploaded.engine.ask("How many people came to the fair?")
        return answer.citations[0].quote, {source.file for source in uploaded.engine.sources()}

    with ThreadPoolExecutor(10) as pool:
        told = list(pool.map(visit, range(10)))
    for number, (quote, files) in enumerate(told):
        assert quote == received_text(number).strip()
        assert files == {f"own-{number}.txt", "same.txt"}


def received_text(number: int) -> str:
    return f"About {number + 2}00 people came to the fair, the organisers said.\n"


def test_what_cannot_be_read_is_told_and_does_not_stay(visits: Visits, tmp_path: Path) -> None:
    """A wrong format, an empty file, one too large and one that is not there: a sentence each, and the rest is read."""
    large = received(visits, "large.pdf")
    with large.open("r+b") as stream:
        stream.truncate(20_000_001)
    files = [received(visits, "tool.exe", b"MZ"), received(visits, "void.txt", b""), large, tmp_path / "gone.txt"]
    uploaded = visits.upload("ann", [*files, received(visits, "mill.txt")])
    reasons = {each.file: each.reason for each in uploaded.refused}
    assert reasons.keys() == {"tool.exe", "void.txt", "large.pdf", "gone.txt"}
    assert reasons["tool.exe"].startswith("has the ending .exe, which is not one of .txt")
    assert reasons["void.txt"] == "is empty"
    assert reasons["large.pdf"] == "is 20.0 MB; files over 20 MB are not taken, so split it"
    assert "send it again" in reasons["gone.txt"]
    assert uploaded.added == ("mill.txt",)
    assert visits.upload("ann", [received(visits, "bridge.txt", "The bridge fell on Friday.\n")]).refused == ()


def test_nothing_readable_is_no_corpus(visits: Visits) -> None:
    """A visit of unreadable files has no engine, and says why."""
    uploaded = visits.upload("ann", [received(visits, "tool.exe", b"MZ")])
    assert uploaded.engine is None
    assert [each.file for each in uploaded.refused] == ["tool.exe"]


def test_a_visit_brings_so_many_files(visits: Visits) -> None:
    """Beyond the limit each file is refused with a sentence."""
    files = [received(visits, f"{number}.exe", b"MZ") for number in range(MOST_FILES + 1)]
    last = visits.upload("ann", files).refused
    assert sum(f"a visit may bring {MOST_FILES} files" in each.reason for each in last) == 1


def test_a_visit_that_ends_leaves_nothing(visits: Visits, tmp_path: Path) -> None:
    """Articles, index, and what the web server received for it are removed; what another visitor sent too is kept."""
    own, shared = received(visits, "own.txt"), received(visits, "shared.txt", "The bridge fell on Friday.\n")
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("The tower stands since Sunday.\n")
    visits.upload("ann", [own, shared, elsewhere])
    visits.upload("ben", [shared])
    visits.end("ann")
    visits.end("nobody")
    assert visits.engine("ann") is None
    assert (own.exists(), shared.exists(), elsewhere.exists()) == (False, True, True)
    visits.end("ben")
    assert left(tmp_path / "visits") == []


def test_a_visit_may_end_while_it_is_read(tmp_path: Path, engine: Engine) -> None:
    """Who leaves during a build leaves nothing behind, and a late file of his is refused in a sentence."""
    building, leaving = Event(), Event()

    class Slow:
        def over(self, corpus: Path, index: Path, progress: Progress) -> Any:
            building.set()
            leaving.wait(10)
            return engine.over(corpus, index, progress)

    visits = Visits(Slow(), ServerFolder.open(tmp_path / "visits"))
    with ThreadPoolExecutor(3) as pool:
        first = pool.submit(visits.upload, "ann", [received(visits, "mill.txt")])
        building.wait(10)
        late = pool.submit(visits.upload, "ann", [received(visits, "late.txt")])
        end = pool.submit(visits.end, "ann")
        leaving.set()
        end.result(60)
        assert first.result(60).added == ("mill.txt",)
        assert late.exception(60) is None or isinstance(late.exception(), VisitOverError)
    visits.close()
    assert left(tmp_path / "visits") == []


def test_a_server_that_ends_leaves_nothing(engine: Engine, tmp_path: Path) -> None:
    """Closed, the visits of a server are gone, with all that is below their folder; another server's are not."""
    first, second = (Visits.open(engine, tmp_path / "visits") for _ in range(2))
    first.upload("ann", [received(first, "mill.txt")])
    second.upload("ann", [received(second, "mill.txt")])
    first.close()
    kept = second.engine("ann")
    assert kept
    assert kept.ask(QUESTION).answered
    second.close()
    assert [path.name for path in (tmp_path / "visits").iterdir()] == ["lock"]


def test_a_killed_servers_folder_goes_at_the_next_start(tmp_path: Path) -> None:
    """What a server that was killed left is removed when another starts; that of one which lives stays."""
    code = (
        "import os, sys; from pathlib import Path; from ui.server_folder import ServerFolder\n"
        "folder = ServerFolder.open(Path(sys.argv[1])); (folder.path / 'secret.txt').write_text('x')\n"
        "os.kill(os.getpid(), 9)"
    )
    living = ServerFolder.open(tmp_path)
    (living.path / "mine.txt").write_text("x")
    killed = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT)
    assert killed.returncode == -9
    assert left(tmp_path) == ["mine.txt", "secret.txt"]
    next_one = ServerFolder.open(tmp_path)
    assert left(tmp_path) == ["mine.txt"]
    next_one.close()
    living.close()
    assert left(tmp_path) == []


def test_a_server_that_ends_by_itself_leaves_nothing(tmp_path: Path) -> None:
    """A program that ends without closing its folder, by an error even, has it removed."""
    code = (
        "import sys; from pathlib import Path; from ui.server_folder import ServerFolder\n"
        "folder = ServerFolder.open(Path(sys.argv[1])); (folder.path / 'secret.txt').write_text('x')\n"
        "raise KeyboardInterrupt"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, capture_output=True).returncode != 0
    assert left(tmp_path) == []


def test_only_its_owner_looks_into_the_folder(tmp_path: Path) -> None:
    """Other users of the machine cannot list what visitors brought."""
    folder = ServerFolder.open(tmp_path / "visits")
    assert (tmp_path / "visits").stat().st_mode & 0o077 == 0
    assert folder.path.stat().st_mode & 0o077 == 0
    folder.close()
