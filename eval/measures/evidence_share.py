"""Evidence share: how much of what an answer makes its reader read is evidence."""

from eval.case import Case
from eval.measures.count import NOTHING, Count
from eval.spans import characters_inside, without_overlap


def evidence_share(case: Case) -> Count:
    """Cited characters that lie inside gold evidence, out of all; only answered answerable questions are scored.

    A character that several citations share counts once, as does one of several pieces of evidence;
    citations of any length count, so that a chunk shows for what it is.
    """
    if not case.question.answerable:
        return NOTHING
    cited = without_overlap(case.cited_spans)
    inside = characters_inside(cited, case.question.evidence_spans)
    return Count(inside, sum(span.length for span in cited))
