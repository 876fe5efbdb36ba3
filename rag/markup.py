"""Words of a source inside markdown: shown as they are, never read as markup or as a marker."""

import re

_SPECIAL = re.compile(r"[\\`*\[\]<>~|$]|(?<!\w)_|_(?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def escape(text: str) -> str:
    """The text on one line, with everything that markdown would read as its own escaped."""
    return _SPECIAL.sub(lambda match: f"\\{match.group()}", " ".join(text.split()))


def unescape(markdown: str) -> str:
    """The words behind markdown's backslashes: those that `escape` was given, white space aside."""
    return _ESCAPED.sub(r"\1", markdown)
