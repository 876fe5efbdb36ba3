"""Whether a reading of 8-bit text in Latin letters is one that people write: its letters and what is between them."""

import re

from corpus.patterns import regex

_ALPHABETS = {
    "Catalan": "àçèéíïòóúü",
    "Croatian": "čćđšž",
    "Czech": "áčďéěíňóřšťúůýž",
    "Danish and Norwegian": "åæøéóòô",
    "Dutch": "áéëïíóöúüèê",
    "Estonian": "äõöüšž",
    "Finnish and Swedish": "åäöéü",
    "French": "àâæçèéêëîïôœùûüÿ",
    "German": "äöüßé",
    "Hungarian": "áéíóöőúüű",
    "Icelandic": "áðéíóúýþæö",
    "Italian": "àèéìíîòóùú",
    "Latvian": "āčēģīķļņšūž",
    "Lithuanian": "ąčęėįšųūž",
    "Polish": "ąćęłńóśźż",
    "Portuguese": "àáâãçéêíóôõúü",
    "Romanian": "ăâîşţșț",
    "Slovak": "áäčďéíĺľňóôŕšťúýž",
    "Slovene": "čšž",
    "Spanish": "áéíñóúü",
    "Turkish": "çğıöşüâîû",
}
_NEVER_WITHOUT = {"õ": "ãä"}
"""Letters that no text of some length has without one of these: read wrongly, Hungarian has them."""
_SIGNS = "¡¢£¤¥¦¨©«¬®¯±²³¶¸¹»¼½¾¿‚„ˆ‰‹›˜€ƒ"
_MISPLACED = regex(
    rf"""[\x80-\x9f]
    | [^\W\d_][{_SIGNS}]+[^\W\d_]
    | (?<!\d)[¤¦¨¬¯±²³¸¹¼½¾ˆ‰˜ƒ][^\W\d_]
    | [¢£¥][^\W\d_]{{3}}
    | [^\W\d_][¦¬¯±¸¼¾]
    | [a-zß-ÿ][À-ÖØ-ÞŸŠŽŒ]
    | (?:(?![\x00-\x7f])[^\W\d_]){{4}}""",
    re.VERBOSE,
)
FEWEST_LETTERS = 20
"""Of fewer letters no share tells anything."""
DENSE, DENSEST = 0.02, 0.3
"""The share of letters beside ASCII: more than the first but in English with foreign names, never over the last."""


def is_clean(text: str) -> bool:
    """Whether most letters are plain, and nothing is where nobody writes it.

    So are signs and foreign capitals inside words, control characters, and many letters with marks in a row.
    """
    return not is_of_other_letters(text) and _MISPLACED.search(text) is None


def fits_an_alphabet(text: str) -> bool:
    """Whether one language has all its letters."""
    letters = {character for character in text.lower() if character > "\x7f" and character.isalpha()}
    alone = any(letter in letters and letters.isdisjoint(others) for letter, others in _NEVER_WITHOUT.items())
    return not alone and any(letters.issubset(alphabet) for alphabet in _ALPHABETS.values())


def is_dense(text: str) -> bool:
    """Whether letters beside ASCII belong to its language, and not to a few names."""
    return _beyond(text) > DENSE


def is_of_other_letters(text: str) -> bool:
    """Whether more of its letters are beside ASCII than any language in Latin letters has."""
    return sum(map(str.isalpha, text)) >= FEWEST_LETTERS and _beyond(text) > DENSEST


def _beyond(text: str) -> float:
    """The share of letters that are not of ASCII."""
    letters = [character for character in text if character.isalpha()]
    return sum(character > "\x7f" for character in letters) / len(letters) if letters else 0.0
