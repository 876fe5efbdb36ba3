"""The words by which a question shows what kind of thing it asks for."""

import re
from enum import StrEnum

from corpus.patterns import regex


class Kind(StrEnum):
    """What kind of thing a question asks for."""

    NUMBER = "number"
    DURATION = "duration"
    TIME = "time"
    PERSON = "person"
    REASON = "reason"
    PLACE = "place"
    SOURCE = "source"
    COMPARISON = "comparison"
    OPINION = "opinion"
    YES_OR_NO = "yes or no"
    THING = "thing"


RATE_ASKED = r"""
    (?:\bwhat|\bhow\s(?:high|low))\s(?:(?:is|was|are|were)\s)?(?:the\s)?(?:\w+\s)?
    (?:interest|tax|unemployment|jobless|inflation)\srates?(?=\W*$|\W?\s(?:on|of|for|in|at|does|did|do|is|was|will|and)\b)
    | \bwhat\srates?\sof\s(?:interest|tax|unemployment|inflation)\b | \bat\swhat\s(?:rate\sof\s)?interest\b"""
"""A rate that is given in percent, whatever it is of, and is what is asked for."""

# In order: the first that fits is the kind. "How long" is asked before "how many", and "who thinks" is an opinion.
_CUES = {
    Kind.SOURCE: r"""
        \b(?:in\ )?(?:which|what)\ (?:of\ (?:the|these)\ )?(?:articles?|reports?|papers?|sources?|outlets?|texts?)\b
        | \bwhere\ (?:is|are|was|were)\b.*\b(?:quoted|cited|mentioned|interviewed)\b
        | \bwhere\ (?:did|do|can|could|have)\ (?:i|we|you|one)\ (?:\w+\ )?(?:read|hear|heard)\b""",
    Kind.COMPARISON: r"""
        \bcompar\w+\b | \bvs\b | \bversus\b | \bdiffer\w*\b | \bdisagree\w*\b | \bagree\ on\b | \bcontrast\w*\b""",
    Kind.DURATION: r"\bhow\ long\b(?!\ ago) | \bhow\ many\ (?:years|months|weeks|days|hours|minutes)\b",
    Kind.NUMBER: r"""
        \bhow\ (?:many|much|large|big|high|far|old|often|heavy|tall|deep|wide|fast|warm|hot|cold)\b | \bnumbers?\ of\b
        | \b(?:what|which)\ (?:share|percentage|proportion|number|amount|figure|sum|rate)\b | """
    + RATE_ASKED,
    Kind.TIME: r"""
        (?:^|[,.?;]\ |\band\ |\bsince\ )when\b | \b(?:what|which)\ (?:day|date|year|month|time|week)\b
        | \bhow\ long\ ago\b""",
    Kind.REASON: r"""
        \bwhy\b | \bwhat\ (?:caused|causes|made|makes|led|drove|explains|triggered
        |convinced|persuaded|prompted)\b | \breasons?\b | \bcauses?\ of\b
        | \bon\ what\ grounds\b | \bhow\ come\b | \bwhose\ fault\b""",
    Kind.OPINION: r"""
        \b(?:think|thinks|thought|believe|believes|opinions?|views?|make\ of|feel|feels|fears?|stress|stresses
        |lessons?|verdict|agree|say\ about|said\ about|react|reacts|reacted)\b
        | \b(?:has|have|had)\b.*\bmade\ of\b""",
    Kind.PERSON: r"\b(?:who|whom|whose|who's|who’s)\b",
    Kind.PLACE: r"""
        \bwhere\b
        | \b(?:which|what)\ (?:\w+\ )?(?:towns?|city|cities|country|countries|places?|villages?|regions?)\b""",
    Kind.YES_OR_NO: r"^(?:(?:and|but|so)\ )?(?:is|are|was|were|did|do|does|has|have|had|will|would|can|could|should)\b",
}
_KINDS = tuple((kind, regex(cue, re.IGNORECASE | re.VERBOSE)) for kind, cue in _CUES.items())

ASKS_WHETHER = regex(
    r"(?:(?:and|but|so|or)\s+)?(?:is|are|was|were|did|do|does|has|have|had|will|would|can|could|should)\b",
    re.IGNORECASE,
)
"""How a question begins that is answered by yes or no."""

REFERS_BACK = regex(
    r"""
    \b(?:it|its|that|this|those|these|they|them|their|there|he|him|his|she|her|ones?|such|instead|then)\b
    | ^(?:and|but|or|so|also|what\ about|how\ about)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that may stand for something asked about earlier."""

NEXT_PART = regex(
    r"""
    (?:[,;?.:]\s+(?:(?:and|but|or)\s+)? | \s(?:and|but)\s+)
    (?=(?:who|whom|what|when|where|why|which|how|did|does|do|is|are|was|were|has|have|will|can|could|should|would)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Where another question may begin inside a text."""

ASKS = regex(
    r"""
    (?:(?:and|but|or|so)\ )?(?:(?:in|on|at|by|for|since|to|from|of|with|until)\ )?
    (?:who|whom|whose|what|when|where|why|which|how|is|are|was|were|did|do|does|has|have|had|will|would|can|could|should
      |compare)\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""How a question begins; what begins otherwise leads up to one."""

ABBREVIATIONS = {
    "ppl": "people", "wat": "what", "whats": "what is", "whos": "who is", "wheres": "where is", "pls": "please",
    "plz": "please", "bc": "because", "cuz": "because", "u": "you", "ur": "your", "gov": "government",
    "govt": "government", "abt": "about", "btw": "", "smth": "something", "smb": "somebody", "sb": "somebody",
}  # fmt: skip
"""What people type for short."""

IDIOMS = (
    (regex(r"\b(?:death|body|dead)\s+(?:toll|count)\b", re.IGNORECASE), "number of people killed"),
    (regex(r"\bhow come\b", re.IGNORECASE), "why"),
    (regex(r"\bacts?\s+of\s+god\b", re.IGNORECASE), "act of nature"),
    (
        regex(
            r"\b(?:(?:for|in)\s+(?:the\s+(?:love|name)\s+of\s+(?:god|christ)|(?:god|christ|heaven|goodness|pity)[’']?s\s+(?:sake|name))"
            r"|(?:oh\s+)?(?:my|good|dear)\s+(?:god|lord)|thank\s+(?:god|heavens?)|god\s+(?:knows|forbid|help\s+(?:us|them|me)))\b[,!.]*",
            re.IGNORECASE,
        ),
        "",
    ),
    (
        regex(
            rf"\A(?!{ASKS.pattern})(?!.*\b(?:i|me|my|the|an?|please|phone|telephone)\b)(?P<counted>(?:[\w’'-]+\s+){{1,6}})(?:number|count|tally|total)\Z",
            re.IGNORECASE | re.VERBOSE,
        ),
        r"number of \g<counted>",
    ),
)
"""Words that say together what none of them says alone, and plainer ones."""


def kind_of(text: str) -> Kind:
    """The kind of thing that a question asks for, by its own words."""
    return next((kind for kind, cue in _KINDS if cue.search(text)), Kind.THING)
