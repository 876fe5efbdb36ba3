"""What a question wants measured: by how deep it asks, or by a unit that it names."""

import re

from corpus.patterns import regex
from index.quantities import Quantity, quantities_of
from index.units import unit_named
from rag.cues import RATE_ASKED

_HOW = {
    "length": "high tall deep wide thick far",
    "mass": "heavy",
    "speed": "fast",
    "temperature": "hot cold warm cool",
}
_DESCRIBED = {
    word: regex(rf"^[^\s-]+[\s-](?:\([^)]*\)\s)?(?:{described})\b", re.IGNORECASE)
    for words, described in (
        ("high tall", r"high|tall|in\sheight"),
        ("deep", r"deep|in\sdepth"),
        ("long", r"long|in\slength"),
        ("wide broad", r"wide|broad|across|in\swidth"),
        ("thick", r"thick"),
    )
    for word in words.split()
}
"""By the word behind "how", what stands behind a unit that measures just that."""
_DIMENSION_OF = {word: dimension for dimension, words in _HOW.items() for word in words.split()}
_ASKED = regex(r"\bhow\s+(\w+)\b", re.IGNORECASE)
_SHARE = regex(r"\b(?:what|which)\s+(?:share|percentage|proportion|fraction)\b|\bpercentage\b", re.IGNORECASE)
_RATE = regex(RATE_ASKED, re.IGNORECASE | re.VERBOSE)


def dimension_of_how(question: str) -> str | None:
    """Length of "how deep", mass of "how heavy", a share of "what percentage" or "what tax rate"; else None."""
    if _SHARE.search(question) or _RATE.search(question):
        return "%"
    asked = (_DIMENSION_OF.get(word.lower()) for word in _ASKED.findall(question))
    return next((dimension for dimension in asked if dimension), None)


def described_as(question: str, quantity: Quantity) -> bool:
    """Whether behind a measure stands the word that "how" asks by: "38 metres high" for "how tall"."""
    asked = (_DESCRIBED.get(word.lower()) for word in _ASKED.findall(question))
    return any(described.search(quantity.following) for described in asked if described)


def measure_named(words: str) -> Quantity | None:
    """A quantity in the unit that these words name, "cubic metres" for instance, or None.

    Units of time are left out: a question names them for many a reason.
    """
    found = next(iter(quantities_of(f"5 {words}")), None)
    if found is None or not found.unit or unit_named(found.unit).dimension == "time":
        return None
    return found
