"""The two sides of a reply: the words that are answered, and the answer with what its speaker says next."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from corpus.patterns import regex
from index.claims import Claim
from index.held import how_held
from index.human_roles import is_human
from index.reader import Index
from index.replies import reply_in, speaker_of, turn_in
from index.words import terms
from rag.answered import Answered
from rag.evidence import Evidence, unsearched
from rag.held import Held

GOES_ON = 2
"""How many sentences in which he who answers goes on are read with his reply."""
MOST_OF_ITS_OWN = 1
"""Stems of a reply that tells nothing but that it is one: a first name, "outright"."""
_OF_HIS = regex(r"[“\"]?(?:its|their|his|her)\s", re.IGNORECASE)


def reply_sides(
    answered: Answered, found: Mapping[int, Evidence], index: Index
) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
    """The side of what is said and that of the reply; a sentence that does both is on each with its half.

    `found` has the evidence by its rows; what the search did not find comes without relevance.
    """
    said, reply = (_held(row, found, index) for row in (answered.said, answered.reply))
    answer = _halves(reply)[1] or _by_its_speaker(reply)
    return (_halves(said)[0] or said,), (answer, *_going_on(answer, found, index))


def _by_its_speaker(held: Held) -> Held:
    """A reply in the name of him whom its own words name, unless they name its holder too."""
    reply = reply_in(held.claim.text)
    if reply is None or reply.speaker is None or held.claim.holder in held.claim.text:
        return held
    return _named(held, reply.speaker)


def _named(held: Held, holder: str) -> Held:
    """The same in another's name, where its sentence stands in one piece."""
    sentence = held.evidence.hit.place.sentence
    if sentence.fragments:
        return held
    return replace(held, claim=replace(held.claim, holder=holder, own_voice=False), span=(sentence.start, sentence.end))


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


def _going_on(reply: Held, found: Mapping[int, Evidence], index: Index) -> Iterator[Held]:
    """What he who answers says next: the answer itself often says no more than that there is one."""
    row, answerer = reply.evidence.hit.row, reply.claim.holder
    same = {answerer}
    for other in range(row + 1, min(row + 1 + GOES_ON, len(index.places))):
        claim = index.claim_at(index.places[other])
        if claim is None or claim.own_voice or claim.file != reply.claim.file or reply_in(claim.text):
            return
        at_once = other == row + 1 and _is_bare(reply.claim)
        if at_once and _is_by_his_role(claim.holder, answerer):
            same.add(claim.holder)
        elif not _is_one_of(same, claim.holder) and not (at_once and _OF_HIS.match(claim.text)):
            return
        held = Held(found.get(other) or unsearched(other, index), claim)
        yield _named(held, answerer) if claim.holder in same - {answerer} else held


def _is_bare(claim: Claim) -> bool:
    """Whether a reply tells nothing of what it answers: "Reed disputes this."."""
    reply = reply_in(claim.text)
    return reply is not None and reply.points_back and len(reply.content - set(terms(claim.holder))) <= MOST_OF_ITS_OWN


def _is_by_his_role(holder: str, answerer: str) -> bool:
    """Whether a holder may be what an answerer is, who has a name: "the director" behind Ann Reed."""
    by_role = holder.casefold().startswith("the ") and is_human(holder)
    return by_role and not answerer.casefold().startswith("the ") and not holder[4:5].isupper()


def _is_one_of(names: Iterable[str], name: str) -> bool:
    return any(set(terms(each)) & set(terms(name)) for each in names)
