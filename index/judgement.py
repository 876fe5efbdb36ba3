"""Whether a statement judges, blames, fears, promises or explains, rather than only tells what happened."""

import re
from typing import Literal

About = Literal["quantity", "cause", "responsibility", "event", "status", "evaluation", "prediction"]

_JUDGEMENT = re.compile(
    r"\b(?:should|must|need(?:s|ed)?\s+to|claim\w*|accus\w*|insist\w*|promis\w*|assur\w*|guarantee\w*|fear\w*|concern\w*"
    r"|safe\w*|crimes?|criminal\w*|lie[sd]?|rights?|wrong\w*|fail\w*|threat\w*|violen\w*|peace\w*|trust\w*|mistrust\w*"
    r"|propaganda|voluntar\w*|forc(?:e|ed|es|ing)|disgrace\w*|honest\w*|justif\w*|illegal\w*|legal\w*|legitima\w*"
    r"|unfair\w*|fair\w*|success\w*|disast\w*|blam\w*|responsib\w*|fault|guilt\w*|neglig\w*|reckless\w*|irresponsib\w*"
    r"|welcom\w*|condemn\w*|critici[sz]\w*|prais\w*|regret\w*|shame\w*|worr\w*|hope[sd]?|danger\w*|harmless)\b",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:because|due\s+to|caus(?:e|es|ed|ing)|owing\s+to|as\s+a\s+result|result(?:s|ed|ing)?\s+(?:in|from)|led\s+to"
    r"|leads?\s+to|trigger\w*|forc(?:e|es|ed|ing)|compel\w*|voluntar\w+|personal\s+(?:choice|decision)|reasons?"
    r"|incit(?:e|es|ed|ing)|prompt(?:s|ed|ing)|for\s+fear|citing|why)\b",
    re.IGNORECASE,
)
_BLAME = re.compile(
    r"\b(?:blam\w+|responsib\w+|fault|fail(?:s|ed|ing|ure)?\s+to|accus\w+|guilt\w*|neglect\w*|neglig\w+|betray\w*|culprit"
    r"|liable)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|won[’']t|shall|going\s+to|expect\w*|anticipat\w+|predict\w*|forecast\w*|likel(?:y|ihood)|next\s+year)\b",
    re.IGNORECASE,
)


def judges(text: str) -> bool:
    """Whether a statement has a word of judgement."""
    return bool(_JUDGEMENT.search(text))


def matter_of(one: str, other: str, otherwise: About) -> About:
    """What two opposed statements are about: the cause or blame that both speak of, what is to come, or `otherwise`."""
    for cue, about in ((_BLAME, "responsibility"), (_CAUSE, "cause"), (_AHEAD, "prediction")):
        if cue.search(one) and cue.search(other):
            return about  # type: ignore[return-value]
    return otherwise
