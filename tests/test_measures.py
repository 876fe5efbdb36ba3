"""Every measure with values worked by hand, and attacked; those of disagreements have a file of their own."""

import pytest
from eval_cases import FOUR, TEXT, UNANSWERABLE, case, cite, evidence, gold, viewpoint

from eval.bootstrap import interval
from eval.gold import Viewpoint
from eval.measures.answer_recall import answer_recall
from eval.measures.answered_when_it_can import answered_when_it_can
from eval.measures.catalogue import MEASURES
from eval.measures.citation_precision import citation_precision
from eval.measures.count import NOTHING, Count, mean_of_shares, share_of_sums
from eval.measures.declined_when_it_must import declined_when_it_must
from eval.measures.evidence_share import evidence_share
from eval.measures.faithfulness import faithfulness
from eval.measures.holder_accuracy import holder_accuracy, holder_named, is_same_holder
from eval.measures.quotes_exact import quotes_exact
from eval.measures.viewpoint_coverage import viewpoint_coverage
from rag.answer import Citation, Statement


def test_nothing_to_score_is_none() -> None:
    """A share of nothing is None, never 0; questions with nothing to score do not weigh in a mean."""
    assert NOTHING.share is None
    assert mean_of_shares([NOTHING]) is None
    assert share_of_sums([NOTHING]) is None
    assert mean_of_shares([Count(1, 2), NOTHING, Count(4, 4)]) == 0.75
    assert share_of_sums([Count(1, 2), NOTHING, Count(4, 4)]) == pytest.approx(5 / 6)


def test_every_measure_scores_nothing_where_nothing_was_said() -> None:
    """An empty declined answer to a question without gold gives no measure anything but declining."""
    scored = {measure.name for measure in MEASURES if measure.count(case(UNANSWERABLE, answered=False)).total}
    assert scored == {"declined when it must"}


class TestQuotesExact:
    def test_counts_verbatim_quotes(self) -> None:
        """Two right, one word changed: 2 of 3."""
        changed = Citation(3, "a.txt", 0, 4, 1, "0001")
        assert quotes_exact(case(FOUR, cite(1, 0), cite(2, 100), changed)) == Count(2, 3)

    def test_declined_answers_count_too(self) -> None:
        """The nearest things a declined answer points at must be verbatim as well."""
        wrong = Citation(1, "a.txt", 5, 9, 1, "0000")
        assert quotes_exact(case(UNANSWERABLE, wrong, answered=False, related=(1,))) == Count(0, 1)

    @pytest.mark.parametrize(
        "citation",
        [
            Citation(1, "unknown.txt", 0, 4, 1, "0000"),
            Citation(1, "a.txt", -5, -1, 1, TEXT[-5:-1]),
            Citation(1, "a.txt", 4, 4, 1, ""),
            Citation(1, "a.txt", 9_990, 10_050, 1, TEXT[9_990:]),
        ],
        ids=["unknown file", "counted from the end", "empty", "beyond the end"],
    )
    def test_offsets_that_only_look_right(self, citation: Citation) -> None:
        """A quote that Python's slicing forgives is not where it claims to be."""
        assert quotes_exact(case(FOUR, citation)) == Count(0, 1)


class TestViewpointCoverage:
    def test_counts_viewpoints_not_citations(self) -> None:
        """Two viewpoints shown, one of them twice, one citation beside the point: 2 of 4."""
        assert viewpoint_coverage(case(FOUR, cite(1, 0), cite(2, 10), cite(3, 300), cite(4, 700))) == Count(2, 4)

    def test_any_piece_of_evidence_is_enough(self) -> None:
        """One of two quotes shows the viewpoint."""
        question = gold([Viewpoint("s", ("x",), evidence(0) + evidence(500))])
        assert viewpoint_coverage(case(question, cite(1, 500))) == Count(1, 1)

    def test_a_chunk_shows_nothing(self) -> None:
        """The whole file as one citation covers no viewpoint."""
        assert viewpoint_coverage(case(FOUR, cite(1, 0, len(TEXT)))) == Count(0, 4)

    def test_what_a_declined_answer_points_at_is_not_an_answer(self) -> None:
        """Declining with the right evidence under `related` covers nothing; unanswerable questions are not scored."""
        assert viewpoint_coverage(case(FOUR, cite(1, 0), answered=False, related=(1,))) == Count(0, 4)
        assert viewpoint_coverage(case(UNANSWERABLE, cite(1, 0))) == NOTHING


