"""Whether a question asks of the articles as a whole: what they tell of, or where they differ, whatever on."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from corpus.patterns import regex
from corpus.source import Source
from index.words import STOP_WORDS, surface_words
from rag.cues import REFERS_BACK
from rag.naming import named_sources
from rag.question import Question

_DIFFERING = regex(
    r"(?:disagree|contradict|discrepan|inconsisten|diverg|dissent)\w*|differ(?:s|ed|ing|ences?|ent|ently)?"
    r"|conflicting|contested|contention|disputed|controversial|odds"
)
_OPPOSING = regex(r"conflicts?|clash(?:es)?|disputes?|contrasts?|compar(?:e|isons?)|argue")
"""Words that are said of events too: they ask of accounts where a word for these stands beside them."""
_AGREEING = regex(r"agree(?:s|d|ing|ments?)?|consensus|common")
_ACCOUNT = regex(
    r"sources?|articles?|outlets?|reports?|(?:news)?papers?|accounts?|versions?|stor(?:y|ies)|facts?|claims?|figures?"
    r"|publications?|texts?|documents?|files?|coverage|folder|corpus|collection|media|press"
)
_WRITERS = frozenset("author authors journalist journalists writer writers reporter reporters".split())
_FIGURES = frozenset("figure figures number numbers count counts".split())
_NO_MATTER = frozenset(
    """
    main major big bigger biggest great greatest key important central core weighty weightiest strong strongest chief
    point points issue issues matter matters thing things topic topics question questions subject subjects
    position positions view views opinion opinions detail details area areas statement statements assertion assertions
    side sides each another others rest both together two three four five six ten top short quick brief medium
    between among across within list show find name give really clearly openly directly
    summarise summarize summary overview gist outline recap news happen happens happened happening going on
    """.split()
)
_OF_MATTERS = regex(r"\b(?:what|which|where|all|any|list|main|biggest)\b")
_GIST = regex(
    r"\b(?:summar(?:y|i[sz]e)|overview|gist|outline|recap)\b"
    r"|\bwhat(?:\s(?:s|is|are|was|were|do|does|did|has|have))?\s(?:the\s)?(?:\w+\s){1,2}(?:all\s)?(?:about|say|tell|report)\b"
    r"|\bwhat(?:\s(?:s|has|is))?\s(?:happen(?:s|ed|ing)|going\son)\b"
    r"|\b(?:what|which|list)\s(?:all\s)?(?:the\s)?(?:sources|articles|outlets|documents|files|texts)"
    r"(?:\s(?:do\syou\shave|are\s(?:there|in)\b.*|can\si\sask))?$"
)
"""Of the words alone, without the marks between them."""


class Aim(Enum):
    """What is asked of the articles as a whole."""

    GIST = "what they tell of"
    DIFFERENCES = "where they differ"
    AGREEMENTS = "what they agree on"
    DIFFERING_FIGURES = "which of their figures differ"


@dataclass(frozen=True, slots=True)
class Whole:
    """A question of the articles as a whole; `named` are the files of those that it names."""

    aim: Aim
    named: frozenset[str]


def asked_on_the_whole(question: Question, sources: Sequence[Source]) -> Whole | None:
    """What is asked of the articles as a whole; None where a question names any matter.

    "Where do they disagree?" behind a question goes on with that one's matter.
    """
    named = named_sources(question.text, sources)
    naming = {word for source in named for word in surface_words(f"{source.outlet or ''} {source.author or ''}")}
    aims = (_aim(text.lower(), naming, question.refers_back) for text in (question.text, question.clear))
    aim = next(filter(None, aims), None)
    return Whole(aim, frozenset(source.file for source in named)) if aim else None


def _aim(text: str, naming: set[str], follows: bool) -> Aim | None:
    words = [word for word in surface_words(text) if word not in naming]
    told = [word for word in words if word not in STOP_WORDS]
    differing = any(map(_DIFFERING.fullmatch, told))
    if differing:
        told = [word for word in told if word not in _WRITERS]
    if not all(map(_is_no_matter, told)) or (follows and REFERS_BACK.search(text)):
        return None
    opposing = any(map(_OPPOSING.fullmatch, told)) and any(map(_ACCOUNT.fullmatch, words)) and not naming
    if differing or opposing:
        goes_on = follows and not _OF_MATTERS.search(text)
        return None if goes_on else Aim.DIFFERENCES if _FIGURES.isdisjoint(words) else Aim.DIFFERING_FIGURES
    if any(map(_AGREEING.fullmatch, told)):
        return None if follows or naming else Aim.AGREEMENTS
    return Aim.GIST if _GIST.search(" ".join(words)) and not any(map(_OPPOSING.fullmatch, told)) else None


def _is_no_matter(word: str) -> bool:
    """Whether a word tells of no matter that the articles are about."""
    meanings = (_DIFFERING, _OPPOSING, _AGREEING, _ACCOUNT)
    return word in _NO_MATTER or word in _FIGURES or any(meaning.fullmatch(word) for meaning in meanings)
