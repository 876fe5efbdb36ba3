"""EVIRAG-bench: are all positions on a question shown, and the claims that contradict each other set side by side."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from eval.benchmarks.benchmark import Benchmark, Options
from eval.benchmarks.details import Detail
from eval.benchmarks.evirag_form import ORIGIN, DocumentRow, GoldRow, documents_file
from eval.benchmarks.evirag_question import ALIKE, Held
from eval.benchmarks.json_lines import read_rows
from eval.benchmarks.likeness import Likeness
from eval.benchmarks.outcome import Outcome, mean_of, share_of, told_outcomes, write_outcomes
from eval.benchmarks.pool import pool_of
from eval.benchmarks.pooled_systems import systems_over
from eval.system import System
from index.export import EMBEDDED, load_encoder

HEADLINE = f"viewpoint coverage at {ALIKE}"


def run(file: Path, options: Options) -> Iterator[str]:
    """The lines of the benchmark, a table for each system."""
    gold = read_rows(file, GoldRow, ORIGIN)
    documents = read_rows(documents_file(file, options.documents), DocumentRow, ORIGIN)
    yield from (*gold.unread, *documents.unread)
    named = {f"{number:05d}.txt": document for number, document in enumerate(documents.rows, 1) if document.body}
    pool = pool_of("evirag", {name: _written(document) for name, document in named.items()}, options)
    yield f"{len(gold.rows)} questions over {len(named)} documents"
    ids = {name: document.id for name, document in named.items()}
    likeness = Likeness(load_encoder(options.encoder or EMBEDDED))
    with systems_over(pool, options) as over:
        yield from over.remarks
        outcomes = [_measured(system, gold.rows, ids, likeness, options) for system in over.systems]
    yield from told_outcomes(outcomes)
    if options.output:
        write_outcomes(outcomes, options.output)


def _written(document: DocumentRow) -> str:
    """A document as an article: its title, and what is there to read."""
    return f"{document.title.strip()}\n\n{document.body}\n" if document.title.strip() else f"{document.body}\n"


def _measured(
    system: System, gold: Sequence[GoldRow], ids: Mapping[str, str], likeness: Likeness, options: Options
) -> Outcome:
    held = []
    for number, row in enumerate(gold, 1):
        held.append(Held(row, system.answer(row.question, ()), ids, likeness))
        options.progress(f"asking {system.name}", number, len(gold))
    return outcome_of(system.name, held)


def outcome_of(system: str, held: Sequence[Held]) -> Outcome:
    """All figures over the answers of one system."""
    covered = [each.covered() for each in held]
    figures = (
        mean_of(HEADLINE, [_share(each) for each in covered]),
        mean_of("viewpoints whose documents are cited", [_share(each.cited()) for each in held]),
        mean_of("single-view concentration", [each.concentration() for each in held]),
        share_of("contradiction recall", [each.contradictions() for each in held]),
        share_of("contradiction precision", [each.reports() for each in held]),
        mean_of("answered", [float(each.answer.answered) for each in held]),
    )
    return Outcome("evirag", system, figures, HEADLINE, (), tuple(map(_detail, held, covered)))


def _share(outcomes: Sequence[bool]) -> float | None:
    return sum(outcomes) / len(outcomes) if outcomes else None


def _detail(held: Held, covered: Sequence[bool]) -> Detail:
    summaries = [viewpoint.summary for viewpoint in held.gold.viewpoints]
    return Detail(
        question=held.gold.question,
        answered=held.answer.answered,
        found=tuple(summary for summary, shown in zip(summaries, covered, strict=True) if shown),
        missed=tuple(summary for summary, shown in zip(summaries, covered, strict=True) if not shown),
        cited=held.statements,
    )


BENCHMARK = Benchmark("evirag", "whether all viewpoints and contradictions are shown", ORIGIN, run)
