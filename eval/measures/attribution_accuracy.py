"""Attribution accuracy: whether the words a reader reads name the right holder."""

import re
from collections.abc import Iterable, Sequence

from corpus.source import Source
from eval.case import Case, span_of
from eval.gold import Viewpoint
from eval.measures.count import Count, count_true
from eval.measures.holder_accuracy import without_titles
from eval.spans import is_match
from rag.answer import Citation, Statement


def attribution_accuracy(case: Case) -> Count:
    """Statements that name a holder of a viewpoint they cite, and no holder of another, out of those that cite one.

    What a statement names are its own words, not the fields of its citations. An article that speaks itself is
    named by its outlet, its title or its file. Naming all the holders of a question gains nothing: one of whom
    neither a cited viewpoint nor the cited words speak makes it wrong.
    """
    if not case.answer.answered:
        return Count(0, 0)
    citations = {citation.number: citation for citation in case.answer.citations}
    outcomes = []
    for statement in case.answer.sentences:
        cited = [citations[number] for number in statement.citations if number in citations]
        shown = [view for view in case.question.viewpoints if _is_cited(view, cited)]
        if shown:
            outcomes.append(_is_attributed(statement, cited, shown, case))
    return count_true(outcomes)


def _is_attributed(statement: Statement, cited: Sequence[Citation], shown: Sequence[Viewpoint], case: Case) -> bool:
    right = [name for view in shown for holder in view.holders for name in _names(holder, case)]
    others = {holder for view in case.question.viewpoints if view not in shown for holder in view.holders}
    allowed = " ".join([*right, *(citation.quote for citation in cited), *_own_names(cited)])
    wrong = (name for holder in others for name in _names(holder, case) if not is_named(name, allowed))
    return any(is_named(name, statement.text) for name in right) and not any(
        is_named(name, statement.text) for name in wrong
    )


def is_named(name: str, text: str) -> bool:
    """Whether a text holds a name, its titles aside, or the last word of a name that is nothing but capitals.

    A single word must stand there with its capitals: may is not May.
    """
    plain, words = without_titles(name), name.split()
    if " " in plain and _stands(plain, without_titles(text)):
        return True
    capitals = len(words) <= 3 and all(word[0].isupper() for word in words)
    return (" " not in plain or capitals) and bool(plain) and _stands(words[-1], text)


def _stands(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _own_names(cited: Iterable[Citation]) -> list[str]:
    """Where the cited words stand may always be told."""
    return [name for citation in cited for name in (citation.outlet, citation.title, citation.file) if name]


def _names(holder: str, case: Case) -> list[str]:
    source: Source | None = case.sources.get(holder)
    return [name for name in (holder, source and source.outlet, source and source.title) if name]


def _is_cited(view: Viewpoint, cited: Iterable[Citation]) -> bool:
    return any(is_match(span_of(citation), evidence.span) for citation in cited for evidence in view.evidence)
