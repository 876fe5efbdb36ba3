"""What the words around a time say of it: that it is one, that it is to come, what it bounds."""

import re
from collections import deque
from typing import Literal

from corpus.patterns import regex
from index.calendar_words import MONTH, Expression

Bound = Literal["on", "since", "until", "before", "after"]
"""How a time bounds what is told of it: "by Friday" is until, "since Sunday afternoon" since."""
_REACH = 48
"""Characters before a time in which its preposition is looked for."""
_SENTENCE = 300
"""Characters before a time in which its verb is looked for."""
_NAMES = {"January", "February", "July", "September", "October", "November", "December"}
"""Months that are no verb and hardly a person's name."""
_NO_WEEKDAY = {"every", "each", "a", "bloody", "black", "good", "super", "palm", "easter"}


def _spaced(pattern: str, *, ignore_case: bool = True) -> re.Pattern[str]:
    return regex(pattern.replace(" ", r"\s"), re.IGNORECASE if ignore_case else 0)


_YEAR_AFTER = _spaced(
    r"\b(?:in|since|during|until|till|before|after|between|year|late|early|mid) (?:(?:the|about|around|circa) )?$"
    r"|[(\[]$"
)
_PERHAPS_YEAR_AFTER = _spaced(
    r"(?:^|[“\"‘]|[’']s |\b(?:by|from|of|to|and|or|for|through|the|this|that|its|his|her|their|a|an|as|\w+,) )$"
)
_COUNTED = _spaced(r"^(?: (?:people|men|women|children|(?!(?:was|does|across)\b)[a-z]{3,}s\b)| ?%| per ?cent)")
_NO_YEAR_BEFORE = _spaced(r"^ (?:hours|hrs|GMT|UTC|local time|a\.?m\b|p\.?m\b)")
_MONTH_AFTER = _spaced(r"\b(?:in|since|during|until|till|between|mid|early|late)(?: |-)$")
_PERHAPS_MONTH_AFTER = _spaced(r"\b(?:by|before|after|from|of|through) $")
_MONTH_AFTER_MONTH = _spaced(rf"\b{MONTH}(?: \d{{4}})?(?: (?:to|and|or|through|until) |, | ?[-–] ?)$")
_SURNAME = _spaced(r"^ [A-Z][a-z]", ignore_case=False)
_SEASON_AFTER = _spaced(r"\b(?:in|over|during|since|by|until|before|after|through|throughout) (?:the )?$")
_NO_SEASON_BEFORE = _spaced(r"^ (?:(?:Olympic|Paralympic|Games|camp|school|water|jobs?|clothes|holiday)|(?-i:[A-Z]))")
_FALL_OF = _spaced(r"^ (?:in|of|from|to|by|on|below|short)\b")
_DURATION_AFTER = _spaced(r"\b(?:for|lasted|took|takes|within|every|spent|of) (?:the )?$")
_HALF = _spaced(r"\bhalf(?: an?)?$")
_ARTICLE = _spaced(r"\b(?:an?|the|no) $")

_SAID = "said|says|told|added|announced|stated|reported|wrote|warned|confirmed|tweeted|posted|was|were|had|did"
_WILL = (
    r"will|won[’']t|shall|(?:would|must|should)(?! have\b)|(?-i:may|might|can)(?! have\b)|upcoming|stays?|remains?"
    r"|(?:due|scheduled|planned|slated) (?:on|in|for)|set for"
    r"|(?:due|set|scheduled|expected|plan(?:s|ned)?|slated|hopes?|about|going|wants?|aims?|intends?|vowed|pledged|promised"
    r"|agreed|is|are|has|have|ordered|urged) to"
)
_LAST_VERB = _spaced(
    rf"\b(?:(?P<will>(?:{_WILL})(?: (?:not|be|have|also))*(?: \w+)?)|{_SAID}|after|when|who|which"
    r"|(?!hundred|unit)\w{3,}ed)\b|[;:] |[.!?] (?=(?-i:[A-Z]))"
)
_NEXT_VERB = _spaced(rf"\b(?:(?P<will>{_WILL})|{_SAID}|has|have|(?!hundred|unit)\w{{3,}}ed)\b")
_UNTIL = _spaced(r"\b(?:until|till) (?:the )?$")
_FRONT = regex(r"\W*(?:(?:on|by|in|from|until|before|after|over|late|early|the|this|and|but)\s)*$", re.IGNORECASE)
_BOUNDS: dict[str, Bound] = {
    "by": "until", "until": "until", "till": "until", "up to": "until", "through": "until", "no later than": "until",
    "since": "since", "starting": "since", "beginning": "since", "as from": "since", "no earlier than": "since",
    "before": "before", "prior to": "before", "ahead of": "before", "earlier than": "before",
    "after": "after", "following": "after", "later than": "after",
}  # fmt: skip
_LONG: dict[str, Bound] = {
    "more than": "before",
    "over": "before",
    "at least": "before",
    "less than": "after",
    "under": "after",
}
"""What "two years ago" bounds after these."""
_BOUND = _spaced(
    rf"\b(?P<word>{'|'.join(sorted([*_BOUNDS, *_LONG, 'from'], key=len, reverse=True))})"
    r"(?: (?:the|about|around|midnight|noon|early|late|then|on|in))*? $"
)
_ONWARDS = _spaced(r" on(?:wards?)?\b| forward\b")
_OTHERS = regex(r"[’']s?\s")


