"""Words by which a sentence says why something is so, and not only that it is."""

import re

from corpus.patterns import regex

_GIVES_REASON = regex(
    r"\b(?:because|due\sto|owing\sto|thanks\sto|blam(?:e[sd]?|ing)|caus(?:e[sd]?|ing)|reasons?|faults?|excuses?|culprits?"
    r"|resulted\sfrom|as\sa\sresult\sof|put\s(?:it|this|that|them|the\s\w+)\sdown\sto|attribut\w+|ascrib\w+|explain\w*"
    r"|triggered|prompted|stem(?:s|med)\sfrom|driven\sby|responsible\sfor)\b",
    re.IGNORECASE,
)
_SPEAKS_OF_REASON = regex(
    r"\b(?:fail(?:s|ed|ing|ures?)?|fear(?:s|ed|ing)?|citing|contribut\w+|decisive|for\swant\sof|lack\sof|led\sto"
    r"|responsibility|brought\s(?:it\s)?(?:down|about))\b",
    re.IGNORECASE,
)


def gives_reason(text: str) -> bool:
    """Whether a text has a word that says outright that a reason is given."""
    return _GIVES_REASON.search(text) is not None


def may_give_reason(text: str) -> bool:
    """Whether it has such a word, or one of what is given for a reason: a failure, a fear, a lack, what led to it."""
    return gives_reason(text) or _SPEAKS_OF_REASON.search(text) is not None
