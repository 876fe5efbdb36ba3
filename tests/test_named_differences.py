"""What an answer sets against each other where a question names who, or asks how somebody's word has changed."""

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
