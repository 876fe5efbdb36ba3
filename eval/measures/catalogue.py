"""All measures in the order of the report, each with the way its counts are brought together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from eval.case import Case
from eval.measures.answer_recall import answer_recall
from eval.measures.answered_when_it_can import answered_when_it_can
from eval.measures.citation_precision import citation_precision
from eval.measures.count import Count, mean_of_shares, share_of_sums
from eval.measures.declined_when_it_must import declined_when_it_must
from eval.measures.disagreement_precision import disagreement_precision
from eval.measures.disagreement_recall import disagreement_recall
from eval.measures.evidence_share import evidence_share
from eval.measures.faithfulness import faithfulness
from eval.measures.holder_accuracy import holder_accuracy, holder_named
from eval.measures.no_false_disagreement import no_false_disagreement
from eval.measures.quotes_exact import quotes_exact
from eval.measures.relation_accuracy import relation_accuracy
from eval.measures.viewpoint_coverage import viewpoint_coverage


@dataclass(frozen=True, slots=True)
class Measure:
    """A name, what it counts in one case, and whether the counts are `pooled` or averaged over questions."""

    name: str
    count: Callable[[Case], Count]
    pooled: bool = False

    def value(self, counts: Iterable[Count]) -> float | None:
        """What the counts of all questions come to; None where there is nothing to score."""
        return share_of_sums(counts) if self.pooled else mean_of_shares(counts)

    def number(self, counts: Iterable[Count]) -> int:
        """How many things the value rests on: what was counted where pooled, else questions."""
        totals = [count.total for count in counts if count.total]
        return sum(totals) if self.pooled else len(totals)


MEASURES = (
    Measure("quotes exact", quotes_exact, pooled=True),
    Measure("viewpoint coverage", viewpoint_coverage),
    Measure("citation precision", citation_precision),
    Measure("evidence share", evidence_share),
    Measure("answer recall", answer_recall),
    Measure("disagreement recall", disagreement_recall, pooled=True),
    Measure("disagreement precision", disagreement_precision, pooled=True),
    Measure("relation accuracy", relation_accuracy, pooled=True),
    Measure("no false disagreement", no_false_disagreement),
    Measure("declined when it must", declined_when_it_must),
    Measure("answered when it can", answered_when_it_can),
    Measure("holder accuracy", holder_accuracy, pooled=True),
    Measure("holder named", holder_named, pooled=True),
    Measure("faithfulness", faithfulness),
)
