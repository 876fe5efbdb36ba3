"""Sentences: where one ends, and that their spans never lie."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import ends_like_a_sentence, sentence_spans


def split(text: str) -> list[str]:
    """The words of each sentence."""
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The U.S. Secretary of State met Mr. Smith and Dr. J. R. Brown of the U.N. mission.",
        "On Sept. 26 nearly 1.5 million crossed, i.e. most of them.",
        "They left at 9 a.m. Monday, in approx. 40 buses of Miller Inc. and Sons.",
        "“Where shall we go?” she asked.",
        "“Stop!” Ms. Brown said on the radio.",
        "He waited ... and then left.",
        "See No. 7 and pp. 12 of vol. 3.",
        "The firm (Smith & Co. of Leeds) closed.",
    ],
)
def test_one_sentence_stays_whole(sentence: str) -> None:
    """Abbreviations, initials, numbers, quotations and ellipses do not end a sentence."""
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“They will live a normal life.”", "He said so twice."),
        ("“We have rights,” said the head of the U.S.", "The others were silent."),
        ("The rest left at 9 a.m.", "The road was closed."),
        ("Was it planned?", "“Yes,” he said."),
        ("He calls it a “paradise.”", "Others do not."),
        ("“No.”", "That was all."),
        ("They keep waiting…", "Nobody comes."),
        ("It was in ways.", "[…] You need not shout."),
        ("He won (again).", "200 people cheered."),
        ("Это конец.", "Начало тоже."),
        ("Սա վերջն է։", "Սա՝ սկիզբը։"),
        ("هل انتهى الأمر؟", "نعم انتهى."),
        ("ეს დასასრულია.", "ეს დასაწყისია."),
    ],
)
def test_two_sentences_part(first: str, second: str) -> None:
    """A full stop ends a sentence, its closing quotes with it, in any script."""
    assert split(f"{first} {second}") == [first, second]


def test_scripts_without_spaces_part() -> None:
    """Chinese and Japanese need no space after the full stop, and keep the closing quote."""
    assert split("他说：“走吧。”他们走了。天黑了！") == ["他说：“走吧。”", "他们走了。", "天黑了！"]


def test_text_without_a_full_stop_is_a_sentence() -> None:
    """What follows the last full stop is not lost, and blank text holds no sentence."""
    assert split("One. and two") == ["One. and two"]
    assert split("A heading without an end") == ["A heading without an end"]
    assert split(" \n ") == split("— … —") == []


def test_a_line_break_in_a_paragraph_is_a_space() -> None:
    """A sentence may run over the end of a wrapped line."""
    assert split("It ran\nover. Then\r\nit stopped.") == ["It ran\nover.", "Then\r\nit stopped."]


@given(st.text(alphabet=st.sampled_from('aAé .!?…。”“")]\n1ß։ ')) | st.text())
def test_spans_are_ordered_and_lose_no_word(text: str) -> None:
    """Spans never overlap, have no white space at their ends, and leave out no letter or digit."""
    spans = sentence_spans(text)
    last = 0
    for start, end in spans:
        assert last <= start < end
        assert text[start:end] == text[start:end].strip()
        assert not any(character.isalnum() for character in text[last:start])
        last = end
    assert not any(character.isalnum() and character != "_" for character in text[last:])


@pytest.mark.parametrize("text", ["a. " * 60_000, "." * 200_000 + "x", "word " * 40_000, "A. " * 60_000, "”" * 200_000])
def test_time_grows_with_length_alone(text: str) -> None:
    """A line of a hundred thousand characters takes a moment, whatever stands in it."""
    begun = time.perf_counter()
    sentence_spans(text)
    assert time.perf_counter() - begun < 3


def test_the_end_of_a_sentence_is_seen_through_quotes() -> None:
    """Closing quotes and brackets do not hide a full stop."""
    assert ends_like_a_sentence("He said “yes.”") and ends_like_a_sentence("(Really?) ")
    assert not ends_like_a_sentence("A heading") and not ends_like_a_sentence("")
