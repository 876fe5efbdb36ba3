"""The noun phrase that begins at a place of a text."""

import re
from collections.abc import Sequence
from typing import Literal

from corpus.patterns import regex
from index.noun_words import (
    are_names,
    ends_phrase,
    is_adverb,
    is_one_or_many,
    is_participle,
    is_plural,
    is_regular_plural,
)

# What stands between a number and what it counts.
Amount = Literal["one", "many", "part"]
"""How much of a thing a number tells: a thing, several, or a part or measure of something."""
_OWNERS = frozenset("the its their his her our my your all".split())
_POINTERS = frozenset("those these this that such each every some any".split()) | _OWNERS
_MORE = frozenset("more other further additional extra strong still".split())
_PEOPLE_THAT_ARE = frozenset(
    """
    dead injured wounded missing homeless disabled unemployed displaced elderly sick poor infected hospitalised
    hospitalized vaccinated detained deceased
    """.split()
)
_SOMETIMES_VERBS = frozenset(
    "live face work vote back stay hit shot drown survive flee lack suffer prefer plan hope expect agree".split()
)
_RUN = regex(r"[\s-]?[^\W\d_][\w’'-]{0,40}(?:\s[^\W\d_][\w’'-]{0,40}){0,7}")
_WORD = regex(r"[^\W\d_][\w’'-]*")


def amount_of(value: float, upper: float | None) -> Amount:
    """How much of a thing a count tells."""
    return "one" if value == 1 and not upper else "many"


def phrase_at(text: str, position: int, amount: Amount) -> tuple[str, int]:
    """The noun phrase at a place of a text, up to four words, and its end; empty where a verb or the like begins.

    Of many things the noun is a plural, so that without one there is no noun; of one it is none. A part may be
    of anything: its phrase goes on to the first plural or to a word that ends it.
    """
    run = _RUN.match(text, position)
    words = list(_WORD.finditer(text, position, run.end())) if run else []
    taken = _nouns(words[_front(words, amount) :], amount)
    return (text[taken[0].start() : taken[-1].end()], taken[-1].end()) if taken else ("", position)


def _front(words: Sequence[re.Match[str]], amount: Amount) -> int:
    """How many words stand before the noun phrase: "of the", "more", "reportedly"."""
    said = [word.group().lower() for word in words]
    number = int(bool(said) and said[0] == "of")
    owners = _POINTERS if number else _OWNERS if amount == "part" else frozenset[str]()
    while number < len(said) and (said[number] in owners or said[number] in _MORE or is_adverb(said[number])):
        number += 1
    return number


def _nouns(words: Sequence[re.Match[str]], amount: Amount) -> Sequence[re.Match[str]]:
    """The words of a noun phrase, of those at whose front it begins."""
    said = [word.group() for word in words[:6]]
    for number, word in enumerate(said[:4]):
        before, behind = said[:number], said[number + 1 :]
        if ends_phrase(word) or _is_verb(word, before, behind) or (amount == "one" and is_regular_plural(word)):
            return words[:number] if amount != "many" or are_names(before) else ()
        if word in _PEOPLE_THAT_ARE and amount != "many" and before:
            return words[:number]
        if _is_head(word, behind, amount):
            return words[: number + 1]
    whole = amount != "many" and not (len(said) == 1 and is_participle(said[0]))
    return words[:4] if whole or are_names(said) else ()


def _is_verb(word: str, before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a word that may be a verb is one where it stands: "people displaced by", but "displaced people"."""
    if word in _SOMETIMES_VERBS:
        return ends_phrase(*behind[:1])
    attribute = before and before[-1].endswith(("’s", "'s"))
    return bool(before) and is_participle(word) and not attribute and not (behind and is_plural(behind[0]))


def _is_head(word: str, behind: Sequence[str], amount: Amount) -> bool:
    """Whether a plural ends its phrase: no other follows, nor what a name in s (Texas troopers) or the dead go with."""
    following = behind[0] if behind else ""
    if word in _PEOPLE_THAT_ARE or (amount != "many" and is_one_or_many(word)):
        return ends_phrase(following)
    if not is_plural(word) or is_plural(following):
        return False
    return not (word[0].isupper() and not ends_phrase(following) and any(map(is_plural, behind[1:2])))
