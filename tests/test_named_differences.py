"""What an answer sets against each other where a question names who, or asks how somebody's word has changed."""

from pathlib import Path

import pytest

from rag.answer import Answer
from rag.engine import Engine
from tests.small_engine import engine_over

SOURCES_TOML = """\
["capitals.txt"]
outlet = "Border Gazette"
date = 2030-02-03

["monday.txt"]
outlet = "Lisk Evening News"
date = 2030-03-04

["friday.txt"]
outlet = "Lisk Evening News"
date = 2030-03-08

["fund.txt"]
outlet = "River Notes"
date = 2030-04-02
"""
ARTICLES = {
    "sources.toml": SOURCES_TOML,
    "capitals.txt": """\
A tunnel under the border

Ministers met in Paris and in Berlin. France said on Friday that the tunnel would be safe for every train. Germany \
said that the tunnel had not been tested in a fire and must stay shut.
""",
    "monday.txt": """\
A crack in the bridge

“The bridge at Lisk is perfectly sound,” said Ada Lobb, the mayor.
""",
    "friday.txt": """\
The bridge is shut

“Nobody may cross the bridge at Lisk until it has been rebuilt,” said Ada Lobb, the mayor.
""",
    "fund.txt": """\
What becomes of the otters

“The otters have come back to every brook,” said Ilse Horn, director of the Brook Fund. “The otters are starving, and \
no brook has fish,” said Tom Reed, a biologist at Dale University.
""",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Four short reports."""
    return engine_over(ARTICLES, tmp_path_factory.mktemp("reports"))


def holders(answer: Answer) -> list[tuple[str, ...]]:
    """Who is on each side of the one difference of an answer."""
    [difference] = answer.disagreements
    return [side.holders for side in difference.sides]


def test_a_capital_stands_for_its_country(engine: Engine) -> None:
    """A name near in meaning to a holder's leads to what that holder says."""
    assert sorted(holders(engine.ask("How do Paris and Berlin differ on the tunnel?"))) == [("France",), ("Germany",)]


def test_a_body_is_heard_through_those_who_work_there(engine: Engine) -> None:
    """Who is named by his office speaks for it, and only for it."""
    answer = engine.ask("Compare what the Brook Fund and Dale University say about the otters.")
    assert sorted(holders(answer)) == [("Ilse Horn",), ("Tom Reed",)]


def test_what_somebody_says_later_is_an_update(engine: Engine) -> None:
    """The earlier word comes first; nobody else's is among them."""
    answer = engine.ask("How has Ada Lobb's view of the bridge changed?")
    [update] = answer.disagreements
    assert update.relation == "update"
    quotes = {citation.number: citation.quote for citation in answer.citations}
    said = [" ".join(quotes[number] for number in side.citations) for side in update.sides]
    assert len(said) == 2
    assert "perfectly sound" in said[0]
    assert "Nobody may cross" in said[1]


def test_without_a_change_asked_for_there_is_none(engine: Engine) -> None:
    """What she said is what is asked: two days make no difference of it."""
    assert not [each for each in engine.ask("Where is the bridge?").disagreements if each.relation == "update"]


def test_two_outlets_are_compared_by_what_is_made_of_it(engine: Engine) -> None:
    """Each of the two is a side; whether they agree is no such question."""
    answer = engine.ask("What does River Notes make of the otters, and what does the Border Gazette make of them?")
    assert answer.answered
    asked = engine.ask("What does Lisk Evening News think of the bridge, and what does River Notes make of the otters?")
    outlets = {citation.number: citation.outlet for citation in asked.citations}
    [difference] = asked.disagreements
    sides = [{outlets[number] for number in side.citations} for side in difference.sides]
    assert sides == [{"Lisk Evening News"}, {"River Notes"}] or sides == [{"River Notes"}, {"Lisk Evening News"}]


def test_one_who_is_told_of_is_a_side_where_he_is_not_heard(tmp_path: Path) -> None:
    """Nobody quotes her, and an article tells what she holds."""
    articles = {
        "a.txt": "Source: Lake News\nDate: 2030-05-04\n\n“The lake died of drought,” said Professor Ivo Renk.\n",
        "b.txt": "Source: Mud\nDate: 2030-05-04\n\nThe lake died of poison in the book of Dr Maud Sefton.\n",
    }
    answer = engine_over(articles, tmp_path).ask("Renk versus Sefton: what do they disagree about?")
    [difference] = answer.disagreements
    files = {citation.number: citation.file for citation in answer.citations}
    assert sorted({files[number] for number in side.citations} for side in difference.sides) == [{"a.txt"}, {"b.txt"}]
