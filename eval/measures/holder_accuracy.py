"""Holder accuracy: whether an answer names the right one for what it cites."""

from collections.abc import Iterable, Mapping

from corpus.patterns import regex
from corpus.source import Source
from eval.case import Case, span_of
from eval.gold import Viewpoint
from eval.measures.count import Count, count_true
from eval.spans import is_match
from rag.answer import Citation

_TITLES = regex(
    r"\b(?:the|mr|mrs|ms|miss|sir|dame|lord|lady|dr|prof|professor|president|prime minister|foreign minister|"
    r"minister|chancellor|senator|governor|mayor|ambassador|general|colonel|judge|king|queen|prince|princess)\b\.?"
)
_SHORTEST_PART = 4


def holder_accuracy(case: Case) -> Count:
    """Named holders that are right, out of those named, over citations that match a viewpoint's evidence."""
    matched = ((citation, _viewpoints_shown(case, citation)) for citation in case.citations)
    return count_true(
        _is_right(citation, viewpoints, case.sources)
        for citation, viewpoints in matched
        if viewpoints and citation.holder
    )


def holder_named(case: Case) -> Count:
    """Citations that name a holder, out of those that match a viewpoint's evidence."""
    return count_true(bool(citation.holder) for citation in case.citations if _viewpoints_shown(case, citation))


def is_same_holder(one: str, other: str) -> bool:
    """Whether one name contains the other, case and titles aside.

    A name under four characters must be a whole word of the other: UN is not a part of unknown.
    """
    short, long = sorted((without_titles(one), without_titles(other)), key=len)
    if len(short) < _SHORTEST_PART:
        return bool(short) and short in long.split()
    return short in long


def without_titles(name: str) -> str:
    """A name as names are compared: case folded, titles dropped unless nothing else is left."""
    folded = name.casefold().replace("’", "'")
    return " ".join(_TITLES.sub(" ", folded).split()) or folded.strip()


def _viewpoints_shown(case: Case, citation: Citation) -> list[Viewpoint]:
    span = span_of(citation)
    viewpoints = case.question.viewpoints
    return [shown for shown in viewpoints if any(is_match(span, evidence.span) for evidence in shown.evidence)]


def _is_right(citation: Citation, viewpoints: Iterable[Viewpoint], sources: Mapping[str, Source]) -> bool:
    names = _names(citation, sources)
    return any(is_same_holder(name, holder) for name in names for view in viewpoints for holder in view.holders)


def _names(citation: Citation, sources: Mapping[str, Source]) -> list[str]:
    """The holder; and the file, where the holder is the outlet itself: gold names an outlet by its file."""
    holder, source = citation.holder or "", sources.get(citation.file)
    if source and source.outlet and without_titles(source.outlet) == without_titles(holder):
        return [holder, source.file]
    return [holder]
