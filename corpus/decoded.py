"""The text of a file's bytes, read in one encoding."""

from dataclasses import dataclass, replace

# What pages call by the first name, browsers read by the second (WHATWG Encoding Standard).
_BROWSERS = {
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "tis-620": "cp874", "iso-8859-8-i": "iso-8859-8", "x-sjis": "cp932",
}  # fmt: skip
_NOT_OF_FILES = ("utf", "unicode", "raw", "punycode", "idna")
"""How names begin of what a text that shows its own declaration cannot be in, and of Python's own."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte-order mark.

    `damage` tells of bytes that could not be decoded, `doubt` that the encoding is a guess which may be wrong.
    """

    text: str
    encoding: str
    damage: str | None = None
    doubt: str | None = None


def strictly(data: bytes, encoding: str) -> Decoded | None:
    """The text in an encoding; None where a byte is not of it, or there is no such encoding."""
    try:
        return Decoded(data.decode(encoding), encoding)
    except (ValueError, LookupError):
        return None


def as_declared(data: bytes, name: str) -> Decoded | None:
    """The text in the encoding that a page names, as browsers read the name; None where it is not in it."""
    name = name.strip().lower()
    if name.startswith(_NOT_OF_FILES):
        return None
    return strictly(data, _BROWSERS.get(name, name))


def with_damage(data: bytes, encoding: str) -> Decoded:
    """The text in an encoding, with a mark for each byte that is not of it; and how many these are."""
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, f"{text.count('�')} places are not valid {encoding} and are shown as �")


def doubted(decoded: Decoded) -> Decoded:
    """The same text, said to be read by a guess."""
    told = f"does not say its encoding and was read as {decoded.encoding}; if letters look wrong, save it as UTF-8"
    return replace(decoded, doubt=told)
