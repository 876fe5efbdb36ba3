"""Which roles are a human being's, and whether an article calls somebody him or her."""

import re

from corpus.patterns import regex

# Heads of sources that are no human being: bodies, and what is written.
_NO_HUMAN = regex(
    r"(?:\w*(?:ministry|government|authority|agency|committee|council|commission|association|federation|organi[sz]ation"
    r"|administration|leadership|university|department|parliament|community|union|coalition|opposition|corporation)"
    r"|company|firm|group|party|board|bank|court|team|panel|police|army|military|force|service|station|channel|broadcaster"
    r"|hospital|clinic|school|church|institute|foundation|charity|office|embassy|operator|side|club|state|country|city|town"
    r"|village|region|republic|kingdom|nation|world|market|public|crowd|media|press|paper|newspaper|magazine|outlet|website"
    r"|report|statement|study|survey|poll|letter|note|document|memo|message|bulletin|article|version|column|book|record"
    r"|source|account|story|rule|law|treaty|inquiry|investigation|review|analysis|data|evidence|theory|sign|rumou?r)",
    re.IGNORECASE,
)
_MANY = regex(r"\w*(?:[^s]s|people|men|women|children|youth|folk|family|couple|pair|rest|majority|number)")
_HEAD_END = regex(r"\s(?:of|for|from|at|in|on|who|that|with|to|by|near)\b|,")
_ONE = regex(r"(?:the|an?|one|another|this|that|his|her|its|their|our)\s", re.IGNORECASE)
_TITLES = {"he": r"(?:Mr|Sir|Lord|King|Prince|Father)", "she": r"(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess|Sister)"}
_NOUNS = {
    "he": r"(?:\w+(?<!wo)man|father|husband|son|brother|widower|actor|king|prince)",
    "she": r"(?:\w+woman|mother|wife|daughter|sister|widow|actress|queen|princess)",
}


def is_human(words: str) -> bool:
    """Whether a source without a name is one human being: "a teacher from Brook", not "the ministry"."""
    head = _HEAD_END.split(words.strip())[0].split()[-1:]
    return bool(_ONE.match(words) and head) and not _NO_HUMAN.fullmatch(head[0]) and not _MANY.fullmatch(head[0])


def called(text: str, name: str) -> str | None:
    """He or she, by a title before a name or a noun beside it; None where the text tells neither."""
    last = re.escape(name.split()[-1])
    for pronoun, titles in _TITLES.items():
        nouns = _NOUNS[pronoun]
        if re.search(rf"\b{titles}\b\.?\s(?:[A-Z][\w’'-]+\s)*{last}\b|\b{last},\s(?:[^.,;]*\s)?{nouns}\b", text):
            return pronoun
    return None
