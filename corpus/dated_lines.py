"""A line of a name and a day, as they stand above an article: "Harbour Post, 3 May 2023"."""

from collections.abc import Iterator
from datetime import date

from corpus.dates import date_of_line
from corpus.patterns import regex

_SEPARATOR = regex(r"\s*[|·•]\s*|\s+[–—-]\s+|(?P<comma>,\s+)")


def names_and_days(text: str) -> Iterator[tuple[str, date, bool]]:
    """Each way to read a line as a name and a date, in either order, and whether a comma parts them."""
    for found in _SEPARATOR.finditer(text):
        before, after = text[: found.start()].strip(), text[found.end() :].strip()
        for name, stamp in ((before, after), (after, before)):
            day = date_of_line(stamp)
            if day and name:
                yield name, day, found["comma"] is not None
