"""Words of a text as keyword search sees them: lower case, without accents and endings."""

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.patterns import regex

if TYPE_CHECKING:
    from Stemmer import Stemmer

_WORD = regex(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:-[^\W\d_]+)*", re.UNICODE)

STOP_WORDS = frozenset(
    """
    a about after again all also am an and any are as at be because been before being but by can could did do
    does doing done for from get gets got had has have having he her here hers him his how i if in into is it
    its just let many me more most much my no nor not now of off on once one only or other our out over own per
    please s said same say says she should so some still such t tell than that the their them then there these
    they this those through to too under until up us very want was we were what when where which while who whom
    whose why will with would you your anybody anyone anything everybody somebody someone something ppl wat
    whats wants really ever exactly actually according article articles report reports source sources
    """.split()
)


def surface_words(text: str) -> list[str]:
    """Words in lower case with accents removed; a hyphenated word counts whole and in its parts."""
    found = []
    for match in _WORD.finditer(_plain(text)):
        word = match.group()
        found.append(word.replace(",", "") if word[0].isdigit() else word)
        if "-" in word:
            found.extend(word.split("-"))
    return found


def terms(text: str) -> list[str]:
    """Stems of the words that carry meaning, in order, with repetitions."""
    return [stem(word) for word in surface_words(text) if word not in STOP_WORDS]


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    accents = {ord(character): None for character in set(decomposed) if unicodedata.combining(character)}
    return decomposed.translate(accents) if accents else decomposed


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of an English word; words of other scripts stay as they are."""
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer() -> "Stemmer":
    import Stemmer

    return Stemmer.Stemmer("english")
