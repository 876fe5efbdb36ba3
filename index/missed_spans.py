"""What the tagger leaves out beside a cue: its subject, the name before an apposition, what is said."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.patterns import regex
from index.tagger import Span, Tagged

_JOINT = r"(?:that|however|but|while|whereas|and|because|as|when|although|though|if)"
_BOUNDARY = rf"(?:\A|[,;:(“”\"]\s*|\s[–—-]\s|\b{_JOINT}\s)"
_WORD = rf"(?!(?:{_JOINT}|who|which|is|are|was|were|has|have|had|to|not)\b)[^\W_][\w’'.-]*"
# "Brook residents", "the harbour board", "he", directly before a cue.
_SUBJECT = regex(
    rf"{_BOUNDARY}(?P<who>(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Ss]ome)\s{_WORD}"
    rf"|[A-Z][\w’'.-]*)(?:\s{_WORD}){{0,6}}))\s?\Z"
)
# "Some 300 families have left, citing …": whose action a participle tells of.
_ACTING = regex(
    rf"(?:\A|,\s)(?P<who>(?:{_WORD}|\d[\d,.]*\d)(?:\s(?:{_WORD}|to|\d[\d,.]*\d)){{0,6}})"
    r"\s(?:has|have|had|is|are|was|were|will)\s"
)
_NAME_BEFORE = regex(r"(?P<who>(?:[A-Z][\w’'.&-]*)(?:\s(?:(?:of|for|the|and|de|van)\s)*[A-Z][\w’'.&-]*)*),\s\Z")
_ROLE = regex(r"(?:the|an?|its|his|her|their)\s[^A-Z,]+,")
FARTHEST = 80
"""Code points back to the beginning of a name before an apposition."""
ADJACENT = 3
"""Code points between a source and a cue that stand side by side."""
SHORTEST = 12
"""Code points of the shortest rest of a sentence that is what somebody says."""


def completed(text: str, sentences: Iterable[tuple[int, int]], tagged: Tagged) -> Tagged:
    """The marks of an article with those that were left out of each sentence, the sentences given by their spans.

    A source or an entity that begins before its sentence, in a heading for instance, begins with it.
    """
    spans = sorted(sentences)
    roles = [_with_name(text, _in_one(spans, span)) if span.kind == "SOURCE" else span for span in tagged.roles]
    for start, end in spans:
        near = [span for span in roles if span.start < end and start < span.end]
        roles.extend(_missed(text, start, end, near))
    entities = tuple(_in_one(spans, span) for span in tagged.entities)
    return Tagged(tuple(sorted(roles, key=lambda span: (span.start, span.end))), entities)


def _in_one(sentences: Sequence[tuple[int, int]], span: Span) -> Span:
    """The part of a span that lies in the sentence it ends in."""
    last = bisect_left(sentences, (span.end, 0)) - 1
    return replace(span, start=max(span.start, sentences[last][0])) if last >= 0 else span


def _with_name(text: str, source: Span) -> Span:
    """A source with the name that stands before it: "the operator" of "Brook Mines, the operator, said"."""
    if not _ROLE.fullmatch(text[source.start : source.end + 1].strip()):
        return source
    begin = max(0, source.start - FARTHEST)
    name = _NAME_BEFORE.search(text[begin : source.start])
    return Span(begin + name.start("who"), source.end, source.kind) if name else source


def _missed(text: str, start: int, end: int, roles: Sequence[Span]) -> Iterator[Span]:
    cues = [span for span in roles if span.kind == "CUE" and start <= span.start]
    sources = [span for span in roles if span.kind == "SOURCE"]
    for cue in cues:
        others = [*sources, *(other for other in cues if other != cue)]
        nearest = min(others, key=lambda span: max(cue.start - span.end, span.start - cue.end), default=None)
        if nearest is None or nearest.kind == "CUE":
            yield from _subject(text, start, cue)
    if len(cues) == len(sources) == 1 and not any(span.kind == "CONTENT" for span in roles):
        yield from _said(text, start, end, cues[0], sources[0])


def _subject(text: str, start: int, cue: Span) -> Iterator[Span]:
    """Who stands directly before a cue, or acts where a participle tells why."""
    is_participle = text[: cue.start].endswith(", ") and text[cue.start : cue.end].split(" ")[0].endswith("ing")
    found = list((_ACTING if is_participle else _SUBJECT).finditer(text[start : cue.start]))
    if found:
        yield Span(start + found[-1].start("who"), start + found[-1].end("who"), "SOURCE")


def _said(text: str, start: int, end: int, cue: Span, source: Span) -> Iterator[Span]:
    """The longer part of a sentence before or behind a source and its cue, where nothing else is marked as said."""
    first, last = min(cue.start, source.start), max(cue.end, source.end)
    if 0 <= max(cue.start, source.start) - min(cue.end, source.end) <= ADJACENT:
        begin, stop = max((start, first), (last, end), key=lambda part: part[1] - part[0])
        words = text[begin:stop].strip(" ,.;:")
        if len(words) >= SHORTEST:
            at = text.index(words, begin)
            yield Span(at, at + len(words), "CONTENT")
