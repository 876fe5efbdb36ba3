"""What those say whom a question asks to compare."""

import re
from collections.abc import Sequence

from corpus.patterns import regex
from corpus.source import Source
from index.encoder import Encoder
from index.judgement import matter_of
from index.reader import Index
from index.words import terms
from rag.cues import ASKS_WHETHER, Kind
from rag.difference import MOST_OF_A_SIDE, Difference
from rag.evidence import Evidence
from rag.held import Held
from rag.naming import named_sources
from rag.question import Question
from rag.voices import Voice, spoken_by, voices_named

FAR = 0.7
"""How far below the best sentence the word of one who is named may be,"""
TOLD_NEAR = 0.45
"""and what is only told of him."""
_COMPARING = frozenset(
    terms("compare comparing comparison differ differs difference differences disagree contrast versus vs")
)
_CONTRASTS = regex(r"\binstead\b|\b(?:in|by)\s+contrast\b|\bunlike\b|\bwhereas\b", re.IGNORECASE)


def compares(question: Question, sources: Sequence[Source]) -> bool:
    """Whether a question sets two against each other, or asks what two outlets think."""
    if question.kind is Kind.COMPARISON or _CONTRASTS.search(question.clear):
        return True
    if question.kind is not Kind.OPINION or ASKS_WHETHER.match(question.clear.strip()):
        return False
    return len({each.name for each in named_sources(question.clear, sources)}) > 1


def named_difference(
    question: Question, evidence: Sequence[Evidence], index: Index, encoder: Encoder
) -> Difference | None:
    """What those say who are to be compared: a side for each of the two that the question names most plainly.

    Outlets are named more plainly than persons, and those whom few sentences name more plainly than those whom all do.
    """
    best = evidence[0].relevance if evidence else 0.0
    near = [each for each in evidence if best - each.relevance <= FAR]
    held = [Held(each, claim) for each in near if (claim := index.claim_at(each.hit.place))]
    outlets = named_sources(question.clear, index.sources)
    sides = _by_outlet(held, outlets)
    if len(sides) < 2:
        voices = [voice for voice in voices_named(question) if not _is_outlet(voice, outlets)]
        free = [each for each in held if not any(each in side for side in sides)]
        sides.extend(_by_voice(question, voices, free, encoder))
    if len(sides) < 2:
        return None
    one, other = sides[:2]
    about = matter_of(one[0].claim.text, other[0].claim.text, "evaluation")
    return Difference(about, "framing", (tuple(one[:MOST_OF_A_SIDE]), tuple(other[:MOST_OF_A_SIDE])))


def _by_outlet(held: Sequence[Held], outlets: Sequence[Source]) -> list[list[Held]]:
    """What stands in each of the outlets that are named."""
    names = {source.file: source.name for source in outlets}
    sides: dict[str, list[Held]] = {}
    for each in held:
        if each.claim.file in names:
            sides.setdefault(names[each.claim.file], []).append(each)
    return list(sides.values())


def _told_of(voice: Voice, voices: Sequence[Voice], held: Sequence[Held]) -> list[Held]:
    """What the articles themselves tell of a voice and of no other."""
    others = {other.stems[-1] for other in voices if other is not voice}
    named = [(each, set(terms(each.claim.text))) for each in held if each.claim.own_voice]
    return [each for each, words in named if voice.stems[-1] in words and not others & words]


def _is_of_matter(held: Held, question: Question) -> bool:
    """Whether a claim has a word of what they are compared on, where the question names that."""
    matter = set(question.words) - set(question.names) - _COMPARING
    return not matter or bool(matter & set(terms(held.claim.text)))


def _is_outlet(voice: Voice, outlets: Sequence[Source]) -> bool:
    """Whether a voice is one of these outlets, or the author of what stands there."""
    return any(set(voice.stems) <= set(terms(f"{source.name} {source.author or ''}")) for source in outlets)


def _by_voice(question: Question, voices: Sequence[Voice], held: Sequence[Held], encoder: Encoder) -> list[list[Held]]:
    """What each of those named says, the one first whom the fewest sentences name."""
    spoken = spoken_by(voices, held, encoder)
    best = max((each.evidence.relevance for each in held), default=0.0)
    near = [each for each in held if best - each.evidence.relevance <= TOLD_NEAR and _is_of_matter(each, question)]
    sides = [(voice, side or _told_of(voice, voices, near)) for voice, side in zip(voices, spoken, strict=True)]
    naming = [(sum(voice.stems[-1] in terms(each.claim.text) for each in held), side) for voice, side in sides if side]
    return [side for _, side in sorted(naming, key=lambda counted: counted[0])]
