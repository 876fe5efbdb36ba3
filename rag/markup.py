"""Words of a source inside markdown: shown as they are, never read as markup or as a marker."""

from corpus.patterns import regex

_SPECIAL = regex(r"[\\`*\[\]<>~|$]|(?<!\w)_|_(?!\w)")
_CONTROL = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_ESCAPED = regex(r"\\([!-/:-@\[-`{-~])")


def escape(text: str) -> str:
    """The text on one line, with everything that markdown would read as its own escaped."""
    return _SPECIAL.sub(lambda match: f"\\{match.group()}", shown(text))


def shown(text: str) -> str:
    """The text on one line, without the characters by which a text could steer a terminal or turn its lines around."""
    return " ".join(_CONTROL.sub("", text).split())


def unescape(markdown: str) -> str:
    """The words behind markdown's backslashes: those that `escape` was given, white space aside."""
    return _ESCAPED.sub(r"\1", markdown)
