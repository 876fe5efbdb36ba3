"""Lines that are the name of a body or a publication, told from headlines by their form."""

from collections.abc import Sequence, Set
from itertools import pairwise

from corpus.name_words import KICKERS, NOT_OF_NAMES, ORGANS, PAPERS, PUBLICATIONS, SMALL
from corpus.patterns import regex

_WORD = regex(r"[^\W\d_]+(?:[-’'.&][^\W\d_]*)*|&")
_MADE_OF = ("of", "for")
_MOST_OF_A_PAPER = 4
_MOST_BEFORE, _MOST_WORDS, _MOST_WORDS_BEFORE_THE_KIND = 2, 9, 5
_NO_VERBS = frozenset("united nations states limited incorporated".split())


def is_body_name(line: str, written: Set[str]) -> bool:
    """Whether a line reads "Ministry of the Environment" or "The Valley Gazette", in capitals or with capitals.

    `written` are the words of the article's prose: what stands there in lower case may begin a headline.
    """
    words = [word.strip(",") for word in line.split()]
    if not 2 <= len(words) <= _MOST_WORDS or not all(_WORD.fullmatch(word) for word in words):
        return False
    if not all(word[0].isupper() or word in SMALL or word == "&" for word in words) or is_kicker(line):
        return False
    lowered = [word.lower() for word in words]
    if not NOT_OF_NAMES.isdisjoint(lowered) or any(map(_may_be_verb, lowered, [*lowered[1:], ""])):
        return False
    return _is_made_of(lowered) or _ends_in_kind(lowered, written)


def is_paper_name(name: str) -> bool:
    """Whether a name beside a day is a paper's by its last word: "Dockers' Voice", "The Lantern".

    Alone it would tell nothing: headlines end in such words too.
    """
    words = name.split()
    if not 2 <= len(words) <= _MOST_OF_A_PAPER or not all(word[0].isupper() for word in words):
        return False
    return all(_WORD.fullmatch(word) for word in words) and words[-1].lower() in PAPERS


def is_kicker(line: str) -> bool:
    """Whether a line only says what kind of text or which section follows: "PRESS RELEASE", "Opinion"."""
    words = [word.strip(",:").lower() for word in line.split()]
    return 0 < len(words) <= 4 and all(word in KICKERS or word in SMALL for word in words)


def _is_made_of(words: Sequence[str]) -> bool:
    """Whether a line reads "Ministry of …", "The Office for …" or "Federal Ministry of …"."""
    return (
        any(word in ORGANS and following in _MADE_OF for word, following in pairwise(words[: _MOST_BEFORE + 2]))
        and words[-1] not in _MADE_OF
    )


def _ends_in_kind(words: Sequence[str], written: Set[str]) -> bool:
    """Whether a line reads "Karsten City Council"; three words whose first is no name may be a headline."""
    if len(words) > _MOST_WORDS_BEFORE_THE_KIND or words[-1] not in ORGANS | PUBLICATIONS:
        return False
    is_short_body = len(words) == 2 and words[-1] in ORGANS
    return is_short_body or words[0] == "the" or words[0] not in written


def _may_be_verb(word: str, following: str) -> bool:
    """Whether a word may be what somebody does: "DENIES", "ACCUSED", before what it is done to."""
    if word in ORGANS | PUBLICATIONS | _NO_VERBS or not following or "’" in word or "'" in word:
        return False
    is_plural = following in SMALL or following.endswith("s")
    return word.endswith("ed") or (word.endswith("s") and not word.endswith("ss") and not is_plural)
