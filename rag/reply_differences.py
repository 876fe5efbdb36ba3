"""What one says and another answers in the articles themselves: denials, rejections, other versions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.patterns import regex
from index.judgement import judges, matter_of
from index.reader import Index, Place
from index.words import terms
from rag.answered import Answered, Replies
from rag.cues import Kind
from rag.difference import Difference
from rag.evidence import Evidence
from rag.gaps.word_forms import is_form_of
from rag.held import Held
from rag.question import Question
from rag.reply_sides import reply_sides

SAID_NEAR = 0.2
"""How far below the best sentence one may be that is answered,"""
REPLY_NEAR = 0.3
"""and its reply,"""
ACCEPTED_NEAR = 0.3
"""or what is answered, where the question asks whether others accept it: then the reply is what is asked for;"""
ASKED_NEAR = 0.1
"""unless what is answered is nearly the best itself,"""
ASKED_ALIKE = 0.58
"""and so near in meaning to the question that whatever answers it answers the question."""
DISPUTED_ALIKE = 0.45
"""The same where the question asks whether the sources are at one."""
WORDLESS_ALIKE = 0.55
"""How near in meaning to the question what is answered must be where neither has a word of it: trout are fish."""
BESIDE = 0.35
"""How far below the best sentence what somebody says may be that is answered right behind it: neither stands alone."""
FEWEST_WORDS = 2
"""Words of the question in what is answered, its speaker and asides apart, that make it what is asked about."""
AFTER = 4
"""How many sentences after one that is near its reply may stand."""
_OF_DISPUTES = regex(
    r"\b(?:dis)?agree\w*|\bdiffer\w*|\bdisput\w*|\bcontest\w*|\bdeni\w+|\bdeny\b|\bcontradict\w*|\bat\s+odds\b|\bboth\s+sides\b",
    re.IGNORECASE,
)
_OF_ACCEPTANCE = regex(
    r"\b(?:do|does|did|has|have)\s(?:every(?:one|body)|any(?:one|body)|(?:they\s)?all(?:\s\w+)?|others)(?:\s(?:else|really|ever))?"
    r"\s(?:buy|bought|accept(?:ed)?|believed?|shared?|doubt(?:ed)?|question(?:ed)?|challenged?|reject(?:ed)?"
    r"|object(?:ed)?(?:\sto)?)\s(?:(?:it|this|that|him|them)\b(?!\s\w)"
    r"|(?:the|this|that|his|her|its|their)\s(?:\w+\s)?(?:claims?|views?|reports?|accounts?|figures?|verdict|story|version"
    r"|explanations?|findings?|ruling|study|charges?|allegations?)\b)",
    re.IGNORECASE,
)
_ASIDE = regex(r",\s(?:which|who|whose|where|whom|an?|the)\b[^,]*,")
_DETAILS = regex(r"\b(?:which|what|how|whose)\b", re.IGNORECASE)


def reply_differences(question: Question, evidence: Sequence[Evidence], index: Index) -> Iterator[Difference]:
    """Each statement near the question that another answers, with the answer.

    Where it is asked whether something is so, one who denies it cannot be right as well.
    """
    found = {each.hit.row: each for each in evidence}
    best = evidence[0].relevance if evidence else 0.0
    within = said_near(question)
    near = {row for row, each in found.items() if best - each.relevance <= within}
    replies = Replies(index, {row: each.relevance for row, each in found.items()})
    told: set[int] = set()
    for row in _rows(near, found, index):
        answered = replies.answered_by(row)
        if (
            answered
            and not told & {answered.said, answered.reply}
            and _is_asked(answered, question, found, best, index)
        ):
            sides = reply_sides(answered, found, index)
            if _are_of_one(*sides):
                continue
            told |= {answered.said, answered.reply}
            difference = _difference(*sides)
            yield replace(difference, relation="conflict") if question.kind is Kind.YES_OR_NO else difference


def all_reply_differences(index: Index) -> Iterator[Difference]:
    """Each statement of the corpus that another of its sentences answers, with the answer."""
    replies = Replies(index, {})
    told: set[int] = set()
    for row in range(len(index.places)):
        answered = replies.answered_by(row)
        if answered and not told & {answered.said, answered.reply}:
            sides = reply_sides(answered, {}, index)
            if not _are_of_one(*sides):
                told |= {answered.said, answered.reply}
                yield _difference(*sides)


def _is_asked(answered: Answered, question: Question, found: Mapping[int, Evidence], best: float, index: Index) -> bool:
    """Whether the question is about what one says and another answers: both are near, or the first is the question.

    The first is the question where it is near in meaning, or where what it states is put in the question's words.
    """
    said, reply = found.get(answered.said), found.get(answered.reply)
    means_it = said is not None and said.hit.cosine >= WORDLESS_ALIKE
    if not means_it and not _has_word_of(question, answered, index):
        return False
    if said and best - said.relevance <= BESIDE and _is_answered_at_once(answered, question, index):
        return True
    if said is None or best - said.relevance > said_near(question):
        return False
    if reply and best - reply.relevance <= REPLY_NEAR:
        return True
    if _may_be_answered(question) and _is_in_its_words(question, said, index):
        return True
    behind = best - said.relevance
    alike = DISPUTED_ALIKE if _OF_DISPUTES.search(question.clear) else ASKED_ALIKE
    return behind <= ASKED_NEAR and said.hit.cosine >= alike + behind


def _has_word_of(question: Question, answered: Answered, index: Index) -> bool:
    """Whether either has a word of the question in any form."""
    told = {word for row in (answered.said, answered.reply) for word in terms(index.places[row].sentence.reading)}
    return any(is_form_of(word, asked) for word in told for asked in question.words)


def _is_answered_at_once(answered: Answered, question: Question, index: Index) -> bool:
    """Whether what somebody says is answered by the next sentence of its paragraph."""
    said, reply = (index.places[row] for row in (answered.said, answered.reply))
    if answered.reply != answered.said + 1 or said.source.file != reply.source.file:
        return False
    if said.sentence.paragraph != reply.sentence.paragraph or _stated_of(question, said, index) is None:
        return False
    return any(not claim.own_voice for claim in index.claims_at(said)) and _may_be_answered(question)


def said_near(question: Question) -> float:
    """How far below the best sentence one may be that is answered."""
    return ACCEPTED_NEAR if _OF_ACCEPTANCE.search(question.clear) else SAID_NEAR


def _may_be_answered(question: Question) -> bool:
    """Whether its own words say what is looked for, and one who denies it answers it: not who somebody is."""
    asks_what = question.kind is Kind.THING and _DETAILS.search(question.clear)
    return not question.refers_back and question.kind is not Kind.PERSON and not asks_what


def _is_in_its_words(question: Question, said: Evidence, index: Index) -> bool:
    """Whether the question has words of what a sentence states, and none of what it only tells by the way."""
    stated = _stated_of(question, said.hit.place, index)
    return stated is not None and len(stated) >= FEWEST_WORDS


def _stated_of(question: Question, place: Place, index: Index) -> set[str] | None:
    """The question's words in what a sentence states, or None where it asks of what it only tells by the way."""
    claim, reading = index.claim_at(place), place.sentence.reading
    if claim is None:
        return None
    stated = set(terms(_ASIDE.sub(" ", reading))) - set(terms(claim.holder))
    asides = set(terms(" ".join(_ASIDE.findall(reading)))) - stated
    asked = set(question.words)
    return None if asked & asides else asked & stated


def _rows(near: set[int], found: Mapping[int, Evidence], index: Index) -> Iterator[int]:
    """The evidence, and what follows that which is near: a reply repeats few words of the question."""
    yield from found
    following = {row + step for row in near for step in range(1, AFTER + 1)} - set(found)
    yield from sorted(row for row in following if row < len(index.places))


def _are_of_one(said: Sequence[Held], reply: Sequence[Held]) -> bool:
    """Whether both seem to be of the same holders: then who said either is not known, and nobody is set apart."""
    return {each.claim.holder for each in said} == {each.claim.holder for each in reply}


def _difference(said: Sequence[Held], reply: Sequence[Held]) -> Difference:
    judged = judges(said[0].claim.text)
    about = matter_of(said[0].claim.text, reply[0].claim.text, "evaluation" if judged else "event")
    return Difference(about, "framing" if judged else "conflict", (tuple(said), tuple(reply)))
