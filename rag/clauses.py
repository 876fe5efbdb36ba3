"""The decisive part of a sentence: the clause that speaks to the question, in the sentence's own words."""

import re
from itertools import combinations

from corpus.patterns import regex
from index.attribution import quotations_of
from index.moments import moments_in
from index.quantities import quantities_of
from index.reader import Place
from index.words import terms
from rag.cues import Kind
from rag.fits import counts_the_fate
from rag.question import Question
from rag.slots import slots_of

LONGEST_WHOLE = 120
"""Characters of the longest sentence that is always quoted whole."""
SHORTEST = 40
"""Characters of the shortest clause that still says something by itself."""

# Before these words a clause may end or begin, and what stands on either side can be read by itself.
_JOINT = regex(
    r"""
    ;\s+ | (?:,[”"’]?|\s[–—-])\s+(?=(?:and|but|while|whereas)\s)
    | \s+(?=(?:while|whereas)\s)
    """,
    re.VERBOSE,
)
# What these words begin is an aside: a clause may end before it, but none begins there. Conditions and concessions
# ("unless", "if", "although", "except") are not among them, for without them a statement says something else.
_ASIDE = regex(
    r"""
    ,[”"’]?\s+(?=(?:which|who|whose|where|with|as|after|before|following|leaving|in\ which|including|\w{3,}ing)\s)
    | \s[–—]\s+
    """,
    re.VERBOSE,
)
_SAID = (
    r"(?:said|says|told|adds?|added|wrote|writes|argued|argues|insisted|warned|warns|asked|answered|replied|claimed|stated"
    r"|noted|explained|continued|concluded|declared|announced|confirmed)"
)
# What only says who speaks, before what is said and behind it; none of it denies that it was said.
_NOT_DENIED = r"(?![^“”\"]*\b(?:not|never|nobody|none|neither|no\sone|deny|denied|denies)\b|[^“”\"]*n[’']t\b)"
_SPEAKER_BEFORE = regex(
    rf"""
    \A{_NOT_DENIED}[^“”"]{{0,120}}\b{_SAID}\b
    (?:[^“”"]{{0,40}}[,:]\s+(?=[“"]) | \s(?:[^“”",;]{{1,30}}\s)?that\s)
    """,
    re.VERBOSE,
)
_SPEAKER_BEHIND = regex(
    rf"""
    (?<=[”"])\s+(?={_NOT_DENIED}[^“”"]{{0,160}}\b{_SAID}\b[^“”"]{{0,160}}\Z)
    | ,\s+(?={_NOT_DENIED}[^“”",]{{1,40}}\s{_SAID}\b[^“”"]{{0,60}}\Z)
    """,
    re.VERBOSE,
)


def decisive_span(question: Question, place: Place, holder: str | None = None) -> tuple[int, int]:
    """The span of its source to quote of a sentence.

    All of a short sentence; of a long one the shortest clause that loses no word of the question and
    nothing that is asked for, the name of a `holder` aside, who is told beside it; of one that a page's markup cuts,
    the piece that has most of them, and his own words before others where it is he who is asked about.
    """
    sentence, text = place.sentence, place.source.text
    whole = (sentence.start, sentence.end)
    told = frozenset(terms(holder or ""))
    if sentence.fragments:
        quoted = _quoted(sentence.reading) if told & set(question.names) else ""
        pieces = (whole, *sentence.fragments)
        return max(pieces, key=lambda span: (text[slice(*span)] in quoted, *_has_of(question, text[slice(*span)])))
    if len(sentence.text) <= LONGEST_WHOLE or question.kind is Kind.REASON:  # a reason is in no word of the question
        return whole
    needed = _has_of(question, sentence.text, told)
    clauses = [(sentence.start + start, sentence.start + end) for start, end in clauses_of(sentence.text, bool(told))]
    sufficient = [span for span in clauses if _has_of(question, text[slice(*span)], told) >= needed]
    return min(sufficient, key=lambda span: span[1] - span[0], default=whole) if needed[1] else whole


def _quoted(reading: str) -> str:
    """What stands in quotation marks."""
    return "\n".join(reading[start:end] for start, end in quotations_of(reading))


def _has_of(question: Question, text: str, told: frozenset[str] = frozenset()) -> tuple[int, int]:
    """How many of the things asked for a text has, and how many words of the question that are not told already."""
    asked = [slot for slot in slots_of(question) if slot.asks_for_something]
    having = sum(bool(moments_in(text)) if slot.kind is Kind.TIME else bool(quantities_of(text)) for slot in asked)
    having += sum(counts_the_fate(slot, text) for slot in asked)  # how many died is told by no number of the injured
    return having, len((set(question.words) - told) & set(terms(text)))


def clauses_of(text: str, speaker_told: bool = False) -> tuple[tuple[int, int], ...]:
    """Spans of the parts of a sentence that can be read without the rest, in code points of `text`.

    Where it is told beside them who speaks, the words that only say so may be left out too.
    """
    joints = {match.end() for match in _JOINT.finditer(text)}
    asides = {match.end() for match in _ASIDE.finditer(text)}
    if speaker_told:
        joints |= {match.end() for match in _SPEAKER_BEFORE.finditer(text)}
        asides |= {match.end() for match in _SPEAKER_BEHIND.finditer(text)}
    edges = sorted({0, len(text)} | joints | asides)
    runs = [_trimmed(text, start, end) for start, end in combinations(edges, 2) if start == 0 or start in joints]
    return tuple((start, end) for start, end in runs if end - start < len(text) and _is_whole(text[start:end]))


def _is_whole(run: str) -> bool:
    """Whether a run is long enough and breaks no quotation apart."""
    balanced = run.count("“") == run.count("”") and run.count('"') % 2 == 0 and run.count("(") == run.count(")")
    return len(run) >= SHORTEST and balanced


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The run without a leading conjunction and without the punctuation that joined it to the next."""
    lead = re.match(r"(?:\s|(?:and|but|while|whereas)\s)*", text[start:end]) if start else None
    begin = start + (lead.end() if lead else 0)
    return begin, start + len(text[start:end].rstrip(" \t\r\n\u00a0,;–—-"))
