"""What an article says of itself: its title, its outlet, its date, its author."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.patterns import regex

_OWNER = regex(
    r"(?:copyright\s*)?(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:\d{4}\s*(?:[-–]\s*(?:\d{4}|present))?)\s*(?:by\s+)?,?\s*(?P<name>[^\n]{2,80})",
    re.IGNORECASE,
)
_OWNER_END = regex(
    r"\s+[-–—|]\s+|\s*[|•·]|,?\s*(?:inc|ltd|llc|gmbh|plc)\b.*|\.\s|\.$|\s*all\s+rights|\s*\(", re.IGNORECASE
)
_MORE_FROM = regex(r"more\s+(?:stories\s+|news\s+|articles\s+)?from\s+(?P<name>.{2,40})", re.IGNORECASE)
_AGENCY = regex(
    r"[A-Z][A-Z .,/’'-]{2,50}?(?:,\s*[A-Z][a-z.]+\s+\d{1,2})?\s*\((?P<name>[A-Z][\w .’'-]{1,30})\)\s*[-–—]\s"
)
_LINES_AT_HEAD = 14
_NO_NAMES = frozenset(
    "us author section category site category topic series region country world news this the our your here web".split()
)


@dataclass(frozen=True, slots=True)
class Description:
    """Title, outlet, date and author, as far as they are known; an author is a person, or several."""

    title: str | None = None
    outlet: str | None = None
    date: datetime.date | None = None
    author: str | None = None

    def or_else(self, other: "Description") -> "Description":
        """This description, with what it lacks taken from another."""
        return Description(
            self.title or other.title, self.outlet or other.outlet, self.date or other.date, self.author or other.author
        )


def outlet_of_lines(lines: Sequence[str]) -> str | None:
    """The outlet a page names as its own: "© 2024 Name", "More from Name"; None when it names none."""
    for line in reversed(lines):
        owner = _OWNER.match(line.strip()) if len(line) <= 400 else None
        name = _named(_OWNER_END.split(owner["name"], maxsplit=1)[0]) if owner else None
        if name:
            return name
    return _of_more_from(lines) or _of_dateline(lines)


def _of_more_from(lines: Sequence[str]) -> str | None:
    for line in lines:
        more = _MORE_FROM.fullmatch(line.strip(" :»›>"))
        name = _named(more["name"]) if more else None
        if name:
            return name
    return None


def _of_dateline(lines: Sequence[str]) -> str | None:
    """The agency in "CITY (Name) -" at the head of one of the first paragraphs."""
    datelines = (_AGENCY.match(line) for line in lines[:_LINES_AT_HEAD])
    return next((name for found in datelines if found and (name := _named(found["name"]))), None)


def _named(name: str) -> str | None:
    """A name of at most five words that begins like one, and is no word such as "us" or "this author"."""
    bare = name.strip(" ,.:;")
    words = bare.split()
    if not words or len(words) > 5 or not (bare[0].isupper() or bare[0].isdigit()):
        return None
    return None if len(words) == 1 and words[0].lower() in _NO_NAMES else bare
