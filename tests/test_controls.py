"""Answers that are wrong on purpose, and whether that is seen."""

import pytest
from boats import QUESTIONS, SOURCE, TEXT, Hasty, Perfect, outcome, systems

from eval.case import Case
from eval.control_results import ControlReport, Moved
from eval.controls import CONTROLS, quote_everything, random_sentences, shuffled_citations
from eval.measures.catalogue import MEASURES
from eval.measures.quotes_exact import quotes_exact
from rag.answer import Answer, Citation


def cases() -> list[Case]:
    """The perfect answers, and a question that cites two sentences which no other does."""
    (system,) = systems(Perfect())
    others = (Citation(1, "a.txt", 0, 27, 1, TEXT[:27]), Citation(2, "a.txt", 28, len(TEXT), 1, TEXT[28:]))
    return [*(result.case for result in system.results), Case(QUESTIONS[1], Answer("", True, "", (), others), {})]


def test_shuffled_citations_are_those_of_others() -> None:
    """The text and the markers stay, the words behind them are another question's; nothing is made up."""
    before, after = cases()[0], shuffled_citations(cases())[0]
    assert after.answer.text == before.answer.text
    assert [cited.number for cited in after.answer.citations] == [1, 2]
    assert not set(after.cited_spans) & set(before.cited_spans)
    assert quotes_exact(after).share == 1.0


def test_random_sentences_are_as_many_as_were_cited() -> None:
    """Verbatim sentences of the corpus, and the same ones again from the same seed."""
    first, second = (random_sentences(cases()) for _ in range(2))
    assert [len(case.citations) for case in first] == [2, 1, 2]
    assert all(case.answer.answered and quotes_exact(case).share == 1.0 for case in first[:2])
    assert [case.answer for case in first] == [case.answer for case in second]


def test_quoting_everything_quotes_every_sentence() -> None:
    """Both sentences of the article, whatever was asked."""
    for case in quote_everything(cases()[:2]):
        assert [cited.quote for cited in case.citations] == [sentence.text for sentence in SOURCE.sentences]


def test_no_answers_spoil_into_none() -> None:
    """A run without questions has nothing to spoil."""
    assert [control.spoil([]) for control in CONTROLS] == [(), (), ()]


def test_every_measure_that_a_control_watches_exists() -> None:
    """A measure that is renamed is not watched in vain."""
    names = {measure.name for measure in MEASURES} | {"drop-one recall", "drop-one precision"}
    assert {name for control in CONTROLS for name in control.expected} <= names


def test_controls_of_a_perfect_system_fall() -> None:
    """Precision and evidence share fall when everything is quoted, and so does declining."""
    everything = outcome(Perfect()).controls[2]
    moved = {each.measure: each for each in everything.moved}
    assert (moved["declined when it must"].real, moved["declined when it must"].control) == (1.0, 0.0)
    assert moved["evidence share"].verdict == "moved as it should"
    assert moved["viewpoint coverage"].verdict == "could not move"


@pytest.mark.parametrize(
    ("moved", "verdict"),
    [
        (Moved("m", "falls", 0.5, 0.4), "moved as it should"),
        (Moved("m", "falls", 0.5, 0.5), "did not move as it should"),
        (Moved("m", "falls", 0.5, 0.6), "did not move as it should"),
        (Moved("m", "falls", 0.5, None), "moved as it should"),
        (Moved("m", "falls", 0.0, 0.2), "could not move"),
        (Moved("m", "falls", None, 0.2), "could not move"),
        (Moved("m", "rises", 0.5, 0.6), "moved as it should"),
        (Moved("m", "rises", 0.5, None), "did not move as it should"),
        (Moved("m", "rises", 1.0, 1.0), "could not move"),
    ],
)
def test_verdicts(moved: Moved, verdict: str) -> None:
    """A measure that stays where it must fall is not to be trusted; one at its end says nothing."""
    assert moved.verdict == verdict


def test_a_line_names_what_did_not_move() -> None:
    """So that a reader knows which measure not to believe."""
    report = ControlReport("c", (Moved("good", "falls", 1.0, 0.0), Moved("bad", "falls", 0.5, 0.75)))
    assert report.line == "c: 1 of 2 measures moved as they should; not: bad (0.500 to 0.750)"


def test_the_hasty_system_is_told_from_its_control() -> None:
    """One right citation each; declining cannot fall, for it never declined."""
    everything = outcome(Hasty()).controls[2]
    assert {each.measure: each.verdict for each in everything.moved}["declined when it must"] == "could not move"
