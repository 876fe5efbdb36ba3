"""What an article says itself before it tells what somebody says."""

from pathlib import Path

import pytest

from index.conceded import conceded
from tests.small_engine import engine_over

CAUSE = (
    "While the cause of the fire is unknown, the mayor has stated that she will rebuild the mill where it stood, with"
    " a roof of slate and a new wheel, before the end of the coming year."
)


@pytest.mark.parametrize(
    ("reading", "clause"),
    [
        (CAUSE, "the cause of the fire is unknown"),
        ("Although the bridge is empty now, officials said that it is safe.", "the bridge is empty now"),
        ("While the bridge was unsafe, the mayor said, it had not been closed.", None),
        ("While visiting the empty bridge, the mayor said that it was safe.", None),
        ("While in the capital for talks, the mayor said that it was safe.", None),
        ("Though small, the mayor said that it was safe.", None),
        ("While the cause of the fire is unknown, the mill will be rebuilt.", None),
        ("While the ministry believes the cause is unknown, the engineer said that a crack was found.", None),
        ("While I was at the scene of the crash, a witness has stated that she saw smoke.", None),
        ("Although he had drunk six glasses of wine, the driver stated that he was fit to drive.", None),
        ("“While the cause of the fire is unknown,” she said, “we shall rebuild.”", None),
        ("The mayor said that while the cause is unknown, the brigade said that it would look.", None),
    ],
)
def test_only_what_stands_before_what_is_said_is_the_article_s(reading: str, clause: str | None) -> None:
    """What may be the speaker's too, or says nothing by itself, stays with the sentence."""
    span = conceded(reading)
    assert (span and reading[slice(*span)]) == clause


def test_it_is_cited_as_the_article_s(tmp_path: Path) -> None:
    """The mayor, who speaks of the rebuilding, is not made to call the cause unknown."""
    articles = {
        "a.txt": f"Fire at the mill\n\nThe mill on the river burned down on Sunday.\n\n{CAUSE}\n",
        "b.txt": "Torch set off the blaze\n\nA torch set off the fire at the mill, the brigade found in its report.\n",
    }
    engine = engine_over(articles, tmp_path)
    asked = engine.ask("What caused the fire at the mill?")
    cited = {citation.quote: citation.holder for citation in asked.citations}
    assert cited["the cause of the fire is unknown"] == "a.txt"
    [difference] = asked.disagreements
    assert difference.sides[1].holders == ("a.txt",)
    told = engine.ask("Will the mayor rebuild the mill?").citations
    assert any(citation.holder == "the mayor" and "rebuild" in citation.quote for citation in told)


def test_who_takes_a_cause_for_given_is_told_that_it_is_unknown(tmp_path: Path) -> None:
    """A question, or a bare statement, that has the cause in it; one of something else is told nothing of it."""
    articles = {
        "a.txt": f"Fire at the mill\n\nThe mill on the river burned down on Sunday.\n\n{CAUSE}\n",
        "b.txt": "Sparks at the mill\n\nA welding torch set off the fire that destroyed the mill by the river.\n",
    }
    engine = engine_over(articles, tmp_path)
    for asked in (
        "Did a torch burn down the mill by the river?",
        "A torch burned down the mill by the river, just confirm it.",
    ):
        [difference] = engine.ask(asked).disagreements
        assert (difference.about, difference.relation) == ("cause", "conflict")
        assert "unknown" in difference.sides[1].position
    assert not engine.ask("Was the mill by the river destroyed?").disagreements
    assert not engine.ask("Is the torch of the statue by the harbour lit at night?").disagreements


def test_what_caused_another_fire_may_be_unknown(tmp_path: Path) -> None:
    """Nor is the same holder set against himself, nor one who only thinks it possible."""
    question = "Did lightning cause the fire at the barn in Holm?"
    lightning = "The barn\n\nThe fire at the barn in Holm was caused by lightning, the farmer said.\n"
    unknown = "The cause of the fire at the barn in Holm remains unknown, the brigade said."
    elsewhere = "The mill\n\nThe mill in Dell burned in 1990. The cause of the fire is unknown.\n"
    later = lightning.replace("the farmer", "the brigade")
    possible = lightning.replace("was caused", "may have been caused")
    for number, (texts, told) in enumerate(
        {
            (lightning, f"The barn\n\n{unknown}\n"): 1,
            (lightning, elsewhere): 0,
            (later, f"The barn\n\n{unknown}\n"): 0,
            (possible, f"The barn\n\n{unknown}\n"): 0,
        }.items()
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        answer = engine_over({f"{at}.txt": text for at, text in enumerate(texts)}, folder).ask(question)
        assert len(answer.disagreements) == told, texts
