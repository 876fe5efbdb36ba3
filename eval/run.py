"""The run: every gold question put to every system, and what the measures make of the answers."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence

from corpus.source import Source
from eval.asking import Reply, replies_of
from eval.bootstrap import interval
from eval.case import Case
from eval.gold import GoldQuestion
from eval.measures.catalogue import MEASURES
from eval.measures.measure import Measure
from eval.measures.relation_accuracy import confusion
from eval.results import Confusion, EvalReport, KindScores, QuestionResult, Score, SystemReport
from eval.system import System

Progress = Callable[[str, int, int], None]


def evaluate(
    systems: Iterable[System],
    questions: Sequence[GoldQuestion],
    sources: Sequence[Source],
    progress: Progress = lambda *_: None,
    measures: Sequence[Measure] = MEASURES,
) -> EvalReport:
    """Put the questions to each system in turn and score the answers.

    `progress` is called with a system's name, the questions done and their number.
    """
    reports = []
    for system in systems:
        replies = []
        for reply in replies_of(system, questions):
            replies.append(reply)
            progress(system.name, len(replies), len(questions))
        reports.append(scored(system.name, cases_of(questions, replies, sources), replies, measures))
    return EvalReport(tuple(reports), corpus_digest(sources), len(questions))


def corpus_digest(sources: Iterable[Source]) -> str:
    """A sha256 over the names and contents of all files; it changes when any of them does."""
    lines = sorted(f"{source.file}\t{source.sha256}" for source in sources)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def cases_of(
    questions: Sequence[GoldQuestion], replies: Iterable[Reply], sources: Iterable[Source]
) -> tuple[Case, ...]:
    """Each question with its reply, in the order of the questions."""
    by_file: Mapping[str, Source] = {source.file: source for source in sources}
    answers = {reply.id: reply.answer for reply in replies}
    return tuple(Case(question, answers[question.id], by_file) for question in questions)


def scored(
    name: str, cases: Sequence[Case], replies: Sequence[Reply] = (), measures: Sequence[Measure] = MEASURES
) -> SystemReport:
    """What the measures make of a system's answers; without replies no time was taken."""
    times = {reply.id: reply.milliseconds for reply in replies}
    results = tuple(_result(case, measures, times.get(case.question.id, 0.0)) for case in cases)
    return SystemReport(
        name=name,
        scores=tuple(score(measure, results) for measure in measures),
        kinds=_by_kind(results, measures),
        confusion=tuple(Confusion(*pair, times) for pair, times in confusion(cases).items()),
        results=results,
    )


def score(measure: Measure, results: Iterable[QuestionResult]) -> Score:
    """One measure over the given results, with its interval."""
    counts = [result.count(measure.name) for result in results]
    low, high = interval(counts, pooled=measure.pooled) or (None, None)
    number = measure.number(counts)
    return Score(
        measure.name, measure.value(counts), low, high, number, measure.better, measure.pooled, measure.meaning
    )


def _result(case: Case, measures: Iterable[Measure], milliseconds: float) -> QuestionResult:
    return QuestionResult(case, tuple((measure.name, measure.count(case)) for measure in measures), milliseconds)


def _by_kind(results: Sequence[QuestionResult], measures: Sequence[Measure]) -> tuple[KindScores, ...]:
    kinds = sorted({result.case.question.kind for result in results})
    return tuple(_kind_scores(kind, [r for r in results if r.case.question.kind == kind], measures) for kind in kinds)


def _kind_scores(kind: str, results: Sequence[QuestionResult], measures: Iterable[Measure]) -> KindScores:
    values = ((m.name, m.value([result.count(m.name) for result in results])) for m in measures)
    return KindScores(kind, len(results), tuple(values))
