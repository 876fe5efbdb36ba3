"""Claims of small articles: whose they are, by name."""

import pytest

from corpus.source import Sentence, Source
from index.alignment import ArticleText
from index.claim_reading import claims_of
from index.holders import Holders
from index.source_words import own_words
from index.speakers import own_name
from index.tagger import Span, Tagged, shipped_tagger


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


def test_two_who_say_it_together_are_both_named() -> None:
    """Both names are the holder; "she" is one of them."""
    found = holders(["Greta Holm and Paul Reyes deny that the dam had leaked.", "She said that it was safe."])
    assert found == ["Greta Holm and Paul Reyes", "Greta Holm"]


def test_two_layers_are_kept() -> None:
    """Who passes on what another said stays beside him."""
    reading = "The minister, Jane Doe, said the company had told her that the dam was safe."
    sentence = Sentence(0, len(reading), reading, reading, paragraph=0, line=1)
    source = Source("a.txt", reading, (sentence,), sha256="")
    claim = claims_of([source], shipped_tagger())[0][0]
    assert (claim.holder, claim.through) == ("the company", ("Jane Doe",))


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Harbour Council, the operator, called the claim baseless.", "Harbour Council"),
        (
            "A clerk in the ministry, who asked not to be named, said colleagues had warned of it.",
            "A clerk in the ministry",
        ),
        ("The union, which has 900 members, puts the damage at 40 million crowns.", "The union"),
        ("The charge was promptly refuted by Ann Reed.", "Ann Reed"),
        ("According to our engineers, the wall moved by two metres.", "The Courier"),
        ("An earlier version of this article said that the wall had moved.", "The Courier"),
    ],
)
def test_who_is_named_in_the_sentence_holds_it(sentence: str, holder: str) -> None:
    """An apposition, a relative clause, a figure that is put at something, a passive: the name is found in each."""
    assert holders([sentence])[0] == holder


def test_a_pronoun_is_the_subject_of_its_own_sentence() -> None:
    """Who is named as a source earlier in its sentence is meant by a pronoun, though another spoke before."""
    text = "Ann Reed said so. Carl Moss did not dispute it: the board, he said, had met."
    spans = {"Ann Reed": "PERSON", "Carl Moss": "PERSON"}
    entities = tuple(Span(text.index(name), text.index(name) + len(name), kind) for name, kind in spans.items())
    sources = tuple(Span(span.start, span.end, "SOURCE") for span in entities)
    names = Holders(text, Tagged(sources, entities))
    assert names.name(sources[0]) == "Ann Reed"
    pronoun = Span(text.index("he said"), text.index("he said") + 2, "SOURCE")
    assert names.name(pronoun) == "Carl Moss"


def test_he_is_nobody_who_is_called_she() -> None:
    """A title or a noun beside a name tells whom a pronoun cannot mean."""
    found = holders(
        [
            "Carl Moss said the gate was open.",
            "Ann Reed, a spokeswoman for the board, said that it had been closed.",
            "He added that it had never been closed.",
        ]
    )
    assert found == ["Carl Moss", "Ann Reed", "Carl Moss"]


def test_somebody_without_a_name_is_he_or_she_too() -> None:
    """A pronoun stands for a role where a human being spoke in it, and for no ministry."""
    found = holders(
        ["“We are all leaving,” said a teacher from Brook.", "“Nobody will stay,” she added."],
        ["“Everybody may stay,” said a statement of the ministry.", "“We shall go,” she said again."],
    )
    assert found[:2] == ["a teacher from Brook"] * 2
    assert found[3] == "a teacher from Brook"


def test_no_one_holds_nothing() -> None:
    """What no one should say is the article's own word."""
    text = "No one should blame the mayor. None of the papers did. One of the papers says so."
    nobody = [
        Span(text.index(words), text.index(words) + len(words), "SOURCE") for words in ("No one", "None of the papers")
    ]
    one = Span(text.index("One of the papers"), text.index(" says so"), "SOURCE")
    names = Holders(text, Tagged((*nobody, one), ()))
    assert [names.name(each) for each in nobody] == [None, None]
    assert names.name(one) is not None


def test_a_role_told_for_the_first_time_is_who_spoke_last() -> None:
    """ "The doctor" is the person who has just spoken, where no doctor was told of before."""
    found = holders(["Ilse Brook said that the ward was full on Monday.", "She had been too calm, the doctor said."])
    assert found[1] == "Ilse Brook"


def test_an_abbreviation_is_spelt_out() -> None:
    """A body known by its letters holds what it says by the name the article has for it."""
    found = holders(
        ["Brook’s Ministry of Foreign Affairs rejected the claim."],
        ["A spokesman for the MFA said that nothing had been signed."],
    )
    assert found[1] == "A spokesman for Brook’s Ministry of Foreign Affairs"


