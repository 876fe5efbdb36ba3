"""Whose a sentence is: the attributions of an article with names, and who holds most of each sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.patterns import regex
from corpus.source import Source
from index.alignment import ArticleText
from index.attribution import Attribution, attributions_of, quotations_of
from index.held import denies_flatly, is_appearance, is_denial
from index.holders import OF_THE_ARTICLE, Holders
from index.sayings import denies_that, named_holder, puts_a_figure
from index.tagger import Span, Tagged

MOSTLY = 0.5
"""The share of a sentence, its source and cue aside, that a content must have for the sentence to be its holder's."""
QUOTED = 0.25
"""The same where the sentence begins with a quotation."""
REPORTED = 0.05
"""The share of an article that is quotations from which on it is a report,"""
FEWEST_QUOTED = 3
"""and how many there are at least."""


_TOLD = regex(
    r"(?:that\s+)?(?:the|an?|his|her|their|[A-Z])[\w’' -]{2,60}?\s(?:had|has|have)\s(?:\w+ly\s)?"
    r"(?:told|said|assured|informed|warned|reported|admitted|promised)\b"
)
# What is turned down may be a thing and no statement: "rejected the plan".
_TURNS_DOWN = regex(r"\b(?:reject|dismiss)(?:s|ed|es)?\b")
_WRITER = regex(r"\b(?:I|my|we|our|us)\b")
_STATEMENT = regex(
    r"\b(?:statement|claim|promise|remark|comment|report|warning|call|pledge|assurance|accusation|allegation|argument)s?"
    r"(?:\s(?:on|of|about|for|that|to))?$",
    re.IGNORECASE,
)
_SAID_THAT = regex(
    r"\s(?:said|says|stated?|states|insist(?:s|ed)|argue[sd]|claim(?:s|ed)|maintain(?:s|ed)|conced(?:es|ed))\sthat\b"
)
_ACCORDING = regex(r"\baccording to\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution with its names, and the sentence it is read in."""

    attribution: Attribution
    cue: str
    holder: str
    through: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who holds a sentence, who passes it on, and all the words that attribute it to him."""

    name: str
    through: tuple[str, ...]
    cues: str
    own_voice: bool = False


def _runs_into(source: Span, content: Span) -> bool:
    """Whether a source shares words with what it is to have said: then it is no name."""
    return source.start < content.end and content.start < source.end


def own_name(source: Source, article: ArticleText) -> str:
    """Who speaks where the article names nobody: its author, if he writes of himself, else its outlet or file.

    Where others are quoted at length it is a report, and "we" is the paper.
    """
    if source.author:
        quotations = list(quotations_of(article.text))
        outside, end = [], 0
        for start, stop in quotations:
            outside.append(article.text[end:start])
            end = stop
        quoted = sum(stop - start for start, stop in quotations)
        is_report = len(quotations) >= FEWEST_QUOTED and quoted > REPORTED * len(article.text)
        if not is_report and _WRITER.search(" ".join((*outside, article.text[end:]))):
            return source.author
    return source.name


def said_in(article: ArticleText, tagged: Tagged) -> list[Said]:
    """The attributions whose holder has a name, in order."""
    holders, named = Holders(article.text, tagged), dict[Attribution, Said]()
    for each in attributions_of(article.text, tagged):
        cue = article.text[each.cue.start : each.cue.end] if each.cue else ""
        if is_appearance(cue):
            continue
        outer = named.get(each.outer) if each.outer else None
        source = each.source if each.source and not _runs_into(each.source, each.content) else None
        holder = holders.name(source, outer.holder if outer else None) if source else None
        if holder:
            through = (*outer.through, outer.holder) if outer and outer.holder != holder else ()
            named[each] = Said(each, cue, holder, through)
    return list(named.values())


def main_of(article: ArticleText, said: Sequence[Said], tagged: Tagged, start: int, end: int) -> Said | None:
    """Whose a sentence is: who holds most of it, its sources and cues aside, else who denies something in it.

    None where it is the article's own. `start` and `end` are its span, `said` what is said in it.
    """
    quoted = article.text[start] in '“"'
    said = [each for each in said if not _is_subject(article.text, each)]
    touching = [span for span in tagged.roles if span.start < end and start < span.end]
    around = sum(_shared(span, start, end) for span in touching if span.kind != "CONTENT")
    whole = max(end - start - around, 1)
    best = max(said, key=lambda each: _shared(each.attribution.content, start, end), default=None)
    own = {(best.attribution.cue, best.attribution.source)} if best else set()
    together = sum(
        _shared(each.attribution.content, start, end)
        for each in said
        if (each.attribution.cue, each.attribution.source) in own
    )
    if best and together >= (QUOTED if quoted else MOSTLY) * whole:
        return best
    return next((each for each in said if is_denial(each.cue)), None)


def _is_subject(text: str, said: Said) -> bool:
    """Whether a sentence begins with a statement and tells something of it: "its promises are a good sign"."""
    source = said.attribution.source
    if source is None or not _STATEMENT.search(said.cue):
        return False
    begins = re.search(r"(?:\A|[.!?\n][”\"]?\s*)\Z", text[max(0, source.start - 4) : source.start])
    return bool(begins) and text[source.start : source.end].rstrip().endswith(
        ("’s", "'s", "’", "Its", "Their", "His", "Her")
    )


def _shared(span: Span, start: int, end: int) -> int:
    return max(min(span.end, end) - max(span.start, start), 0)


def layered(article: ArticleText, said: Said, cues: str) -> Speaker:
    """The holder; where his words begin with what another has told, that other, through him."""
    content = said.attribution.content
    told = _TOLD.match(article.text[content.start : content.end])
    teller = named_holder(told.group()) if told else None
    if teller and teller.lower() not in said.holder.lower():
        return Speaker(teller, (*said.through, said.holder), cues)
    return Speaker(said.holder, said.through, cues)


def plainly(reading: str) -> Speaker | None:
    """Who the sentence itself names where the tagger saw nobody."""
    name = named_holder(reading)
    if name and (OF_THE_ARTICLE.search(name) or (_TURNS_DOWN.search(reading) and not denies_flatly(reading))):
        return None
    has_name = name and re.search(r"\b[A-Z]\w", name if not reading.startswith(name) else name[1:])
    is_said = name and reading.startswith(name) and _SAID_THAT.match(reading, len(name))
    is_plain = has_name or is_said or _ACCORDING.search(reading) or puts_a_figure(reading)
    return Speaker(name, (), "") if name and is_plain else None


def by_itself(article: ArticleText, start: int, end: int, reading: str) -> Speaker | None:
    """Who denies by a sentence itself that something is so; nobody within a quotation, which is its speaker's."""
    found = denies_that(reading)
    if found is None or any(first <= start and end <= last for first, last in quotations_of(article.text)):
        return None
    return Speaker(found[0], (), found[1])


def is_said_elsewhere(said: Said, start: int, end: int) -> bool:
    """Whether who says it, or the word for it, stands outside a sentence of that span: then one in it comes before."""
    told_by = (said.attribution.cue, said.attribution.source)
    return any(not (start <= each.start < end) for each in told_by if each)
