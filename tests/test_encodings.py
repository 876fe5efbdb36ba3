"""Encodings: every text is read, and what is no text is named."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.encodings import decode
from corpus.errors import UnreadableError

TEXT = "“Genug!” sagte sie – 3 € für Käse.\r\nDann ging sie heim."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_the_text_is_the_same_in_every_encoding(data: bytes) -> None:
    """A mark is not counted, and line ends stay as they are."""
    assert decode(data).text == TEXT


def test_a_declared_encoding_counts_before_a_guess() -> None:
    """A page that names its encoding is read in it."""
    russian = "Привет, мир. Это короткий текст."
    assert decode(russian.encode("koi8-r"), "koi8-r").text == russian
    assert decode(TEXT.encode(), "koi8-r").text == TEXT, "but UTF-8 that is valid is UTF-8"
    assert decode(TEXT.encode("cp1252"), "no-such-encoding").text == TEXT


def test_other_encodings_are_guessed() -> None:
    """A text in another alphabet is recognised by its letters."""
    russian = "Жители города покидают свои дома. Дороги переполнены, и никто не знает, когда они вернутся. " * 5
    assert decode(russian.encode("cp1251")).text == russian


def test_a_few_broken_bytes_do_not_spoil_a_text() -> None:
    """UTF-8 with a broken byte stays UTF-8, and the damage is told."""
    decoded = decode("“Ja”, sagte er. ".encode() * 5 + b"\xff Ende.")
    assert decoded.text.startswith("“Ja”") and "�" in decoded.text
    assert decoded.damage is not None and "1 places" in decoded.damage


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02\xfe" * 400, b"%PDF-1.7 ...", b"\x89PNG\r\n", b"PK\x03\x04abc", bytes(range(256))]
)
def test_binary_files_are_refused(data: bytes) -> None:
    """A picture with a text's name is named, not quoted."""
    with pytest.raises(UnreadableError, match="is a"):
        decode(data)


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No bytes raise anything but UnreadableError."""
    try:
        assert isinstance(decode(data).text, str)
    except UnreadableError as error:
        assert str(error)
