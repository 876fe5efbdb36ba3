"""The measures beside those of the gold format, with values worked by hand, and attacked."""

from math import log

import pytest
from eval_cases import FOUR, SOURCES, UNANSWERABLE, case, cite, evidence, gold, pair, report, viewpoint

from corpus.source import Source
from eval.case import Case
from eval.gold import Evidence, GoldQuestion, Viewpoint
from eval.measures.attribution_accuracy import attribution_accuracy, is_named
from eval.measures.contradiction_precision import contradiction_precision
from eval.measures.count import NOTHING, Count
from eval.measures.evenness import evenness
from eval.measures.number_fidelity import number_fidelity, numbers_of
from eval.measures.over_decline import over_decline
from eval.measures.single_view_concentration import single_view_concentration
from eval.measures.source_balance import source_balance
from rag.answer import Answer, Citation, Statement

TWO_FILES = {**SOURCES, "b.txt": Source("b.txt", SOURCES["a.txt"].text, (), "")}
NUMBERS = Citation(1, "a.txt", 0, 60, 1, "Seven boats and 1,200 people left", date="2023-09-26", holder="Ann Lee")


def said(text: str, *citations: Citation, statements: tuple[Statement, ...] = ()) -> Count:
    """Number fidelity of a text."""
    return number_fidelity(case(FOUR, *citations, text=text, sentences=statements))


class TestNumberFidelity:
    def test_counts_numbers_by_their_worth(self) -> None:
        """7 and 1200 stand there as a word and with a comma, 8 does not: 2 of 3."""
        assert said("7 boats [1], 1200 people [1], 8 cars [1]", NUMBERS) == Count(2, 3)

    def test_a_statement_answers_for_its_own_citations(self) -> None:
        """The figure stands in another citation than the one given for it, and the text repeats it: 0 of 1."""
        other = Citation(2, "a.txt", 100, 140, 1, "Nobody counted them")
        assert said("1,200 left [2]", NUMBERS, other, statements=(Statement("1,200 left", (2,)),)) == Count(0, 1)

    def test_what_no_statement_says_is_looked_for_in_all(self) -> None:
        """A figure that only the text has, beside one statement: neither invented nor left out of the count."""
        statement = Statement("Seven left", (1,))
        assert said("Seven left [1], 900 stayed", NUMBERS, statements=(statement,)) == Count(1, 2)

    def test_markers_lists_and_pronouns_are_no_numbers(self) -> None:
        """[12], "1." at the head of a line and the word one are not figures that somebody claims."""
        assert numbers_of("1. No one left [12]\n2) one of them did") == ()

    def test_the_date_of_the_article_may_be_told(self) -> None:
        """26 and 2023 are the article's; another year is not."""
        assert said("IWPR (26 September 2023): seven [1]", NUMBERS) == Count(3, 3)
        assert said("IWPR (26 September 2021): seven [1]", NUMBERS) == Count(2, 3)

    def test_nothing_said_is_nothing_to_score(self) -> None:
        """No number, or a declined answer."""
        assert said("Many left [1]", NUMBERS) == NOTHING
        assert number_fidelity(case(FOUR, NUMBERS, answered=False, text="7")) == NOTHING


def attributed(question: GoldQuestion, *statements: Statement, citations: tuple[Citation, ...] = ()) -> Count:
    """Attribution accuracy of statements, over citations of 0 and 100 unless others are given."""
    cited = citations or (cite(1, 0, holder="x"), cite(2, 100, holder="x"), cite(3, 700))
    return attribution_accuracy(case(question, *cited, sentences=statements))


class TestAttributionAccuracy:
    TWO = gold([viewpoint(0, "Ann Lee"), viewpoint(100, "the mayor of Oar", "a.txt")])

    def test_counts_statements_that_cite_a_viewpoint(self) -> None:
        """One named rightly, one not at all, one beside the point that is not counted: 1 of 2."""
        told = Statement("Ann Lee says so", (1,)), Statement("So it is", (2,)), Statement("Bob Roe says so", (3,))
        assert attributed(self.TWO, *told) == Count(1, 2)

    def test_the_words_count_not_the_fields(self) -> None:
        """A citation whose holder field is right does not make up for a statement that names nobody."""
        assert attributed(self.TWO, Statement("So", (1,)), citations=(cite(1, 0, holder="Ann Lee"),)) == Count(0, 1)

    def test_naming_everybody_gains_nothing(self) -> None:
        """Both holders named where only one's words are cited is wrong; right where both are."""
        both = "Ann Lee and the mayor of Oar say so"
        assert attributed(self.TWO, Statement(both, (1,))) == Count(0, 1)
        assert attributed(self.TWO, Statement(both, (1, 2))) == Count(1, 1)

    def test_an_article_that_speaks_itself(self) -> None:
        """Gold names it by its file; its outlet in the words does."""
        assert attributed(self.TWO, Statement("The Daily Oar: so it is", (2,))) == Count(1, 1)

    @pytest.mark.parametrize(
        ("name", "text", "right"),
        [
            ("Ann Lee", "Lee's boats: Ann Lee said", True),
            ("President Ilham Roe", "Roe said so", True),
            ("Mr. Roe", "Roe deer were seen", True),
            ("Mr. May", "it may be so", False),
            ("the mayor of Oar", "The Mayor of Oar", True),
            ("Iran", "Iranian troops", False),
            ("UN", "unknown", False),
            ("Ministry of Water", "there was water", False),
            ("The", "nothing", False),
        ],
    )
    def test_names_are_whole_words(self, name: str, text: str, right: bool) -> None:
        """A part of a word is nobody's name; the last word of a person's is."""
        assert is_named(name, text) is right