def is_time(text: str, expression: Expression) -> bool:
    """Whether words of the form of a time are one: not "2000 people", Theresa May or every Monday."""
    before = text[max(expression.start - _REACH, 0) : expression.start]
    after = text[expression.end : expression.end + _REACH]
    parts, form = expression.parts, expression.form
    if form in ("years", "month", "season"):
        return {"years": _is_year, "month": _is_month, "season": _is_season}[form](expression, before, after)
    if form == "numeric":
        return min(int(parts["one"]), int(parts["two"])) <= 12
    if form == "weekday":
        return (parts["which"] or "").lower() not in _NO_WEEKDAY
    if form == "today":
        return parts["today"].lower() != "overnight" or not _ARTICLE.search(before)
    if form == "shift":
        return _is_shift(expression, before)
    return form != "rolling" or _is_rolling(expression)


def _is_year(expression: Expression, before: str, after: str) -> bool:
    if _NO_YEAR_BEFORE.search(after):
        return False
    counted, round_number = bool(_COUNTED.search(after)), expression.parts["year"].endswith("00")
    if _YEAR_AFTER.search(before):
        return not (counted and round_number and before.lower().endswith("the "))
    if expression.parts["until"] and not counted:
        return True
    cue = _PERHAPS_YEAR_AFTER.search(before)
    # "The 2019 floods" are of a year, "the 1800 houses" are so many.
    return bool(cue) and not (counted and (round_number or not before.lower().endswith(("the ", "’s ", "'s "))))


def _is_month(expression: Expression, before: str, after: str) -> bool:
    parts = expression.parts
    if parts["near"] or parts["year"] or parts["which"] or parts["month"] in _NAMES:
        return True
    if _MONTH_AFTER_MONTH.search(before) or _MONTH_AFTER.search(before):
        return len(parts["month"]) > 3 or parts["month"] == "May"
    return bool(_PERHAPS_MONTH_AFTER.search(before) or _OTHERS.search(after)) and not _SURNAME.search(after)


def _is_season(expression: Expression, before: str, after: str) -> bool:
    parts = expression.parts
    if parts["year"]:
        return True
    if parts["season"].lower() == "fall" and (not parts["near"] or _FALL_OF.search(after)):
        return False
    return bool(parts["near"] or _SEASON_AFTER.search(before)) and not _NO_SEASON_BEFORE.search(after)


def _is_shift(expression: Expression, before: str) -> bool:
    """Two days ago, two days later; "days ago" is vague, and "for two days before" is how long."""
    if expression.parts["way"].lower() == "ago":
        return bool(expression.parts["count"]) and not _HALF.search(before + expression.parts["count"])
    return not _DURATION_AFTER.search(before)


def _is_rolling(expression: Expression) -> bool:
    """The past week, the last three weeks; not past weeks, nor the last day."""
    parts = expression.parts
    if parts["count"]:
        return True
    return not parts["many"] and (parts["way"].lower() == "past" or parts["unit"].lower() not in ("day", "hour"))


def is_future(text: str, expression: Expression) -> bool:
    """Whether a time is to come, by the verb before it, or the one after it where it opens the sentence.

    "Until Monday" is to come unless a verb says that it is past.
    """
    before = text[max(expression.start - _SENTENCE, 0) : expression.start]
    if _FRONT.match(before):
        verb = _NEXT_VERB.search(text, expression.end)
    else:
        verb = next(iter(deque(_LAST_VERB.finditer(before), maxlen=1)), None)
    return bool(verb["will"]) if verb else bool(_UNTIL.search(before))


def bound_of(text: str, expression: Expression) -> Bound:
    """What a time bounds, by the preposition before it; one that tells its own end bounds nothing."""
    if expression.parts.groupdict().get("until"):
        return "on"
    found = _BOUND.search(text, max(expression.start - _REACH, 0), expression.start)
    if not found or (_OTHERS.match(text, expression.end) and found["word"].lower() in ("by", "from")):
        return "on"
    word = " ".join(found["word"].lower().split())
    if word == "from":
        return "since" if _is_onwards(text, expression) else "on"
    if word in _LONG and expression.form != "shift":
        return "on"
    return _BOUNDS.get(word) or _LONG[word]


def _is_onwards(text: str, expression: Expression) -> bool:
    """Whether "from Monday" is a beginning; a photograph from 2015 is not."""
    opens = _FRONT.match(text[: expression.start])
    return bool(opens or _ONWARDS.match(text, expression.end) or is_future(text, expression))
