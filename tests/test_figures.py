"""Figures of two claims compared."""

from datetime import date

import pytest

from corpus.source import Sentence, Source
from index.claims import Claim
from index.figure import Figure
from index.figures import compared, compared_as_one
from index.moments import moment_of
from index.quantities import quantities_of
from tests.claims import claim_of

WRITTEN = date(2024, 5, 17)  # a Friday


def figure(text: str, number: int = 0) -> Figure:
    """The figure of a sentence written on that Friday."""
    source = Source("a.txt", text, (Sentence(0, len(text), text, text, 0, 1),), sha256="")
    plain = claim_of(source, 0)
    read = Claim(
        **{name: getattr(plain, name) for name in ("file", "sentence", "start", "end", "text", "holder", "own_voice")},
        through=(),
        held="asserted",
        quantities=quantities_of(text),
        moment=moment_of(text, WRITTEN),
    )
    return Figure(read, read.quantities[number])


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("At least 200 people were killed.", "More than 200 villagers died.", "agreement"),
        ("On Monday 40 people were killed.", "On Monday 75 people died.", "conflict"),
        ("By Monday 3,000 people had fled.", "By Thursday 9,000 residents had fled.", "update"),
        ("Some 3,000 people have fled so far.", "More than 9,000 people fled.", "update"),
        ("The spill was 40 tonnes of light fuel.", "The spill was 90 tonnes of fuel.", "scope"),
        ("The mast at Lisk is 38 metres.", "The pond at Lisk is two metres.", None),
        ("The plant lies 10 km away.", "The plant lies 6.2 miles away.", "agreement"),
        ("On Monday 40 people were killed.", "On Monday 75 people were injured.", None),
        ("The strike cost 3 million dollars.", "The strike lasted 3 weeks.", None),
        ("Some 40 people were arrested.", "The union has 40 offices.", None),
        ("A blast at a mill claimed at least 40 lives.", "More than 75 people died as a result of the war.", None),
        ("Fourteen civilians were killed in the attack.", "At least 70 enemy dead were left behind.", None),
        ("Some 40 workers of Arden were hurt.", "At least 70 workers in Lower Birk were hurt.", None),
        ("Some 40 people in Birk were hurt.", "At least 70 people in Lower Birk were hurt.", "update"),
        ("Some 40 people in May were hurt.", "At least 70 people in June were hurt.", "update"),
        ("On Monday 40 people who have fled the town slept here.", "On Monday 75 people fled.", "conflict"),
        ("The ferry runs six trips a day.", "The ferry carried 900 passengers a day.", None),
        ("On Monday the ferry ran six trips a day.", "On Monday it ran nine trips a day.", "conflict"),
        ("The flood, which took 40 lives, is over.", "Some 75 people died because of the flood in May.", "update"),
    ],
)
def test_what_two_figures_are_to_each_other(one: str, other: str, kind: str | None) -> None:
    """The dead are not the injured, nor a war's a blast's, nor one town's another's; a later day is an update.

    What is counted makes scope.
    """
    assert compared(figure(one), figure(other)) == kind
    assert compared(figure(other), figure(one)) == kind


def test_how_long_something_took_does_not_grow() -> None:
    """Two lengths of one drive cannot both hold, though "reached" tells of counts that grow."""
    one, other = figure("The car reached the mill after 25 minutes."), figure("The drive took 11 minutes.")
    assert compared_as_one(one, other) == "conflict"


def test_a_figure_is_told_in_its_own_words() -> None:
    """Comparator, number and what is counted, as the sentence has them."""
    assert figure("Up to 1,200 striking dockers marched.").words == "up to 1,200 striking dockers"
