"""What those say whom a question asks to compare."""

from collections.abc import Mapping, Sequence

from index.claims import Claim
from index.judgement import matter_of
from index.reader import Index
from index.words import terms
from rag.difference import MOST_OF_A_SIDE, Difference
from rag.evidence import Evidence, voices_asked
from rag.held import Held
from rag.naming import named_sources
from rag.question import Question

FAR = 0.7
"""How far below the best sentence the word of one who is named may be."""


def named_difference(question: Question, evidence: Sequence[Evidence], index: Index) -> Difference | None:
    """What those say who are to be compared: a side for each of the two that the question names most plainly.

    Outlets are named more plainly than persons, and those whom few sentences name more plainly than those whom all do.
    """
    printed = {source.file: source.name for source in named_sources(question.clear, index.sources)}
    best = evidence[0].relevance if evidence else 0.0
    near = [each for each in evidence if best - each.relevance <= FAR]
    held = [Held(each, claim) for each in near if (claim := index.claim_at(each.hit.place))]
    sides = _by_outlet(held, printed) if len(set(printed.values())) > 1 else {}
    if len(sides) < 2:
        sides = _by_voice(held, printed, voices_asked(question))
    if len(sides) < 2:
        return None
    one, other = list(sides.values())[:2]
    about = matter_of(one[0].claim.text, other[0].claim.text, "evaluation")
    return Difference(about, "framing", (tuple(one[:MOST_OF_A_SIDE]), tuple(other[:MOST_OF_A_SIDE])))


def _by_outlet(held: Sequence[Held], printed: Mapping[str, str]) -> dict[str, list[Held]]:
    sides: dict[str, list[Held]] = {}
    for each in held:
        if each.claim.file in printed:
            sides.setdefault(printed[each.claim.file], []).append(each)
    return sides


def _by_voice(held: Sequence[Held], printed: Mapping[str, str], voices: frozenset[str]) -> dict[str, list[Held]]:
    """The words of each voice, the one first whom the fewest sentences name."""
    said = [set(terms(each.claim.text)) for each in held]
    named = {voice: sum(voice in words for words in said) for voice in voices}
    sides: dict[str, list[Held]] = {}
    for each in held:
        spoken = voices & _speakers(each.claim)
        name = min(spoken, key=lambda voice: (named[voice], voice), default=printed.get(each.claim.file))
        if name:
            sides.setdefault(name, []).append(each)
    return dict(sorted(sides.items(), key=lambda item: named.get(item[0], 0)))


def _speakers(claim: Claim) -> set[str]:
    return {*terms(claim.holder), *terms(" ".join(claim.through))}
