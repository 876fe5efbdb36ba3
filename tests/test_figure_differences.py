"""Which figures of several articles an answer sets against each other."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from index.figure import Figure
from index.reader import Index
from index.words import terms
from rag.engine import Engine
from rag.evidence import unsearched
from rag.figure_differences import of_one_thing
from rag.held import Held
from tests.small_engine import engine_over

SOURCES_TOML = """\
["a.txt"]
outlet = "Lower Dell News"
date = 2030-05-04

["b.txt"]
outlet = "The Weir"
date = 2030-05-06

["c.txt"]
outlet = "Valley Voice"
date = 2030-05-07

["d.txt"]
outlet = "Dell Auditor"
date = 2030-06-01

["e.txt"]
outlet = "Council Bulletin"
date = 2030-06-01
"""
ARTICLES = {
    "sources.toml": SOURCES_TOML,
    "a.txt": "The flood in Dell\n\nOn Saturday three people drowned in the flood at Dell, the fire brigade said.\n",
    "b.txt": "Dell counts its dead\n\nBy Monday nine people had drowned in the flood at Dell, the council said.\n",
    "c.txt": "A town without water\n\nNine thousand people drink the water of Dell, and the flood has spoilt it.\n",
    "d.txt": "The library is to close\n\nClosing the library saves 19 million crowns a year, the auditor found.\n",
    "e.txt": "On the library\n\nThe savings on the library are 38 million crowns a year, the council says.\n",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Three reports of a flood, and two on a library."""
    return engine_over(ARTICLES, tmp_path_factory.mktemp("flood"))


def test_a_count_that_grew_is_an_update(engine: Engine) -> None:
    """Three on Saturday, nine by Monday, in that order; the nine thousand who live there are no count of the dead."""
    [update] = engine.ask("How many people drowned in the flood at Dell?").disagreements
    assert (update.relation, update.about) == ("update", "quantity")
    positions = [side.position for side in update.sides]
    assert len(positions) == 2
    assert "three people" in positions[0]
    assert "nine people" in positions[1]


def test_a_comparison_of_views_compares_no_figures(engine: Engine) -> None:
    """Only who asks for figures gets them set against each other."""
    answer = engine.ask("Compare what the council and the fire brigade say about Dell.")
    assert all(each.about != "quantity" for each in answer.disagreements)


def test_what_something_saves_is_a_sum(engine: Engine) -> None:
    """A sum is asked for by the verb alone; who puts it at what is told."""
    answer = engine.ask("What does shutting the library save a year?")
    assert answer.answered
    [conflict] = [each for each in answer.disagreements if each.about == "quantity"]
    assert {"19 million", "38 million"} <= {word for side in conflict.sides for word in _sums(side.position)}


def _sums(position: str) -> list[str]:
    return re.findall(r"\d+ million", position)


YEARS_APART = {
    "a.txt": """Title: Refit of the bridge begins
Source: Strait News
Date: 2003-04-02

The refit of the bridge would take six years at about $340 million.
""",
    "b.txt": """Title: Bridge done
Source: Harbour Weekly
Date: 2012-09-21

The refit of the bridge was declared complete on Thursday with a final tag of $512 million.
""",
}


def test_articles_may_lie_years_apart(tmp_path: Path) -> None:
    """What the older one tells of its own days is no history to it; keywords ask for a sum as a whole question does."""
    engine = engine_over(YEARS_APART, tmp_path)
    for question in ("refit cost", "How much did the refit of the bridge cost?"):
        [found] = engine.ask(question).disagreements
        assert (found.about, found.relation) == ("quantity", "update")
        assert [side.position for side in found.sides] == ["about $340 million", "$512 million final tag"]


def test_cases_of_years_that_each_article_lived_in_are_an_update(tmp_path: Path) -> None:
    """Each counts the cases of its own year."""
    articles = {
        "a.txt": "Source: Bay News\nDate: 2012-02-11\n\nEleven cases of the fever have been confirmed this year.\n",
        "b.txt": "Source: Institute\nDate: 2016-03-30\n\nOne case of the fever was confirmed this year.\n",
    }
    [found] = engine_over(articles, tmp_path).ask("How many cases of the fever were there?").disagreements
    assert found.relation == "update"
    assert [side.position for side in found.sides] == ["Eleven cases", "One case"]


