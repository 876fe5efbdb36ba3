"""Which of the systems that were asked for can be asked, and what there is to say of them before they are."""

from collections.abc import Callable
from pathlib import Path

from eval.answered_system import told_remarks
from eval.material import Material
from eval.options import Asked
from eval.systems import ANSWERS, UnknownSystemError, without_skipped
from rag.settings import load_settings


def usable_systems(asked: Asked, material: Material, tell: Callable[[str], None]) -> tuple[str, ...]:
    """The names of those that can be asked; tells which are skipped, and what is not exact in a file of answers.

    Raises:
        UnknownSystemError: none of them can be asked.
        AnswersError: a file of answers cannot be scored.
    """
    usable, skipped = without_skipped(asked.systems, load_settings(corpus=asked.corpus, index=asked.index))
    if not usable:
        raise UnknownSystemError("; ".join(skipped))
    for line in skipped:
        tell(line)
    for name in usable:
        if name.startswith(ANSWERS):
            for remark in told_remarks(Path(name.removeprefix(ANSWERS)), material.questions, material.sources):
                tell(remark)
    return usable