class TestCitationPrecision:
    def test_counts_spans(self) -> None:
        """One of four cited spans is evidence."""
        assert citation_precision(case(FOUR, cite(1, 0), cite(2, 60), cite(3, 700), cite(4, 800))) == Count(1, 4)

    def test_repeating_what_is_right_gains_nothing(self) -> None:
        """The same span three times under three numbers is one span."""
        assert citation_precision(case(FOUR, cite(1, 0), cite(2, 0), cite(3, 0), cite(4, 700))) == Count(1, 2)

    def test_only_answered_answerable_questions(self) -> None:
        """Declined answers and unanswerable questions have no citations to score."""
        assert citation_precision(case(FOUR, cite(1, 0), answered=False, related=(1,))) == NOTHING
        assert citation_precision(case(UNANSWERABLE, cite(1, 0))) == NOTHING
        assert citation_precision(case(FOUR)) == NOTHING


class TestEvidenceShare:
    def test_counts_characters(self) -> None:
        """Cited 20 to 60 and 700 to 740: 20 of 80 characters are evidence."""
        assert evidence_share(case(FOUR, cite(1, 20), cite(2, 700))) == Count(20, 80)

    def test_overlaps_count_once(self) -> None:
        """0 to 40 and 20 to 80 are 80 characters, 40 of them evidence, though overlapping gold names them twice."""
        question = gold([viewpoint(0), viewpoint(0)])
        assert evidence_share(case(question, cite(1, 0), cite(2, 20, 80), cite(3, 0))) == Count(40, 80)

    def test_a_chunk_shows_for_what_it_is(self) -> None:
        """1000 characters handed back hold all 160 of the evidence, and 840 others."""
        assert evidence_share(case(FOUR, cite(1, 0, 1000))) == Count(160, 1000)


class TestAnswerRecall:
    def found(self, text: str, *groups: tuple[str, ...], answered: bool = True) -> Count:
        return answer_recall(case(gold(answers=groups), text=text, answered=answered))

    def test_one_alternative_a_group(self) -> None:
        """Of three groups the text holds an alternative of two."""
        assert self.found("Seven boats, on Monday", ("7", "seven"), ("monday",), ("lee",)) == Count(2, 3)

    def test_commas_case_and_apostrophes(self) -> None:
        """30,000 and 30000 are one number on either side; ’ is ', a line break is a space."""
        assert self.found("about 30,000 left", ("30000",)) == Count(1, 1)
        assert self.found("about 30000 left", ("30,000",)) == Count(1, 1)
        assert self.found("The OAR’s\nmen", ("oar's men",)) == Count(1, 1)

    def test_markers_are_no_words(self) -> None:
        """The marker [19] does not answer with 19."""
        assert self.found("It began then [19].", ("19",)) == Count(0, 1)
        assert self.found("It began on 19 May [1].", ("19",)) == Count(1, 1)

    def test_declining_says_nothing(self) -> None:
        """A declined answer that quotes the answer has not given it; no groups, nothing to score."""
        assert self.found("The sources do not say. Nearest: seven", ("seven",), answered=False) == Count(0, 1)
        assert self.found("anything") == NOTHING


