"""Whether a statement says that something was out of the ordinary, so that nobody could know, or that it was not."""

import re
from typing import Literal

from corpus.patterns import regex

Stance = Literal["beyond", "ordinary"]

_KNOW = (
    r"(?:foresee\w*|predict\w*|expect\w*|imagin\w*|kn[eo]wn?|anticipat\w*|prevent\w*|avoid\w*|avert\w*|stop(?:ped)?"
    r"|absorb\w*|(?:be|been)\ done|done\ (?:a|any)\s?thing)"
)
_RARE = r"(?:exceptional\w*|extraordinar\w+|abnormal\w*|unusual\w*|unprecedented|freak)"
_MOST = r"(?:heaviest|highest|largest|worst|biggest|strongest|hottest|coldest|driest|wettest|longest)"
_MONTHS = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_ASKS = regex(
    rf"""
    \bout\ of\ the\ ordinary\b | \b(?:un)?usual\b | \b{_RARE}\b | \b(?:how|so|really|that|very)\ rare\b
    | \b(?:that|this|it|they|these)\ (?:all\ )?(?:quite\ )?normal\b
    | \b(?:un)?fores(?:ee\w*|een) | \b(?:un)?predict(?:ed|able)\b | \b(?:inevitable|unavoidable)\b
    | \b(?:be|been)\ (?:prevented|avoided|averted|known)\b | \bacts?\ of\ nature\b
    | \b(?:nobody|no\ one|anyone|anybody)\ (?:could|have)\ (?:have\ )?(?:known|done|prevented|stopped)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEYOND = regex(
    rf"""
    \b(?:nobody|no\ one|no(?:thing|ne)|no\ (?:\w+\ ){{1,3}}?)\s?(?:could|can)
      \ (?:possibly\ )?(?:have\ )?(?:been\ )?{_KNOW}
    | \b(?:could|can)(?:\ ?not|n[’']t)\ (?:possibly\ )?(?:have\ )?(?:been\ |be\ )?{_KNOW}
    | \bnot\ foreseeable\b | \bunforesee\w+ | \bunpredictab\w+ | \b{_RARE}\b | \b(?:inevitable|unavoidable)\b
    | \b(?:without|no)\ (?:any\ )?(?:warning|precedent)\b | \bnever\ before\b | \bin\ living\ memory\b
    | \bonce\ in\ (?:an?\ |\w+\ )?(?:\w+\ )?(?:years?|centur\w+|lifetime|generation)\b | \breturn\ period\b
    | \b(?:acts?\ of\ (?:god|nature)|force\ majeure|bad\ luck|misfortune)\b
    | \b(?:nature|fate|heaven|providence|the\ (?:sky|weather|storm|sea|wind|rain|heavens?))\ (?:that\ )?(?:alone\ )?
      (?:did|has\ shown)\b
    | \b(?:hundred|thousand)-year\b | \b(?:not|never)\ (?:been\ )?(?:measured|recorded)\b
    | \b(?:since\ records\ began|on\ record)\b | \bexceeded\ (?:any|all|every)\b
    | \b{_MOST}\b[^.;]{{0,40}}\b(?:ever|memory|since|in\ \w+\ years)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ORDINARY = regex(
    rf"""
    \bnothing\ (?:more|special|new|out\ of\ the\ ordinary)\b | \b(?:with)?in\ (?:the|its)\ (?:usual|normal)\b
    | \b(?:perfectly|quite|entirely|completely)\ (?:normal|usual|ordinary|common)\b | \bin\ line\ with\b
    | \bevery\ (?:year|spring|summer|autumn|winter|\w+\ years|{_MONTHS})\b
    | \b(?:\w+\ times|two|three|four|five|six|seven|eight|nine|ten|a\ dozen|\d+)\ a\ year\b
    | \b(?:could|should|must|might)\ (?:well\ )?have\ (?:been\ )?(?:{_KNOW}|led|acted|asked|warned)
    | \b(?:can|could|to)\ be\ (?:foreseen|prevented|avoided|averted|expected)\b | \bforeseeable\b | \bpredictable\b
    | \b(?:had|have|has|was|were|been)\ (?:\w+\ )?(?:warned|alerted|told\ that)\b
    | \b(?:had|have|has)\ (?:threatened|warned|written|predicted|complained)\b | \bforecast(?:s|ing)?\b
    | \bsay\ (?:that\ )?(?:they|he|she|it)\ (?:were|was)\ not\ warned\b | \bno\ surprise\b
    | \bwould\ have\ (?:prevented|avoided|stopped|saved)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TURNED = regex(
    r"(?:\b(?:not|no|never|nothing|neither|nor|hardly|scarcely|den(?:y|ies|ied)|whether)\b(?:\W+\w+){0,5}"
    r"|n[’']t\b(?:\W+\w+){0,3})\W+\Z",
    re.IGNORECASE,
)


def asks_whether_foreseen(text: str) -> bool:
    """Whether a question asks if something was out of the ordinary, or could have been known or prevented."""
    return _ASKS.search(text) is not None


def stance_of(text: str) -> Stance | None:
    """What a statement says of it; "no evidence of an unusual wave" says that it was ordinary."""
    beyond = _BEYOND.search(text)
    if beyond:
        return "ordinary" if _TURNED.search(text, 0, beyond.start()) else "beyond"
    return "ordinary" if _ORDINARY.search(text) else None
