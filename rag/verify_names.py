"""Every name of a statement is in its evidence, or is known of it; short forms, initials and "Kenyan" of Kenya pass."""

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import regex
from corpus.sentences import sentence_spans
from index.calendar_words import MONTH
from index.tagger import Tagger
from index.words import STOP_WORDS, stem
from rag.verdict import Evidence

_CAPITAL = regex(r"[^\W\d_a-zà-ÿ][\w’'&-]*(?:\.(?=\w))?[\w’'&-]*")
_RUN = regex(r"(?:[^\W\d_a-zà-ÿ][\w’'-]*(?:\s+(?:of|the|and|for|de|la|al|van|von)(?=\s+[A-Z]))*\s*)+")
_WORD = regex(r"\w+(?:[’'](?!s\b)\w+)*")
_NO_NAME = regex(
    rf"(?:{MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mr|Mrs|Ms|Dr|Sir|Dame|Prof|I|I[’']\w+|AM|PM)",
    re.IGNORECASE,
)
_POINTS = regex(r"\b(?:[A-Z]\.){2,}")
SAME_BEGINNING = 4
"""Letters that two forms of one name share at least, as Kenya and Kenyan do."""


def unknown_name(claim: str, evidence: Sequence[Evidence], tagger: Tagger) -> str | None:
    """Why a name of the statement is not the evidence's, or None."""
    claim = _without_points(claim)
    known = {word.lower() for each in evidence for text in _known(each) for word in _WORD.findall(text)}
    initials = {letters for each in evidence for text in _known(each) for letters in _initials(text)}
    named: list[str] | None = None
    for name, is_first in _names_in(claim):
        if _is_known(name, known, initials):
            continue
        if is_first:
            named = _tagged_names(claim, tagger) if named is None else named
        if not is_first or any(name in words for words in named or ()):
            whole = next((run for run in _runs(claim) if name in run.split()), name)
            if not {letters.lower() for letters in _initials(whole)} & known:
                return f"the source does not name {whole}"
    return None


def _known(evidence: Evidence) -> Iterator[str]:
    """The texts whose names a statement may use."""
    given = (evidence.text, evidence.holder, evidence.outlet, evidence.title, evidence.context, *evidence.through)
    yield from (_without_points(text) for text in given if text)


def _without_points(text: str) -> str:
    """U.S. and US are one name."""
    return _POINTS.sub(lambda match: match.group().replace(".", ""), text)


def _names_in(claim: str) -> Iterator[tuple[str, bool]]:
    """The words of a statement with a capital, and whether each is the first of its sentence or quotation."""
    starts = {start for start, _ in sentence_spans(claim)}
    for match in _CAPITAL.finditer(claim):
        if not _NO_NAME.fullmatch(_bare(match.group())):
            before = claim[: match.start()].rstrip(" ")
            first = match.start() in starts or not before or before[-1] in "“\"‘'(:;[•-—–"
            yield _bare(match.group()), first


def _bare(word: str) -> str:
    return re.sub(r"[’']s?$", "", word).rstrip("-&")


def _is_known(name: str, known: set[str], initials: set[str]) -> bool:
    parts = [part for part in re.split(r"[-&]", name.lower()) if part]
    return name in initials or name.lower() in STOP_WORDS or all(_has_form(part, known) for part in parts)


def _has_form(word: str, known: set[str]) -> bool:
    if word in known or stem(word) in {stem(each) for each in known}:
        return True
    return any(_is_same_name(word, other) for other in known if other[:SAME_BEGINNING] == word[:SAME_BEGINNING])


def _is_same_name(word: str, other: str) -> bool:
    """Whether two words are one name with other endings: Kenya and Kenyan, Peru and Peruvian."""
    short, long = sorted((word, other), key=len)
    shared = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    return shared >= max(SAME_BEGINNING, len(short) - 2) and len(long) - shared <= 4


def _initials(text: str) -> Iterator[str]:
    """The first letters of each run of capitalised words: UN of United Nations."""
    for run in _runs(text):
        letters = "".join(word[0] for word in run.split() if word[0].isupper())
        if len(letters) > 1:
            yield letters


def _runs(text: str) -> Iterator[str]:
    yield from (re.sub(r"^The\s+", "", match.group().strip()) for match in _RUN.finditer(text))


def _tagged_names(claim: str, tagger: Tagger) -> list[str]:
    """The names that the tagger sees; it is asked only where a sentence begins with an unknown word."""
    [tagged] = tagger.tag([(claim, sentence_spans(claim))])
    kinds = ("PERSON", "ORGANIZATION", "LOCATION")
    return [claim[span.start : span.end] for span in tagged.entities if span.kind in kinds]
