"""Which figures a question asks for."""

from dataclasses import replace

import pytest

from corpus.source import Sentence, Source
from index.figure import Figure
from index.quantities import quantities_of
from rag.figures_asked import FAR, FiguresAsked, asks_for_figures
from tests.claims import claim_of


def reach(question: str, sentence: str, has_it: bool = False) -> float:
    """How far behind the best sentence the first figure of this one may stand."""
    source = Source("a.txt", sentence, (Sentence(0, len(sentence), sentence, sentence, 0, 1),), sha256="")
    claim = replace(claim_of(source, 0), quantities=quantities_of(sentence))
    return FiguresAsked.by(question).reach(Figure(claim, claim.quantities[0]), has_it)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How many people left their homes?", "By noon 2,300 persons had been evacuated from the valley."),
        ("How many refugees reached the town?", "Nearly 7,000 people have crossed the border."),
        ("What is the volume that got out?", "The release comprised 190,000 cubic metres of water."),
        ("How much rain fell, in mm?", "The gauge registered 88 millimetres overnight."),
        ("How deep is the lake?", "The lake is 40 metres deep."),
        ("How much is it a year, in tonnes?", "They removed 3.5 tonnes."),
        ("dead fish tonnes who says what", "They removed 3.5 tonnes of dead fish."),
        ("How many people were on the march?", "Police put the crowd at about 4,000."),
        ("How many arrests were made?", "Fifty-eight offenders were detained."),
        ("How many workers were killed?", "The fire killed 12 people."),
        ("How warm was the lake?", "The water warmed to 27.4 degrees Celsius."),
        ("What share of it comes from farms?", "Farms account for 38 per cent."),
        ("How many people died in the two villages?", "The flood killed 2 people there."),
        ("How many people crossed?", "More than 40,000 people crossed in a week."),
        ("How many people died?", "Some 12 people died a day after the warning."),
        ("How many people died?", "The police said 12 people had died."),
        ("How many families live in caravans?", "There are thirty-four families and not twenty."),
        ("How many babies died?", "Two infants lost their lives."),
        ("How many people fled?", "The mayor counted 12,000 compatriots who have left the town."),
        ("How many soldiers died?", "The number of fallen defenders has risen to 24."),
        ("How many soldiers died?", "Dorsany puts its own military dead at 19."),
    ],
)
def test_what_is_asked_for_is_found(question: str, sentence: str) -> None:
    """A figure of the fate, the unit, the dimension or the noun of the question is one that it asks for."""
    assert reach(question, sentence) > 0


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How many people were killed?", "By noon 2,300 persons had been evacuated from the valley."),
        ("How much rain fell, in mm?", "The water stood 1.6 metres below the crest."),
        ("What is the volume that got out?", "The basin cost 3 million euros."),
        ("dead fish tonnes who says what", "Seven people are dead."),
        ("How many ships sank?", "The pier is 40 metres long."),
        ("How many people have left so far?", "The pier is 40 metres long."),
        ("How many cubic metres got out?", "The pier is 40 metres long."),
        ("How many people were on the march?", "None of the three had marched."),
        ("How many people were on the march?", "Nine of them had marched."),
        ("How many people were killed?", "Some 700 customers lost electricity after the attack."),
        ("How many soldiers were killed?", "The town has 55 soldiers."),
        ("How many families live in caravans?", "There are thirty-four caravans."),
        ("How many people died?", "Each day 12 people died."),
        ("How many people died?", "They died with a body temperature above 41."),
        ("How many people died?", "Those who died at the age of 12 were mourned."),
        ("How many jobs will the fourteen cranes cost?", "Fourteen cranes were bought."),
        ("How many people were arrested?", "As of today 38 people have been convicted."),
        ("the civilian death toll?", "Some 55 soldiers were killed."),
        ("the civilian number of people killed?", "Some 55 soldiers were killed."),
        ("How long will the repair take?", "The repair will cost 24 million crowns."),
        ("How many of the dockers came back?", "The promise is for four years."),
        ("How many nurses died?", "Nine nurses were injured."),
    ],
)
def test_another_figure_is_not(question: str, sentence: str) -> None:
    """Of another fate, unit or dimension it is none, however near the sentence is."""
    assert reach(question, sentence) < 0


def test_what_it_counts_may_be_told_by_the_kind() -> None:
    """A measure counts where its sentence has the kind of thing that is asked for."""
    assert reach("How much is it?", "It came to 600,000 litres.", has_it=True) == FAR


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("whats the volume", True),
        ("the readings?", True),
        ("compare how many left", True),
        ("who left", False),
        ("compare the two leaders", False),
        ("I keep reading two things: who is right?", False),
        ("what was the reading at noon", True),
    ],
)
def test_figures_are_asked_for_by_name(question: str, asks: bool) -> None:
    """A noun for a measure asks for a figure without "how many"."""
    assert asks_for_figures(question) is asks
