"""What numbers measure: units by their short names, and conversion between them."""

from dataclasses import dataclass

from index.unit_tables import MEASURES, MONEY


class UnknownUnitError(ValueError):
    """A name that no unit has."""


class DifferentMeasuresError(ValueError):
    """Units that cannot be converted into one another."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `factor` times a value in it, plus `offset`, is the value in the base unit of its dimension."""

    name: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0


CURRENCIES = frozenset(name for name, _ in MONEY)
"""The short names of the currencies, each a dimension of its own."""
_UNITS = {name: Unit(name, dimension, factor) for dimension, name, factor, *_ in MEASURES}
_UNITS |= {name: Unit(name, name) for name in CURRENCIES}
_UNITS["°F"] = Unit("°F", "temperature", 5 / 9, -160 / 9)
_UNITS |= {"p": Unit("p", "GBP", 0.01), "": Unit("", "count")}
_UNITS |= {name: Unit(name, name) for name in ("%", "pp", "times", "person")}


def unit_named(name: str) -> Unit:
    """The unit of a short name, or of a rate such as "bbl/day"; UnknownUnitError where there is none."""
    head, *per = name.split("/")
    if head not in _UNITS or len(per) > 1 or (per and per[0] not in _UNITS):
        raise UnknownUnitError(
            f"no unit is called {name!r}; write a short name such as km, t, °C or USD, or a rate, km/h"
        )
    if not per:
        return _UNITS[head]
    over, under = _UNITS[head], _UNITS[per[0]]
    return Unit(name, f"{over.dimension}/{under.dimension}", over.factor / under.factor)


def to_base(value: float, name: str) -> float:
    """A value in the base unit of its dimension: m, m2, l, kg, s, kW, kWh, °C, or the currency itself."""
    unit = unit_named(name)
    return value * unit.factor + unit.offset


def convert(value: float, name: str, other: str) -> float:
    """A value in another unit of the same dimension; DifferentMeasuresError where the dimension is another."""
    unit, wanted = unit_named(name), unit_named(other)
    if unit.dimension != wanted.dimension:
        raise DifferentMeasuresError(f"{name!r} is no measure of {wanted.dimension}; convert within one dimension")
    return (value * unit.factor + unit.offset - wanted.offset) / wanted.factor


def is_money(name: str) -> bool:
    """Whether a unit is a currency, a part of one, or a price per something."""
    head = name.split("/")[0]
    return head in CURRENCIES or head == "p"
