"""Whether somebody who is said in a question to be for something is told to be against it, or the other way round."""

import re
from collections.abc import Sequence

from corpus.patterns import regex
from index.reader import Index
from index.words import terms
from rag.evidence import Evidence
from rag.opposites import ACCEPTED, AGREED, CONDEMNED, DENIED, OPPOSED, PRAISED, REFUSED, SUPPORTED
from rag.premise import premises_of
from rag.question import Question

# Words by which anybody takes a side, on any subject.
_FOR = "|".join((AGREED, ACCEPTED, SUPPORTED, PRAISED, r"recommend\w*|trusts?|trusted"))
_AGAINST = "|".join(
    (
        REFUSED,
        OPPOSED,
        CONDEMNED,
        DENIED,
        r"doubt\w*|contest(?:s|ed)|disagree\w*|contradict\w*|distrust\w*|(?:warn|advis)\w*\sagainst|s[ck]eptical",
    )
)
_STANCE = regex(
    r"(?P<turned>\b(?:not|never|no|hardly|cannot)\s(?:\w+\s)?|n[’']t\s(?:\w+\s)?)?"
    rf"\b(?:(?P<pro>{_FOR})|(?P<contra>{_AGAINST}))\b",
    re.IGNORECASE,
)


def of_the_other_side(question: Question, evidence: Sequence[Evidence], index: Index) -> str | None:
    """What the question takes for a fact, where he is told to hold the contrary only; else None."""
    for premise in premises_of(question):
        stance = _STANCE.search(premise)
        holder = frozenset(terms(premise[: stance.start()])) & frozenset(question.names) if stance else frozenset[str]()
        if stance is None or not holder:
            continue
        matter = frozenset(terms(premise[stance.end() :]))
        his = [each for each in evidence if _is_his(holder, each, index) and matter & _words_around(each)]
        sides = {_is_pro(found) for each in his for found in _STANCE.finditer(each.hit.place.sentence.reading)}
        if sides == {not _is_pro(stance)}:
            return premise
    return None


def _is_pro(found: re.Match[str]) -> bool:
    """Whether it is for something; a negation turns it."""
    return (found["pro"] is not None) is (found["turned"] is None)


def _is_his(holder: frozenset[str], evidence: Evidence, index: Index) -> bool:
    """Whether it is his word, or tells of him."""
    place = evidence.hit.place
    held = (" ".join((claim.holder, *claim.through)) for claim in index.claims_at(place))
    return any(holder & set(terms(text)) for text in (*held, place.sentence.reading))


def _words_around(evidence: Evidence) -> set[str]:
    """The stems of a sentence and of its neighbours, which may tell what it is that he is for or against."""
    place = evidence.hit.place
    around = place.source.sentences[max(0, place.number - 1) : place.number + 2]
    return set(terms(" ".join(each.reading for each in around)))
