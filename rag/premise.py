"""What a question takes for a fact, and whether the sources bear it out."""

import re
from collections.abc import Sequence

from index.pair_model import RELATIONS, PairModel
from rag.evidence import Evidence
from rag.question import Question

BORNE_OUT = 0.35
"""How sure the pair model must be that some sentence says what the question takes for a fact.

Of questions whose answer stands in one of six sentences, two in a hundred that ask "why" or "where" and seven that ask
"how" or "when" stay below it; of those whose answer was taken away, a third (`python -m eval.answerability`).
"""
READ = 6
"""How many of the best sentences are read beside it."""
AT_ONCE = 3
SHORTEST = 2
"""Words of the shortest statement that can be looked for."""

_VERBS = "(?:did|does|do|is|are|was|were|will|would|has|have|had|can|could|should)"
_LEAD = r"(?:(?:and|but|so)\s+)?(?:(?:in|on|at|by|for|since|to|from|of|with|until)\s+)?"
# "How" with what it measures asks for a figure, which is looked for by itself.
_FIGURE = r"many|much|old|long|often|far|tall|high|heavy|deep|wide|fast|large|big|soon"
_EVENT = re.compile(
    rf"{_LEAD}(?:why|where|when|whom|how(?!\s+(?:{_FIGURE}|come)\b)(?:\s+(?!{_VERBS}\b)\w+)?"
    rf"|(?:what|which)\s+(?:reasons?|grounds?|day|date|year|time|month|week))\s+{_VERBS}\s+(?P<said>.+)",
    re.IGNORECASE,
)
_CAUSED = re.compile(
    r"what\s+(?:caused|causes|made|makes|led|drove|explains|triggered|convinced|persuaded|prompted)\s+(?P<said>.+)",
    re.IGNORECASE,
)


def premise_of(text: str) -> str | None:
    """The statement whose truth a question takes for granted: "the dam break" of "Why did the dam break?"."""
    asked = " ".join(text.strip(" \t\n?.!").split())
    found = _EVENT.match(asked) or _CAUSED.match(asked)
    return found["said"] if found and len(found["said"].split()) >= SHORTEST else None


def unfounded(question: Question, evidence: Sequence[Evidence], pairs: PairModel) -> str | None:
    """What the question takes for a fact and none of the best sentences says; None where one does, or it takes none.

    A question that refers to an earlier one, or of which a part takes nothing for granted, is given the benefit.
    """
    premises = [premise_of(part) for part in question.parts]
    if question.refers_back or not premises or not all(premises):
        return None
    readings = [each.hit.place.sentence.reading for each in evidence[:READ]]
    return None if any(_is_said(str(premise), readings, pairs) for premise in premises) else premises[0]


def _is_said(premise: str, readings: Sequence[str], pairs: PairModel) -> bool:
    """Whether a sentence agrees with it; a few are read at once, for the first ones mostly do."""
    agreement = RELATIONS.index("agreement")
    for at in range(0, len(readings), AT_ONCE):
        found = pairs.judge([(reading, premise) for reading in readings[at : at + AT_ONCE]])
        if found[:, agreement].max() >= BORNE_OUT:
            return True
    return False
