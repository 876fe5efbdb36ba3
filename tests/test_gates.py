"""Floors: what is read, what passes, what is said of those that are missed."""

import pytest
from boats import Hasty, Perfect, systems

from eval.gates import BelowFloorError, GateError, check_gates, gate_results, read_gates
from eval.measures.catalogue import MEASURES


@pytest.mark.parametrize("written", ["viewpoint coverage=0.5", "Viewpoint_Coverage = 0.5", " viewpoint coverage=.5"])
def test_a_floor_is_read(written: str) -> None:
    """As a person writes it; underlines stand for blanks."""
    (gate,) = read_gates([written], MEASURES)
    assert (gate.measure.name, gate.limit) == ("viewpoint coverage", 0.5)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("viewpoint coverage", "is no floor"),
        ("viewpoint coverage=high", "is no floor"),
        ("viewpoint coverage=50", "is no floor"),
        ("viewpoint coverage=nan", "is no floor"),
        ("beauty=0.5", "no measure is called 'beauty'; there are quotes exact, viewpoint coverage"),
    ],
)
def test_what_is_no_floor_is_said(written: str, told: str) -> None:
    """Before any question is asked."""
    with pytest.raises(GateError, match=told):
        read_gates([written], MEASURES)


def test_floors_that_are_reached_say_nothing() -> None:
    """Exactly the limit is enough."""
    (perfect,) = systems(Perfect())
    check_gates(gate_results(read_gates(["viewpoint coverage=1.0", "over-decline=0"], MEASURES), perfect))


def test_every_floor_that_is_missed_is_named() -> None:
    """Too low, too high where less is better, and nothing to score at all; not the one that is reached."""
    (hasty,) = systems(Hasty())
    floors = ["viewpoint coverage=0.6", "single-view concentration=0.5", "relation accuracy=0", "quotes exact=1"]
    with pytest.raises(BelowFloorError) as error:
        check_gates(gate_results(read_gates(floors, MEASURES), hasty))
    assert str(error.value) == (
        "below the floor: viewpoint coverage is 0.500, to be at least 0.600; "
        "single-view concentration is 1.000, to be at most 0.500; relation accuracy is –, to be at least 0.000"
    )
