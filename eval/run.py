"""The run: every gold question put to every system, and what the measures make of the answers."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from time import perf_counter

from corpus.source import Source
from eval.bootstrap import interval
from eval.case import Case
from eval.gold import GoldQuestion
from eval.measures.catalogue import MEASURES, Measure
from eval.measures.relation_accuracy import confusion
from eval.results import Confusion, EvalReport, KindScores, QuestionResult, Score, SystemReport
from eval.system import System

Progress = Callable[[str, int, int], None]


def evaluate(
    systems: Iterable[System],
    questions: Sequence[GoldQuestion],
    sources: Sequence[Source],
    progress: Progress | None = None,
) -> EvalReport:
    """Put the questions to each system in turn and score the answers.

    `progress` is called with a system's name, the questions done and their number.
    """
    by_file = {source.file: source for source in sources}
    reports = tuple(_evaluate_one(system, questions, by_file, progress) for system in systems)
    return EvalReport(reports, corpus_digest(sources), len(questions))


def corpus_digest(sources: Iterable[Source]) -> str:
    """A sha256 over the names and contents of all files; it changes when any of them does."""
    lines = sorted(f"{source.file}\t{source.sha256}" for source in sources)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def score(measure: Measure, results: Iterable[QuestionResult]) -> Score:
    """One measure over the given results, with its interval."""
    counts = [result.count(measure.name) for result in results]
    ends = interval(counts, measure.value)
    low, high = ends or (None, None)
    return Score(measure.name, measure.value(counts), low, high, measure.number(counts))


def _evaluate_one(
    system: System, questions: Sequence[GoldQuestion], sources: Mapping[str, Source], progress: Progress | None
) -> SystemReport:
    results: list[QuestionResult] = []
    for question in questions:
        results.append(_ask(system, question, sources))
        if progress:
            progress(system.name, len(results), len(questions))
    return SystemReport(
        name=system.name,
        scores=tuple(score(measure, results) for measure in MEASURES),
        kinds=_by_kind(results),
        confusion=tuple(Confusion(*pair, times) for pair, times in confusion(r.case for r in results).items()),
        results=tuple(results),
    )


def _ask(system: System, question: GoldQuestion, sources: Mapping[str, Source]) -> QuestionResult:
    started = perf_counter()
    answer = system.answer(question.question, question.history)
    milliseconds = (perf_counter() - started) * 1000
    case = Case(question, answer, sources)
    counts = tuple((measure.name, measure.count(case)) for measure in MEASURES)
    return QuestionResult(case, counts, milliseconds)


def _by_kind(results: Sequence[QuestionResult]) -> tuple[KindScores, ...]:
    kinds = dict.fromkeys(result.case.question.kind for result in results)
    return tuple(_kind_scores(kind, [r for r in results if r.case.question.kind == kind]) for kind in sorted(kinds))


def _kind_scores(kind: str, results: Sequence[QuestionResult]) -> KindScores:
    values = ((m.name, m.value([result.count(m.name) for result in results])) for m in MEASURES)
    return KindScores(kind, len(results), tuple(values))
