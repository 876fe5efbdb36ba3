"""eval.jsonl: a row a question and system, with the keys that ragas reads."""

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from eval.case import Case
from eval.measures.quotes_exact import is_exact
from eval.results import EvalReport, QuestionResult
from eval.spans import Span, matches_any


class CitationRow(BaseModel, frozen=True):
    """A citation: where it stands, whether it is verbatim there, and whether it is gold evidence."""

    number: int
    file: str
    start: int
    end: int
    quote: str
    holder: str | None
    verified: bool
    evidence: bool


class Row(BaseModel, frozen=True):
    """A question with its answer; `retrieved_contexts` are the quotes, `reference` what the gold says in sentences."""

    id: str
    system: str
    kind: str
    user_input: str
    response: str
    retrieved_contexts: tuple[str, ...]
    retrieved_context_ids: tuple[str, ...]
    reference: str
    reference_contexts: tuple[str, ...]
    reference_context_ids: tuple[str, ...]
    history: tuple[str, ...]
    answered: bool
    citations: tuple[CitationRow, ...]
    scores: dict[str, float]


def write_rows(report: EvalReport, path: Path) -> None:
    """Write the rows of every system."""
    lines = (json.dumps(row.model_dump(), ensure_ascii=False) + "\n" for row in rows_of(report))
    path.write_text("".join(lines), encoding="utf-8")


def rows_of(report: EvalReport) -> Iterator[Row]:
    """A row for each question of each system."""
    return (_row(system.name, result) for system in report.systems for result in system.results)


def _row(system: str, result: QuestionResult) -> Row:
    case, gold = result.case, result.case.question
    evidence = [evidence for viewpoint in gold.viewpoints for evidence in viewpoint.evidence]
    quoted = {f"{c.file}:{c.start}-{c.end}": c.quote for c in case.answer.citations}
    return Row(
        id=gold.id,
        system=system,
        kind=gold.kind,
        user_input=gold.question,
        response=case.answer.text,
        retrieved_contexts=tuple(quoted.values()),
        retrieved_context_ids=tuple(quoted),
        reference=" ".join(viewpoint.summary for viewpoint in gold.viewpoints) or "The sources do not say.",
        reference_contexts=tuple(each.quote for each in evidence),
        reference_context_ids=tuple(f"{each.file}:{each.start}-{each.end}" for each in evidence),
        history=gold.history,
        answered=case.answer.answered,
        citations=tuple(_citations(case)),
        scores={name: count.share for name, count in result.counts if count.share is not None},
    )


def _citations(case: Case) -> Iterator[CitationRow]:
    evidence = case.question.evidence_spans
    for cited in case.answer.citations:
        yield CitationRow(
            number=cited.number,
            file=cited.file,
            start=cited.start,
            end=cited.end,
            quote=cited.quote,
            holder=cited.holder,
            verified=is_exact(cited, case.sources),
            evidence=matches_any(Span(cited.file, cited.start, cited.end), evidence),
        )
