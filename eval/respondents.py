"""Every system asked every question: those answered before from the journal, the rest here or in several processes."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from multiprocessing import get_context

from eval.asking import Reply, ask, replies_of
from eval.gold import GoldQuestion
from eval.journal import Journal
from eval.system import System
from eval.systems import Ground, kept_as, open_system, opens_apart

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Asker:
    """Puts the questions to systems by name; `jobs` processes ask one that several may open."""

    ground: Ground
    questions: Sequence[GoldQuestion]
    journal: Journal
    jobs: int = 1

    def replies(self, name: str, progress: Progress) -> tuple[Reply, ...]:
        """A system's reply to each question, in their order; `progress` hears of each that is there."""
        kept = kept_as(name, self.ground)
        known = self.journal.replies(kept)
        left = [question for question in self.questions if question.id not in known]
        progress(name, len(known), len(self.questions))
        for reply in self._ask(name, left):
            self.journal.keep(kept, reply)
            known[reply.id] = reply
            progress(name, len(known), len(self.questions))
        return tuple(known[question.id] for question in self.questions)

    def _ask(self, name: str, questions: Sequence[GoldQuestion]) -> Iterator[Reply]:
        if not questions:
            return iter(())
        if opens_apart(name) and min(self.jobs, len(questions)) > 1:
            return asked_apart(_Opened(name, self.ground), questions, self.jobs)
        return replies_of(open_system(name, self.ground), questions)


@dataclass(frozen=True, slots=True)
class _Opened:
    """A system by name, opened in the process that asks it."""

    name: str
    ground: Ground

    def __call__(self) -> System:
        return open_system(self.name, self.ground)


def asked_apart(opened: Callable[[], System], questions: Sequence[GoldQuestion], jobs: int) -> Iterator[Reply]:
    """The replies as they come, from processes that each open the system once."""
    with _processes(opened, min(jobs, len(questions))) as processes:
        pending = [processes.submit(_ask_here, question) for question in questions]
        try:
            for done in as_completed(pending):
                yield done.result()
        finally:
            for each in pending:
                each.cancel()


def _processes(opened: Callable[[], System], jobs: int) -> AbstractContextManager[ProcessPoolExecutor]:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_open_later, initargs=(opened,))


class _Here:
    """The system that a process of its own asks, opened by its first question, so that no error is lost."""

    def __init__(self, opened: Callable[[], System]) -> None:
        self._opened = opened

    @cached_property
    def system(self) -> System:
        return self._opened()


_HERE: list[_Here] = []


def _open_later(opened: Callable[[], System]) -> None:
    _HERE[:] = [_Here(opened)]


def _ask_here(question: GoldQuestion) -> Reply:
    return ask(_HERE[0].system, question)
