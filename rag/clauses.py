"""The decisive part of a sentence: the clause that speaks to the question, in the sentence's own words."""

import re
from collections.abc import Sequence
from itertools import combinations

import numpy as np

from corpus.source import Sentence
from index.encoder import Encoder
from index.reader import Place
from index.words import terms
from rag.question import Question
from rag.slots import fits, slots_of

LONGEST_WHOLE = 120
"""Characters of the longest sentence that is always quoted whole."""
SHORTEST = 40
"""Characters of the shortest clause that still says something by itself."""
WORD_WEIGHT = 0.25
SLOT_WEIGHT = 0.25

# Before these words a clause may end or begin, and what stands on either side can be read by itself.
_JOINT = re.compile(
    r"""
    ;\s+ | (?:,[”"’]?|\s[–—-])\s+(?=(?:and|but|while|whereas)\s)
    | \s+(?=(?:while|whereas)\s)
    """,
    re.VERBOSE,
)
# What these words begin is an aside: a clause may end before it, but none begins there. Conditions and concessions
# ("unless", "if", "although", "except") are not among them, for without them a statement says something else.
_ASIDE = re.compile(
    r"""
    ,[”"’]?\s+(?=(?:which|who|whose|where|with|as|after|before|following|leaving|in\ which|including|\w{3,}ing)\s)
    | \s[–—]\s+
    """,
    re.VERBOSE,
)


def decisive_spans(question: Question, places: Sequence[Place], encoder: Encoder) -> list[tuple[int, int]]:
    """For each sentence the span of its source to quote.

    All of a short sentence; of a long one the shortest clause that is no further from the question
    than the whole; of one that a page's markup cuts, the piece that is nearest.
    """
    choices = [_choices(place.sentence) for place in places]
    parts = [
        place.source.text[start:end]
        for place, spans in zip(places, choices, strict=True)
        for start, end in spans
        if len(spans) > 1
    ]
    if not parts:
        return [spans[0] for spans in choices]
    scores = iter(_scores(question, parts, encoder))
    return [
        _decisive(place.sentence, spans, [next(scores) for _ in spans]) if len(spans) > 1 else spans[0]
        for place, spans in zip(places, choices, strict=True)
    ]


def _choices(sentence: Sentence) -> list[tuple[int, int]]:
    """The whole sentence, then the parts of it that could be quoted instead."""
    whole = (sentence.start, sentence.end)
    if sentence.fragments:
        return [whole, *sentence.fragments]
    if len(sentence.text) <= LONGEST_WHOLE:
        return [whole]
    return [whole, *((sentence.start + start, sentence.start + end) for start, end in clauses_of(sentence.text))]


def _scores(question: Question, parts: Sequence[str], encoder: Encoder) -> list[float]:
    """How near each part is to the question: by meaning, by words, and by having what is asked for."""
    vectors = encoder.encode([question.whole, *parts])
    asked = set(question.words)
    words = np.array([len(asked & set(terms(part))) / max(1, len(asked)) for part in parts])
    slots = [slot for slot in slots_of(question) if slot.asks_for_something]
    having = fits(slots, parts, encoder).max(axis=0) if slots else np.zeros(len(parts))
    found: list[float] = (vectors[1:] @ vectors[0] + WORD_WEIGHT * words + SLOT_WEIGHT * having).tolist()
    return found


def _decisive(sentence: Sentence, spans: Sequence[tuple[int, int]], scores: Sequence[float]) -> tuple[int, int]:
    if sentence.fragments:
        return spans[int(np.argmax(scores))]
    near = [span for span, score in zip(spans[1:], scores[1:], strict=True) if score >= scores[0]]
    return min(near, key=lambda span: span[1] - span[0], default=spans[0])


def clauses_of(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the parts of a sentence that can be read without the rest, in code points of `text`."""
    joints = {match.end() for match in _JOINT.finditer(text)}
    asides = {match.end() for match in _ASIDE.finditer(text)}
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
