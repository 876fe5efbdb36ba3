"""Whose articles a visitor asks: the server's, until they bring their own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from scripted import FIGURES, ScriptedEngine, default_sources, read_source

from ui.rooms import Rooms
from ui.visit import Visits


class Founding(ScriptedEngine):
    """An engine that makes others over folders, and tells its progress."""

    def over(self, corpus: Path, index: Path, progress: Callable[[str, int, int], None]) -> tuple[Any, None]:
        progress("reading", 1, 1)
        sources = [read_source(path.name, path.read_text("utf-8")) for path in sorted(corpus.iterdir())]
        return ScriptedEngine(sources, ((sources[0].file, sources[0].text[:20]),)), None


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Rooms]:
    """The rooms of a server over the default articles."""
    engine = Founding(default_sources(), FIGURES)
    visits = Visits.open(engine, tmp_path / "visits")
    yield Rooms(engine, visits)
    visits.close()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article that a visitor has."""
    path = tmp_path / "mine.txt"
    path.write_text("The mill burned on Monday, and nobody was hurt, its owner said.\n", encoding="utf-8")
    return path


def test_own_articles_are_asked_by_whom_they_belong_to(rooms: Rooms, article: Path) -> None:
    """One visitor has a room of their own, told its progress; the other stays in the common one."""
    stages: list[str] = []
    told = rooms.bring("one", [article], lambda stage, done, total: stages.append(stage))
    assert told == ("1 article added. From now on only what you brought is asked.",)
    assert [source.file for source in rooms.of("one").sources] == ["mine.txt"]
    assert rooms.of("other") is rooms.common
    assert rooms.of(None) is rooms.common
    assert stages == ["reading"]


def test_leaving_removes_them(rooms: Rooms, article: Path, tmp_path: Path) -> None:
    """The common articles are asked again, and nothing stays on the disk."""
    rooms.bring("one", [article], lambda *_: None)
    assert list((tmp_path / "visits").rglob("mine.txt"))
    rooms.leave("one")
    assert rooms.of("one") is rooms.common
    assert not list((tmp_path / "visits").rglob("mine.txt"))


def test_what_cannot_be_read_is_told_with_its_reason(rooms: Rooms, tmp_path: Path) -> None:
    """A file that is none of the formats changes nothing, and is named."""
    other = tmp_path / "mine.exe"
    other.write_bytes(b"MZ")
    (told,) = rooms.bring("one", [other], lambda *_: None)
    assert told.startswith("mine.exe ")
    assert rooms.of("one") is rooms.common
