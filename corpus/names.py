"""Names as articles write them: of a person, of a body, and both in capitals."""

import re
from collections.abc import Set

from corpus.name_words import NOT_OF_PERSONS, PARTICLES, PLACES_BEGIN, SMALL
from corpus.patterns import regex

_HONORIFIC = regex(r"(?:(?:dr|prof|professor|mr|mrs|ms|sir|dame|rev)\.?\s+)+", re.IGNORECASE)
_NAME_WORD = regex(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*|[^\W\d_]+[’'][^\W\d_]{2,}(?:-[^\W\d_]+)*")
_INITIALS = regex(r"[^\W\d_]|(?:[^\W\d_]\.-?)+")
_SUFFIX = regex(r"(?:jr|sr)\.?", re.IGNORECASE)
_LETTERS = regex(r"[^\W\d_]+(?:['’]s\b)?", re.IGNORECASE)
_VOWEL = regex(r"[aeiouy]|[^\x00-\x7f]", re.IGNORECASE)
_MOST_WORDS = 4


def person_name(text: str) -> str | None:
    """The person that a text names, capitals resolved; None when it names something else or more.

    A person has two to four words that begin like a name, and none that stands for a body, a role,
    a section of a paper or a day.
    """
    bare = " ".join(text.split()).strip(" ,;:*_")
    honorific = _HONORIFIC.match(bare)
    words = bare[honorific.end() if honorific else 0 :].split()
    full = [word for word in words if word.lower() not in PARTICLES]
    if not 2 <= len(full) <= _MOST_WORDS or (words[0], words[-1]) != (full[0], full[-1]):
        return None
    whole = [word for word in full if _NAME_WORD.fullmatch(word)]
    if len(whole) < 2 - (_INITIALS.fullmatch(full[0]) is not None) or not all(map(_is_of_a_name, full)):
        return None
    return None if full[0].lower() in PLACES_BEGIN else _written_out(bare)


def in_title_case(text: str, written: Set[str] = frozenset()) -> str:
    """A name in capitals with small words small; one that has lower-case letters stays as it is.

    Words that the article `written` in capitals itself, and those without a vowel, are abbreviations.
    """
    if not text.isupper():
        return text
    words = [word if word in written or not _VOWEL.search(word) else _cased(word) for word in text.split()]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def _is_of_a_name(word: str) -> bool:
    """Whether a word begins like a name, is spelt like one, and stands for nobody else."""
    spelt = _NAME_WORD.fullmatch(word) or _INITIALS.fullmatch(word) or _SUFFIX.fullmatch(word)
    parts = word.split("-")
    begins = parts[parts[0] in PARTICLES and len(parts) > 1]  # "al-Rahman"
    return spelt is not None and begins[0].isupper() and NOT_OF_PERSONS.isdisjoint(word.lower().split("-"))


def _written_out(name: str) -> str:
    """A person's name in title case, also when only some of its words are in capitals: "Ann REED"."""
    shortest = 2 if name.isupper() else 3  # in a name with lower-case letters "JR" is a pair of initials
    in_capitals = (word.isupper() and len(word) >= shortest and "." not in word for word in name.split())
    return " ".join(_cased(word) if turned else word for word, turned in zip(name.split(), in_capitals, strict=True))


def _cased(word: str) -> str:
    lowered = word.lower()
    return lowered if lowered in SMALL else _LETTERS.sub(lambda found: found[0].capitalize(), word)
