"""What `parallax eval` does: ask every system every question, score, compare, print, write, and hold to the floors."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from eval.candidates import candidates_of
from eval.conclusions import concluded
from eval.curve import Curve, curves_of
from eval.gates import check_gates
from eval.journal import Journal
from eval.material import Material, read_material
from eval.options import Asked, Judged, Written
from eval.outcome import Outcome
from eval.output import check_writable, write_outcome
from eval.plan import Plan, plan_of
from eval.printed import print_outcome
from eval.respondents import Asker
from eval.results import SystemReport
from eval.run import cases_of, scored
from eval.systems import Ground, check_systems, shown_name
from eval.usable import usable_systems
from rag.progress import Advance, progress_bars
from rag.settings import load_settings


def run(asked: Asked, judged: Judged, written: Written, console: Console) -> Outcome:
    """Evaluate the named systems over a corpus folder, print the report on `console`, write it.

    Raises:
        GoldError: the gold file does not fit the corpus.
        UnknownSystemError, OutputError, ResultsError, GateError, VerifierError: the message names what to do.
        BelowFloorError: all is printed and written, but a floor was missed.
    """
    check_systems(asked.systems)
    plan = plan_of(judged)
    if written.results:
        check_writable(written.results)
    material = read_material(asked)
    names = usable_systems(asked, material, lambda line: console.print(line, soft_wrap=True, markup=False))
    journal = Journal(written.journal, material.mark)
    if len(journal):
        console.print(f"{len(journal)} answers are known from a run that was not finished")
    with progress_bars() as progress:
        systems = _asked(names, asked, plan, material, journal, progress)
        outcome = concluded(systems, plan, material, _curves(asked, material, progress) if plan.curve else ())
    print_outcome(outcome, console)
    if written.results:
        for path in write_outcome(outcome, written.results):
            console.print(f"written to {path}", soft_wrap=True, highlight=False)
    journal.finish()
    check_gates(outcome.gates)
    return outcome


def _asked(
    names: Sequence[str], asked: Asked, plan: Plan, material: Material, journal: Journal, progress: Advance
) -> tuple[SystemReport, ...]:
    """Every system asked every question, and scored."""
    with TemporaryDirectory(prefix="parallax-eval-", ignore_cleanup_errors=True) as scratch:
        ground = Ground(asked.corpus, asked.index, material.sources, Path(scratch), material.questions)
        asker = Asker(ground, material.questions, journal, asked.jobs)
        return tuple(_scored(name, asker, plan, material, progress) for name in names)


def _scored(name: str, asker: Asker, plan: Plan, material: Material, progress: Advance) -> SystemReport:
    replies = asker.replies(name, progress)
    return scored(shown_name(name), cases_of(material.questions, replies, material.sources), replies, plan.measures)


def _curves(asked: Asked, material: Material, progress: Advance) -> tuple[Curve, ...]:
    settings = load_settings(corpus=asked.corpus, index=asked.index)
    total = sum(question.answerable for question in material.questions)
    found = candidates_of(material.questions, settings, lambda number: progress("candidates", number, total))
    return curves_of(tuple(found))
