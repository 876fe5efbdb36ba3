"""The gap that a question of one fact leaves, and the words of a sentence that fill it."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.encoder import Encoder
from index.vocabulary import Vocabulary
from rag.gaps.asked_gap import gap_of
from rag.gaps.day_filler import day_in
from rag.gaps.figure_filler import figure_in
from rag.gaps.filler import Filler
from rag.gaps.gap import Gap
from rag.gaps.head_words import head_words
from rag.gaps.word_filler import filler_in
from rag.gaps.word_forms import is_form_of
from rag.gaps.words import name_runs, words_of
from rag.question import understand

NOTHING = Vocabulary({}, frozenset())


def asked(question: str) -> Gap:
    """The gap of a question that has one."""
    gap = gap_of(understand(question, NOTHING))
    assert gap, question
    return gap


def filling(question: str, sentence: str, encoder: Encoder) -> Filler | None:
    """What a sentence about the one asked about puts into the gap."""
    gap, words = asked(question), words_of(sentence)
    heads = head_words(gap, [[words]], encoder)
    if gap.asked == "figure":
        return figure_in(gap, sentence, words, heads)
    if gap.asked == "time":
        return day_in(gap, sentence, words, heads, date(2020, 5, 1))
    return filler_in(gap, sentence, words, heads)


@pytest.mark.parametrize(
    ("question", "kind", "form", "head", "name"),
    [
        ("Where was Ola Brandt born?", "place", "object", "born", {"ola", "brandt"}),
        ("Who wrote the novel Grey Acre?", "person", "agent", "wrote", {"grey", "acr"}),
        ("What is the capital of Karsk?", "thing", "role", "capital", {"karsk"}),
        ("In what year was Orrin College founded?", "time", "object", "founded", {"orrin", "colleg"}),
        ("What is the birth date of Ola Brandt?", "time", "object", "birth", {"ola", "brandt"}),
        ("What is Ola Brandt's date of birth?", "time", "object", "birth", {"ola", "brandt"}),
        ("What is the location of Fort Orrin?", "place", "object", "located", {"fort", "orrin"}),
        ("What county is the village of Orrin Moor in?", "place", "object", "located", {"orrin", "moor"}),
        ("In which county is Orrin Moor?", "thing", "object", "county", {"orrin", "moor"}),
        ("How tall is the Orrin Tower?", "figure", "object", "tall", {"orrin", "tower"}),
        ("What is the population of Karsk?", "figure", "role", "population", {"karsk"}),
        ("What did Ola Brandt invent?", "thing", "object", "invent", {"ola", "brandt"}),
        ("What is the name of the mayor of Karsk?", "thing", "role", "mayor", {"karsk"}),
    ],
)
def test_a_question_of_one_fact_leaves_a_gap(question: str, kind: str, form: str, head: str, name: set[str]) -> None:
    """What is asked, the word that ties it to a name, and the name are read from the order of the words."""
    gap = asked(question)
    assert (gap.asked, gap.form, gap.head, gap.subject.stems) == (kind, form, head, name)


@pytest.mark.parametrize(
    "question",
    [
        "How many people left?",
        "Why did Ola Brandt leave the town?",
        "What did critics say about Ola Brandt?",
        "Who visited Karsk?",
        "Who are the members of the Orrin Council?",
        "How did the Orrin Council vote?",
        "Did Ola Brandt write the novel Grey Acre?",
        "When was Ola Brandt in Karsk because of the flood?",
        "Where do the reports on Karsk differ from those on Orrin?",
        "What have critics made of Grey Acre?",
    ],
)
def test_other_questions_leave_none(question: str) -> None:
    """A question of nobody by name, of many, of opinions or of reasons is answered as it always was."""
    assert gap_of(understand(question, NOTHING)) is None


@pytest.mark.parametrize(
    ("question", "sentence", "words"),
    [
        ("Where was Ola Brandt born?", "Ola Brandt was born in Treworth in 1849.", "Treworth"),
        ("Where was Ola Brandt born?", "A plaque in Kelby marks the birthplace of Ola Brandt.", "Kelby"),
        ("Who wrote the novel Grey Acre?", "Grey Acre is a novel by Ann Reed about a farm.", "Ann Reed"),
        ("Who wrote the novel Grey Acre?", "Ann Reed's novel Grey Acre sold well.", "Ann Reed"),
        ("Who wrote the novel Grey Acre?", "The author of Grey Acre is Ann Reed.", "Ann Reed"),
        ("Who directed the film Low Water?", "The film Low Water, directed by Ivo Sand, won a prize.", "Ivo Sand"),
        ("What is the capital of Karsk?", "Its capital has been Holm since 1815.", "Holm"),
        ("What is the capital of Karsk?", "Sennburg, the capital of Karsk, has two bridges.", "Sennburg"),
        ("What is the occupation of Ola Brandt?", "Ola Brandt is a Danish botanist.", "botanist"),
        ("Where is Lake Orrin located?", "Lake Orrin is a salt lake in northern Karsk.", "Karsk"),
        ("Who is the wife of Ola Brandt?", "Ola Brandt married Lydia Shore in 1994.", "Lydia Shore"),
        ("Who is the mayor of Karsk?", "The deputy mayor Ann Reed spoke in Karsk.", None),
        ("Who wrote the novel Grey Acre?", "Grey Acre was printed in Karsk.", None),
        ("What is the population of Karsk?", "Karsk is a village with 3,875 inhabitants.", "3,875"),
        ("How high is the Orrin Tower?", "The Orrin Tower is 62 metres high, a walk of 2 hours.", "62"),
        ("When was Ola Brandt born?", "Ola Brandt (4 May 1871 – 19 January 1950) was a painter.", "4 May 1871"),
        ("When did Ola Brandt die?", "Ola Brandt (4 May 1871 – 19 January 1950) was a painter.", "19 January 1950"),
        ("When was Orrin College founded?", "It was founded in 1611 and burned down in 1740.", "1611"),
        ("When was Orrin College founded?", "It burned down in 1740.", None),
    ],
)
def test_a_sentence_fills_a_gap(question: str, sentence: str, words: str | None, encoder: Encoder) -> None:
    """The words are those that the sentence ties to the one asked about; it may have none."""
    filler = filling(question, sentence, encoder)
    assert (sentence[filler.start : filler.end] if filler else None) == words


@pytest.mark.parametrize(
    ("question", "one", "other", "differ"),
    [
        ("Who wrote the novel Grey Acre?", "Ann Reed wrote Grey Acre.", "Paul Moss wrote Grey Acre.", True),
        ("Who wrote the novel Grey Acre?", "Ann Reed wrote Grey Acre.", "Anne Reed wrote Grey Acre.", False),
        ("Who wrote the novel Grey Acre?", "Ann Penhallow wrote Grey Acre.", "Penhallow wrote Grey Acre.", False),
        ("Who wrote the novel Grey Acre?", "It was written by Ann Lee Reed.", "It was written by ALR.", False),
        ("Where was Ola Brandt born?", "He was born in Holm, Karsk.", "He was born in Karsk.", False),
        ("Where was Ola Brandt born?", "He was born in Holm, Karsk.", "He was born in Orrin.", True),
        ("When was Orrin College founded?", "It was founded in 1611.", "It was founded in 1632.", True),
        ("When was Orrin College founded?", "It was founded in May 1611.", "It was founded in 1611.", False),
        ("How high is the Orrin Tower?", "It is 62 metres high.", "It is 85 metres high.", True),
        ("How high is the Orrin Tower?", "It is 62 metres high.", "It is 0.062 km high.", False),
    ],
)
def test_fillers_differ_only_where_they_cannot_be_one(
    question: str, one: str, other: str, differ: bool, encoder: Encoder
) -> None:
    """Another spelling, a surname, initials, a town and its country, a day of a year, another unit: all are one."""
    left, right = filling(question, one, encoder), filling(question, other, encoder)
    assert left and right
    assert left.differs_from(right) is differ
    assert right.differs_from(left) is differ


def test_words_of_one_root_are_forms_of_each_other() -> None:
    """By their endings, or by rule of the language; words that only begin alike are not."""
    assert is_form_of("directed", "director")
    assert is_form_of("wrote", "author")
    assert is_form_of("born", "birthplace")
    assert not is_form_of("married", "marched")
    assert not is_form_of("capital", "captain")


@given(st.text(alphabet=st.sampled_from("aAbBéÖ.,’'- 1()of\n"), max_size=60))
def test_words_lie_where_they_say(text: str) -> None:
    """A word is its span of the text, words stand in order, and names are runs that do not overlap."""
    words = words_of(text)
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(one.end <= other.start for one, other in pairwise(words))
    runs = name_runs(words)
    assert all(begin < end for begin, end in runs)
    assert all(one[1] <= other[0] for one, other in pairwise(runs))
