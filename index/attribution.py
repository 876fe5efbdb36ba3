"""Who says what in an article: the tagger's spans put together to a source, a cue and what is said."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.patterns import regex
from index.tagger import Span, Tagged

FARTHEST = 400
"""Code points between a content and its cue past which they do not belong together."""
ANOTHER_SENTENCE = 150
BESIDE = 12
"""Code points between a relative pronoun and its cue at most."""
_RELATIVE = regex(r"(?:who|which|that|whom)", re.IGNORECASE)
_SENTENCE_END = regex(r"[.!?][”\"]?\s+(?=[A-Z“\"])")
_QUOTATION = regex(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Attribution:
    """What somebody is said to say: spans of an article's text; `outer` is the attribution this one is told within."""

    content: Span
    cue: Span | None
    source: Span | None
    outer: "Attribution | None" = None


def attributions_of(text: str, tagged: Tagged) -> tuple[Attribution, ...]:
    """The attributions of an article in the order of their contents.

    A content belongs to the nearest cue of its paragraph, the cue to the nearest source; what lies inside the content
    speaks for others. A quotation that goes on without a cue is its last speaker's.
    """
    roles = {role: [span for span in tagged.roles if span.kind == role] for role in ("SOURCE", "CUE", "CONTENT")}
    found: list[Attribution] = []
    for content in sorted(roles["CONTENT"], key=lambda span: (span.start, -span.end)):
        cues = _outside(roles["CUE"], content)
        cue = _nearest(content, cues, text)
        if cue and _ends_between(content, cue, text):
            cue = _nearest(content, _behind_it(content, cues, text), text) or cue
        if cue and _ends_between(content, cue, text) and not _may_stand_alone(content, text):
            continue
        sources = [span for span in _outside(roles["SOURCE"], content) if _may_say(span, cue, text)]
        source = _nearest(cue or content, sources, text)
        outer = next((each for each in found if _within(cue or content, each.content)), None)
        if cue is None and (before := _spoke_before(content, found, text)):
            cue, source = before.cue, before.source
        found.append(Attribution(content, cue, source, outer))
    return tuple(found)


def quotations_of(text: str) -> Iterator[tuple[int, int]]:
    """The spans inside quotation marks; one without its end ends with its line."""
    for match in _QUOTATION.finditer(text):
        yield match.span()


def _outside(spans: Sequence[Span], content: Span) -> list[Span]:
    return [span for span in spans if not _within(span, content)]


def _within(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end


def _behind_it(content: Span, cues: Sequence[Span], text: str) -> list[Span]:
    """The cues behind a statement in its own sentence; a quotation may go on with the speaker before it."""
    if text[content.start] in '“"':
        return []
    behind = [cue for cue in cues if content.end <= cue.start]
    return [cue for cue in behind if not _ends_between(content, cue, text)]


def _nearest(span: Span, others: Sequence[Span], text: str) -> Span | None:
    """The nearest of the others in the same paragraph; of two as near, the one before."""
    close = [other for other in others if _distance(span, other) <= FARTHEST]
    near = [(_gap(span, other, text), other.start, other) for other in close]
    same = [item for item in near if "\n" not in _between(span, item[2], text)]
    return min(same, key=lambda item: item[:2])[2] if same else None


def _distance(one: Span, other: Span) -> int:
    """Code points between two spans."""
    return max(one.start - other.end, other.start - one.end, 0)


def _gap(one: Span, other: Span, text: str) -> int:
    """Code points between two spans; the end of a sentence between them counts as many."""
    return _distance(one, other) + ANOTHER_SENTENCE * len(_SENTENCE_END.findall(_between(one, other, text)))


def _between(one: Span, other: Span, text: str) -> str:
    first, second = (one, other) if one.start <= other.start else (other, one)
    return text[min(first.end, second.start) : second.start]


def _ends_between(one: Span, other: Span, text: str) -> bool:
    return bool(_SENTENCE_END.search(text, min(one.end, other.end), max(one.start, other.start) + 1))


def _may_stand_alone(content: Span, text: str) -> bool:
    """Whether what is said may be whose the sentences around are: a quotation, or a sentence from its beginning."""
    before = text[: content.start].rstrip()
    return (
        text[content.start] in '“"'
        or before[-1:] in {"", ".", "!", "?", ":", "“", "”", '"'}
        or "\n" in (text[len(before) : content.start])
    )


def _may_say(source: Span, cue: Span | None, text: str) -> bool:
    """Whether a source may belong to a cue: "who" belongs to what follows it directly, and to nothing else."""
    if cue is None or not _RELATIVE.fullmatch(text, source.start, source.end):
        return True
    return source.end <= cue.start <= source.end + BESIDE


def _spoke_before(content: Span, found: Sequence[Attribution], text: str) -> Attribution | None:
    """Who spoke last, where the content is a quotation."""
    if text[content.start : content.start + 1] not in ("“", '"') and text[max(0, content.start - 1)] not in ("“", '"'):
        return None
    at = bisect_right([each.content.start for each in found], content.start)
    return next((each for each in reversed(found[:at]) if each.source), None)
