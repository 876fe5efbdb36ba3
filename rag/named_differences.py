"""What those say whom a question asks to compare."""

from collections.abc import Sequence

from index.judgement import matter_of
from index.reader import Index
from index.words import terms
from rag.difference import MOST_OF_A_SIDE, Difference
from rag.evidence import Evidence, voices_asked
from rag.held import Held
from rag.naming import named_sources
from rag.question import Question


def named_difference(question: Question, evidence: Sequence[Evidence], index: Index) -> Difference | None:
    """What those say who are to be compared: a side for each of the two that have the most relevant word."""
    sides: dict[str, list[Held]] = {}
    outlets = {source.file: source.file for source in named_sources(question.clear, index.sources)}
    for each in evidence:
        for claim in index.claims_at(each.hit.place)[:1]:
            spoken = voices_asked(question) & {*terms(claim.holder), *terms(" ".join(claim.through))}
            name = min(spoken, default=outlets.get(claim.file))
            if name:
                sides.setdefault(name, []).append(Held(each, claim))
    if len(sides) < 2:
        return None
    one, other = list(sides.values())[:2]
    about = matter_of(one[0].claim.text, other[0].claim.text, "evaluation")
    return Difference(about, "framing", (tuple(one[:MOST_OF_A_SIDE]), tuple(other[:MOST_OF_A_SIDE])))
