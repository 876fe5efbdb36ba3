"""What a question asks for, by its words and those of the corpus."""

import pytest

from index.vocabulary import Vocabulary
from rag.cues import Kind, kind_of
from rag.question import understand

VOCABULARY = Vocabulary.of(
    [
        "The mayor of Brook claims that the river Ilse rose in the valley.",
        "Nobody in Brook had seen the Ilse rise like that, and 40 people lost their lives.",
        "The people of Brook left the valley on Monday.",
    ]
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("How many people left?", Kind.NUMBER),
        ("number of sheep lost", Kind.NUMBER),
        ("How long did the flood last?", Kind.DURATION),
        ("When did it begin?", Kind.TIME),
        ("What did she say when they met?", Kind.THING),
        ("Why did the dam break?", Kind.REASON),
        ("what caused the fire", Kind.REASON),
        ("Who opened the gate?", Kind.PERSON),
        ("Which article quotes the mayor?", Kind.SOURCE),
        ("Where is the mayor quoted?", Kind.SOURCE),
        ("In which towns were they housed?", Kind.PLACE),
        ("Compare the Courier with the Mail.", Kind.COMPARISON),
        ("What do people think of the plan?", Kind.OPINION),
        ("What have people made of the plan?", Kind.OPINION),
        ("What is the gate made of?", Kind.THING),
        ("Was the gate open?", Kind.YES_OR_NO),
        ("the gate at Brook", Kind.THING),
    ],
)
def test_kind(text: str, kind: Kind) -> None:
    """The kind of question is told from how it is asked, also where it is typed carelessly."""
    assert kind_of(text) is kind


def test_typing_errors_are_read_as_words_of_the_corpus() -> None:
    """A mistyped word is read as the nearest word of the corpus; a real word the corpus lacks is left alone."""
    question = understand("does the mayor clame the vally flooded", VOCABULARY)
    assert question.clear == "does the mayor claims the valley flooded"
    assert question.text == "does the mayor clame the vally flooded"


def test_a_name_with_accents_is_no_typing_error() -> None:
    """It is compared as the corpus keeps its words, without accents, and stays as it was typed."""
    vocabulary = Vocabulary.of(["The mayor Peña and her sister Peñas left the valley."])
    assert understand("When did Peña leave?", vocabulary).clear == "When did Peña leave?"


def test_a_possessive_and_a_plural_are_no_typing_errors() -> None:
    """A name keeps its capital where it owns something, and the plural of a common word is no other word."""
    assert understand("What is Brook's line on the mains?", VOCABULARY).clear == "What is Brook line on the mains?"
    assert VOCABULARY.correct("mains") is None


def test_credits_are_words_of_the_corpus() -> None:
    """An author's name is a name and no typing error, though no sentence has it."""
    vocabulary = VOCABULARY.with_credits(["The Daily Rivet"], ["Ada Vallow"])
    assert understand("vallow on the flood", vocabulary).names == ("vallow",)
    assert vocabulary.correct("rivet") is None


def test_an_idiom_is_read_as_plain_words() -> None:
    """What no single word of an idiom says is said plainly, so that sentences can be found for it."""
    question = understand("what was the body count in the valley", VOCABULARY)
    assert question.clear == "what was the number of people killed in the valley"
    assert question.kind is Kind.NUMBER


@pytest.mark.parametrize(
    ("asked", "clear"),
    [
        ("for God's sake, why was the bridge closed?", "why was the bridge closed?"),
        ("Why, in the name of God, was it closed?", "Why, was it closed?"),
        ("oh my God, who closed the bridge", "who closed the bridge"),
        ("Was the flood an act of God?", "Was the flood an act of nature?"),
        ("Does the bishop say that God is good?", "Does the bishop say that God is good?"),
        ("Who wrote the God of Small Things?", "Who wrote the God of Small Things?"),
    ],
)
def test_an_exclamation_names_nobody(asked: str, clear: str) -> None:
    """He who is called upon is not asked about, unless he is."""
    assert understand(asked, VOCABULARY).clear.strip() == clear


@pytest.mark.parametrize(
    ("keywords", "clear"),
    [
        ("women released in exchange number", "number of women released in exchange"),
        ("valley dead count", "valley number of people killed"),
        ("tell me the number", "tell me the number"),
        ("ferry company phone number", "ferry company phone number"),
        ("Is that the total", "Is that the total"),
    ],
)
def test_keywords_ask_for_a_number_by_the_word(keywords: str, clear: str) -> None:
    """What is counted stands before the word for the count; a whole sentence or a telephone is no keyword query."""
    assert understand(keywords, VOCABULARY).clear == clear


def test_abbreviations_are_spelt_out() -> None:
    """What people type for short is understood."""
    assert understand("how many ppl left", VOCABULARY).clear == "how many people left"


def test_a_follow_up_is_led_by_the_question_before() -> None:
    """A question that refers back is searched for together with the one before it."""
    question = understand("and how many ppl died in it?", VOCABULARY, ["What happened in the valley?"])
    assert question.refers_back
    assert question.whole == "What happened in the valley? and how many people died in it?"
    assert "valley" in question.words


def test_a_follow_up_of_a_follow_up_keeps_the_subject() -> None:
    """What “it” is stays known through a chain of questions that only refer to it."""
    history = ["What happened in the valley?", "and how many people died in it?"]
    question = understand("and who saw it?", VOCABULARY, history)
    assert question.whole == "What happened in the valley? and how many people died in it? and who saw it?"
    assert "valley" in question.words


def test_a_question_that_stands_alone_forgets_the_one_before() -> None:
    """A question with a subject of its own is not mixed with an earlier one."""
    question = understand("Which river rose in Brook?", VOCABULARY, ["How many people left?"])
    assert not question.refers_back
    assert question.whole == "Which river rose in Brook?"


def test_two_questions_in_one_are_told_apart() -> None:
    """Each of two questions is a part of its own; a single one is its only part."""
    both = understand("Who opened the gate at Brook, and when did the river rise?", VOCABULARY)
    assert both.parts == ("Who opened the gate at Brook", "when did the river rise?")
    assert understand("Who opened the gate?", VOCABULARY).parts == ("Who opened the gate?",)
    led = understand("Given that the river rose, how many people left the valley?", VOCABULARY)
    assert led.parts == ("Given that the river rose how many people left the valley?",)


def test_names_are_known_from_the_corpus_in_any_spelling() -> None:
    """A name typed without its capital is a name where the corpus writes it with one."""
    assert understand("did brook flood", VOCABULARY).names == ("brook",)


@pytest.mark.parametrize("text", ["", "   ", "???", "\x00\x01", "ما هذا؟", "x" * 5000])
def test_nothing_is_too_odd_to_be_read(text: str) -> None:
    """Empty, foreign and senseless questions are understood as what they are, without an error."""
    assert understand(text, VOCABULARY).text == text
