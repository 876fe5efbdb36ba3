"""What goes on with a sentence near the question: an article names its matter, and tells of it in the next sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.patterns import regex
from index.reader import Index, Place
from index.search import Hit
from rag.cues import Kind
from rag.evidence import Evidence
from rag.reasons import gives_reason

NEAREST = 3
"""How many of the best sentences are looked behind."""
BEHIND = 0.25
"""How far below a sentence the next one is taken to be that goes on with it."""
NEAR = 0.4
"""How near in meaning to the question the next one must be where it refers to nothing."""
ANSWER = 0.05
"""How far below a question in an article its answer is, the next sentence,"""
QUESTION = 0.15
"""and the question itself, which answers nothing."""

AHEAD = 3
"""How many sentences further a reason may stand."""

_QUESTION = regex(r"\?[”\"’']?\s*\Z")
_QUOTED = regex(r"\W*[“\"]")
_GOES_ON = regex(
    r"\W*(?:he|she|it|they|its|his|her|their|this|that|these|those|such|two|three|both|another|neither|nor"
    r"|the\s(?:first|second|other))\b",
    re.IGNORECASE,
)


def with_following(judged: Sequence[Evidence], index: Index, kind: Kind) -> tuple[Evidence, ...]:
    """The evidence, best first, with what goes on with the best of it raised to just below that.

    Where the question asks for a reason and the best sentence only says that it is so, the reason goes on with it.
    """
    found = {each.hit.row: each for each in judged}
    raised: dict[int, float] = {}
    for rank, each in enumerate(judged):
        following = _following(each.hit.row, index)
        if following is None:
            continue
        reason = _reason(each.hit, index) if kind is Kind.REASON and rank < NEAREST else None
        if reason is not None:
            raised[reason] = max(raised.get(reason, each.relevance - BEHIND), each.relevance - BEHIND)
        if _is_question(each.hit.place) and not _is_question(index.places[following]):
            raised[following] = max(raised.get(following, each.relevance - ANSWER), each.relevance - ANSWER)
            raised.setdefault(each.hit.row, each.relevance - QUESTION)
        elif rank < NEAREST and _goes_on(following, each, found, index):
            raised[following] = max(raised.get(following, each.relevance - BEHIND), each.relevance - BEHIND)
    every = {**{row: _unjudged(row, judged, index) for row in raised if row not in found}, **found}
    return tuple(sorted(_changed(every, raised), key=lambda each: (-each.relevance, each.hit.row)))


def _following(row: int, index: Index) -> int | None:
    """The row of the next sentence of an article that is no heading."""
    if row + 1 >= len(index.places):
        return None
    place = index.places[row + 1]
    return row + 1 if place.source is index.places[row].source and place.sentence.kind != "heading" else None


def _reason(hit: Hit, index: Index) -> int | None:
    """The row of the next sentences of the article in which a reason is given, where this one gives none."""
    if gives_reason(hit.place.sentence.reading):
        return None
    row = _following(hit.row, index)
    for _ in range(AHEAD):
        if row is None or gives_reason(index.places[row].sentence.reading):
            return row
        row = _following(row, index)
    return None


def _is_question(place: Place) -> bool:
    """Whether the article itself asks; who is quoted may ask to say something."""
    return bool(_QUESTION.search(place.sentence.reading)) and not _QUOTED.match(place.sentence.reading)


def _goes_on(following: int, before: Evidence, found: Mapping[int, Evidence], index: Index) -> bool:
    """Whether the next sentence of a paragraph refers to the one before, or is near the question itself."""
    sentence = index.places[following].sentence
    if sentence.paragraph != before.hit.place.sentence.paragraph:
        return False
    known = found.get(following)
    return bool(_GOES_ON.match(sentence.reading)) or (known is not None and known.hit.cosine >= NEAR)


def _unjudged(row: int, judged: Sequence[Evidence], index: Index) -> Evidence:
    """A sentence that was no candidate: what it has of what is asked for is not known."""
    least = min(judged, key=lambda each: each.nearness)
    hit = Hit(row, index.places[row], 0.0, 0.0, 0.0, 0.0)
    return Evidence(hit, least.relevance, least.nearness, tuple(0.0 for _ in least.fits), least.asked)


def _changed(every: Mapping[int, Evidence], raised: Mapping[int, float]) -> Iterator[Evidence]:
    """All with their new relevance: never less than before, but for questions."""
    for row, each in every.items():
        new = raised.get(row, each.relevance)
        yield replace(each, relevance=new if _is_question(each.hit.place) else max(new, each.relevance))
