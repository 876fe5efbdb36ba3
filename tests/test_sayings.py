"""Who says a sentence, as the article names them."""

import pytest

from corpus.source import Sentence, Source
from index.sayings import attributions_of, denies_that, named_holder
from index.speakers import plainly


@pytest.mark.parametrize(
    ("reading", "holder"),
    [
        ("Mayor Ann Reed said the gate was open.", "Mayor Ann Reed"),
        ("“The gate was open,” said Ann Reed, the mayor of Brook.", "Ann Reed"),
        ("“The gate was open,” said a farmer from the valley.", "a farmer from the valley"),
        ("“The gate was open,” Ann Reed, who lives nearby, told the Courier.", "Ann Reed"),
        ("According to the river board, the gate was shut.", "the river board"),
        ("The gate was shut, according to Tom Hale, its keeper.", "Tom Hale"),
        ("However, the ministry has denied that anybody was warned.", "the ministry"),
        ("On 3 May, U.S. envoy Carl Moss claimed that the gate held.", "U.S. envoy Carl Moss"),
        ("A spokesperson for the board reiterated that it was shut.", "A spokesperson for the board"),
        ("The gate was open.", None),
        ("He said the gate was open.", None),
        ("The claim was denied by the board.", "the board"),
        ("The union put the number at 520.", "The union"),
        ("Ann Reed, who puts the dead at nine, called it a lie.", "Ann Reed"),
        ("The harbour board puts a boat to sea at nine.", None),
        ("The harbour board speaks of four.", "The harbour board"),
        ("The operator, Aurel Wind, acknowledges five.", "The operator"),
        ("The operator’s engineers get to 380m by counting stones.", "The operator’s engineers"),
        ("It counted 412, against 590 in 2019.", None),
        ("The harbour board counts 412 boats.", None),
        ("The train arrived at 9.", None),
        ("The adjusters engaged by Mutual have arrived at 31 million.", "The adjusters engaged by Mutual"),
        ("In the neighbouring village of Lund the mayor counted 12.", None),
        ("Nobody counted 12.", None),
        ("The keeper opened the gate and the river rose.", None),
    ],
)
def test_the_holder_is_the_one_the_sentence_names(reading: str, holder: str | None) -> None:
    """A speaker is found before, after and around the cue; nobody is named where the sentence names nobody."""
    assert named_holder(reading) == holder


def test_a_pronoun_is_the_person_who_spoke_before() -> None:
    """“She” is the last speaker, or the person named in the paragraph; a board is never “she”."""
    source = _source(
        ["Ann Reed said the gate was open.", "She added that nobody was warned."],
        ["The minister, Carl Moss, has faced calls to resign.", "He said he would stay."],
        ["The board said it was shut."],
        ["She said nothing more."],
    )
    holders = [found.holder if found else None for found in attributions_of(source)]
    assert holders == ["Ann Reed", "Ann Reed", None, "Carl Moss", "The board", None]


def _source(*paragraphs: list[str]) -> Source:
    sentences = [
        Sentence(0, 0, "", reading, paragraph=number, line=1)
        for number, readings in enumerate(paragraphs)
        for reading in readings
    ]
    return Source("a.txt", "", tuple(sentences), sha256="")


@pytest.mark.parametrize(
    ("reading", "denied"),
    [
        ("The authority denied that rust had played any part.", ("The authority", "denied")),
        ("On Monday, the river board again denied that the gate was shut.", ("the river board", "denied")),
        ("Ann Reed has denied that the gate was shut.", ("Ann Reed", "denied")),
        ("The authority never denied that the gate was shut.", None),
        ("The man who said that denied that it was open.", None),
        ("None of the men denied that it was open.", None),
        ("Neither the board nor the mayor denied that it was open.", None),
        ("It denied that rust had played any part.", None),
        ("The report that the gate was open is denied.", None),
        ("The authority denied any part.", None),
        ("“The board denied that it was shut.”", None),
    ],
)
def test_a_sentence_tells_itself_who_denies(reading: str, denied: tuple[str, str] | None) -> None:
    """The one who stands before the verb, and the verb; not whom it leaves open, nor within a quotation."""
    assert denies_that(reading) == denied


@pytest.mark.parametrize("verb", ["said", "insists", "argued"])
def test_who_says_that_something_is_so_is_named_by_his_sentence(verb: str) -> None:
    """Where the tagger saw nobody: a body without a name of its own, too; and no pronoun."""
    found = plainly(f"The dockers' union {verb} that rust had brought down the crane.")
    assert found is not None
    assert found.name == "The dockers' union"
    assert plainly(f"It {verb} that rust had brought down the crane.") is None
