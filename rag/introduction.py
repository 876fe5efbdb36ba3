"""Where a text says who somebody is: "the mayor, Ann Reed", "Director Ann Reed", "Ann Reed, 58, who runs the port"."""

import re

from corpus.patterns import regex
from index.noun_words import ends_phrase, is_participle

_WHO_IS = regex(
    r"(?:(?:and|so|but)\s+)?(?:who|whos|who[’']s)\s+(?:(?:is|was)\s+)?(?P<name>[^\W\d_][\w’'.-]*(?:\s[^\W\d_][\w’'.-]*){0,3})\W*",
    re.IGNORECASE,
)
_BEFORE = regex(r"(?P<word>[^\W\d_][\w’'-]*),?\s\Z")
_TITLED = regex(r"(?:[A-Z][\w’'.-]*\s){1,3}\Z")
_ADDRESS = {"Mr", "Mrs", "Ms", "Miss", "Sir", "Dr", "However", "Meanwhile"}
_BEHIND = regex(
    r",\s(?:\d{1,3}\b|(?:an?|the|one|its|their|his|her|our)\s|who\s(?:is|was|has|heads?|leads?|led|runs?|chairs?|owns?|holds?|works?|speaks?)\s|(?!who)(?:[a-z][\w-]+\s){1,3}?(?:of|at|for|in|from|and)\s)"
    r"|\s(?:is|was|has\sbeen|became|remains)\s(?:an?|the|one|its|their|his|her)\s"
    r"|\s\(\d{1,3}\b",
)


def who_asked(question: str) -> str | None:
    """The name after "who is", where that is all that is asked."""
    found = _WHO_IS.fullmatch(question.strip())
    return found["name"] if found else None


def introduces(text: str, name: str) -> bool:
    """Whether a text tells beside a name what its bearer is."""
    *first, last = name.split()
    own = rf"(?:{re.escape(' '.join(first))}\s)?" if first else ""
    found = re.finditer(rf"\b{own}{re.escape(last)}\b", text, re.IGNORECASE)
    return any(_is_role_before(text[: each.start()], bool(first)) or _BEHIND.match(text, each.end()) for each in found)


def _is_role_before(before: str, whole: bool) -> bool:
    """Whether a name stands behind a role: "the director, Ilka Brand", "Director Ilka Brand".

    Where only the last name is asked about, the first one may stand between.
    """
    titles = _TITLED.search(before)
    words = titles.group().split() if titles else []
    title = words[0].strip(",") if len(words) > (0 if whole else 1) else ""
    if title and title.rstrip(".") not in _ADDRESS and not ends_phrase(title.lower()):
        return True
    found = _BEFORE.search(before if whole else _TITLED.sub("", before))
    word = found["word"] if found else ""
    return bool(word) and word.islower() and not ends_phrase(word) and not is_participle(word)