class TestSpread:
    @pytest.mark.parametrize(
        ("numbers", "value"),
        [((1, 1), 1.0), ((2, 0), 0.0), ((0, 0), 0.0), ((3, 1), -(0.75 * log(0.75) + 0.25 * log(0.25)) / log(2))],
    )
    def test_evenness(self, numbers: tuple[int, ...], value: float) -> None:
        """1 for equal shares, 0 for one that has all or for nothing at all; 3 to 1 is 0.811."""
        assert evenness(numbers) == pytest.approx(value)
        assert evenness([5]) is None

    def test_concentration_by_hand(self) -> None:
        """Three spans of one viewpoint and one of another of two: 1 - 0.811; all of one: 1; one of each: 0."""
        two = gold([Viewpoint("s", (), evidence(0) + evidence(200) + evidence(300)), viewpoint(100)])
        count = single_view_concentration(case(two, cite(1, 0), cite(2, 200), cite(3, 300), cite(4, 100)))
        assert count.share == pytest.approx(0.1887, abs=1e-4)
        assert single_view_concentration(case(two, cite(1, 0), cite(2, 200))) == Count(1, 1)
        assert single_view_concentration(case(two, cite(1, 0), cite(2, 100))) == Count(0, 1)

    def test_an_answer_beside_the_point_is_as_one_sided_as_can_be(self) -> None:
        """Citing what is no evidence does not make an answer balanced; declining and one viewpoint are not scored."""
        assert single_view_concentration(case(FOUR, cite(1, 700))) == Count(1, 1)
        assert single_view_concentration(case(FOUR, answered=False)) == NOTHING
        assert single_view_concentration(case(gold([viewpoint(0)]), cite(1, 0))) == NOTHING

    def test_balance_over_files(self) -> None:
        """Evidence in two files: one span of each is even, both of one are not; what is beside the point is nothing."""
        other = Viewpoint("s", (), (Evidence("b.txt", evidence(100)[0].quote, 100, 140),))
        question = gold([viewpoint(0), viewpoint(200), other])

        def balance(*citations: Citation) -> Count:
            return source_balance(Case(question, Answer("q", True, "", citations=citations), TWO_FILES))

        assert balance(cite(1, 0), cite(2, 100, file="b.txt")) == Count(1, 1)
        assert balance(cite(1, 0), cite(2, 200)) == Count(0, 1)
        assert balance(cite(1, 0), cite(2, 700, file="b.txt")) == Count(0, 1)
        assert source_balance(case(FOUR, cite(1, 0))) == NOTHING


class TestContradictionPrecision:
    QUESTION = gold([viewpoint(0), viewpoint(100)], [pair(0, 100), pair(200, 300, "update")])

    def of(self, *reports: object) -> Count:
        cited = [cite(number, 100 * (number - 1)) for number in (1, 2, 3, 4)]
        return contradiction_precision(case(self.QUESTION, *cited, disagreements=reports))  # type: ignore[arg-type]

    def test_counts_pairs_of_conflicts(self) -> None:
        """One right conflict and one pair that gold does not know: 1 of 2."""
        assert self.of(report("conflict", [1], [2]), report("conflict", [1], [3])) == Count(1, 2)

    def test_an_update_told_as_a_conflict_is_wrong(self) -> None:
        """The pair is in the gold, but does not contradict."""
        assert self.of(report("conflict", [3], [4])) == Count(0, 1)

    def test_other_relations_are_not_looked_at(self) -> None:
        """Neither a right nor a wrong update counts."""
        assert self.of(report("update", [3], [4]), report("framing", [1], [3])) == NOTHING


def test_over_decline() -> None:
    """Declining what can be answered is 1 of 1, answering it 0 of 1; what cannot be is not scored."""
    assert over_decline(case(FOUR, answered=False)) == Count(1, 1)
    assert over_decline(case(FOUR, cite(1, 0))) == Count(0, 1)
    assert over_decline(case(UNANSWERABLE, answered=False)) == NOTHING
