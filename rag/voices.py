"""Who speaks for whom among those that a question names: by the name, the office, or a name near in meaning."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.patterns import regex
from index.claims import Claim
from index.encoder import Encoder
from index.words import terms
from rag.held import Held
from rag.question import Question

OTHER_NAME = 0.6
"""From this nearness in meaning on one name may stand for another: a capital for its country."""
CLEARLY = 0.1
"""How much nearer a holder must be to one of those named than to any other."""
_OFFICE = regex(r"[^.,;:“”\"]{3,100}")
_WORD = regex(r"[^\W_]+(?:[-’'][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whom a question names, by the words of the name and their stems."""

    name: str
    stems: tuple[str, ...]


def voices_named(question: Question) -> list[Voice]:
    """Those whom a question names: words of names that follow each other are one name."""
    voices: list[Voice] = []
    end = -2
    for match in _WORD.finditer(question.clear):
        stems = tuple(stem for stem in terms(match.group()) if stem in question.names)
        if stems and match.start() == end + 1:
            before = voices.pop()
            voices.append(Voice(f"{before.name} {match.group()}", before.stems + stems))
        elif stems:
            voices.append(Voice(match.group(), stems))
        end = match.end() if stems else -2
    return voices


def spoken_by(voices: Sequence[Voice], held: Sequence[Held], encoder: Encoder) -> list[list[Held]]:
    """What is held by each voice, or by those who speak for it under a name near in meaning; each claim once."""
    offices = {each.claim.holder: office for each in held if (office := _office(each.claim))}
    free, sides = list(held), []
    for voice in voices:
        sides.append([each for each in free if _speaks_for(voice, each.claim, offices)])
        free = [each for each in free if each not in sides[-1]]
    for number, each in _under_other_names(voices, free, encoder):
        sides[number].append(each)
    return [sorted(side, key=lambda each: -each.evidence.relevance) for side in sides]


def _under_other_names(voices: Sequence[Voice], held: Sequence[Held], encoder: Encoder) -> Iterator[tuple[int, Held]]:
    """The claims whose holder's name is near in meaning to one voice and to no other, with the number of the voice."""
    told = [each for each in held if not each.claim.own_voice]
    holders = list(dict.fromkeys(each.claim.holder for each in told))
    if not (voices and holders):
        return
    vectors = encoder.encode([*(voice.name for voice in voices), *holders])
    nearness = vectors[len(voices) :] @ vectors[: len(voices)].T
    for each in told:
        near = nearness[holders.index(each.claim.holder)]
        others = sorted(near)[:-1]
        if near.max() >= OTHER_NAME and (not others or near.max() - others[-1] >= CLEARLY):
            yield int(near.argmax()), each


def _speaks_for(voice: Voice, claim: Claim, offices: Mapping[str, str]) -> bool:
    """Whether it is the voice that holds a claim, or somebody whose office is with it."""
    if voice.stems[-1] in terms(" ".join((claim.holder, *claim.through))):
        return True
    office = offices.get(claim.holder, "")
    return bool(re.search(rf"\b(?:of|at|for|with|from)\s+(?:the\s+)?{re.escape(voice.name)}\b", office, re.IGNORECASE))


def _office(claim: Claim) -> str:
    """What a sentence says somebody is who speaks in it: "Ann Lee, director of the Fund, said"."""
    _, named, behind = claim.text.partition(f"{claim.holder}, ")
    office = _OFFICE.match(behind) if named else None
    return office[0] if office and not claim.own_voice else ""
