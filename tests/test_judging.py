"""Sentences of a draft against what they cite: several sources, clauses, additions, and what leans on what."""

from collections.abc import Sequence

import pytest

from corpus.sentences import sentence_spans
from corpus.source import Sentence, Source
from index.reader import Place
from index.words import terms
from rag.answer import Dropped
from rag.brief import Brief
from rag.draft_sentences import DraftSentences
from rag.judging import Judge, Kept
from rag.quote import Quote
from rag.verdict import Evidence, Verdict

COURIER = "Mira Holt stood at the back. She has lost a boat worth 900 crowns. The mayor praised the crew."
GAZETTE = "The ferry struck the pier at noon. Twelve sailors were hurt."


class Words:
    """Supports what has all its words in the evidence."""

    name = "words"

    def verify(self, claim: str, evidence: Sequence[Evidence]) -> Verdict:
        told = {term for each in evidence for term in terms(each.text)}
        missing = [term for term in terms(claim) if term not in told]
        return Verdict(not missing, 1 - len(missing) / 10, f"no {missing}" if missing else None, ())


class Everything(Words):
    """Supports anything."""

    def verify(self, claim: str, evidence: Sequence[Evidence]) -> Verdict:
        return Verdict(True, 0.6)


def quotes(name: str, text: str) -> list[Quote]:
    spans = sentence_spans(text)
    sentences = tuple(Sentence(start, end, text[start:end], text[start:end], 0, 1) for start, end in spans)
    source = Source(f"{name}.txt", text, sentences, "0", outlet=name)
    return [Quote(Place(source, number), start, end) for number, (start, end) in enumerate(spans)]


BRIEF = Brief("What happened?", (*quotes("Courier", COURIER), *quotes("Gazette", GAZETTE)), ())


def judged(text: str, judge: Judge | None = None) -> Kept | Dropped:
    cutter = DraftSentences()
    (sentence,) = [*cutter.add(text), *cutter.end()]
    return (judge or Judge(BRIEF, Words())).judge(sentence)


def numbers(outcome: Kept | Dropped) -> tuple[int, ...]:
    assert isinstance(outcome, Kept), outcome
    return outcome.numbers


def test_a_source_that_says_the_whole_is_cited_alone() -> None:
    """Of two markers the one whose words do not support the sentence is taken away."""
    assert numbers(judged("Twelve sailors were hurt [5][3].")) == (5,)


def test_each_clause_may_rest_on_a_source_of_its_own() -> None:
    """Up to its marker, or up to a joint, each clause is supported by one of them."""
    assert numbers(judged("The mayor praised the crew [3], and twelve sailors were hurt [5].")) == (3, 5)
    assert numbers(judged("The mayor praised the crew, while twelve sailors were hurt [3][5].")) == (3, 5)


class Whole(Words):
    """Supports nothing that two sources are cited for."""

    def verify(self, claim: str, evidence: Sequence[Evidence]) -> Verdict:
        return super().verify(claim, evidence) if len(evidence) == 1 else Verdict(False, 0.0, "two")


def test_a_clause_with_its_own_marker_is_judged_by_it_alone() -> None:
    """Whatever is thought of the sentence as a whole; a marker at the wrong clause does not help it."""
    judge = Judge(BRIEF, Whole())
    assert numbers(judged("The mayor praised the crew [3], but twelve sailors were hurt [5].", judge)) == (3, 5)
    assert isinstance(judged("The mayor praised the crew [5], but twelve sailors were hurt [3].", judge), Dropped)
    assert isinstance(judged("The mayor praised the crew, but twelve sailors were hurt [3][5].", judge), Dropped)


def test_two_sources_are_not_blended() -> None:
    """What only both together have the words of is said by neither."""
    outcome = judged("The mayor praised twelve sailors [3][5].")
    assert isinstance(outcome, Dropped)
    assert outcome.reason == "no one of its sources says this"


def test_sentences_that_follow_one_another_are_read_together() -> None:
    """Two of one article, next to each other, are one source."""
    assert numbers(judged("Twelve sailors were hurt at noon when the ferry struck the pier [4][5].")) == (4, 5)


def test_a_sentence_that_leans_on_the_one_before_is_cited_with_it() -> None:
    """Who "she" is stands there."""
    assert numbers(judged("Mira Holt has lost a boat worth 900 crowns [2].")) == (1, 2)


@pytest.mark.parametrize("addition", [", most of them tourists from abroad", ": careless drunken navigation"])
def test_a_part_of_which_no_word_is_told_is_an_addition(addition: str) -> None:
    """Whatever the verifier thinks of the sentence as a whole."""
    outcome = judged(f"Twelve sailors were hurt{addition} [5].", Judge(BRIEF, Everything()))
    assert isinstance(outcome, Dropped)
    assert addition.strip(" ,:") in outcome.reason


def test_a_part_in_other_forms_of_the_same_words_is_none() -> None:
    """Nor are one word, a figure, or the name of who says it."""
    for text in (
        "Twelve were hurt, sailing ferries",
        "Sadly, twelve were hurt",
        "In 2031, they were hurt, Gazette wrote",
    ):
        assert numbers(judged(f"{text} [5][4].", Judge(BRIEF, Everything()))) == (4, 5)


def test_what_its_sources_do_not_say_is_tried_elsewhere() -> None:
    """The other evidence that supports it is cited instead; where none does, the reason is the first one's."""
    assert numbers(judged("The mayor praised the crew [5].")) == (3,)
    outcome = judged("The mayor scolded the crew [5].")
    assert isinstance(outcome, Dropped)
    assert outcome.reason.startswith("no [")
