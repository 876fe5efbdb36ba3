"""Units: their words in a text, what they measure, and conversion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.unit_words import currency_of, rate_at, unit_at
from index.units import (
    DifferentMeasuresError,
    UnknownUnitError,
    convert,
    is_money,
    to_base,
    unit_named,
)

CONVERTED = [
    (1, "mi", "km", 1.609344),
    (26.2, "mi", "km", 42.16481),
    (1000, "ft", "m", 304.8),
    (100, "yd", "m", 91.44),
    (1, "ha", "acre", 2.471054),
    (1, "mi2", "km2", 2.589988),
    (1, "km2", "ha", 100),
    (1, "gal", "l", 3.785412),
    (1, "bbl", "gal", 42),
    (1, "m3", "l", 1000),
    (1, "t", "kg", 1000),
    (1, "short ton", "t", 0.907185),
    (1, "long ton", "t", 1.016047),
    (1, "lb", "g", 453.59237),
    (100, "°C", "°F", 212),
    (-40, "°F", "°C", -40),
    (98.6, "°F", "°C", 37),
    (2, "day", "h", 48),
    (1, "year", "month", 12),
    (90, "min", "h", 1.5),
    (250, "p", "GBP", 2.5),
    (60, "mi/h", "km/h", 96.56064),
    (1, "m/s", "km/h", 3.6),
    (1, "bbl/day", "l/h", 6.624471),
]


@pytest.mark.parametrize(("value", "name", "other", "expected"), CONVERTED)
def test_conversion(value: float, name: str, other: str, expected: float) -> None:
    """A value comes out as tables of units have it, rates too."""
    assert convert(value, name, other) == pytest.approx(expected, rel=1e-6)


MEASURES = [
    ["m", "km", "cm", "mm", "mi", "yd", "ft", "in", "nmi"],
    ["m2", "km2", "ha", "acre", "ft2", "mi2"],
    ["l", "ml", "m3", "ft3", "km3", "gal", "imperial gal", "bbl"],
    ["kg", "g", "mg", "µg", "t", "kt", "short ton", "long ton", "lb", "oz"],
    ["s", "min", "h", "day", "week", "month", "year", "decade", "century"],
    ["°C", "°F"],
    ["km/h", "mi/h", "nmi/h", "m/s"],
    ["GBP", "p"],
]


@given(st.sampled_from(MEASURES), st.data(), st.floats(-1e9, 1e9))
def test_conversion_back_gives_the_value(names: list[str], data: st.DataObject, value: float) -> None:
    """Into any unit of a dimension and back, a value is what it was."""
    name, other = data.draw(st.sampled_from(names)), data.draw(st.sampled_from(names))
    assert convert(convert(value, name, other), other, name) == pytest.approx(value, rel=1e-9, abs=1e-6)
    assert to_base(convert(value, name, other), other) == pytest.approx(to_base(value, name), rel=1e-9, abs=1e-6)


WORDS = {
    "kilometres of road": "km",
    "km of road": "km",
    "miles": "mi",
    "metres high": "m",
    "feet": "ft",
    "square metres": "m2",
    "sq km": "km2",
    "km²": "km2",
    "square miles": "mi2",
    "hectares": "ha",
    "acres": "acre",
    "litres": "l",
    "liters": "l",
    "gallons": "gal",
    "imperial gallons": "imperial gal",
    "cubic metres": "m3",
    "m³": "m3",
    "barrels": "bbl",
    "tonnes": "t",
    "tons": "t",
    "metric tons": "t",
    "short tons": "short ton",
    "kilos": "kg",
    "kg": "kg",
    "grams": "g",
    "lbs": "lb",
    "hours": "h",
    "days": "day",
    "weeks": "week",
    "years": "year",
    "degrees": "°C",
    "°C": "°C",
    "degrees Fahrenheit": "°F",
    "euros": "EUR",
    "US dollars": "USD",
    "Canadian dollars": "CAD",
    "pounds": "GBP",
    "pence": "p",
    "yen": "JPY",
    "Swedish kronor": "SEK",
    "crowns": "crown",
    "mph": "mi/h",
    "km/h": "km/h",
    "miles per hour": "mi/h",
    "barrels a day": "bbl/day",
    "micrograms per litre": "µg/l",
    "litres per person": "l/person",
    "megawatts": "MW",
    "pounds of explosives": "lb",
    "pounds of public money": "GBP",
}


@pytest.mark.parametrize(("words", "name"), WORDS.items())
def test_words_for_units(words: str, name: str) -> None:
    """Each unit is known by the words and symbols that news has for it."""
    found = unit_at(f"some 40 {words}", len("some 40"))
    assert found is not None
    assert found.name == name
    assert words.startswith(f"some 40 {words}"[found.start : found.end])


@pytest.mark.parametrize("words", ["metropolis", "minutemen", "M", "Cows", "degrees north", "second-hand cars", "tone"])
def test_other_words_are_none(words: str) -> None:
    """A word that only begins like a unit, or a letter of the other case, is none."""
    assert unit_at(f"40 {words}", 2) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a 500-pound bomb", "lb"),
        ("a 500-pound fine", "GBP"),
        ("it weighed 500 pounds", "lb"),
        ("it cost 500 pounds", "GBP"),
        ("2 million pounds of beef", "lb"),
        ("2 million pounds of taxpayers’ money", "GBP"),
    ],
)
def test_pounds_are_money_or_a_weight(text: str, name: str) -> None:
    """What surrounds pounds tells whether they weigh or pay."""
    found = unit_at(text, text.index("pound") - 1)
    assert found is not None
    assert found.name == name


def test_rates() -> None:
    """What a number is a rate of is told, and "a week later" is no rate."""
    assert rate_at("40 a day", 2) == ("/day", 8)
    assert rate_at("$40 per head of cattle", 3) == ("/person", 12)
    assert rate_at("40 a week later", 2) == ("", 2)


def test_currencies() -> None:
    """A sign or code names its currency, each a dimension of its own."""
    assert [currency_of(sign) for sign in ("$", "US$", "A$", "€", "£", "CHF ", "Rs ")] == [
        "USD",
        "USD",
        "AUD",
        "EUR",
        "GBP",
        "CHF",
        "rupee",
    ]
    assert is_money("EUR")
    assert is_money("USD/bbl")
    assert not is_money("km")
    assert unit_named("USD").dimension != unit_named("EUR").dimension


def test_what_cannot_be_converted_is_told() -> None:
    """A unit that does not exist, or of another dimension, is named in the error."""
    with pytest.raises(UnknownUnitError, match="cubit"):
        unit_named("cubit")
    with pytest.raises(UnknownUnitError, match="km/h/h"):
        unit_named("km/h/h")
    with pytest.raises(DifferentMeasuresError, match="EUR"):
        convert(1, "USD", "EUR")
    with pytest.raises(DifferentMeasuresError, match="mass"):
        convert(1, "", "t")
