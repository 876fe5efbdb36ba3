"""How a statement is held: asserted in the article's own voice, reported of somebody, denied, or hedged."""

import re
from typing import Literal

from corpus.patterns import regex

Held = Literal["asserted", "reported", "denied", "hedged"]

_DENIAL = regex(
    r"(?<!\bnot\ )(?<!n[’']t\ )(?<!\bnever\ )\b"
    r"(?:den(?:y|ies|ied|ying)|denials?\ of|reject(?:s|ed|ing)?|rejection\ of|refut(?:e|es|ed|ing)"
    r"|rebut(?:s|ted|ting)?"
    r"|dismiss(?:es|ed|ing)?|disput(?:e|es|ed|ing)|disavow(?:s|ed)?|repudiat(?:es|ed)|contradict(?:s|ed|ing)?"
    r"|counter(?:s|ed|ing)?"
    r"|debunk(?:s|ed|ing)?|ruled?\ out|rules\ out)\b",
    re.VERBOSE | re.IGNORECASE,
)
_NO_TRUTH = regex(
    r"\b(?:no\s+(?:truth|evidence|proof|basis|indication|sign|such)s?\b|(?:untrue|incorrect|baseless|unfounded|groundless)\b"
    r"|without\s+(?:any\s+)?(?:foundation|basis|merit)\b|out\s+of\s+the\s+question\b|(?:knew|know|knows)\s+of\s+no\b"
    r"|nothing\s+of\s+the\s+(?:kind|sort)\b|not\s+(?:accept|believe)\w*\b|fabricat\w+|to\s+the\s+contrary\b"
    r"|not\s+true\b|(?:is|was|are|were)\s+(?:simply\s+|completely\s+|entirely\s+)?(?:false|a\s+lie|fake)\b)",
    re.IGNORECASE,
)
_HEDGE = regex(
    r"\b(?:(?-i:may)(?!\s+\d)|might|could|perhaps|possibl[ey]|probabl[ey]|likely|unlikely|reportedly|allegedly|supposedly"
    r"|purportedly|apparently|seemingly|presumably|appear(?:s|ed)?(?:\s+to|\s+that|\s+likely)|seem(?:s|ed)?"
    r"|unclear|uncertain|unconfirmed|unverified|alleged|suspected|rumou?red|rumou?rs|believed\s+to|thought\s+to"
    r"|likelihood|chances?\s+(?:of|that)|hopes?\s+(?:of|that|to)|(?:I|we)\s+fear|feared|fears\s+that|said\s+to\s+(?:have|be)|it\s+is\s+(?:believed|thought|feared)|expect(?:s|ed)?\s+(?:to|that)|anticipat\w+"
    r"|suspects?|speculat\w+|risks?\s+of|in\s+doubt|doubts?|would\s+(?:likely|probably|perhaps))\b",
    re.IGNORECASE,
)
_HEDGING_CUE = regex(
    r"\b(?:suggest(?:s|ed|ing)?|fear(?:s|ed|ing)?|suspect(?:s|ed)?|speculat\w+|doubt(?:s|ed)?|hope[sd]?|guess\w*"
    r"|hinted?|expect(?:s|ed|ing)?|anticipat\w+|predict\w*|wonder\w*|assum\w+)\b",
    re.IGNORECASE,
)


_DENIED_BY = regex(r"\b(?:denied|rejected|refuted|dismissed|disputed)\s+by\b", re.IGNORECASE)
_CONDITION = regex(r"[“\"]?(?:If|Unless|Should)\s")


def how_held(statement: str, cue: str, attributed: bool) -> Held:
    """How a statement is held, by its own words and those that attribute it.

    A denial outweighs a hedge, a hedge a report.
    """
    if _DENIAL.search(cue) or _NO_TRUTH.search(statement) or _DENIED_BY.search(statement):
        return "denied"
    if _CONDITION.match(statement) or _HEDGE.search(statement) or _HEDGE.search(cue) or _HEDGING_CUE.search(cue):
        return "hedged"
    return "reported" if attributed else "asserted"


def is_denial(cue: str) -> bool:
    """Whether words that attribute say that the content is denied."""
    return bool(_DENIAL.search(cue))


def is_appearance(cue: str) -> bool:
    """Whether words that attribute say how things look, which is the writer's own hedge: "it appears", "seems"."""
    return bool(re.match(r"(?:this |it |that )?(?:appear|seem)", cue, re.IGNORECASE))


_FLAT_DENIAL = regex(
    r"(?<!\bnot\ )(?<!n[’']t\ )(?<!\bnever\ )\b"
    r"(?:den(?:y|ies|ied|ying)|refut\w+|rebut\w*|contradict(?:s|ed|ing)?|debunk\w*|disput(?:e|es|ed|ing)"
    r"|(?:reject|dismiss|counter)\w*\s+(?:\S+\s+){0,4}?(?:claims?|allegations?|charges?|accusations?|reports?|accounts?"
    r"|suggestions?|assertions?|statements?|version|proclamations?)|(?:refuted|denied|disputed)\s+by)\b",
    re.IGNORECASE,
)


def denies_flatly(text: str) -> bool:
    """Whether a statement says that another one is not so, rather than turns down a thing."""
    return bool(_FLAT_DENIAL.search(text) or _NO_TRUTH.search(text))
