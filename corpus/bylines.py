"""Who signs an article: persons only, as a line of it or its metadata names them."""

import re
from collections.abc import Iterable, Sequence, Set

from corpus.name_words import ROLES
from corpus.names import person_name
from corpus.patterns import regex
from corpus.repeats import words_key

_LEAD = regex(
    r"(?:(?:(?:written|reported|story|text|words|report|analysis|opinion|posted)\s+)?by\b:?|(?:author|text|words)s?\s*:)\s*",
    re.IGNORECASE,
)
# "Ann Reed in Karsten", "Ann Reed (Karsten)", "Ann Reed for The Paper": the name ends before it.
_TAIL = regex(r"\s+(?:in|for|from|at|of|on|IN|FOR|FROM|AT|OF|ON)\s|\s*[(\[@<|·•]|\s+[–—-]\s|\s+(?=\d)")
_COMMA = regex(r"\s*[,;]\s*")
_AND = regex(r"\s*,?\s*(?:\band\b|\bwith\b|&)\s*", re.IGNORECASE)
_INVERTED = regex(r"([^\s,;&]+),\s*([^\s,;&]+(?:\s[^\s,;&]\.?)?)")
_LONGEST = 200


def declared_authors(values: Iterable[str]) -> str | None:
    """The persons that metadata names as authors; bodies, roles and addresses among them are left out."""
    names: list[str] = []
    for value in values:
        inverted = _INVERTED.fullmatch(value.strip())
        text = f"{inverted[2]} {inverted[1]}" if inverted else _TAIL.split(_unled(value), maxsplit=1)[0]
        names += [name for part in _AND.split(text) for piece in _COMMA.split(part) if (name := _declared(piece))]
    return _joined(names)


def led_authors(line: str) -> str | None:
    """The persons in a line that says so: "By Ann Reed and Tom Falk, Correspondents"."""
    return _signed(_unled(line)) if _LEAD.match(line) and len(line) <= _LONGEST else None


def bare_authors(line: str, written: Set[str]) -> str | None:
    """The persons whose names, perhaps with a role, are the whole line: "ANN REED", "Ann Reed, Correspondent".

    `written` are the words of the article's prose: a line most of whose words stand there in lower
    case is a phrase.
    """
    name, *others = _COMMA.split(line) if ROLES.intersection(line.lower().split()) else [line]
    names = [person_name(piece) for piece in _AND.split(name)]
    is_named = None not in names and all(ROLES.intersection(other.lower().split()) for other in others)
    words = name.lower().split()
    is_phrase = 2 * sum(word in written for word in words) > len(words)
    return _joined([name for name in names if name]) if is_named and not is_phrase else None


def is_of_outlet(author: str, outlet: str | None) -> bool:
    """Whether an author is the outlet itself, or a part of it."""
    own = f" {words_key(outlet or '')} "
    return bool(own.strip()) and own in f" {words_key(author)} "


def _unled(text: str) -> str:
    lead = _LEAD.match(text)
    return text[lead.end() :] if lead else text


def _signed(text: str) -> str | None:
    """The names at the beginning of a text; what follows a comma is one more only in "A, B and C"."""
    pieces = _AND.split(_TAIL.split(text, maxsplit=1)[0])
    listed = [part for piece in pieces[:-1] for part in _COMMA.split(piece)]
    last = _COMMA.split(pieces[-1])[0]
    return _joined([name for part in [*listed, last] if (name := person_name(part))])


def _declared(piece: str) -> str | None:
    """A person's name; in a script without capitals any few words are one."""
    has_case = piece.lower() != piece.upper()
    words = piece.split()
    is_written_so = not has_case and 0 < len(words) <= 4 and all(word.isalpha() for word in words)
    return " ".join(words) if is_written_so else person_name(piece)


def _joined(names: Sequence[str]) -> str | None:
    """The names in one line, as in "Ann Reed, Tom Falk and Jo Berg"; None without any."""
    distinct = list(dict.fromkeys(names))
    if len(distinct) < 2:
        return distinct[0] if distinct else None
    return f"{', '.join(distinct[:-1])} and {distinct[-1]}"
