"""The measures of reported disagreements, with values worked by hand, and attacked."""

from eval_cases import FOUR, UNANSWERABLE, case, cite, gold, pair, report, viewpoint

from eval.case import Case
from eval.measures.count import NOTHING, Count
from eval.measures.disagreement_precision import disagreement_precision
from eval.measures.disagreement_recall import disagreement_recall
from eval.measures.no_false_disagreement import no_false_disagreement
from eval.measures.relation_accuracy import confusion, relation_accuracy
from rag.answer import Disagreement, Relation


class TestDisagreements:
    QUESTION = gold(
        [viewpoint(start) for start in (0, 100, 200)],
        [pair(0, 100, "update"), pair(100, 200, "update"), pair(0, 200, "conflict")],
    )
    CITED = (cite(1, 0), cite(2, 100), cite(3, 200), cite(4, 900))

    def reported(self, *reports: Disagreement) -> Case:
        return case(self.QUESTION, *self.CITED, disagreements=reports)

    def test_recall_counts_gold_pairs(self) -> None:
        """One report of 1 against 2 shows one of the three pairs, whichever side comes first."""
        assert disagreement_recall(self.reported(report("update", [1], [2]))) == Count(1, 3)
        assert disagreement_recall(self.reported(report("update", [2], [1]))) == Count(1, 3)
        assert disagreement_recall(self.reported()) == Count(0, 3)

    def test_both_on_one_side_is_no_disagreement(self) -> None:
        """Citing both statements on the same side, or on sides of two reports, shows nothing."""
        assert disagreement_recall(self.reported(report("update", [1, 2], [4]))) == Count(0, 3)
        assert disagreement_recall(self.reported(report("update", [1], [4]), report("update", [2], [4]))) == Count(0, 3)
        assert disagreement_recall(self.reported(report("update", [1, 2, 3]))) == Count(0, 3)

    def test_numbers_that_stand_for_nothing(self) -> None:
        """A side that cites a number without a citation shows nothing."""
        assert disagreement_recall(self.reported(report("update", [1], [9]))) == Count(0, 3)

    def test_precision_pairs_an_update_with_neighbours(self) -> None:
        """Sides 1, 2, 3, 4: an update says 1-2, 2-3, 3-4, two of them gold; a conflict says six, three of them gold."""
        sides = ([1], [2], [3], [4])
        assert disagreement_precision(self.reported(report("update", *sides))) == Count(2, 3)
        assert disagreement_precision(self.reported(report("conflict", *sides))) == Count(3, 6)
        both = self.reported(report("update", *sides), report("conflict", *sides))
        assert disagreement_precision(both) == Count(5, 9)

    def test_a_report_without_two_sides_is_false(self) -> None:
        """A disagreement of one side, or none, is a report that shows nothing."""
        assert disagreement_precision(self.reported(report("update", [1]))) == Count(0, 1)
        assert disagreement_precision(self.reported(report("framing"))) == Count(0, 1)

    def test_precision_counts_unanswerable_questions_too(self) -> None:
        """A disagreement reported where nothing is known is false."""
        told = case(UNANSWERABLE, *self.CITED, disagreements=[report("conflict", [1], [2])], answered=False)
        assert disagreement_precision(told) == Count(0, 1)
        assert disagreement_precision(self.reported()) == NOTHING

    def test_relations_of_matched_pairs(self) -> None:
        """An update of three sides matches all three pairs; the one that is a conflict is named wrongly."""
        told = self.reported(report("update", [1], [2], [3]))
        assert relation_accuracy(told) == Count(2, 3)
        assert confusion([told]) == {("update", "update"): 2, ("conflict", "update"): 1}
        assert relation_accuracy(self.reported()) == NOTHING

    def test_a_conflict_of_its_own_beside_an_update(self) -> None:
        """The report with fewest sides speaks for a pair."""
        told = self.reported(report("update", [1], [2], [3]), report("conflict", [1], [3]))
        assert relation_accuracy(told) == Count(3, 3)

    def test_guessing_every_relation_gains_nothing(self) -> None:
        """Of reports that say the same pair, the first counts."""
        guesses: tuple[Relation, ...] = ("scope", "framing", "conflict", "update")
        assert relation_accuracy(self.reported(*(report(guess, [1], [2]) for guess in guesses))) == Count(0, 1)

    def test_no_false_disagreement(self) -> None:
        """Scored only over answerable questions without gold pairs."""
        assert no_false_disagreement(case(FOUR, cite(1, 0))) == Count(1, 1)
        assert no_false_disagreement(case(FOUR, disagreements=[report("scope", [1], [2])])) == Count(0, 1)
        assert no_false_disagreement(self.reported()) == NOTHING
        assert no_false_disagreement(case(UNANSWERABLE)) == NOTHING
