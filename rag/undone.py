"""Whether what a question takes for done is told in the sources as not done: refused, denied or only demanded."""

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import regex
from corpus.source import Sentence
from index.reader import Index, Place
from index.words import stem, surface_words, terms
from rag.evidence import Evidence
from rag.opposites import (
    ACCEPTED,
    ADMITTED,
    AGREED,
    CLOSED,
    DECLINED,
    DENIED,
    LIFTED,
    OPENED,
    REFUSED,
    SIGNED,
    UPHELD,
    any_of,
)
from rag.premise import premises_of
from rag.question import Question

SAME_WORD = 5
"""Letters of the stem of a noun that begins a verb's: apology of apologise."""
BACK = 2
"""How many sentences before one may name whom it speaks of."""

_WORD = regex(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_PRONOUN = regex(r"(?:\W*(?:but|and|yet|still)\s)?\W*(?:he|she|it|they)\b", re.IGNORECASE)
# What stands before a verb that tells of no deed: a negation, a refusal, a demand, a wish.
_NOT_DONE = regex(
    r"(?:\b(?:not|never|no|nor|neither|without|cannot|refus\w+|declin\w+|reject\w+|rul\w+\sout|must|should|ought|could"
    r"|would|might|may|if|whether|unless|call\w*\s(?:for|on)|demand\w*|urg\w+|ask\w*|want\w*|press\w*|deny|denie[sd])\b"
    r"|n[’']t\b)(?P<between>[^,.;:!?]{0,40})\Z",
    re.IGNORECASE,
)
_IRREGULAR = frozenset(
    """
    be become begin bet bind bite blow break bring build burn buy catch choose come cost cut deal do draw drink drive
    eat fall feed feel fight find fly forbid forget freeze get give go grow hang have hear hide hit hold hurt keep know
    lay lead leave lend let lie lose make mean meet pay put quit read ride ring rise run say see seek sell send set
    shake shoot show shut sing sink sit sleep slide speak spend split spread spring stand steal stick strike swear
    sweep swim take teach tear tell think throw understand wear win write
    """.split()
)
_OPPOSITES = tuple(
    (any_of(*one), any_of(*other))
    for one, other in (
        ((ACCEPTED, AGREED, SIGNED), (REFUSED, DECLINED)),
        ((REFUSED, DECLINED), (ACCEPTED, r"agreed")),
        (
            (r"apologi[sz]\w*|regret\w*",),
            (r"(?:do|make|take)\s(?:it|the\ssame)\s(?:\w+\s)?again|no\sregrets?|stands?\sby",),
        ),
        ((ADMITTED,), (DENIED,)),
        ((OPENED,), (CLOSED,)),
        ((LIFTED,), (UPHELD,)),
    )
)


def told_as_undone(question: Question, evidence: Sequence[Evidence], index: Index) -> str | None:
    """What the question takes for done, where the sources tell of it as not done only; else None."""
    for premise in premises_of(question):
        who, verb, matter = _parts(premise, frozenset(question.names))
        if not who or verb is None:
            continue
        his = [place for place in _places(evidence) if _is_of(who, place, index)]
        told = [done for place in his for done in _told(who, verb, matter, place)]
        if told and not any(told):
            return premise
    return None


def _parts(premise: str, names: frozenset[str]) -> tuple[frozenset[str], str | None, frozenset[str]]:
    """Who is said to have done it, by the stems of his name, the verb, and the stems of what it was done to."""
    words = _WORD.findall(premise)
    first = next((at for at, word in enumerate(words) if stem(word.lower()) in names), len(words))
    behind = next((at for at in range(first, len(words)) if stem(words[at].lower()) not in names), len(words))
    if first > 1 or behind >= len(words) or not words[behind].islower():
        return frozenset(), None, frozenset()
    who = frozenset(stem(word.lower()) for word in words[first:behind])
    return who, words[behind], frozenset(terms(" ".join(words[behind + 1 :]))) - who


def _places(evidence: Sequence[Evidence]) -> Iterator[Place]:
    return (each.hit.place for each in evidence)


def _is_of(who: frozenset[str], place: Place, index: Index) -> bool:
    """Whether a sentence names him, is his word, or speaks of him or her whom one just before it names."""
    held = (f"{claim.holder} {' '.join(claim.through)}" for claim in index.claims_at(place))
    if any(who & set(map(stem, surface_words(text))) for text in (place.sentence.reading, *held)):
        return True
    named = (who & set(map(stem, surface_words(each.reading))) for each in _before(place))
    return bool(_PRONOUN.match(place.sentence.reading)) and any(named)


def _told(who: frozenset[str], verb: str, matter: frozenset[str], place: Place) -> Iterator[bool]:
    """For each word of a sentence that tells of the deed or its contrary, whether it tells that it was done."""
    reading = place.sentence.reading
    if verb.lower() in _IRREGULAR:  # of these the deed has another word than its denial: sold, not sell
        return
    for found in _WORD.finditer(reading):
        if _is_form(found.group().lower(), verb.lower()):
            yield not _is_undone(who, reading[: found.start()])
    if not matter & set(terms(f"{' '.join(each.reading for each in _before(place))} {reading}")):
        return
    for same, contrary in _OPPOSITES:
        if same.fullmatch(verb):
            yield from (False for _ in contrary.finditer(reading))
            yield from (not _is_undone(who, reading[: found.start()]) for found in same.finditer(reading))


def _is_undone(who: frozenset[str], before: str) -> bool:
    """Whether the words before a verb turn it; not where his name stands between, for then they are another's."""
    found = _NOT_DONE.search(before)
    return found is not None and not who & set(map(stem, surface_words(found["between"])))


def _before(place: Place) -> Sequence[Sentence]:
    """The sentences just before one."""
    return place.source.sentences[max(0, place.number - BACK) : place.number]


def _is_form(word: str, verb: str) -> bool:
    """Whether a word is a form of the verb, or its noun: apologised and apology."""
    shorter, longer = sorted((stem(word), stem(verb)), key=len)
    return shorter == longer or (len(shorter) >= SAME_WORD and longer.startswith(shorter))
