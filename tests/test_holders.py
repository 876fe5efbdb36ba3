"""Claims of small articles: whose they are, by name."""

import pytest

from corpus.source import Sentence, Source
from index.claim_reading import claims_of
from index.tagger import shipped_tagger


def holders(*paragraphs: list[str]) -> list[str]:
    """The holder of each sentence of an article."""
    sentences = tuple(
        Sentence(0, len(reading), reading, reading, paragraph=number, line=1)
        for number, readings in enumerate(paragraphs)
        for reading in readings
    )
    source = Source("a.txt", "", sentences, sha256="", outlet="The Courier")
    return [claim.holder for claim in claims_of([source], shipped_tagger())[0]]


def test_a_pronoun_is_who_spoke_before() -> None:
    """“She” is the last person who spoke, by the full name; a sentence without a speaker is the outlet's."""
    assert holders(
        ["Ann Reed said the gate was open.", "She added that nobody had been warned."],
        ["The water rose by two metres."],
    ) == ["Ann Reed", "Ann Reed", "The Courier"]


def test_a_family_name_is_the_full_name() -> None:
    """Titles and short forms of one person are one holder."""
    found = holders(
        ["President Carl Moss said the talks had failed."],
        ["Moss said that the army would stay.", "“We will not leave,” the president said."],
    )
    assert found == ["Carl Moss"] * 3


def test_a_spokesperson_speaks_for_the_body() -> None:
    """Somebody without a name is the body he speaks for."""
    found = holders(["The World Health Organization sent doctors.", "A spokeswoman said they would stay until May."])
    assert found[1] == "World Health Organization"


@pytest.mark.parametrize("sentence", ["It seems that the wall had moved.", "The wall appears to have moved."])
def test_how_things_look_is_the_writers_own_word(sentence: str) -> None:
    """ "Seems" and "appears" attribute nothing to anybody."""
    assert holders([sentence]) == ["The Courier"]


def test_two_layers_are_kept() -> None:
    """Who passes on what another said stays beside him."""
    reading = "The minister, Jane Doe, said the company had told her that the dam was safe."
    sentence = Sentence(0, len(reading), reading, reading, paragraph=0, line=1)
    source = Source("a.txt", reading, (sentence,), sha256="")
    claim = claims_of([source], shipped_tagger())[0][0]
    assert (claim.holder, claim.through) == ("the company", ("Jane Doe",))