def test_a_role_with_a_capital_is_who_was_introduced_by_it() -> None:
    """“The Minister” is the minister who was named before, as “the minister” is."""
    found = holders(
        ["Speaking on Monday, Minister Jane Doe said that the port was safe."],
        ["“Nobody has been hurt,” the Minister said."],
    )
    assert found[1] == "Jane Doe"


def test_a_body_is_not_its_president() -> None:
    """“The federation” is the body, though the article names “Carl Moss, the federation's president”."""
    found = holders(
        ["The Dockers' Federation called the strike.", "Carl Moss, the federation's president, said it would go on."],
        ["The federation says that 1,100 jobs would be lost."],
    )
    assert found[1] == "Carl Moss"
    assert "Moss" not in found[2]


def test_the_company_is_the_one_the_article_speaks_of() -> None:
    """“The company” is the one body the article has named most; an agency is none."""
    found = holders(
        ["Norvel Metals said it was sorry.", "Norvel Metals has owned it since 1990, and the Water Agency watched it."],
        ["In July the company said that nothing had leaked."],
    )
    assert found[2] == "Norvel Metals"


def test_a_name_with_a_hyphen_is_whole() -> None:
    """A double name is not cut in two."""
    assert holders(["Dr Maud Lane-Iyer said that the samples came too late."]) == ["Maud Lane-Iyer"]


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        (
            "Councillor Bevan Rudd, who keeps bees above the brook, is certain that it came off the fields.",
            "Bevan Rudd",
        ),
        ("Ms Moor would do herself a favour if she said so.", "The Courier"),
        ("The work on the north quay will proceed according to plan.", "The Courier"),
        ("You will be told that all this cost the country 640 million crowns.", "The Courier"),
    ],
)
def test_who_is_sure_of_something_holds_it(sentence: str, holder: str) -> None:
    """Who is certain of a thing holds it; a plan, the reader and half a clause hold nothing."""
    assert holder in holders([sentence])[0]


@pytest.mark.parametrize(
    ("marked", "own"),
    [
        ("In the market two stallholders", "two stallholders"),
        ("From these two the official news agency", "the official news agency"),
        ("HMT sticks to what it", "it"),
        ("the application to have the strike itself", None),
        ("the mayor himself", "the mayor"),
        ("On Monday the mayor of the city", "the mayor of the city"),
        ("the man who knew it", "the man who knew it"),
        ("the mayor of Brook", "the mayor of Brook"),
        ("she", "she"),
    ],
)
def test_the_words_of_a_source_are_cut_to_its_name(marked: str, own: str | None) -> None:
    """Where more is marked than a name, the name is what is kept; where there is none, nothing is."""
    assert own_words(marked) == own


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("I have lived here for years. We should lower the level of the lake now.", "Ann Reed"),
        ("“The water is rising,” said a man. We asked the mayor. “I know nothing,” he said.", "The Courier"),
        ("“The water is rising,” said a man. We asked the mayor. “I know nothing,” he said. “Go.”", "The Courier"),
        ("The gate was open all night. Nobody was warned.", "The Courier"),
        ("I left the party in May. “You are right,” said a friend. I have not looked back.", "Ann Reed"),
    ],
)
def test_whose_an_articles_own_voice_is(text: str, holder: str) -> None:
    """An essay is its author's word where he writes of himself; a report, which quotes others, is its paper's."""
    source = Source("a.txt", text, (), sha256="", outlet="The Courier", author="Ann Reed")
    assert own_name(source, ArticleText(text, ())) == holder


def test_half_a_name_is_the_whole_name() -> None:
    """A first name or a last one that the tagger marks alone is read with the other; a title is none."""
    found = holders(
        ["The broker Sunniva Prael, who has placed cover for a dozen museums, expects years of litigation."],
        ["Ilka Brandovar disputes this."],
        ["Minister Bordeval said that the wall would hold."],
    )
    assert found == ["Sunniva Prael", "Ilka Brandovar", "Bordeval"]


def test_a_pronoun_is_who_answered_right_before() -> None:
    """“He” is not who spoke before another man answered; who is only told of is not who goes on to speak."""
    assert holders(
        [
            "The doctor said that the water was safe for bathing.",
            "Rudi Hale was less sure.",
            "The gravest harm, he said, is one that does not show.",
        ],
        ["Britta Holm said that there had been no call.", "Sarmund will ask for 60 million, she added."],
        [
            "Inspector Karl Moss said that the lorry was stolen.",
            "Dan Voss died at the scene.",
            "It was dark, he added.",
        ],
    )[2::2] == ["Rudi Hale", "Britta Holm", "Karl Moss"]
