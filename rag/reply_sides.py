"""The two sides of a reply: the words that are answered, and the answer with what its speaker says next."""

from collections.abc import Mapping
from dataclasses import replace

from index.claims import Claim
from index.held import how_held
from index.reader import Index
from index.replies import reply_in, speaker_of, turn_in
from rag.answered import Answered
from rag.evidence import Evidence, unsearched
from rag.held import Held

LONGEST_TOGETHER = 280
"""Characters of a reply and of the sentence behind it that is read with it: a reader sees them whole."""


def reply_sides(
    answered: Answered, found: Mapping[int, Evidence], index: Index
) -> tuple[tuple[Held, ...], tuple[Held, ...]]:
    """The side of what is said and that of the reply; a sentence that does both is on each with its half.

    `found` has the evidence by its rows; what the search did not find comes without relevance.
    """
    said, reply = (_held(row, found, index) for row in (answered.said, answered.reply))
    answer = _halves(reply)[1] or _by_its_speaker(reply)
    return (_halves(said)[0] or said,), _with_next(answer, found, index)


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


def _with_next(reply: Held, found: Mapping[int, Evidence], index: Index) -> tuple[Held, ...]:
    """A reply, and what he who answers says in the next sentence: a reply may say no more than that it is one."""
    row = reply.evidence.hit.row
    here, after = index.places[row], index.places[row + 1 : row + 2]
    claim = index.claim_at(after[0]) if after and after[0].source is here.source else None
    if claim is None or claim.own_voice or after[0].sentence.paragraph != here.sentence.paragraph:
        return (reply,)
    answer, length = reply_in(claim.text), len(reply.claim.text) + len(claim.text)
    is_answer = answer is not None and not answer.holds_against
    if is_answer or length > LONGEST_TOGETHER or not _is_same(claim.holder, reply.claim.holder):
        return (reply,)
    name = max(claim.holder, reply.claim.holder, key=len)
    both = (reply, Held(found.get(row + 1) or unsearched(row + 1, index), claim))
    first, second = (held if held.claim.holder == name else _named(held, name) for held in both)
    return replace(first, goes_on=True), second


def _is_same(one: str, other: str) -> bool:
    """Whether two names are of one person or body: alike but for a title or a first name; no "club's doctor"."""
    shorter, longer = sorted((_plain(one), _plain(other)), key=len)
    return bool(shorter) and longer[-len(shorter) :] == shorter


def _plain(name: str) -> list[str]:
    return name.casefold().removeprefix("the ").split()
