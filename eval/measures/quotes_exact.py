"""Quotes exact: the share of citations whose words stand in the file where the citation says."""

from collections.abc import Mapping

from corpus.source import Source
from eval.case import Case
from eval.measures.count import Count, count_true
from rag.answer import Citation


def quotes_exact(case: Case) -> Count:
    """Citations, those of declined answers too, that are verbatim, out of all of them."""
    return count_true(is_exact(citation, case.sources) for citation in case.answer.citations)


def is_exact(citation: Citation, sources: Mapping[str, Source]) -> bool:
    """Whether `text[start:end]` of the file is the quote; an unknown file, an empty or an inverted span is not."""
    source = sources.get(citation.file)
    if source is None or not 0 <= citation.start < citation.end <= len(source.text):
        return False
    return source.text[citation.start : citation.end] == citation.quote
