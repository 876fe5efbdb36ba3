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
_TITLED = {
    "he": regex(r"\b(?:Mr|Sir|Lord|King|Prince|Father)\b\.?\s(?:[A-Z][\w’'-]+\s)*\Z"),
    "she": regex(r"\b(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess|Sister)\b\.?\s(?:[A-Z][\w’'-]+\s)*\Z"),
}
"""A title, and the first names behind it, before a last name."""
_LOOK = 80
"""Characters before a last name in which its title stands."""
_BESIDE = {
    "he": regex(r",\s(?:[^.,;]*\s)?(?:\w+(?<!wo)man|father|husband|son|brother|widower|actor|king|prince)\b"),
    "she": regex(r",\s(?:[^.,;]*\s)?(?:\w+woman|mother|wife|daughter|sister|widow|actress|queen|princess)\b"),
}
"""A noun beside a name: "Lund, a farmer's widow"."""


def is_human(words: str) -> bool:
    """Whether a source without a name is one human being: "a teacher from Brook", not "the ministry"."""
    head = _HEAD_END.split(words.strip())[0].split()[-1:]
    return bool(_ONE.match(words) and head) and not _NO_HUMAN.fullmatch(head[0]) and not _MANY.fullmatch(head[0])


def called(text: str, name: str) -> str | None:
    """He or she, by a title before a name or a noun beside it; None where the text tells neither."""
    places = [found.span() for found in re.finditer(rf"\b{re.escape(name.split()[-1])}\b", text)]
    for pronoun, titled in _TITLED.items():
        beside = _BESIDE[pronoun]
        if any(titled.search(text, max(0, start - _LOOK), start) or beside.match(text, end) for start, end in places):
            return pronoun
    return None
