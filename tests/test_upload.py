"""A stranger's file gets a safe name in its folder, and no other place."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ui.upload import LARGEST, RefusedError, safe_name, take


@given(st.text())
@example("../../etc/passwd")
@example("..\\..\\boot.ini")
@example("")
@example("...")
@example("~$draft.docx")
@example("a\x00b\u202etxt.exe")
@example("\ud800.txt")
@example("é" * 4000 + ".txt")
@example("x." + "y" * 4000)
def test_any_name_becomes_one_in_the_folder(name: str) -> None:
    """Whatever a name holds, it names a visible file right in the folder, in letters that can be shown."""
    safe = safe_name(name)
    assert (Path("/folder") / safe).resolve().parent == Path("/folder")
    assert not safe.startswith((".", "~$", " "))
    assert safe.isprintable()
    assert 0 < len(safe.encode()) <= 255
    assert not set(safe) & set('/\\<>:"|?*')


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("report.txt", "report.txt"),
        ("My report, 3rd draft.PDF", "My report, 3rd draft.PDF"),
        ("Отчёт.html", "Отчёт.html"),
        ("/etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\me\\a.docx", "a.docx"),
        (".hidden.md", "hidden.md"),
        (".txt", "txt"),
        ("", "article"),
        ("what?.txt", "what_.txt"),
    ],
)
def test_a_name_stays_as_it_is_where_it_can(name: str, safe: str) -> None:
    """What is harmless in a name is kept, in any script."""
    assert safe_name(name) == safe


def test_files_of_one_name_stand_side_by_side(tmp_path: Path) -> None:
    """A second and a third file of a name get a number; none is written over."""
    folder, names = tmp_path / "articles", []
    folder.mkdir()
    for number in range(3):
        (tmp_path / "report.txt").write_text(str(number))
        names.append(take(tmp_path / "report.txt", folder))
    assert names == ["report.txt", "report (2).txt", "report (3).txt"]
    assert [(folder / name).read_text() for name in names] == ["0", "1", "2"]


def test_so_many_bytes_are_taken(tmp_path: Path) -> None:
    """A file of 20 MB is taken, one byte more is refused with its size and the limit."""
    folder, file = tmp_path / "articles", tmp_path / "large.pdf"
    folder.mkdir()
    with file.open("wb") as stream:
        stream.truncate(LARGEST)
    assert take(file, folder) == "large.pdf"
    with file.open("r+b") as stream:
        stream.truncate(LARGEST + 1)
    with pytest.raises(RefusedError, match="files over 20 MB are not taken"):
        take(file, folder)


@pytest.mark.parametrize("name", ["missing.txt", "folder.txt"])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    """A file that went, or a folder, is told in a sentence."""
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(RefusedError, match="could not be received"):
        take(tmp_path / name, tmp_path)
