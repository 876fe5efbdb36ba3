"""The decisive clause of a long sentence: the part that speaks to the question, in the sentence's own words."""

import re
from collections.abc import Sequence
from itertools import combinations

from index.encoder import Encoder
from index.words import terms
from rag.question import Question

LONGEST_WHOLE = 120
"""Characters of the longest sentence that is always quoted whole."""
SHORTEST = 40
"""Characters of the shortest clause that still says something by itself."""

BETTER = 0.02
"""By how much a clause must be nearer to the question than its whole sentence."""
WORD_WEIGHT = 0.25

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


def decisive_spans(question: Question, texts: Sequence[str], encoder: Encoder) -> list[tuple[int, int]]:
    """For each sentence the span to quote: all of it, or the shortest clause that is nearer to the question."""
    spans = [[(0, len(text)), *(clauses_of(text) if len(text) > LONGEST_WHOLE else ())] for text in texts]
    parts = [text[start:end] for text, each in zip(texts, spans, strict=True) if len(each) > 1 for start, end in each]
    if not parts:
        return [each[0] for each in spans]
    vectors = encoder.encode([question.whole, *parts])
    near = iter((vectors[1:] @ vectors[0]).tolist())
    return [
        _decisive(question, text, each, [next(near) for _ in each]) if len(each) > 1 else each[0]
        for text, each in zip(texts, spans, strict=True)
    ]


def _decisive(question: Question, text: str, spans: list[tuple[int, int]], near: list[float]) -> tuple[int, int]:
    asked = set(question.words)
    scores = [
        cosine + WORD_WEIGHT * len(asked & set(terms(text[start:end]))) / max(1, len(asked))
        for (start, end), cosine in zip(spans, near, strict=True)
    ]
    better = [span for span, score in zip(spans[1:], scores[1:], strict=True) if score >= scores[0] + BETTER]
    return min(better, key=lambda span: span[1] - span[0], default=spans[0])
