"""How somebody's word has changed, where a question asks for that."""

from pathlib import Path

import pytest

from rag.told_change import told_change
from rag.whose_change import Asked
from tests.small_engine import engine_over


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("Has the mayor changed her mind about the bridge?", "mayor"),
        ("Has the author of the study changed his or her view?", "author"),
        ("has the premier of Tevi changed his line on the fund", "premier"),
        ("Have the tenants changed their minds about the rink?", "tenant"),
        ("How did Ola Lund's account of the repairs change over time?", "lund"),
        ("Has the Botanic Garden's attitude changed?", "garden"),
        ("Did the firm revise its claim?", "firm"),
        ("Is it true that the mayor has changed her mind about the bridge?", "mayor"),
        ("Did the ship change course before the collision?", None),
        ("Will the board reverse the change on Thursday?", None),
        ("Has Lagoon Air changed its timetable?", None),
        ("Do wide postures change a person?", None),
        ("What has changed at the airport?", None),
        ("Who changed the mayor's statement?", None),
        ("Why was the ending changed?", None),
    ],
)
def test_whose_change_of_mind_is_asked_for(question: str, head: str | None) -> None:
    """A change that is no word of anybody's is no change of mind."""
    asked = Asked.by(question)
    assert (asked and asked.head) == head


@pytest.mark.parametrize(
    ("who", "name", "is_he"),
    [
        ("the mayor", "The mayor", True),
        ("the mayor", "the city's mayor", True),
        ("the mayor", "The deputy mayor", False),
        ("the deputy mayor", "The mayor", False),
        ("the sanitation commissioner", "The commissioner", True),
        ("the head of the union", "The head of the school", False),
        ("the spokesman for the ministry", "A spokesman for the army", False),
        ("President Rauk", "Teodor Rauk", True),
        ("Ola Lund", "Lund", True),
        ("Ola Lund", "Jon Lund", False),
        ("the Labour Party", "Farmers' Party", False),
        ("the institute", "Institute of Fisheries, Northport", True),
        ("the mayor", "The mayor's husband", False),
        ("the garden", "The garden's new head", True),
    ],
)
def test_who_is_meant_by_a_name(who: str, name: str, is_he: bool) -> None:
    """A name may be shorter or longer; one of another rank, or with other words of its own, is another's."""
    asked = Asked.by(f"Has {who} changed their mind?")
    assert asked is not None
    assert asked.is_named(name) is is_he


@pytest.mark.parametrize(
    ("sentence", "begins"),
    [
        ("The mayor fought the plan for a year.", True),
        ("The old mayor of Dell fought the plan.", True),
        ("Opponents of the mayor marched over the bridge.", False),
        ("The mayor's brother called it a wreck.", False),
        ("The deputy mayor called it a wreck.", False),
    ],
)
def test_a_sentence_begins_with_whom_it_is_of(sentence: str, begins: bool) -> None:
    """What is somebody's, or of somebody, is another."""
    asked = Asked.by("Has the mayor changed her mind?")
    assert asked is not None
    assert asked.begins(sentence) is begins


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (
            "The mayor, who had called the bridge safe, now says that it should be closed.",
            "The mayor, who had called the bridge safe",
            "now says that it should be closed",
        ),
        (
            "After months of denying any fault, the firm announced that the valve had leaked.",
            "After months of denying any fault",
            "the firm announced that the valve had leaked",
        ),
        (
            "Having first refused all comment, the firm spoke of a leak.",
            "Having first refused all comment",
            "the firm spoke of a leak",
        ),
        (
            "The firm, which had denied the leak, now admits it.",
            "The firm, which had denied the leak",
            "now admits it",
        ),
        (
            "Mr. Lund, who in March had called the leak a rumour, now says that it is real.",
            "Mr. Lund, who in March had called the leak a rumour",
            "now says that it is real",
        ),
        ("The mayor, who had been elected in May, said on Monday that the bridge was safe.", None, None),
        ("The keeper, who still lives there, sees the light every night.", None, None),
        ("Having once served as a prison, the castle is now a hotel.", None, None),
        ("The mayor, who asked not to be named, said that the bridge is safe.", None, None),
        ("The mayor, who lives by the bridge, now says that it is safe.", None, None),
        ("After the fire, the firm announced that the valve had leaked.", None, None),
    ],
)
def test_a_sentence_that_tells_of_a_change(text: str, before: str | None, after: str | None) -> None:
    """What was held before and what is now are told apart; what only describes somebody is neither."""
    told = told_change(text)
    assert [text[slice(*span)] for span in told or ()] == [half for half in (before, after) if half]


EARLIER = (
    "---\ntitle: The bridge at Dell\noutlet: Dell Courier\ndate: 2031-03-04\n---\n\n"
    "The mayor said that the bridge at Dell was safe and would stay open.\n\nThe bridge was built in 1931.\n"
)