def test_declining_and_answering() -> None:
    """Each is scored only where it is right to."""
    assert declined_when_it_must(case(UNANSWERABLE, answered=False)) == Count(1, 1)
    assert declined_when_it_must(case(UNANSWERABLE)) == Count(0, 1)
    assert declined_when_it_must(case(FOUR, answered=False)) == NOTHING
    assert answered_when_it_can(case(FOUR)) == Count(1, 1)
    assert answered_when_it_can(case(FOUR, answered=False)) == Count(0, 1)
    assert answered_when_it_can(case(UNANSWERABLE)) == NOTHING


class TestHolders:
    QUESTION = gold([viewpoint(0, "Ann Lee"), viewpoint(100, "a.txt"), viewpoint(200, "UN", "Bo Ek")])

    def test_right_among_named(self) -> None:
        """Five citations match evidence, four name a holder, three rightly; one that matches nothing is left out."""
        told = case(
            self.QUESTION,
            cite(1, 0, holder="President Ann Lee"),
            cite(2, 5, holder="Bo Ek"),
            cite(3, 100, holder="The Daily Oar"),
            cite(4, 200, holder="ek"),
            cite(5, 205),
            cite(6, 900, holder="Ann Lee"),
        )
        assert holder_accuracy(told) == Count(3, 4)
        assert holder_named(told) == Count(4, 5)

    def test_a_span_of_two_viewpoints(self) -> None:
        """A holder of either viewpoint is right."""
        question = gold([viewpoint(0, "Ann Lee"), viewpoint(0, "Bo Ek")])
        assert holder_accuracy(case(question, cite(1, 0, holder="Bo Ek"))) == Count(1, 1)

    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("Prime Minister Ann Lee", "ann lee", True),
            ("the UN", "UN refugee agency", True),
            ("Armenia’s ministry", "Armenia's Ministry of Health", True),
            ("the President", "president", True),
            ("UN", "unknown", False),
            ("a", "Ann Lee", False),
            ("", "Ann Lee", False),
            ("Ann Lee", "Bo Ek", False),
        ],
    )
    def test_names_that_contain_one_another(self, one: str, other: str, same: bool) -> None:
        """Case and titles aside; a letter is in every name and names nobody."""
        assert is_same_holder(one, other) is same
        assert is_same_holder(other, one) is same


class TestFaithfulness:
    def judged(self, *sentences: Statement) -> Count:
        return faithfulness(case(FOUR, cite(1, 0), sentences=sentences))

    def test_a_quote_supports_itself(self) -> None:
        """The quote, or a part of it, is supported; a sentence with no citation, or a false number, is not."""
        quote = TEXT[0:40]
        parts = (Statement(quote, (1,)), Statement(quote[5:30], (1,)), Statement(quote, ()), Statement(quote, (7,)))
        assert self.judged(*parts) == Count(2, 4)

    def test_verdicts_stand_for_other_words(self) -> None:
        """Checked and right, checked and wrong, unchecked: 1 of 2."""
        drafted = (Statement("x", (1,), True), Statement("y", (1,), False), Statement("z", (1,)))
        assert self.judged(*drafted) == Count(1, 2)

    def test_claiming_support_without_a_citation(self) -> None:
        """A sentence that says it is supported, but cites nothing, is not."""
        assert self.judged(Statement("x", (), True)) == Count(0, 1)


def test_intervals() -> None:
    """Seeded, around the mean, of no width where all agree, None where nothing was scored."""
    counts = [Count(1, 1)] * 30 + [Count(0, 1)] * 10 + [NOTHING] * 5
    low, high = interval(counts, pooled=False) or (0, 0)
    assert (low, high) == interval(counts, pooled=False)
    assert low == pytest.approx(0.75 - 0.134, abs=0.03)  # 1.96 * sqrt(.75 * .25 / 40) = .134
    assert high == pytest.approx(0.75 + 0.134, abs=0.03)
    assert interval([Count(1, 2)] * 4, pooled=True) == (0.5, 0.5)
    assert interval([NOTHING], pooled=False) is None
