"""Answers composed of the sources' own words."""

from datetime import date

from corpus.source import Sentence, Source
from index.reader import Place
from index.vocabulary import Vocabulary
from rag.question import understand
from rag.quote import Point, Quote
from rag.quotes import answer_with, decline_with
from tests.claims import claim_of

TEXT = "Nearly 40 left.\nThe [1] board said\n40 left on Monday."
SOURCE = Source(
    "sub/a.txt",
    TEXT,
    (
        Sentence(0, 15, TEXT[0:15], TEXT[0:15], paragraph=0, line=1),
        Sentence(16, 53, TEXT[16:53], "The [1] board said 40 left on Monday.", paragraph=1, line=2, kind="caption"),
    ),
    sha256="",
    title="Who left",
    outlet="The Courier",
    date=date(2024, 3, 5),
)
FIRST = Quote(Place(SOURCE, 0), 0, 15)
SECOND = Quote(Place(SOURCE, 1), 16, 53, claim_of(SOURCE, 1, "The [1] board"))
QUESTION = understand("How many left?", Vocabulary({}, frozenset()))


def test_every_statement_carries_the_markers_of_its_citations() -> None:
    """The same fact is said once, with all its markers, and a citation is the file's text at its place."""
    answer = answer_with(QUESTION, [Point(FIRST, (SECOND,))])
    assert answer.answered
    assert answer.text == "The Courier (5 March 2024): Nearly 40 left. [1][2]"
    assert [statement.citations for statement in answer.sentences] == [(1, 2)]
    assert all(TEXT[citation.start : citation.end] == citation.quote for citation in answer.citations)
    assert [(citation.line, citation.caption, citation.date) for citation in answer.citations] == [
        (1, False, "2024-03-05"),
        (2, True, "2024-03-05"),
    ]


def test_a_marker_in_a_source_is_no_marker_of_ours() -> None:
    """“[1]” in a source's words is escaped, a line break in them is a blank, and a caption is said to be one."""
    answer = answer_with(QUESTION, [Point(SECOND), Point(FIRST)])
    assert answer.text.split("\n")[0] == (
        r"- The Courier (5 March 2024, caption): The \[1\] board said 40 left on Monday. [1]"
    )
    assert answer.text.split("\n")[1] == "- The Courier (5 March 2024): Nearly 40 left. [2]"


def test_the_holder_leads_where_the_words_do_not_name_him() -> None:
    """A speaker whom only the sentences before name is named before the words."""
    answer = answer_with(QUESTION, [Point(Quote(Place(SOURCE, 0), 0, 15, claim_of(SOURCE, 0, "Ann Reed")))])
    assert answer.text == "Ann Reed, in The Courier (5 March 2024): Nearly 40 left. [1]"
    assert answer.citations[0].holder == "Ann Reed"


def test_which_article_is_answered_by_its_title_and_file() -> None:
    """A question for the source gets outlet, title and file."""
    question = understand("Which article says that 40 left?", Vocabulary({}, frozenset()))
    answer = answer_with(question, [Point(FIRST)])
    assert answer.text == "The Courier, “Who left”, sub/a.txt (5 March 2024): Nearly 40 left. [1]"


def test_a_declined_answer_says_why_and_points_at_what_is_near() -> None:
    """Declining is an answer: the reason, and citations that are related, not support."""
    answer = decline_with(QUESTION, "None of them counts sheep.", [FIRST])
    assert not answer.answered
    assert answer.declined_because == "None of them counts sheep."
    assert answer.related == (1,)
    assert answer.sentences == ()
    assert answer.text.startswith("The sources do not say. None of them counts sheep.\n")


def test_the_same_words_are_cited_once() -> None:
    """A quote that two points share has one number."""
    answer = answer_with(QUESTION, [Point(FIRST), Point(SECOND, (FIRST,))])
    assert [citation.number for citation in answer.citations] == [1, 2]
    assert [statement.citations for statement in answer.sentences] == [(1,), (2, 1)]