def test_a_role_is_followed_through_the_articles(tmp_path: Path) -> None:
    """What the mayor said in one article and says in a later one are an update, the earlier first."""
    articles = {
        "later.md": EARLIER.replace("2031-03-04", "2031-06-01")
        .replace("was safe and would stay open", "was no longer safe and had to be closed")
        .replace("said", "conceded"),
        "earlier.md": EARLIER,
    }
    [difference] = engine_over(articles, tmp_path).ask("Has the mayor changed her mind about the bridge?").disagreements
    assert difference.relation == "update"
    assert ["stay open" in side.position for side in difference.sides] == [True, False]
    assert all(side.holders == ("The mayor",) for side in difference.sides)


def test_one_sentence_may_tell_of_both(tmp_path: Path) -> None:
    """Where the only article tells of the change in one sentence, each of its halves is a side, cited by itself."""
    told = "The mayor, who had called the bridge at Dell safe, now says that it has to be closed."
    answer = engine_over(
        {"a.md": EARLIER.replace("The mayor said that the bridge at Dell was safe and would stay open.", told)},
        tmp_path,
    ).ask("Has the mayor changed her mind about the bridge?")
    [difference] = answer.disagreements
    quotes = {citation.number: citation.quote for citation in answer.citations}
    assert [[quotes[number] for number in side.citations] for side in difference.sides] == [
        ["The mayor, who had called the bridge at Dell safe"],
        ["now says that it has to be closed"],
    ]


def test_who_says_the_same_again_has_changed_nothing(tmp_path: Path) -> None:
    """Another who speaks otherwise is not the one asked about."""
    articles = {
        "a.md": EARLIER,
        "b.md": EARLIER.replace("2031-03-04", "2031-06-01").replace(
            "The bridge was built in 1931.", "The union said that the bridge was falling apart."
        ),
    }
    assert not engine_over(articles, tmp_path).ask("Has the mayor changed her mind about the bridge?").disagreements


def test_a_line_that_is_asked_for_by_its_owner(tmp_path: Path) -> None:
    """ "The mayor's position" is hers; what her deputy or her brother says is not, nor what she tells of long ago."""
    articles = {
        "a.md": EARLIER,
        "b.md": EARLIER.replace("2031-03-04", "2031-06-01")
        .replace("was safe and would stay open", "was no longer safe")
        .replace("The bridge was built in 1931.", "The deputy mayor said that the bridge was a work of art."),
    }
    [difference] = engine_over(articles, tmp_path).ask("Has the mayor's position on the bridge changed?").disagreements
    assert [side.holders for side in difference.sides] == [("The mayor",), ("The mayor",)]


def test_what_is_told_of_long_ago_is_no_earlier_word(tmp_path: Path) -> None:
    """The day on which the bridge was opened is not the day on which she said so."""
    told = EARLIER.replace("The bridge was built in 1931.", "The mayor said that it was opened on 4 May 1931.")
    assert (
        not engine_over({"a.md": told}, tmp_path).ask("Has the mayor changed her mind about the bridge?").disagreements
    )


def test_who_is_named_behind_his_role_is_still_he(tmp_path: Path) -> None:
    """ "The harbour master, Edda Krome, said" is the harbour master's word; "that" is no part of what is cited."""
    head = "---\ntitle: The wall\noutlet: Port Herald\ndate: {}\n---\n\n"
    before = "The harbour master, Edda Krome, said that a sea wall of four metres would be a waste of money.\n"
    now = (
        "The harbour master, who had called the wall a waste of money, now says that nothing else will save the town.\n"
    )
    articles = {"a.md": head.format("2030-02-10") + before, "b.md": head.format("2030-09-22") + now}
    answer = engine_over(articles, tmp_path).ask("Has the harbour master changed her mind about the wall?")
    [difference] = answer.disagreements
    assert [side.holders for side in difference.sides] == [("Edda Krome",), ("The harbour master",)]
    quotes = {citation.number: citation.quote for citation in answer.citations}
    assert quotes[difference.sides[1].citations[0]] == "nothing else will save the town"


@pytest.mark.parametrize(
    ("text", "name", "is_he"),
    [
        ("Its director, Tomas Veil, said so.", "Veil", True),
        ("The director Tomas Veil said so.", "Tomas Veil", True),
        ("Tomas Veil, the museum's director, said so.", "Tomas Veil", True),
        ("Its director, Tomas Veil, said so.", "Mira Solt", False),
        ("Its director, Tomas Veil, met the zoo's director, Ann Reed.", "Tomas Veil", False),
        ("Tomas Veil said so.", "Tomas Veil", False),
        ("Director Tomas Veil said so.", "Tomas Veil", True),
        ("The former director, Tomas Veil, said so.", "Tomas Veil", False),
        ("Tomas Veil, the director's brother, said so.", "Tomas Veil", False),
    ],
)
def test_a_role_has_the_name_that_stands_beside_it(text: str, name: str, is_he: bool) -> None:
    """Where several are named so, nobody knows which of them is meant."""
    asked = Asked.by("Has the director changed his mind about the fee?")
    assert asked is not None
    assert asked.as_named_in([text]).is_named(name) is is_he
