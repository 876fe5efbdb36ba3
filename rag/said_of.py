"""Whether somebody is heard on what he is asked about: one who is quoted on something else has not spoken of it."""

import re
from collections.abc import Sequence

from corpus.patterns import regex
from index.reader import Index, Place
from index.words import terms
from rag.evidence import Evidence
from rag.naming import named_sources
from rag.question import Question

ON_THE_SUBJECT = 0.6
"""How near in meaning to the whole question a sentence of his must be that shares no word with its subject."""
NEAREST = 0.5
"""The same for the nearest of all sentences: where that is his, he speaks of it in other words."""
BACK = 3
"""How many sentences before one of his may tell what he speaks of."""
_WORDS = r"(?:[^\W\d_][\w’'-]*\s+){1,8}?"
_ASKED = (
    regex(
        rf"\b(?:what|how)\s+(?:did|does|do|has|have|had)\s+(?P<voice>{_WORDS})"
        r"(?:say|said|tell|told|think|thought|feel|write|written|make|made)\s+(?:us\s+)?(?:about|of|on)\s+(?P<subject>.+)",
        re.IGNORECASE,
    ),
    regex(
        rf"\bwhat\s+(?P<voice>{_WORDS})(?:made|makes|thinks?|thought|said|says)\s+(?:about|of|on)\s+(?P<subject>.+)",
        re.IGNORECASE,
    ),
)
_OFFICE = regex(r"\s(?:of|from|at|for|with)\s")
_SUBJECT_END = regex(r"[,;:?]|\b(?:in|at|on)\s+which\b|\b(?:when|after|before|while)\b", re.IGNORECASE)


def unheard_on(question: Question, evidence: Sequence[Evidence], index: Index) -> tuple[str, str] | None:
    """Who is asked about what, where nothing that he says, or that is said of him, touches it; else None."""
    found = next(filter(None, (asked.search(question.clear) for asked in _ASKED)), None)
    if found is None or question.refers_back or len(question.parts) > 1:
        return None
    name = _OFFICE.split(found["voice"])[0].strip()
    # A name may be told in other words, "the company" for its name: a subject of nothing but names is let be.
    voice = frozenset(terms(name)) & frozenset(question.names)
    subject = _SUBJECT_END.split(found["subject"])[0].strip()
    about = frozenset(stem for stem in terms(subject) if stem.isalpha()) - voice
    if not voice or about <= frozenset(question.names) or named_sources(found["voice"], index.sources):
        return None
    if any(voice <= set(terms(source.author or "")) for source in index.sources):
        return None
    his = [each for each in evidence if _is_his(voice, each, index)]
    heard = any(_touches(about, each) for each in his) or _is_nearest(his, evidence)
    return None if heard else (name, subject)


def _touches(about: frozenset[str], evidence: Evidence) -> bool:
    """Whether a sentence, those before it or the one behind it have half of the words for a subject, or it is near."""
    place = evidence.hit.place
    behind = place.following.reading if place.following else ""
    told = about & set(terms(f"{_with_before(place, BACK)} {behind}"))
    return 2 * len(told) >= len(about) or evidence.hit.cosine >= ON_THE_SUBJECT


def _is_nearest(his: Sequence[Evidence], evidence: Sequence[Evidence]) -> bool:
    """Whether the sentence nearest in meaning to the question is his, and near."""
    nearest = max((each.hit.cosine for each in his), default=0.0)
    return nearest >= NEAREST and nearest == max(each.hit.cosine for each in evidence)


def _is_his(voice: frozenset[str], evidence: Evidence, index: Index) -> bool:
    """Whether he says it, or it or the sentence before names him."""
    place = evidence.hit.place
    held = [" ".join((claim.holder, *claim.through)) for claim in index.claims_at(place)]
    return any(voice & set(terms(words)) for words in (*held, _with_before(place, 1)))


def _with_before(place: Place, back: int) -> str:
    """A sentence behind those before it, which may tell who speaks and of what."""
    return " ".join(each.reading for each in place.source.sentences[max(0, place.number - back) : place.number + 1])
