"""The word "one" where it stands for somebody or something, and counts nothing."""

import re

from corpus.patterns import regex
from index.noun_phrases import phrase_at
from index.number_bounds import look_before
from index.written_numbers import Number

_ANYTHING = regex("")
_POINTED_AT = regex(r"\b(?:(?:no|the|this|each|every|any|another)\s|one(?:-on-|-to-|\sby\s))\Z", re.IGNORECASE)
_PERHAPS_POINTED_AT = regex(r"\b(?:that|which)\s\Z", re.IGNORECASE)
_DESCRIBED = regex(r"\b(?:an?|the|this|that)\s[\w-]+\s\Z", re.IGNORECASE)
_AFTER_DESCRIBED = regex(r"\s*(?:[.,;:!?)]|\Z)|\s(?:of|that|which|who|is|was|in|for|to|\w+ing)\b", re.IGNORECASE)
_ADVERB = r"(?:(?:\w+ly|also|never|always|often|ever)\s)?"
_CONJUNCTION = regex(
    r"\b(?:if|as|when|what|how|whatever|wherever|whenever|whether|where|why|unless|until|once|because)\s\Z",
    re.IGNORECASE,
)
# Nouns that end in s before another noun, and a verb by which things are counted.
_NO_VERBS = (
    "sports|arms|sales|savings|customs|goods|news|series|species|means|headquarters|games|jobs|drugs|rights|veterans"
    "|teachers|parents|crossroads|works|dies"
)
_VERB = regex(rf"\s{_ADVERB}(?!(?:{_NO_VERBS})\b)(?!\w*(?:ss|us|is)\b)[a-z]{{3,}}s\b")
_ASKING = regex(r"\b(?:if|what|how|whatever|wherever|whenever|whether|where|why)\s\Z", re.IGNORECASE)
_IS = regex(r"\s(?:is|was|has|had|does|did)\b")
# What stands before the pronoun and behind: "no one", "a new one", "not one child", "I, for one, go",
# "as one walks", "if one is late".
_AROUND = (
    (_POINTED_AT, _ANYTHING),
    (_DESCRIBED, _AFTER_DESCRIBED),
    (regex(r"\bnot\s\Z", re.IGNORECASE), regex(r"\s[a-z]")),
    (regex(r"\bfor\s\Z", re.IGNORECASE), regex(",")),
    (_CONJUNCTION, _VERB),
    (_ASKING, _IS),
)
_COUNTS = regex(r"\b(?:least|only|than)\s\Z", re.IGNORECASE)
_WITHOUT_NOUN = regex(
    r"[’']s\b|-(?:off|sided|way|time|stop|on-one|to-one)\b"
    r"|\s(?:of(?!\severy)|another|by\sone|can|could|may|might|must|should|would|will|cannot|(?:has|needs)\sto)\b"
    rf"|\s{_ADVERB}(?:says|tells|adds|asks|writes|thinks|knows|wonders|recalls|explains|argues|notes|complains|admits"
    r"|insists|hopes|feels|sees|hears|reads|finds|believes|suspects|imagines|expects|puts\sit|put\sit|told|added|wrote"
    r"|(?:said|asked|thought)(?!\sto\b)|knew|recalled|explained|argued|noted|complained|admitted|insisted)\b",
    re.IGNORECASE,
)


def is_pronoun(text: str, number: Number) -> bool:
    """Whether a number is the word "one" and no number."""
    start, end = number.start, number.end
    if text[start:end].lower() != "one":
        return False
    if any(look_before(text, start, before) and behind.match(text, end) for before, behind in _AROUND):
        return True
    if look_before(text, start, _PERHAPS_POINTED_AT) and not phrase_at(text, end, "one")[0]:
        return True
    return bool(_WITHOUT_NOUN.match(text, end)) and not look_before(text, start, _COUNTS)