def test_a_measure_may_leave_out_of_what_it_is(tmp_path: Path) -> None:
    """Tonnes of a thing are compared with as many tonnes as another article tells of without saying of what."""
    articles = {
        "a.txt": "Source: Bay News\nDate: 2019-04-15\n\n"
        "Police arrested the owner of the grain house, who is suspected of having sold 60,000 tonnes of maize.\n",
        "b.txt": "Source: Institute\nDate: 2019-05-02\n\n"
        "The court established 94,000 tonnes falsely sold and a gain of 21 million.\n",
    }
    [found] = engine_over(articles, tmp_path).ask("how much maize was falsely sold").disagreements
    assert found.relation in ("conflict", "update")
    assert [side.holders for side in found.sides] == [("Bay News",), ("Institute",)]


def test_counts_of_years_apart_are_an_update(tmp_path: Path) -> None:
    """What was counted seven years later does not gainsay what was counted then."""
    articles = {
        "a.txt": "Title: The boats\nSource: Bay News\nDate: 1996-06-16\n\nTwenty boats still fish from Skerry.\n",
        "b.txt": "Title: The bay\nSource: Institute\nDate: 2003-08-30\n\nIn Skerry four boats still fish.\n",
    }
    [found] = engine_over(articles, tmp_path).ask("How many boats still fish from Skerry?").disagreements
    assert found.relation == "update"
    assert [side.holders for side in found.sides] == [("Bay News",), ("Institute",)]


def test_figures_of_the_years_asked_about(tmp_path: Path) -> None:
    """Who names a year is told the counts of that year, and no others."""
    articles = {
        "a.txt": "Source: Bay News\nDate: 2030-05-04\n\nIn 2029 some 40 people drowned at sea, the council said.\n",
        "b.txt": "Source: Institute\nDate: 2030-05-05\n\nIn 2029 some 90 people drowned at sea, the institute said.\n",
        "c.txt": "Source: The Weir\nDate: 2030-05-06\n\nThis year three people drowned at sea.\n",
    }
    engine = engine_over(articles, tmp_path)
    [found] = engine.ask("How many people drowned at sea in 2029?").disagreements
    assert {side.holders for side in found.sides} == {("the council",), ("the institute",)}


def test_a_measure_a_thousand_times_another_is_of_something_else(tmp_path: Path) -> None:
    """What ran out is not the lake it ran into."""
    articles = {
        "a.txt": "Source: Bay News\nDate: 2030-05-04\n\nSome 90 cubic metres of slurry ran into the lake.\n",
        "b.txt": "Source: Institute\nDate: 2030-05-05\n\nThe slurry ran into a lake of 60 million cubic metres.\n",
    }
    answer = engine_over(articles, tmp_path).ask("How many cubic metres of slurry ran into the lake?")
    assert answer.answered
    assert not answer.disagreements


OUTSIDE = "Source: Far Herald\nDate: 2030-05-08\n\nMore than 30,000 people already crossed the pass towards Ostrow.\n"


def _of_an_exodus(folder: Path, more: Mapping[str, str] = MappingProxyType({})) -> Engine:
    """An article that the search for a question of Birk leaves out, and another whose sentences fill all its places."""
    named = "\n\n".join(f"Those who left Birk rested in hall {number} of Birk." for number in range(100, 190))
    crossed = "By Monday nearly 7,000 people had crossed the pass and left Birk."
    told = {"a.txt": f"Source: Birk News\nDate: 2030-05-07\n\n{crossed}\n\n{named}\n", "b.txt": OUTSIDE}
    return engine_over({**told, **more}, folder)


def test_a_figure_that_the_search_left_out_is_told_beside_one_it_found(tmp_path: Path) -> None:
    """The index knows that both count those who crossed; a source that is not to be heard is not."""
    engine = _of_an_exodus(tmp_path)
    question = "How many people have left Birk?"
    [update] = engine.ask(question).disagreements
    assert [side.holders for side in update.sides] == [("Birk News",), ("Far Herald",)]
    assert not engine.ask(question, sources=["Birk News"]).disagreements
    assert not engine.ask("How many people left Birk by Monday?").disagreements


def test_a_number_in_the_question_is_no_year(tmp_path: Path) -> None:
    """What was counted is asked about; since a year is from then on."""
    articles = {
        "a.txt": "Source: Bay News\nDate: 2030-05-07\n\nSome 2000 people fled Birk on Monday, the council said.\n",
        "b.txt": "Source: Institute\nDate: 2030-05-07\n\nAbout 5000 people fled Birk on Monday, the institute said.\n",
    }
    engine = engine_over(articles, tmp_path)
    for question in ("How many people fled Birk: 2000 or 5000?", "How many people have fled Birk since 2025?"):
        assert [each.about for each in engine.ask(question).disagreements] == ["quantity"], question
    assert not engine.ask("How many people fled Birk in 1992?").disagreements


