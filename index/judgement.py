"""Whether a statement judges, blames, fears, promises or explains, rather than only tells what happened."""

import re
from typing import Literal

from corpus.patterns import regex

About = Literal["quantity", "cause", "responsibility", "event", "status", "evaluation", "prediction"]

_FAVOURABLE = regex(
    r"\b(?:safe|safely|safety|secure|security|guarantee\w*|assur\w*|reassur\w*|promis\w*|pledg\w*|vow\w*|protect\w*"
    r"|rights?|peace\w*|voluntar\w*|willing\w*|free\s+(?:to|will)|welcom\w*|prais\w*|honest\w*|success\w*|benefi\w*"
    r"|encourag\w*|hope\w*|trust(?:s|ed|worthy)?|sincer\w*|justif\w*|legitima\w*|legal|lawful\w*|fair|fairly|right\s+thing"
    r"|harmless|normal|well-?being|support(?:s|ed|ive)?|thank\w*|help(?:s|ed|ful)?|aid|accident\w*|humanitarian|improv\w*)\b",
    re.IGNORECASE,
)
_UNFAVOURABLE = regex(
    r"\b(?:unsafe|danger\w*|fear\w*|afraid|threat\w*|violen\w*|forc(?:e|ed|es|ing|ibly)|expuls\w*|expel\w*|persecut\w*"
    r"|harass\w*|cleansing|genocid\w*|crimes?|criminal\w*|illegal\w*|unlawful\w*|unjust\w*|wrong\w*|disgrac\w*|shame\w*"
    r"|lie[sd]?|lying|propaganda|hollow|superficial|fabricat\w*|mistrust|distrust\w*|fail(?:s|ed|ing|ure|ures)?|blam\w*"
    r"|accus\w*|condemn\w*|critici[sz]\w*|worr\w*|concern\w*|tension\w*|aggress\w*|atrocit\w*|massacr\w*|neglig\w*"
    r"|neglect\w*|reckless\w*|betray\w*|disast\w*|catastroph\w*|poison\w*|victims?|dead|die[sd]?|doubt\w*|angry|anger"
    r"|victimi[sz]\w*|trauma\w*|unfounded|baseless|dismiss\w*|reject\w*|den(?:y|ies|ied)|occup(?:y|ied|ation)|worse|worst)\b",
    re.IGNORECASE,
)
_CLAIMING = regex(
    r"\b(?:should|must|need(?:s|ed)?\s+to|claim\w*|insist\w*|responsib\w*|fault|guilt\w*|regret\w*)\b", re.IGNORECASE
)
_CAUSE = regex(
    r"\b(?:because|due\s+to|caus(?:e|es|ed|ing)|owing\s+to|as\s+a\s+result|result(?:s|ed|ing)?\s+(?:in|from)|led\s+to"
    r"|leads?\s+to|trigger\w*|forc(?:e|es|ed|ing)|compel\w*|voluntar\w+|personal\s+(?:choice|decision)|reasons?"
    r"|incit(?:e|es|ed|ing)|prompt(?:s|ed|ing)|for\s+fear|citing|why)\b",
    re.IGNORECASE,
)
_BLAME = regex(
    r"\b(?:blam\w+|responsib\w+|fault|fail(?:s|ed|ing|ure)?\s+to|accus\w+|guilt\w*|neglect\w*|neglig\w+|betray\w*|culprit"
    r"|liable)\b",
    re.IGNORECASE,
)
_AHEAD = regex(
    r"\b(?:will|won[’']t|shall|going\s+to|expect\w*|anticipat\w+|predict\w*|forecast\w*|likel(?:y|ihood)|next\s+year)\b",
    re.IGNORECASE,
)


def judges(text: str) -> bool:
    """Whether a statement has a word of judgement."""
    return any(words.search(text) for words in (_FAVOURABLE, _UNFAVOURABLE, _CLAIMING))


def leaning(text: str) -> int:
    """1 where the favourable words of a statement outweigh the others, -1 where they are outweighed, 0 else."""
    balance = len(_FAVOURABLE.findall(text)) - len(_UNFAVOURABLE.findall(text))
    return (balance > 0) - (balance < 0)


def matter_of(one: str, other: str, otherwise: About) -> About:
    """What two opposed statements are about: the cause or blame that both speak of, what is to come, or `otherwise`."""
    for cue, about in ((_BLAME, "responsibility"), (_CAUSE, "cause"), (_AHEAD, "prediction")):
        if cue.search(one) and cue.search(other):
            return about  # type: ignore[return-value]
    return otherwise
