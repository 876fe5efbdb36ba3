"""One question of report.html: its answer, what was missed, and what was false."""

from collections.abc import Iterator

from eval.case import Case, span_of
from eval.gold import GoldDisagreement, GoldQuestion, Viewpoint
from eval.html.markup import Html, joined, tag
from eval.measures.answer_recall import is_found
from eval.measures.disagreement_pairs import closest_report, pairs_claimed, sides_show
from eval.measures.quotes_exact import is_exact
from eval.measures.viewpoint_coverage import is_shown
from eval.results import QuestionResult, shown
from eval.spans import matches_any
from eval.weaknesses import weaknesses
from rag.answer import Citation, Disagreement
from rag.markup import unescape

HEADLINE = ("viewpoint coverage", "citation precision", "answer recall", "disagreement recall")


def question_section(system: str, result: QuestionResult) -> Html:
    """A question that can be folded, found by its words, and filtered by its system, kind and weakness."""
    case, weak = result.case, weaknesses(result)
    question = case.question
    figures = ", ".join(f"{name} {shown(share)}" for name in HEADLINE if (share := result.share(name)) is not None)
    head = tag(
        "summary",
        tag("code", question.id),
        " ",
        tag("strong", question.question),
        " ",
        tag("span", f"{system} · {question.kind}", class_="kind"),
        " ",
        tag("span", f" · {figures}" if figures else "", class_="figures"),
    )
    parts = [
        _history(question),
        _weak(weak),
        _answer(case),
        _citations(case),
        _missed(case),
        _false(case),
        _all(result),
    ]
    return tag(
        "details",
        head,
        *parts,
        class_="question weak" if weak else "question",
        data_system=system,
        data_kind=question.kind,
    )


def _history(question: GoldQuestion) -> Html:
    return tag("p", "After: ", " · ".join(question.history), class_="faint") if question.history else Html()


def _weak(weak: tuple[str, ...]) -> Html:
    return tag("ul", *(tag("li", each) for each in weak), class_="weaknesses") if weak else Html()


def _answer(case: Case) -> Html:
    label = "Answer" if case.answer.answered else "Declined"
    return tag("section", tag("h4", label), tag("div", unescape(case.answer.text), class_="answer"))


def _citations(case: Case) -> Html:
    if not case.answer.citations:
        return Html()
    items = [_citation(citation, case) for citation in case.answer.citations]
    return tag("section", tag("h4", "Citations"), tag("ol", *items, class_="citations"))


def _citation(citation: Citation, case: Case) -> Html:
    right = matches_any(span_of(citation), case.question.evidence_spans)
    verdict = "evidence" if right else "beside the point" if case.question.answerable else "no evidence exists"
    exact = Html() if is_exact(citation, case.sources) else tag("strong", " not verbatim", class_="wrong")
    place = f"{citation.file}:{citation.line} {citation.start}–{citation.end}"
    told = " · ".join(part for part in (citation.holder, citation.outlet, citation.date) if part)
    return tag(
        "li",
        tag("q", citation.quote),
        " ",
        tag("span", verdict, class_="right" if right else "wrong"),
        exact,
        " ",
        tag("span", f"{told} · {place}", class_="faint"),
        value=citation.number,
    )


def _missed(case: Case) -> Html:
    items = list(_missed_items(case))
    return tag("section", tag("h4", "Missed"), tag("ul", *items), class_="missed") if items else Html()


def _missed_items(case: Case) -> Iterator[Html]:
    for view in case.question.viewpoints:
        if not is_shown(view, case.cited_spans):
            yield _viewpoint(view)
    for group in case.question.answers:
        if not is_found(group, case.answer):
            yield tag("li", "does not say ", tag("strong", " or ".join(group)))
    for gold in case.question.disagreements:
        if closest_report(case.answer.disagreements, gold, case.spans_by_number) is None:
            yield _pair(gold)


def _viewpoint(view: Viewpoint) -> Html:
    quotes = [tag("li", tag("q", each.quote), " ", tag("span", each.file, class_="faint")) for each in view.evidence]
    held = f" ({', '.join(view.holders)})" if view.holders else ""
    return tag("li", "viewpoint: ", tag("strong", view.summary), held, tag("ul", *quotes))


def _pair(gold: GoldDisagreement) -> Html:
    left, right = gold.left[0], gold.right[0]
    return tag(
        "li", f"disagreement, {gold.about} {gold.relation}: ", tag("q", left.quote), " against ", tag("q", right.quote)
    )


def _false(case: Case) -> Html:
    """What is reported and not in the gold; an answer where there is none is false as a whole."""
    items = [_report(each) for each in case.answer.disagreements if _is_false(each, case)]
    if case.answer.answered and not case.question.answerable:
        items.insert(0, tag("li", "an answer, though the sources do not say"))
    return tag("section", tag("h4", "False"), tag("ul", *items), class_="false") if items else Html()


def _is_false(report: Disagreement, case: Case) -> bool:
    gold, spans = case.question.disagreements, case.spans_by_number
    return not any(sides_show(one, other, pair, spans) for one, other in pairs_claimed(report) for pair in gold)


def _report(report: Disagreement) -> Html:
    return tag("li", f"disagreement, {report.about} {report.relation}: {report.summary}")


def _all(result: QuestionResult) -> Html:
    counted = ((name, count) for name, count in result.counts if count.total)
    cells = [
        tag(
            "li",
            f"{name} {count.hits:.3g} of {count.total}"
            if count.hits % 1
            else f"{name} {count.hits:.0f} of {count.total}",
        )
        for name, count in counted
    ]
    note = [tag("p", f"Note: {result.case.question.note}", class_="faint")] if result.case.question.note else []
    return joined([tag("ul", *cells, class_="counts"), *note])
