"""Where the articles of a whole corpus differ, as it is listed."""

from pathlib import Path

import pytest

from rag.contrast import LONGEST, shortened_around
from rag.engine import Engine
from rag.overview import Overview
from tests.small_engine import engine_over
from ui.told import told_overview

ARTICLES = {
    "monday.txt": "Source: Dell News\nDate: 2030-05-06\n\nOn Monday three people drowned in the flood at Dell and 400 "
    "people were evacuated.\n\nThe well of Dell held 42 micrograms of arsenic per litre on Monday.\n",
    "friday.txt": "Source: The Weir\nDate: 2030-05-10\n\nBy Friday nine people had drowned in the flood at Dell.\n\nBy "
    "Friday 2,300 people had been evacuated from Dell because of the flood.\n\nThe well of Dell held eight micrograms "
    "of arsenic per litre on Monday.\n",
    "sunday.txt": "Source: Valley Voice\nDate: 2030-05-12\n\nThe well of Dell held 110 micrograms of arsenic per litre "
    "on Monday.\n",
}


@pytest.fixture(scope="module")
def overview(tmp_path_factory: pytest.TempPathFactory) -> Overview:
    """Three reports of a flood."""
    return engine_over(ARTICLES, tmp_path_factory.mktemp("flood")).disagreements()


def sides(overview: Overview, word: str) -> list[list[str]]:
    """The positions of the differences that tell of something."""
    found = [[side.position for side in each.sides] for each in overview.disagreements]
    return [positions for positions in found if any(word in position for position in positions)]


def test_one_sentence_may_tell_of_two_chains(overview: Overview) -> None:
    """The drowned and the evacuated grew each, and are not told together."""
    chains = [[side.position for side in each.sides] for each in overview.disagreements if each.relation == "update"]
    assert sorted(chains) == [["400 people", "2,300 people"], ["three people", "nine people"]]


def test_three_figures_that_clash_are_one_difference(overview: Overview) -> None:
    """Each clashes with the two others: that is told once."""
    assert [len(positions) for positions in sides(overview, "arsenic")] == [3]
    [told] = [line for line in told_overview(overview) if "These cannot" in line]
    assert "These cannot all hold" in told


def test_a_figure_is_listed_in_its_words(overview: Overview) -> None:
    """Who reads the list sees what it is that is counted."""
    text = " ".join(" ".join(told_overview(overview)).split())
    assert "- nine people: “By Friday nine people had drowned in the flood at Dell.” – The Weir" in text


def test_holders_are_named_once(tmp_path: Path) -> None:
    """With "the" and without it a body is one."""
    articles = {
        "a.txt": "Source: Dell News\nDate: 2030-05-06\n\n“Some 40 people were killed,” said the Dell Union.\n\n"
        "“On Monday 40 people were killed,” the Dell Union said.\n\n"
        "“On Monday 40 people were killed,” Dell Union said.\n",
        "b.txt": "Source: The Weir\nDate: 2030-05-06\n\nOn Monday 75 people were killed.\n",
    }
    engine: Engine = engine_over(articles, tmp_path)
    holders = [side.holders for each in engine.disagreements().disagreements for side in each.sides]
    assert holders
    for each in holders:
        plain = [holder.casefold().removeprefix("the ") for holder in each]
        assert len(plain) == len(set(plain))


def test_words_are_cut_around_what_they_are_to_tell() -> None:
    """What matters is kept wherever it stands, and no word is cut."""
    words = "Long before " * 30 + "nine people had drowned " + "after that " * 30
    cut = shortened_around(words, "nine people")
    assert "nine people had drowned" in cut
    assert len(cut) <= LONGEST + 4
    assert set(cut.split()) <= {*words.split(), "…"}
    assert shortened_around("Nine people drowned.", "nine people") == "Nine people drowned."
    assert "eclipsed 90" in shortened_around("x " * 200 + "eclipsed 90", "eclipsed 90 refugees")
