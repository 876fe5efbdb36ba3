"""The figures of one thing by their days."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from corpus.source import Sentence, Source
from index.moments import moment_of
from index.quantities import quantities_of
from index.reader import Place
from index.vocabulary import Vocabulary
from rag.answer import TimelinePoint
from rag.question import understand
from rag.quote import Quote
from rag.quotes import number_quotes
from rag.timeline import timeline_of
from tests.claims import claim_of

THURSDAY = date(2031, 3, 6)
UNKNOWN = "The union counts at least 40 people hurt."
WEDNESDAY = "On Wednesday 19 people were hurt, the coast guard said."
TUESDAY = "By Tuesday, up to 11 people were hurt."
HURT = (UNKNOWN, WEDNESDAY, TUESDAY)
COST = "On Monday the pier had cost $2.5 million."


def quote_of(text: str, file: str = "a.txt", holder: str | None = None) -> Quote:
    """The words of an article of one sentence, with what is read in them."""
    sentence = Sentence(0, len(text), text, text, paragraph=0, line=1)
    source = Source(file, text, (sentence,), sha256="", outlet="The Courier", date=THURSDAY)
    claim = replace(claim_of(source, 0, holder), quantities=quantities_of(text), moment=moment_of(text, THURSDAY))
    return Quote(Place(source, 0), 0, len(text), claim)


def timeline(texts: Sequence[str], question: str = "How many people were hurt?") -> tuple[TimelinePoint, ...]:
    """The timeline of articles of one sentence each, the first of them cited as 1."""
    quotes = [quote_of(text, f"{number}.txt") for number, text in enumerate(texts)]
    return timeline_of(understand(question, Vocabulary({}, frozenset())), quotes, number_quotes(quotes))


def test_figures_stand_in_the_order_of_their_days_the_unknown_last() -> None:
    """Days, not the order of the quotes, order the points; each points at its own words."""
    points = timeline(HURT)
    assert [(point.last, point.value, point.citation) for point in points] == [
        ("2031-03-04", 11, 3),
        ("2031-03-05", 19, 2),
        (None, 40, 1),
    ]


def test_a_point_keeps_what_bounds_its_figure_and_who_gives_it() -> None:
    """The comparator is kept as it is written, with what it says, what is counted and the holder."""
    point = timeline(HURT)[0]
    assert (point.comparator, point.bound, point.upper) == ("up to", "at most", None)
    assert (point.unit, point.counted, point.holder) == ("", "people", "The Courier")
    named = [quote_of(TUESDAY, "a.txt", "Ann Reed"), quote_of(WEDNESDAY, "b.txt")]
    asked = understand("How many people were hurt?", Vocabulary({}, frozenset()))
    assert timeline_of(asked, named, number_quotes(named))[0].holder == "Ann Reed"


def test_only_one_thing_is_counted() -> None:
    """Sums of money do not stand among the hurt, though their day is known."""
    assert {point.value for point in timeline((COST, *HURT))} == {11, 19, 40}


def test_the_thing_most_quotes_count_is_taken() -> None:
    """Two prices outweigh one count, unless the count is what was asked for."""
    dearer = "On Wednesday the board put it at $3 million."
    assert [point.value for point in timeline((TUESDAY, dearer, COST), "How much was it?")] == [2_500_000, 3_000_000]
    assert timeline((TUESDAY, dearer, COST)) == ()


def test_a_bare_number_counts_nothing() -> None:
    """Numbers of which the words do not say what they count are no line."""
    assert timeline(("It had risen to 19.", "Later it was 40."), "How many?") == ()


def test_people_of_another_fate_are_another_thing() -> None:
    """Those who live there or were killed do not stand among the hurt, and the question decides which are meant."""
    others = (
        "On Monday the town was home to 900 people.",
        "In 2019 it was home to 800 people.",
        "In 2001 it was home to 700 people.",
        "On Wednesday 2 people were killed.",
    )
    assert {point.value for point in timeline((*others, *HURT))} == {11, 19, 40}
    living = timeline((*others, *HURT), "How many people live there?")
    assert [point.value for point in living] == [700, 800, 900]


def test_days_are_given_as_first_and_last() -> None:
    """A figure "since Tuesday" is of all days from then to the article's."""
    since = "Since Tuesday 25 people have been hurt."
    assert [(point.first, point.last) for point in timeline((since, WEDNESDAY))] == [
        ("2031-03-05", "2031-03-05"),
        ("2031-03-04", "2031-03-06"),
    ]


@pytest.mark.parametrize("question", ["Why were people hurt?", "Who is to blame?", "What did the coast guard say?"])
def test_a_question_that_asks_no_figures_has_no_timeline(question: str) -> None:
    """Reasons, persons and opinions have no line of figures, though the quotes hold some."""
    assert timeline(HURT, question) == ()


def test_one_figure_is_no_line() -> None:
    """Fewer than two quotes with figures of one thing are nothing to put in order; nor is one quote with two."""
    assert timeline((TUESDAY, COST)) == ()
    assert timeline(("On Monday 3 people were hurt and 5 people were missing.",)) == ()


def test_a_figure_given_twice_by_one_quote_stands_once() -> None:
    """The same figure of the same words is one point."""
    twice = "On Tuesday 11 people were hurt, and 11 people of those hurt were children."
    points = timeline((twice, WEDNESDAY))
    assert len([point for point in points if point.citation == 1]) == 1
