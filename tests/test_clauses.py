"""The decisive clause of a long sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.source import Sentence, Source
from index.reader import Place
from index.vocabulary import Vocabulary
from rag.clauses import LONGEST_WHOLE, SHORTEST, clauses_of, decisive_span
from rag.question import understand

NOTHING = Vocabulary({}, frozenset())
LONG = (
    "The ferry struck the pier at Tessel on Tuesday morning with 210 passengers on board, "
    "while the harbour board spent the whole of that week discussing a new timetable for the summer"
)


def _parts(text: str) -> set[str]:
    return {text[start:end] for start, end in clauses_of(text)}


def test_a_clause_can_be_read_without_the_rest() -> None:
    """A clause begins where the sentence does, or behind a conjunction, and leaves the conjunction out."""
    assert _parts(LONG + ".") == {
        "The ferry struck the pier at Tessel on Tuesday morning with 210 passengers on board",
        "the harbour board spent the whole of that week discussing a new timetable for the summer.",
    }


@pytest.mark.parametrize(
    "text",
    [
        "The board will pay for all of the repairs to the old pier, unless the union goes to court about it.",
        "The board said that the rudder had been in perfect order, although nobody had looked at it for years.",
        "“We will pay for the repairs to the pier, and the ferry will sail again by the end of the month.”",
    ],
)
def test_no_cut_changes_what_is_said(text: str) -> None:
    """A condition or a concession is never cut off, and no quotation is cut in two."""
    assert clauses_of(text) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "“The rudder had been in perfect order when we left the pier,” said Jon Brekke, who had steered her.",
            "“The rudder had been in perfect order when we left the pier,”",
        ),
        (
            "Jon Brekke, her captain, told the board that the rudder had been in perfect order when they left.",
            "the rudder had been in perfect order when they left.",
        ),
        (
            "The rudder had been in perfect order when the ferry left the pier, Brekke said afterwards.",
            "The rudder had been in perfect order when the ferry left the pier",
        ),
    ],
)
def test_who_speaks_is_left_out_only_where_it_is_told(text: str, said: str) -> None:
    """What is said may be quoted by itself beside the name of its holder, and never without."""
    assert said in {text[start:end] for start, end in clauses_of(text, speaker_told=True)}
    assert said not in _parts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jon Brekke never told the board that the rudder had been in perfect order when they left.",
        "“The rudder had been in perfect order when we left the pier” is what nobody on the board said afterwards.",
    ],
)
def test_what_is_not_said_keeps_its_denial(text: str) -> None:
    """Words that somebody did not say are not quoted without the denial."""
    assert clauses_of(text, speaker_told=True) == ()


@given(st.text(alphabet=st.sampled_from("ab ,;“”()—\n and while which"), max_size=400))
def test_clauses_lie_inside_their_sentence(text: str) -> None:
    """Every clause is a part of the text, long enough, and not the whole."""
    for start, end in clauses_of(text):
        assert 0 <= start < end <= len(text)
        assert SHORTEST <= end - start < len(text)


def test_the_clause_that_speaks_to_the_question_is_quoted() -> None:
    """Of a long sentence the part asked about is quoted; a short sentence is quoted whole."""
    short = "The pier is closed, and nobody is hurt."
    assert len(short) < LONGEST_WHOLE < len(LONG)
    source = _source(LONG, short)
    question = understand("How many passengers were on board when the ferry struck the pier?", NOTHING)
    first, second = (decisive_span(question, Place(source, number)) for number in (0, 1))
    assert source.text[slice(*first)].endswith("210 passengers on board")
    assert source.text[slice(*second)] == short


def test_a_number_of_the_injured_does_not_tell_how_many_died() -> None:
    """The clause with the figure that is asked for is quoted, not the shorter one with another."""
    told = (
        "The ministry claims that more than 200 people have been killed while more than 400 have been injured "
        "as a result of the military operation of the northern army in the region"
    )
    source = _source(told)
    question = understand("How many lives has the operation of the northern army cost?", NOTHING)
    start, end = decisive_span(question, Place(source, 0), "the ministry")
    assert "killed" in source.text[start:end]


def test_a_reason_is_not_cut_off() -> None:
    """Where a reason is asked for, the sentence is quoted whole: the reason may stand in any part of it."""
    question = understand("Why did the ferry strike the pier at Tessel with 210 passengers on board?", NOTHING)
    assert decisive_span(question, Place(_source(LONG), 0)) == (0, len(LONG))


def test_of_a_sentence_that_markup_cuts_the_nearest_piece_is_quoted() -> None:
    """A figure before an entity is quoted where a figure is asked for, though the piece behind it is longer."""
    text = "Nineteen people were hurt in Tuesday&#8217;s accident at Tessel, the hospital confirmed after a day."
    cut = text.index("&")
    reading = text.replace("&#8217;", "’")
    sentence = Sentence(cut + 8, len(text), text[cut + 8 :], reading, 0, 1, fragments=((0, cut),))
    question = understand("How many people were hurt?", NOTHING)
    span = decisive_span(question, Place(Source("a.html", text, (sentence,), ""), 0))
    assert text[slice(*span)] == "Nineteen people were hurt in Tuesday"


def test_of_one_who_is_asked_about_his_own_words_are_quoted() -> None:
    """Where markup cuts a sentence, the piece in quotation marks tells what its speaker says, not the piece around."""
    text = "&ldquo;No ferry will sail before May,&rdquo; he told a meeting of the harbour board on the ferry at Tessel."
    end, behind = text.index("&rdquo;"), text.index(" he told") + 1
    reading = text.replace("&ldquo;", "“").replace("&rdquo;", "”")
    sentence = Sentence(behind, len(text), text[behind:], reading, 0, 1, fragments=((7, end),))
    place = Place(Source("a.html", text, (sentence,), ""), 0)
    asked = understand("What is Jon Brekke's line on the ferry at Tessel?", NOTHING)
    assert text[slice(*decisive_span(asked, place, "Jon Brekke"))] == "No ferry will sail before May,"
    other = understand("What did they hear about the ferry at Tessel?", NOTHING)
    assert text[slice(*decisive_span(other, place, "Jon Brekke"))].startswith("he told a meeting")


def _source(*sentences: str) -> Source:
    text = "\n".join(sentences)
    starts = [text.index(sentence) for sentence in sentences]
    read = [
        Sentence(start, start + len(words), words, words, 0, 1) for start, words in zip(starts, sentences, strict=True)
    ]
    return Source("a.txt", text, tuple(read), sha256="")
