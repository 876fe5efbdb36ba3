"""What one says and another answers in the articles themselves: denials, rejections, other versions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.patterns import regex
from index.claims import Claim
from index.held import how_held
from index.judgement import judges, matter_of
from index.reader import Index
from index.replies import reply_in, speaker_of, turn_in
from rag.answered import Answered, Replies
from rag.cues import Kind
from rag.difference import Difference
from rag.evidence import Evidence, unsearched
from rag.held import Held
from rag.question import Question

SAID_NEAR = 0.2
"""How far below the best sentence one may be that is answered,"""
REPLY_NEAR = 0.3
"""and its reply,"""
ASKED_NEAR = 0.1
"""unless what is answered is nearly the best itself,"""
ASKED_ALIKE = 0.58
"""and so near in meaning to the question that whatever answers it answers the question."""
DISPUTED_ALIKE = 0.45
"""The same where the question asks whether the sources are at one."""
AFTER = 4
"""How many sentences after one that is near its reply may stand."""
_OF_DISPUTES = regex(
    r"\b(?:dis)?agree\w*|\bdiffer\w*|\bdisput\w*|\bcontest\w*|\bdeni\w+|\bdeny\b|\bcontradict\w*|\bat\s+odds\b|\bboth\s+sides\b",
    re.IGNORECASE,
)


def reply_differences(question: Question, evidence: Sequence[Evidence], index: Index) -> Iterator[Difference]:
    """Each statement near the question that another answers, with the answer.

    Where it is asked whether something is so, one who denies it cannot be right as well.
    """
    alike = DISPUTED_ALIKE if _OF_DISPUTES.search(question.clear) else ASKED_ALIKE
    found = {each.hit.row: each for each in evidence}
    best = evidence[0].relevance if evidence else 0.0
    near = {row for row, each in found.items() if best - each.relevance <= SAID_NEAR}
    replies = Replies(index, {row: each.relevance for row, each in found.items()})
    told: set[int] = set()
    for row in _rows(near, found, index):
        answered = replies.answered_by(row)
        if answered and not told & {answered.said, answered.reply} and _is_asked(answered, found, best, alike):
            told |= {answered.said, answered.reply}
            difference = _difference(*_sides(answered, found, index))
            yield replace(difference, relation="conflict") if question.kind is Kind.YES_OR_NO else difference


def all_reply_differences(index: Index) -> Iterator[Difference]:
    """Each statement of the corpus that another of its sentences answers, with the answer."""
    replies = Replies(index, {})
    told: set[int] = set()
    for row in range(len(index.places)):
        answered = replies.answered_by(row)
        if answered and not told & {answered.said, answered.reply}:
            told |= {answered.said, answered.reply}
            yield _difference(*_sides(answered, {}, index))


def _is_asked(answered: Answered, found: Mapping[int, Evidence], best: float, alike: float) -> bool:
    """Whether the question is about what one says and another answers: both are near, or the first is the question.

    `alike` is how near in meaning to the question that must be.
    """
    said, reply = found.get(answered.said), found.get(answered.reply)
    if said is None or best - said.relevance > SAID_NEAR:
        return False
    if reply and best - reply.relevance <= REPLY_NEAR:
        return True
    behind = best - said.relevance
    return behind <= ASKED_NEAR and said.hit.cosine >= alike + behind


def _rows(near: set[int], found: Mapping[int, Evidence], index: Index) -> Iterator[int]:
    """The evidence, and what follows that which is near: a reply repeats few words of the question."""
    yield from found
    following = {row + step for row in near for step in range(1, AFTER + 1)} - set(found)
    yield from sorted(row for row in following if row < len(index.places))


def _sides(answered: Answered, found: Mapping[int, Evidence], index: Index) -> tuple[Held, Held]:
    said, reply = (_held(row, found, index) for row in (answered.said, answered.reply))
    return _halves(said)[0] or said, _halves(reply)[1] or _by_its_speaker(reply)


def _by_its_speaker(held: Held) -> Held:
    """A reply in the name of him whom its own words name, unless they name its holder too."""
    reply = reply_in(held.claim.text)
    sentence = held.evidence.hit.place.sentence
    if reply is None or reply.speaker is None or held.claim.holder in held.claim.text or sentence.fragments:
        return held
    claim = replace(held.claim, holder=reply.speaker, own_voice=False)
    return replace(held, claim=claim, span=(sentence.start, sentence.end))


def _held(row: int, found: Mapping[int, Evidence], index: Index) -> Held:
    claim = index.claim_at(index.places[row])
    assert claim is not None, "only sentences with claims are answered, or answer"
    return Held(found.get(row) or unsearched(row, index), claim)


def _halves(held: Held) -> tuple[Held | None, Held | None]:
    """What a sentence says and what it answers, where it does both."""
    sentence = held.evidence.hit.place.sentence
    turn = None if sentence.fragments else turn_in(sentence.text)
    if turn is None:
        return None, None
    middle = sentence.start + turn
    return _half(held, sentence.start, middle), _half(held, middle, sentence.end)


def _half(held: Held, start: int, end: int) -> Held:
    source = held.evidence.hit.place.source
    words = source.text[start:end]
    end -= len(words) - len(words.rstrip(" \t\r\n,;–—"))
    return Held(held.evidence, _spoken(held.claim, start, end, source.text[start:end]), None, (start, end))


def _spoken(claim: Claim, start: int, end: int, words: str) -> Claim:
    """What half of a sentence states; that the other half denies it makes it no denial."""
    speaker = speaker_of(words)
    held = how_held(words, words, speaker is not None) if claim.held == "denied" else claim.held
    part = replace(claim, start=start, end=end, text=words, held=held)
    return part if speaker is None else replace(part, holder=speaker, own_voice=False)


def _difference(said: Held, reply: Held) -> Difference:
    judged = judges(said.claim.text)
    about = matter_of(said.claim.text, reply.claim.text, "evaluation" if judged else "event")
    return Difference(about, "framing" if judged else "conflict", ((said,), (reply,)))
