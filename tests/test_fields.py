"""The lines above a plain text that say what it is: "Title: …", "Source: …", "Date: …"."""

import datetime
from pathlib import Path

import pytest

from corpus.fields import heading_fields
from corpus.folder import read_folder
from corpus.metadata import Description

BODY = "The bridge was shut on Sunday. Nobody was hurt."


def test_a_text_file_is_described_by_its_first_lines(tmp_path: Path) -> None:
    """They are told as the article's title, outlet, day and author, and are no sentences of it."""
    heading = "Title: Bridge shut\r\nSource: Valley Post\r\nDate: 4 March 2019\r\nURL: https://x.example/1\r\n\r\n"
    (tmp_path / "one.txt").write_bytes((heading + BODY).encode())
    (source,) = read_folder(tmp_path).sources
    assert (source.title, source.outlet, source.date) == ("Bridge shut", "Valley Post", datetime.date(2019, 3, 4))
    assert [each.text for each in source.sentences] == ["The bridge was shut on Sunday.", "Nobody was hurt."]


def test_the_owner_of_the_folder_has_the_last_word(tmp_path: Path) -> None:
    """What sources.toml says counts before what the file says of itself."""
    (tmp_path / "one.txt").write_text(f"Outlet: Valley Post\nDate: 2019-03-04\n\n{BODY}", "utf-8")
    (tmp_path / "sources.toml").write_text('["one.txt"]\noutlet = "Hill Gazette"\n', "utf-8")
    (source,) = read_folder(tmp_path).sources
    assert (source.outlet, source.date) == ("Hill Gazette", datetime.date(2019, 3, 4))


@pytest.mark.parametrize(
    "text",
    [
        "Title: Bridge shut\nPublish-Date: 2019-03-04\n---\n" + BODY,
        "\n\nHEADLINE: Bridge shut\ndate published: 2019-03-04\n\n" + BODY,
    ],
)
def test_fields_of_any_spelling(text: str) -> None:
    """Capitals, hyphens and blanks do not matter, nor blank lines before; a rule may end them."""
    end, description = heading_fields(text)
    assert description == Description("Bridge shut", None, datetime.date(2019, 3, 4), None)
    assert text[end:].strip() == BODY


@pytest.mark.parametrize(
    "text",
    [
        f"Note: the bridge is shut.\n\n{BODY}",
        f"Title: Bridge shut\n{BODY}",
        f"Category: bridges\n\n{BODY}",
        f"{BODY}\nDate: 2019-03-04\n\n{BODY}",
        "Title: Bridge shut\nDate: 2019-03-04",
        "Date:\n\n" + BODY,
        "",
    ],
)
def test_what_only_looks_like_fields_is_text(text: str) -> None:
    """Other names, a text right under them, none that tells anything, nothing under them: all of it is the article."""
    assert heading_fields(text) == (0, Description())
