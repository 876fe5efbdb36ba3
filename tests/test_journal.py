"""A run that was killed goes on where it was, and asks nothing twice."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from boats import QUESTIONS, SOURCE, Hasty

from eval import systems
from eval.asking import Reply
from eval.journal import Journal
from eval.respondents import Asker, asked_apart
from eval.systems import Ground, Opener
from rag.answer import Answer
from rag.progress import Advance

ASKED: list[str] = []


class Dying(Hasty):
    """Answers like the hasty system, but dies of its second question, as of a kill."""

    def answer(self, question: str, history: Sequence[str]) -> Answer:
        if len(ASKED) == 1:
            raise KeyboardInterrupt
        return Counting().answer(question, history)


class Counting(Hasty):
    """Answers, and notes what it was asked."""

    def answer(self, question: str, history: Sequence[str]) -> Answer:
        ASKED.append(question)
        return super().answer(question, history)


@pytest.fixture(autouse=True)
def _known_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    ASKED.clear()
    known = {"dying": Opener(lambda _: Dying()), "counting": Opener(lambda _: Counting())}
    monkeypatch.setattr(systems, "OPENERS", known)


def replies(name: str, path: Path | None, mark: str = "m", progress: Advance = lambda *_: None) -> tuple[Reply, ...]:
    """What a system replies to both questions."""
    ground = Ground(Path(), None, (SOURCE,), Path())
    return Asker(ground, QUESTIONS, Journal(path, mark)).replies(name, progress)


def test_a_killed_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was answered before the kill is not asked again, and is the same answer."""
    path = tmp_path / "journal"
    with pytest.raises(KeyboardInterrupt):
        replies("dying", path)
    monkeypatch.setattr(systems, "OPENERS", {"dying": Opener(lambda _: Counting())})
    told: list[tuple[str, int, int]] = []
    resumed = replies("dying", path, progress=lambda *news: told.append(news))
    assert [question.question for question in QUESTIONS] == ASKED
    assert [reply.id for reply in resumed] == ["boats", "crews"]
    assert [reply.answer for reply in resumed] == [Hasty().answer(each.question, ()) for each in QUESTIONS]
    assert told == [("dying", 1, 2), ("dying", 2, 2)]


KILLED = """
import os, signal, sys
from pathlib import Path
from boats import QUESTIONS, SOURCE, Hasty
from eval import systems
from eval.journal import Journal
from eval.respondents import Asker
from eval.systems import Ground, Opener

class Shot(Hasty):
    def answer(self, question, history):
        if question == QUESTIONS[1].question:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().answer(question, history)

systems.OPENERS = {"counting": Opener(lambda _: Shot())}
Asker(Ground(Path(), None, (SOURCE,), Path()), QUESTIONS, Journal(Path(sys.argv[1]), "m")).replies("counting", print)
"""


def test_a_process_that_is_killed_leaves_what_it_had(tmp_path: Path) -> None:
    """A real SIGKILL in the middle of the second question: the first answer is known, the second is asked."""
    path = tmp_path / "journal"
    here = Path(__file__).parent
    surroundings = os.environ | {"PYTHONPATH": os.pathsep.join([str(here), str(here.parent)])}
    shot = subprocess.run([sys.executable, "-c", KILLED, str(path)], env=surroundings, check=False, capture_output=True)
    assert shot.returncode == -signal.SIGKILL, shot.stderr.decode()
    assert len(replies("counting", path)) == 2
    assert [QUESTIONS[1].question] == ASKED


def test_a_line_cut_off_by_the_kill_is_asked_again(tmp_path: Path) -> None:
    """Half a line, or rubbish, is no answer."""
    path = tmp_path / "journal"
    replies("counting", path)
    path.write_bytes(path.read_bytes()[:-20])
    replies("counting", path)
    assert len(ASKED) == 3
    assert len(Journal(path, "m")) == 2


def test_what_belongs_to_another_run_is_dropped(tmp_path: Path) -> None:
    """Another gold, corpus, index or code: nothing of it is believed; nor is another system's answer."""
    path = tmp_path / "journal"
    replies("counting", path)
    replies("counting", path, mark="other")
    assert len(ASKED) == 4
    assert {json.loads(line)["run"] for line in path.read_text().splitlines()} == {"other"}
    assert Journal(path, "other").replies("dying") == {}


def test_a_finished_run_leaves_no_journal(tmp_path: Path) -> None:
    """And one without a file keeps none."""
    journal = Journal(tmp_path / "journal", "m")
    journal.finish()
    assert not list(tmp_path.iterdir())
    assert len(replies("counting", None)) == 2


class Unopenable:
    """A system whose folder is not there."""

    def __call__(self) -> Hasty:
        raise FileNotFoundError("no index")


def test_several_processes_give_the_same_answers() -> None:
    """Each question once, whoever answers it; both may be asked at the same time."""
    found = {reply.id: reply.answer for reply in asked_apart(Hasty, QUESTIONS, jobs=2)}
    assert found == {question.id: Hasty().answer(question.question, ()) for question in QUESTIONS}


def test_an_error_in_another_process_is_told_here() -> None:
    """What cannot be opened says so, not that a process broke."""
    with pytest.raises(FileNotFoundError, match="no index"):
        list(asked_apart(Unopenable(), QUESTIONS, jobs=2))
