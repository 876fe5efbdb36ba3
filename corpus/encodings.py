"""The text of a file, whatever its encoding."""

import codecs
import re
from dataclasses import dataclass

from corpus.errors import UnreadableError

# Longest marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65_536
# What Western texts write beside ASCII; other letters in a Windows-1252 reading mean it is another encoding.
_WESTERN = frozenset("€‚ƒ„…‘’“”•–—™ ¡£§©«®°±·´»¿½¼¾×ßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜàáâãäåæçèéêëìíîïñòóôõöøùúûüÿŒœ\xa0\xad")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte-order mark; `damage` tells of bytes that could not be decoded."""

    text: str
    encoding: str
    damage: str | None = None


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode `data`; `declared` is what the file says of its own encoding.

    Tried in order: the byte-order mark, UTF-16 by its zero bytes, UTF-8, what is declared,
    Windows-1252, and then charset-normalizer's guess. Raises UnreadableError for what is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding) or _with_damage(data[len(mark) :], encoding)
    unmarked = _unmarked_utf16(data)
    if unmarked:
        decoded = _strictly(data, unmarked) or _with_damage(data, unmarked)
        _refuse_binary(decoded.text[:_SAMPLE].encode("utf-8", "replace"))
        return decoded
    _refuse_binary(data)
    known = _strictly(data, "utf-8") or (_strictly(data, declared) if declared else None)
    return known or _damaged_utf8(data) or _western(data) or _guessed(data)


def _strictly(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _with_damage(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, f"{text.count('�')} places are not valid {encoding} and are shown as �")


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows in zero bytes that nearly all stand at even, or at odd, places."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return None
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _refuse_binary(data: bytes) -> None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"is {name}, whatever its name says; give it the right ending")
    sample = data[:_SAMPLE]
    if b"\0" in data or len(_CONTROL.findall(sample)) > 0.01 * len(sample):
        raise UnreadableError("is a binary file, not text")


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes: far more whole characters beyond ASCII than broken ones."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("�")
    beyond = sum(character > "\x7f" for character in text) - broken
    return _with_damage(data, "utf-8") if beyond > 3 * broken else None


def _western(data: bytes) -> Decoded | None:
    decoded = _strictly(data, "cp1252")
    if decoded is None:
        return None
    beyond = [character for character in decoded.text if character > "\x7f"]
    letters = sum(character.isalpha() for character in decoded.text)
    foreign = sum(character.isalpha() for character in beyond) > 0.25 * letters
    return None if foreign or not _WESTERN.issuperset(beyond) else decoded


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # a quarter of a second, needed by few files

    best = from_bytes(data[:_SAMPLE]).best()
    decoded = _strictly(data, best.encoding) if best else None
    if decoded is None:
        raise UnreadableError("is in an encoding that could not be recognised; save it as UTF-8")
    return decoded
