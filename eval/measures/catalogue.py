"""All measures in the order of the report."""

from functools import partial

from eval.judges.judge import Judge
from eval.measures.answer_recall import answer_recall
from eval.measures.answered_when_it_can import answered_when_it_can
from eval.measures.attribution_accuracy import attribution_accuracy
from eval.measures.citation_precision import citation_precision
from eval.measures.contradiction_precision import contradiction_precision
from eval.measures.declined_when_it_must import declined_when_it_must
from eval.measures.disagreement_precision import disagreement_precision
from eval.measures.disagreement_recall import disagreement_recall
from eval.measures.drop_one import drop_one_precision, drop_one_recall
from eval.measures.evidence_share import evidence_share
from eval.measures.faithfulness import faithfulness
from eval.measures.holder_accuracy import holder_accuracy, holder_named
from eval.measures.measure import Measure
from eval.measures.no_false_disagreement import no_false_disagreement
from eval.measures.number_fidelity import number_fidelity
from eval.measures.over_decline import over_decline
from eval.measures.quotes_exact import quotes_exact
from eval.measures.relation_accuracy import relation_accuracy
from eval.measures.single_view_concentration import single_view_concentration
from eval.measures.source_balance import source_balance
from eval.measures.viewpoint_coverage import viewpoint_coverage

MEASURES = (
    Measure("quotes exact", quotes_exact, "citations that are verbatim in their file", pooled=True),
    Measure("viewpoint coverage", viewpoint_coverage, "viewpoints of which some evidence is cited"),
    Measure("citation precision", citation_precision, "cited spans that are evidence"),
    Measure("evidence share", evidence_share, "cited characters that are evidence"),
    Measure("answer recall", answer_recall, "expected words that the answer says"),
    Measure("disagreement recall", disagreement_recall, "gold disagreements that are reported", pooled=True),
    Measure(
        "disagreement precision", disagreement_precision, "reported disagreements that are in the gold", pooled=True
    ),
    Measure(
        "contradiction precision", contradiction_precision, "reported conflicts that are gold conflicts", pooled=True
    ),
    Measure("relation accuracy", relation_accuracy, "matched disagreements whose relation is right", pooled=True),
    Measure("no false disagreement", no_false_disagreement, "agreed questions with no disagreement reported"),
    Measure("declined when it must", declined_when_it_must, "questions without an answer that are declined"),
    Measure("answered when it can", answered_when_it_can, "questions with an answer that are answered"),
    Measure("over-decline", over_decline, "questions with an answer that are declined", better="lower"),
    Measure("holder accuracy", holder_accuracy, "named holders of cited evidence that are right", pooled=True),
    Measure("holder named", holder_named, "citations of evidence that name a holder", pooled=True),
    Measure("attribution accuracy", attribution_accuracy, "statements whose words name the right holder", pooled=True),
    Measure("number fidelity", number_fidelity, "numbers that stand in the cited words", pooled=True),
    Measure(
        "single-view concentration",
        single_view_concentration,
        "how far the citations keep to one viewpoint",
        better="lower",
    ),
    Measure("source balance", source_balance, "how evenly the cited evidence is spread over the articles that have it"),
    Measure("faithfulness", faithfulness, "statements that the answer itself holds for supported"),
)
"""Those that need no judge."""


def judged_measures(judge: Judge) -> tuple[Measure, ...]:
    """Those that rest on somebody's word for what supports what."""
    return (
        Measure("drop-one recall", partial(drop_one_recall, judge=judge), "statements that what they cite supports"),
        Measure(
            "drop-one precision",
            partial(drop_one_precision, judge=judge),
            "citations without which their statement stands less well",
        ),
    )
