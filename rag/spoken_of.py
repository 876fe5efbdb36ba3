"""Who only speaks of a word that others use, and does not use it himself."""

import re

from corpus.patterns import regex
from index.words import stem, surface_words

# "To speak of a crime is to look for a culprit", "it is too early to call it theft": that is what others say.
_SPOKEN_OF = regex(
    r"\b(?:(?:to\s)?(?:speak|talk)(?:ing)?\sof|(?:to\s)?call(?:ing)?\s(?:it|this|that)|talk\sof)\s(?P<named>[^.;:,]{1,40})"
    r"(?P<behind>[^.;]*)",
    re.IGNORECASE,
)
_SPEAKING = regex(r"(?:to\s|speaking|talk|calling)", re.IGNORECASE)
_JUDGED = regex(r"\b(?:is|was|would\sbe|seems?|means?|amounts?\sto)\b", re.IGNORECASE)
_REFUSED = regex(
    r"\b(?:wrong|absurd|refus\w+|declin\w+|early|premature|unfair|mistake\w*|nonsens\w*|reluctan\w+|hesitat\w+|no\sreason)\b"
    r"[^.;:]{0,30}\Z",
    re.IGNORECASE,
)
_GRANTED = regex(
    r"\b(?:right|fair|honest|just|justified|accurate|correct|true|proper|only\sword|no\sexaggeration)\b", re.IGNORECASE
)
MOST_NAMED = 4
"""Words within which it names what is spoken of."""


def is_only_spoken_of(word: str, reading: str) -> bool:
    """Whether a word is told as what others say, and the speaker says otherwise: "to speak of a crime is …"."""
    return any(
        stem(word) in _named_in(found)
        and (_REFUSED.search(reading[: found.start()]) is not None or _is_judged_wrong(found))
        for found in _SPOKEN_OF.finditer(reading)
    )


def _named_in(found: re.Match[str]) -> frozenset[str]:
    """The stems of what is spoken of, which stands right behind the speaking."""
    return frozenset(stem(each) for part in found["named"].split()[:MOST_NAMED] for each in surface_words(part))


def _is_judged_wrong(found: re.Match[str]) -> bool:
    """Whether speaking so is itself what the sentence judges, and it does not grant that it is right."""
    if not _SPEAKING.match(found.group()):
        return False
    told = f"{found['named']} {found['behind']}"
    return _JUDGED.search(told) is not None and not _GRANTED.search(told)
