"""The text of a file, whatever its encoding."""

import codecs

from corpus.alphabets import is_dense, is_of_other_letters
from corpus.decoded import Decoded, as_declared, doubted, strictly, with_damage
from corpus.errors import UnreadableError
from corpus.latin_letters import in_latin_letters
from corpus.patterns import regex

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
_CONTROL = regex(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65_536
_OTHER_ALPHABETS = [
    "cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866", "mac_cyrillic", "cp1253", "iso8859_7", "cp1255", "iso8859_8",
    "cp1256", "iso8859_6", "cp874",
]  # fmt: skip
SURE = 0.4
"""How much of a text must look like one language for charset-normalizer's guess to go without saying."""


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode `data`; `declared` is what the file says of its own encoding.

    Tried in order: the byte-order mark, UTF-16 by its zero bytes, UTF-8, what is declared, the 8-bit encodings of
    Latin letters, and then charset-normalizer's guess. Raises UnreadableError for what is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return strictly(data[len(mark) :], encoding) or with_damage(data[len(mark) :], encoding)
    unmarked = _unmarked_utf16(data)
    if unmarked:
        decoded = strictly(data, unmarked) or with_damage(data, unmarked)
        _refuse_binary(decoded.text[:_SAMPLE].encode("utf-8", "replace"))
        return decoded
    _refuse_binary(data)
    known = strictly(data, "utf-8") or (as_declared(data, declared) if declared else None)
    return known or _damaged_utf8(data) or in_latin_letters(data) or _guessed(data)


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
    return with_damage(data, "utf-8") if beyond > 3 * broken else None


def _guessed(data: bytes) -> Decoded:
    """charset-normalizer's reading that is most like a language in other letters; where none is, its choice of all.

    It is asked in this order because bytes of an alphabet may also be signs of an East Asian encoding.
    """
    from charset_normalizer import from_bytes  # a quarter of a second, needed by few files

    sample = data[:_SAMPLE]
    alphabetic = from_bytes(sample, cp_isolation=_OTHER_ALPHABETS)
    likely = [match for match in alphabetic if match.coherence >= SURE and is_of_other_letters(str(match))]
    best = max(likely, key=lambda match: match.coherence - match.chaos, default=None) or from_bytes(sample).best()
    decoded = strictly(data, best.encoding) if best else None
    if best is None or decoded is None:
        raise UnreadableError("is in an encoding that could not be recognised; save it as UTF-8")
    return decoded if best.coherence >= SURE and is_dense(decoded.text) else doubted(decoded)
