"""Units left out, which the measure before has."""

import pytest

from index.quantities import quantities_of

ELIDED = {
    "A bridge for 310 million crowns, of which paint alone accounts for 180.": (1.8e8, "crown", 1e7),
    "Cars ran at four times the limit; neighbours say eleven.": (11, "times", 1),
    "The mill’s 88 tonnes and the farm’s 41 were sold.": (41, "t", 1),
    "The mills’ 88 tonnes, the farms’ 41, and our 30.": (30, "t", 1),
    "The tank held 400 litres; the gauge says at least 380.": (380, "l", 1),
    "The plant makes 40 tonnes a day; its owner claims 60.": (60, "t/day", 1),
    "Rents rose from 900 euros to 1,200.": (1200, "EUR", 1),
    "The fund has 310 million crowns; the baker says 250,000.": (250_000, "crown", 10_000),
    "Turnout was 52.3%, against 41.": (41, "%", 1),
    "The ride took four days, not five.": (5, "day", 1),
}


@pytest.mark.parametrize(("text", "expected"), ELIDED.items())
def test_a_unit_left_out_is_that_of_the_measure_before(text: str, expected: tuple[float, str, float]) -> None:
    """A number that ends its clause without a noun is measured, and scaled, as the one before it."""
    *_, found = quantities_of(text)
    assert (found.value, found.unit, found.place) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He paid 300 euros; his brother, 48, paid nothing.",
        "He paid 300 euros, and he’s 48.",
        "With winds of 90 mph it killed at least 12.",
        "Tea cost 40 euros; the cooks say 12 were sold.",
        "A 40-km road was closed; the drivers say 12.",
        "In the past 24 hours, the nurses said, 41.",
        "Four hours after the race the runners said eleven.",
        "The levy is 2 billion crowns, of which roads account for 900.",
        "It cost 40 euros. The cooks say 12.",
        "It cost 40 euros and sold 12 pots; the cooks say 11.",
        "The oven was 4 metres wide; the number of cooks rose to 12.",
        "It took 4 hours, not one.",
    ],
)
def test_a_number_with_a_sense_of_its_own_takes_no_unit(text: str) -> None:
    """Ages, things counted, and numbers far from the measure before stay as they are."""
    *_, found = quantities_of(text)
    assert found.unit == ""
