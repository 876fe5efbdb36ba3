"""What a number counts or measures, in the words behind it or before it."""

import re

from corpus.patterns import regex
from index.noun_phrases import amount_of, phrase_at
from index.numerals import COMPARATOR
from index.written_numbers import Number

_OF = regex(r"\sof\s")
_MANIFOLD = regex(r"\s(?:(?:the|its|their|his|her|our|my|your|that|those|this)\s|[A-Z])")
_BOUNDED = rf"(?:{COMPARATOR}\s)*\Z"
_COMES_TO = (
    r"(?:(?:has|have|had|now|already|officially|since|also|was|were|is|are|been|\w+ly)\s){0,3}"
    r"(?:r[oi]sen?|rises|climb(?:ed|s)|gr[eo]wn?|increased|jumped|soared|surged|fell|fallen|falls|dropped|declined|stood"
    r"|stands?|remain(?:ed|s)|swelled|put|eclipsed|reach(?:ed|es)|hits?|passed|total(?:l?ed)?|was|were|is|are)\s"
    rf"(?:(?:to|at|past|by|from)\s)?{_BOUNDED}"
)
_SUM = r"(?:number|total|count|tally|share|proportion)"
_THE = r"(?:the|its|their|his|her)\s"
_CHANGED = (
    r"(?:(?:comes|came|amounts|amounted)\sto|(?:has|have|had)\sgone\s(?:up|down)\s(?:to|from)"
    r"|(?:r[oi]sen?|gr[eo]wn?|fell|fallen|dropped|declined|increased)\s\w+ly,?\s(?:to|from)"
    r"|(?:was|were|been)\s(?:raised|increased|lowered|reduced|cut|fixed)\s(?:by\s(?:\w+\s){1,3})?(?:to|at))"
)
_CHANGING = r"\b(?:rais(?:e[sd]?|ing)|increas(?:e[sd]?|ing)|lower(?:s|ed|ing)?|reduc(?:e[sd]?|ing)|cuts?|cutting)"
_GIVING = r"\b(?:gives?|gave|giving|puts?|putting)"
_PUT = r"\b(?:put|puts|putting|sets?|estimate[ds]?|estimating|reckon(?:ed|s)?|place[ds]?)\s(?:the|its|their|his|her)\s"
_SOME_WORDS = r"(?P<counted>(?:[^\W\d_][\w’'-]*\s){0,2}?[^\W\d_][\w’'-]*)"
# "The number of dead rose to 68", "protesters numbered 300", "a population of 9,000", "the toll stood at 68",
# "they put the number of lost books at 900".
_SUBJECTS = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_SUM}\sof\s(?P<counted>[^\W\d_])[^.;:]{{1,110}}?\s{_COMES_TO}",
        rf"{_PUT}{_SUM}\sof\s(?P<counted>[^\W\d_])[^.;:]{{1,80}}?\sat\s{_BOUNDED}",
        rf"\b{_SUM}\sof\s(?P<counted>[^\W\d_])[^.;:,\d]{{1,80}}?\s{_CHANGED}\s{_BOUNDED}",
        rf"{_CHANGING}\s{_THE}{_SUM}\sof\s(?P<counted>[^\W\d_])[^.;:,\d]{{1,60}}?\sto\s{_BOUNDED}",
        rf"{_GIVING}\s{_THE}{_SUM}\sof\s(?P<counted>[^\W\d_])[^.;:,\d]{{1,60}}?\sas\s{_BOUNDED}",
        rf"(?:\A|[.,;]\s|\b(?:the|its|their|an?)\s){_SOME_WORDS}\snumbered\s{_BOUNDED}",
        rf"\b(?:an?|the|its|their)\s{_SOME_WORDS}\sof\s{_BOUNDED}",
        rf"(?:\A|[.,;:“\"(]\s?|\b(?:that|as|and|but|while|when)\s)(?:(?:the|its|their|an?)\s)?{_SOME_WORDS}"
        rf"(?:\s{_COMES_TO}|:\s\Z)",
    )
)
_NO_SUBJECT = regex(r"\b(?:total|maximum|minimum|average|out|group|estimate|range|rate|level)\Z", re.IGNORECASE)


def counted_of(text: str, number: Number) -> tuple[str, int]:
    """What a number counts or measures, in the words behind it, and where they end."""
    if number.noun:
        return text[slice(*number.noun)], number.end
    if _is_repeated(text, number):
        return "", number.after
    begin, end = number.word
    position = number.after if number.tail == "" else max(number.after, number.end + len(number.tail))
    of = _OF.match(text, position)
    if begin == end or not text[begin].isalpha():
        part = number.unit or of or text[position : position + 1] == "-"
        return phrase_at(text, position, "part" if part else amount_of(number.value, number.upper))
    if text[begin - 1] == "-":
        return phrase_at(text, begin - 1, "part")
    phrase, phrase_end = phrase_at(text, position, "part") if of else ("", position)
    return (text[begin:phrase_end], phrase_end) if phrase else (text[begin:end], position)


def _is_repeated(text: str, number: Number) -> bool:
    """Whether a number only says how often: "twice convicted", not "twice the level"."""
    often = text[number.start : number.end].lower().endswith(("twice", "thrice"))
    return often and not _MANIFOLD.match(text, number.after)


def subject_of(text: str, number: Number) -> str:
    """What a number counts that says so before it, or an empty string."""
    for pattern in _SUBJECTS:
        found = pattern.search(text, max(0, number.start - 140), number.start)
        if found:
            begin, whole = found.span("counted")
            phrase, end = phrase_at(text, begin, "part")
            # But for "the number of", all that was found is the noun, or it is none.
            return phrase if (whole == begin + 1 or whole == end) and not _NO_SUBJECT.search(phrase) else ""
    return ""
