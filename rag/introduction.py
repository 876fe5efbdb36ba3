"""Where a text says who somebody is: "the mayor, Ann Reed", "Director Ann Reed", "Ann Reed, 58, who runs the port"."""

import re

from index.noun_words import ends_phrase, is_participle

_WHO_IS = re.compile(
    r"(?:(?:and|so|but)\s+)?(?:who|whos|who[’']s)\s+(?:(?:is|was)\s+)?(?P<name>[^\W\d_][\w’'.-]*(?:\s[^\W\d_][\w’'.-]*){0,3})\W*",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?P<word>[^\W\d_][\w’'-]*),?\s\Z")
_TITLED = re.compile(r"(?:[A-Z][\w’'.-]*\s)+\Z")
_BEHIND = re.compile(
    r",\s(?:\d{1,3}\b|(?:an?|the|one|its|their|his|her|our)\s|who\s(?:is|was|has|heads?|leads?|led|runs?|chairs?|owns?|holds?|works?|speaks?)\s|(?!who)(?:[a-z][\w-]+\s){1,3}?(?:of|at|for|in|from|and)\s)"
    r"|\s(?:is|was|has\sbeen|became|remains)\s(?:an?|the|one|its|their|his|her)\s"
    r"|\s\((?:\d{1,3}|[a-z])",
)


def who_asked(question: str) -> str | None:
    """The name after "who is", where that is all that is asked."""
    found = _WHO_IS.fullmatch(question.strip())
    return found["name"] if found else None


def introduces(text: str, name: str) -> bool:
    """Whether a text tells beside a name what its bearer is."""
    last = re.escape(name.split()[-1])
    return any(
        _is_role_before(text[: found.start()]) or _BEHIND.match(text, found.end())
        for found in re.finditer(rf"\b{last}\b", text, re.IGNORECASE)
    )


def _is_role_before(before: str) -> bool:
    """Whether the words before a last name end with a role: "the director, Ilka" of "the director, Ilka Brand"."""
    found = _BEFORE.search(_TITLED.sub("", before))
    titles = _TITLED.search(before)
    words = titles.group().split() if titles else []
    if len(words) > 1 and not ends_phrase(words[0].lower()):  # "Director Ilka", "Mayor Ann"
        return True
    word = found["word"] if found else ""
    return bool(word) and word.islower() and not ends_phrase(word) and not is_participle(word)
