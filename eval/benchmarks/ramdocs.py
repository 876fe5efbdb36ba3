"""RAMDocs: all documents of all questions in one corpus; which answers does an answer show, and against which."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.benchmarks.benchmark import Benchmark, Options
from eval.benchmarks.details import Detail
from eval.benchmarks.json_lines import read_rows
from eval.benchmarks.outcome import Figure, Outcome, mean_of, share_of, told_outcomes, write_outcomes
from eval.benchmarks.pool import Pool, pool_of, same_text
from eval.benchmarks.pooled_systems import systems_over
from eval.benchmarks.ramdocs_form import ORIGIN, Row, says
from eval.benchmarks.ramdocs_question import Asked, Shown, asked_of, shares
from eval.system import System

HEADLINE = "coverage at 10"


def run(file: Path, options: Options) -> Iterator[str]:
    """The lines of the benchmark, a table for each system."""
    read = read_rows(file, Row, ORIGIN)
    yield from read.unread
    pool, questions = pooled(read.rows, options)
    yield f"{len(questions)} questions over one corpus of {len(pool.texts)} documents"
    with systems_over(pool, options) as over:
        yield from over.remarks
        outcomes = [_measured(system, questions, pool, options) for system in over.systems]
    yield from told_outcomes(outcomes)
    if options.output:
        write_outcomes(outcomes, options.output)


def pooled(rows: Sequence[Row], options: Options) -> tuple[Pool, tuple[Asked, ...]]:
    """All documents in one pool, each text once, and the questions with the names of theirs."""
    files: dict[str, str] = {}
    texts: dict[str, str] = {}
    questions = []
    for number, row in enumerate(rows, 1):
        names = []
        for place, document in enumerate(row.documents, 1):
            name = files.setdefault(same_text(document.text), f"{number:04d}-{place:02d}.txt")
            texts.setdefault(name, document.text)
            names.append(name)
        questions.append(asked_of(row, names))
    return pool_of("ramdocs", texts, options), tuple(questions)


def _measured(system: System, questions: Sequence[Asked], pool: Pool, options: Options) -> Outcome:
    shown = []
    for number, asked in enumerate(questions, 1):
        shown.append(Shown(asked, system.answer(asked.question, ())))
        options.progress(f"asking {system.name}", number, len(questions))
    return outcome_of(system.name, shown, (_verbatim(questions, pool),))


def outcome_of(system: str, shown: Sequence[Shown], notes: tuple[str, ...] = ()) -> Outcome:
    """All figures over the answers of one system."""
    return Outcome("ramdocs", system, (*_coverage(shown), *_differences(shown)), HEADLINE, notes, _details(shown))


def _coverage(shown: Sequence[Shown]) -> Iterator[Figure]:
    yield mean_of("coverage at 5", shares(shown, 5))
    yield mean_of("coverage at 10", shares(shown, 10))
    yield mean_of("right answers at 10", shares(shown, 10, "right"))
    yield mean_of("wrong answers at 10", shares(shown, 10, "wrong"))
    met = [len(each.met(10)) / len(each.asked.answers) if each.asked.answers else None for each in shown]
    yield mean_of("their documents at 10", met)
    yield share_of("spans to the point at 10", [each.to_the_point(10) for each in shown])
    yield mean_of("answered", [float(each.answer.answered) for each in shown])


def _differences(shown: Sequence[Shown]) -> Iterator[Figure]:
    pairs = [each.pairs_found() for each in shown]
    yield share_of("disagreements found", pairs)
    yield mean_of("questions with one found", [float(found > 0) if total else None for found, total in pairs])
    reports = [each.reports() for each in shown]
    yield share_of("reported, of different answers", [(different, total) for different, _, total in reports])
    yield share_of("reported, of the same answer", [(same, total) for _, same, total in reports])
    yield share_of("false ones of the same answer", [each.same_answer_pairs() for each in shown])


def _verbatim(questions: Sequence[Asked], pool: Pool) -> str:
    """How high coverage could be at all: an answer that no document says in these words cannot be shown."""
    pairs = [(asked, answer) for asked in questions for answer in asked.answers]
    there = sum(
        any(given == answer and says(pool.texts[file], answer) for file, given in asked.given.items())
        for asked, answer in pairs
    )
    return f"{there} of {len(pairs)} answers stand word for word in a document that gives them"


def _details(shown: Sequence[Shown]) -> tuple[Detail, ...]:
    return tuple(
        Detail(
            question=each.asked.question,
            answered=each.answer.answered,
            found=tuple(each.covered(10)),
            missed=tuple(answer for answer in each.asked.answers if answer not in each.covered(10)),
            cited=tuple(f"{citation.file}: {citation.quote}" for citation in each.citations(10)),
        )
        for each in shown
    )


BENCHMARK = Benchmark(
    "ramdocs", "whether every answer of ambiguous questions is shown, and set against others", ORIGIN, run
)