def test_history_does_not_come_back_by_the_index(tmp_path: Path) -> None:
    """A count of long ago is no part of one that grew, found or not."""
    engine = _of_an_exodus(tmp_path, {"c.txt": "In 1992 more than 50,000 people crossed the pass towards Ostrow.\n"})
    [update] = engine.ask("How many people have left Birk?").disagreements
    assert [side.holders for side in update.sides] == [("Birk News",), ("Far Herald",)]


def test_nothing_is_not_worlds_apart(tmp_path: Path) -> None:
    """No oil, and some, are a conflict as any two figures are."""
    articles = {
        "a.txt": "Source: Bay News\nDate: 2030-05-07\n\nOn Monday 0 litres of oil leaked into the bay.\n",
        "b.txt": "Source: Institute\nDate: 2030-05-07\n\nOn Monday 900 litres of oil leaked into the bay.\n",
    }
    [found] = engine_over(articles, tmp_path).ask("How many litres of oil leaked into the bay?").disagreements
    assert found.relation == "conflict"


def test_the_sick_are_no_count_of_the_dead(tmp_path: Path) -> None:
    """Whoever they are, those confined did not die; conscripts who did are counted with recruits who did."""
    articles = {
        "a.txt": "Source: Bulletin\nDate: 2030-02-11\n\nForty-two recruits of the spring intake at the Birk depot have "
        "been confined to the infirmary.\n",
        "b.txt": "Source: Star\nDate: 2030-02-27\n\nSeven conscripts have died of pneumonia at the Birk depot.\n",
        "c.txt": "Source: Prosecutor\nDate: 2030-06-30\n\nEight recruits died at the Birk depot.\n",
    }
    answer = engine_over(articles, tmp_path).ask("How many recruits have died at Birk?")
    [update] = answer.disagreements
    assert update.relation == "update"
    assert [side.position for side in update.sides] == ["Seven conscripts", "Eight recruits"]


def test_a_toll_is_asked_for_by_its_name_alone(tmp_path: Path) -> None:
    """The counts of the dead do not name the place of which most is told; they are the answer all the same."""
    articles = {
        "a.txt": "Source: Bay News\nDate: 2030-08-08\n\nForty villages in the lower Birk delta were flooded on "
        "Wednesday after the dam was opened.\n",
        "b.txt": "Source: Front\nDate: 2030-08-09\n\nOur volunteers have counted 96 dead in the villages reached.\n",
        "c.txt": "Source: Ministry\nDate: 2030-08-11\n\nThe confirmed death toll stands at 58.\n",
    }
    answer = engine_over(articles, tmp_path).ask("Birk flood death toll")
    assert answer.answered
    [found] = answer.disagreements
    assert {side.holders for side in found.sides} == {("Front",), ("Ministry",)}


SNOW = {
    "b.txt": "Title: The roofs\nSource: Weir\nDate: 2030-05-04\n\nThe lorries took away 110 tonnes of snow.",
    "c.txt": "Title: The town\nSource: Mirror\nDate: 2030-05-04\n\nThe lorries took away 140 tonnes of snow.",
}


@pytest.mark.parametrize(
    ("first", "behind", "asked", "values"),
    [
        ("Claims will be paid within thirty days.", 0.05, "snow", [110, 140]),
        ("Claims will be paid within thirty days.", 0.3, "snow", [30]),
        ("Claims will be paid within thirty days.", 0.05, "claims paid", [30]),
        ("Claims of thirty crowns were paid.", 0.05, "snow", [30]),
    ],
    ids=["nearly as near", "farther", "fewer words of the question", "a sum"],
)
def test_a_measure_of_one_article_yields_to_one_of_several(
    tmp_path: Path, first: str, behind: float, asked: str, values: list[int]
) -> None:
    """Where that is nearly as near and as much of what is asked; sums of all sorts of things stand about."""
    engine_over({**SNOW, "a.txt": f"Title: Claims\nSource: Harbour Post\nDate: 2030-05-04\n\n{first}"}, tmp_path)
    index = Index.open(tmp_path / "index", tmp_path / "corpus")
    claims = {
        claim.file: (row, claim) for row, place in enumerate(index.places) for claim in index.claims_at(place)[:1]
    }
    held = []
    for file, less in (("a.txt", 0.0), ("b.txt", behind), ("c.txt", behind)):
        row, claim = claims[file]
        evidence = replace(unsearched(row, index), relevance=1.0 - less)
        held.append(Held(evidence, claim, Figure(claim, claim.quantities[0])))
    told = of_one_thing(held, frozenset(terms(asked)))
    assert [each.figure.quantity.value for each in told if each.figure] == values
