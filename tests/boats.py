"""A run of two small systems over two questions, for the tests of what becomes of a run."""

from collections.abc import Sequence

from corpus.source import Sentence, Source
from eval.conclusions import concluded
from eval.gold import Evidence, GoldDisagreement, GoldQuestion, Viewpoint
from eval.material import Material
from eval.options import Judged
from eval.outcome import Outcome
from eval.plan import plan_of
from eval.provenance import Provenance
from eval.results import SystemReport
from eval.run import evaluate
from eval.system import System
from rag.answer import Answer, Citation, Disagreement, Side

TEXT = "Seven boats sank on Monday. Nine boats sank, the harbour master said later."
SENTENCES = tuple(
    Sentence(start, end, TEXT[start:end], TEXT[start:end], 0, 1) for start, end in ((0, 27), (28, len(TEXT)))
)
SOURCE = Source("a.txt", TEXT, SENTENCES, "5e5e")
SEVEN = Evidence("a.txt", TEXT[:26], 0, 26)
NINE = Evidence("a.txt", TEXT[28:43], 28, 43)
QUESTIONS = (
    GoldQuestion(
        "boats",
        "How many boats sank?",
        "number",
        True,
        (("seven",), ("nine",)),
        (Viewpoint("Seven sank.", ("a.txt",), (SEVEN,)), Viewpoint("Nine sank.", ("harbour master",), (NINE,))),
        (GoldDisagreement((SEVEN,), (NINE,), "quantity", "conflict"),),
        "contested",
    ),
    GoldQuestion("crews", "Who paid the crews?", "unanswerable", False, (), (), ()),
)


def citation(number: int, evidence: Evidence, holder: str | None = None) -> Citation:
    """A verbatim citation of a piece of evidence."""
    return Citation(number, evidence.file, evidence.start, evidence.end, 1, evidence.quote, holder=holder)


class Perfect:
    """Answers both questions as the gold says."""

    name = "perfect"

    def answer(self, question: str, history: Sequence[str]) -> Answer:
        if "crews" in question:
            return Answer(question, False, "The sources do not say.", declined_because="nobody says who paid")
        told = Disagreement("quantity", "conflict", "", (Side("7", (), (1,)), Side("9", (), (2,))))
        cited = (citation(1, SEVEN), citation(2, NINE, "the harbour master"))
        return Answer(question, True, "Seven [1], or nine [2].", citations=cited, disagreements=(told,))


class Hasty:
    """Answers everything with one figure."""

    name = "hasty"

    def answer(self, question: str, history: Sequence[str]) -> Answer:
        return Answer(question, True, "Seven [1].", citations=(citation(1, SEVEN),))


EXACT = Judged()
PROVENANCE = Provenance("901d", "c0de", "1de4", "c0de", (("numpy", "2"),))


def systems(*asked: System, source: Source = SOURCE, judged: Judged = EXACT) -> tuple[SystemReport, ...]:
    """What the measures make of these systems."""
    return evaluate(asked, QUESTIONS, [source], measures=plan_of(judged).measures).systems


def outcome(*asked: System, source: Source = SOURCE, judged: Judged = EXACT) -> Outcome:
    """What a run of these systems came to."""
    material = Material((source,), QUESTIONS, PROVENANCE)
    return concluded(systems(*asked, source=source, judged=judged), plan_of(judged), material)
