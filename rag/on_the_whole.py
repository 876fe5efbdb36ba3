"""Whether a question asks of the articles as a whole: what they are, what they tell of, where they differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from corpus.patterns import regex
from corpus.source import Source
from index.words import STOP_WORDS, surface_words
from rag.cues import REFERS_BACK
from rag.listing_asked import Listing, listing_asked
from rag.naming import named_as, named_sources
from rag.question import Question
from rag.unasked import abbreviations

_DIFFERING = regex(
    r"(?:disagree|contradict|discrepan|inconsisten|diverg)\w*|differ(?:s|ed|ing|ences?|ent|ently)?|conflicting|contention"
)
_OPPOSING = regex(
    r"conflicts?|clash(?:es)?|disputed?s?|contested|controversial|dissent\w*|odds|contrasts?|compar(?:e|isons?)|argue"
)
"""Words that are said of events too: they ask of accounts where a word for these stands beside them."""
_CONTESTED = regex(r"what\s(?:is|s|are|was)\s(?:contested|disputed)")
_ACCOUNT = regex(
    r"sources?|articles?|outlets?|reports?|(?:news)?papers?|accounts?|versions?|stor(?:y|ies)|facts?|claims?|figures?"
    r"|publications?|texts?|documents?|files?|coverage|folder|corpus|collection|media|press|authors?|journalists?"
    r"|writers?|reporters?"
)
_AGREEING = regex(r"agree|consensus|common")
_NO_AGREEMENT = regex(r"\b(?:not|never|nowhere|no|cannot|can\st|don\st|doesn\st|didn\st|couldn\st)\b.*\bagree\b")
_FIGURES = frozenset("figure figures number numbers count counts".split())
_NO_MATTER = frozenset(
    """
    main major big bigger biggest great greatest key important central core weighty weightiest strong strongest chief
    point points issue issues matter matters thing things topic topics question questions subject subjects
    position positions view views opinion opinions detail details statement statements assertion assertions
    side sides each another others rest both together two three four five six ten top between among across within
    list show find name give know see summarise summarize summary overview openly clearly directly really not cannot
    don doesn didn couldn
    """.split()
)
_MATTERS_ASKED = regex(r"\b(?:what|which|all|any|list|main|biggest)\b")

_THE = r"(?:(?:all|the|these|this|those|your|of|from|in|main|key|short|quick|brief|a|an)\s)*"
_THINGS = (
    r"(?:sources?|articles?|outlets?|reports?|papers?|texts?|documents?|files?|stor(?:y|ies)|news|folder|corpus"
    r"|collection)"
)
_PLEASE = r"(?:(?:please|can|could|would|you|i|want|need|give|me|show|tell|write)\s)*"
_GIST = regex(
    rf"{_PLEASE}(?:summari[sz]e|recap|outline)(?:\s{_THE}(?:{_THINGS}|everything|it|this|named|points?|facts?))*(?:\sfor\sme|\splease)?"
    rf"|{_PLEASE}{_THE}(?:overview|summary|gist|recap|(?:main|key)\s(?:points?|facts?))(?:\s{_THE}(?:{_THINGS}|named)+(?:\s{_THINGS})?)?"
    rf"|what(?:\s(?:s|is|are|was|were))?\s{_THE}(?:this|these|it|they|{_THINGS}|named(?:\s{_THINGS})?)\s(?:all\s)?about"
    rf"|what(?:\s(?:do|does|did))\s{_THE}(?:they|{_THINGS})\s(?:say|tell|report|cover)(?:\sus)?"
    rf"|what(?:\s(?:has|s|is))?\s(?:happened|happens|happening|going\son)(?:\shere|\sin\s{_THE}{_THINGS})?"
    rf"|(?:what|which|list)\s(?:(?:is|are)\s)?{_THE}(?:sources|articles|outlets|texts|documents|files)"
    rf"(?:\s(?:do\syou\shave|are\sthere|are\s{_THE}{_THINGS}|can\si\sask))?"
    rf"|what(?:\s(?:s|is|are))?\s{_THE}(?:central\s)?(?:topics?|subjects?|themes?|story|news)(?:\s{_THE}{_THINGS})?"
)
"""Of the words alone, without the marks between them, "named" standing for each article that is named."""


class Aim(Enum):
    """What is asked of the articles as a whole."""

    GIST = "what they tell of"
    DIFFERENCES = "where they differ"
    AGREEMENTS = "what they agree on"
    DIFFERING_FIGURES = "which of their figures differ"
    LISTING = "what they are"


@dataclass(frozen=True, slots=True)
class Whole:
    """A question of the articles as a whole; `named` are the files of those that it names."""

    aim: Aim
    named: frozenset[str]
    listing: Listing | None = None


def asked_on_the_whole(question: Question, sources: Sequence[Source]) -> Whole | None:
    """What is asked of the articles as a whole; None where a question names any matter.

    What names neither a matter nor the articles goes on with the matter of the question before, where there is one.
    """
    named = named_sources(question.text, sources)
    texts = [named_as("named", text, named) for text in (question.text, question.clear)]
    strange = {each.lower() for each in abbreviations(question.text)} & set(surface_words(texts[0]))
    if strange:  # the WHO and the US, which are else no words at all
        return None
    files = frozenset(source.file for source in named)
    aim = next(filter(None, (_aim(surface_words(text), question.refers_back) for text in texts)), None)
    if aim:
        return Whole(aim, files)
    listing = next(filter(None, (listing_asked(surface_words(text), question.refers_back) for text in texts)), None)
    return Whole(Aim.LISTING, files, listing) if listing else None


def _aim(words: list[str], follows: bool) -> Aim | None:
    text = " ".join(words)
    account = any(map(_ACCOUNT.fullmatch, words))
    if follows and (REFERS_BACK.search(text) or not account):
        return None
    if _GIST.fullmatch(text):
        return Aim.GIST
    told = [word for word in words if word not in STOP_WORDS and word != "named"]
    if not told or not all(map(_is_no_matter, told)):
        return None
    of_accounts = words.count("named") > 1 or ("named" not in words and (account or _CONTESTED.fullmatch(text)))
    opposing = any(map(_OPPOSING.fullmatch, told)) and of_accounts
    if any(map(_DIFFERING.fullmatch, told)) or opposing or (account and _NO_AGREEMENT.search(text)):
        goes_on = follows and not _MATTERS_ASKED.search(text)
        return None if goes_on else Aim.DIFFERENCES if _FIGURES.isdisjoint(words) else Aim.DIFFERING_FIGURES
    agreeing = any(map(_AGREEING.fullmatch, told)) and (account or "they" in words) and "sides" not in words
    return Aim.AGREEMENTS if agreeing and "named" not in words else None


def _is_no_matter(word: str) -> bool:
    """Whether a word tells of no matter that the articles are about."""
    meanings = (_DIFFERING, _OPPOSING, _AGREEING, _ACCOUNT)
    return word in _NO_MATTER or word in _FIGURES or any(meaning.fullmatch(word) for meaning in meanings)
