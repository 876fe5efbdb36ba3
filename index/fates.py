"""What befell those whom a figure counts, or whom a question asks about: the dead are not the injured."""

import re

from corpus.patterns import regex
from index.quantity import Quantity

# Of these "lost" says that they died; of others it may say anything.
_LOST = r"soldiers|troops|servicemen|fighters|sailors|pilots|firefighters|crewmen"
# What is counted of people in news of any subject. Two figures of different fates are never compared.
_FATES = {
    "died": r"kill\w*|dead|died|dies|deaths?|lost\s+(?:their|his|her)\s+li(?:fe|ves)|loss(?:es)?\s+of"
    rf"|(?:{_LOST})\s+(?:\S+\s+){{0,4}}?lo(?:st|ses?|sing)|lo(?:st|ses?|sing)\s+(?:\S+\s+){{0,3}}?(?:{_LOST})"
    rf"|murdered|executed|slain|massacred|succumbed|fallen\s+(?:{_LOST}|defenders|comrades|heroes)|toll|drown\w*|perish\w*|lives|fatal\w*|casualt\w+|bodies",
    "hurt": r"injur\w+|wound\w+|hurt|hospitali[sz]ed|maimed|suffer\w*\s+(?:\w+\s)?burns",
    "shot": r"shot|shootings?|gunned|gunshots?",
    "missing": r"missing|unaccounted|trapped|disappeared",
    "moved": r"left|leav\w+|fled|flee\w*|cross\w*|arriv\w+|evacuat\w+|displac\w+|relocat\w+|mov(?:ed|ing)"
    r"|refuge\b|exodus|migrat\w+|depart\w*|return\w*|brought\s+out|taken\s+from|stream\w*|homeless|entered|relocated",
    "provided for": r"accommodat\w*|shelter\w*|space|room|capacity|prepar\w+|beds?|housed|host(?:s|ed|ing)?|take\s+in"
    r"|tents?",
    "held": r"arrest\w*|detain\w*|detention|jail\w*|imprison\w*|captur\w+|hostages?|custody"
    r"|deprived\s+of\s+(?:their\s+)?(?:liberty|freedom)|rounded\s+up|locked\s+up|behind\s+bars",
    "tried": r"charged|convict\w*|indict\w*|sentenced|prosecuted|on\s+trial",
    "ill": r"infect\w*|poison\w*|cases|tested|sick\w*|ill|infirmary|treated|symptoms?|vaccinat\w*"
    r"|patients?|diagnos\w+",
    "gathered": r"march(?:e[ds]|ers?|ing)|(?-i:march)|protest\w*|rall\w+|gather\w*|attend\w*|turn\w*\s+out"
    r"|demonstrat\w*|crowd\w*|vote\w*"
    r"|procession|turnout|took\s+part|tak(?:e|es|ing)\s+part|walked\s+(?:behind|through)|in\s+the\s+streets?",
    "employed": r"employ\w*|jobs?|work(?:s|ers?|ing)?|payroll|laid\s+off|staff|strik\w+|colleagues",
    "living": r"inhabit\w*|population|home\s+to|liv(?:e|es|ed|ing)|resid(?:e|es|ing)",
}
HARMS = frozenset({"died", "hurt", "shot", "missing", "held"})
"""What is nearly always told of those who suffered it."""
_FATE = regex(
    "|".join(f"(?P<f{number}>\\b(?:{words})\\b)" for number, words in enumerate(_FATES.values())), re.IGNORECASE
)
_NAMES = tuple(_FATES)
_CLAUSE_EDGE = regex(r"[,;:()“”\"]|\s[–—-]\s|\b(?:and|but|while|whereas|which|who)\b")
# What stands between those counted and their verb: "nine sailors, most of them from Tessel, were killed".
_ASIDE = regex(r",[^,;:()“”\"]{3,60},\s(?=(?:was|were|is|are|ha[sd]|have|died|drowned|perished|lost|fell|fled|left)\b)")
_WHO = {"who", "which"}
# A word for whoever does or suffers it tells less of what befell him than a verb: marchers may be hurt.
_BEARER = regex(r"(?!gather|shelter)\w+(?:er|or|ee|ant|ent)s?", re.IGNORECASE)
_THE = regex(r"\b(?:the|an?|this|that)\s\Z", re.IGNORECASE)
SHORTEST, LONGEST = 8, 120


def fate_of(text: str, quantity: Quantity) -> str | None:
    """What befalls those a figure counts, by the nearest word for it in the clause; else what it took up, or None."""
    found = _told(list(_FATE.finditer(text, *clause_of(text, quantity))))
    nearest = min(found, key=lambda each: _distance(each, quantity), default=None)
    return _named(nearest) if nearest else quantity.fate or None


def fate_in(text: str) -> str | None:
    """What befalls people by the first word for it in a question: kill of "how many did the infection kill"."""
    found = list(_FATE.finditer(text))
    told = _told([match for match in found if not _THE.search(text, 0, match.start())] or found)
    return _named(told[0]) if told else None


def fates_in(text: str) -> frozenset[str]:
    """Whatever befalls anybody by the words of a text."""
    return frozenset(_named(found) for found in _FATE.finditer(text))


def tells_of(text: str, fate: str) -> bool:
    """Whether any word of a text tells of that fate, whoever met with it."""
    return fate in fates_in(text)


def clause_of(text: str, quantity: Quantity) -> tuple[int, int]:
    """The span of the clause that a figure stands in, with one that says who of those counted are meant."""
    before = [match.end() for match in _CLAUSE_EDGE.finditer(text, 0, quantity.start)]
    after = _CLAUSE_EDGE.search(text, min(quantity.end + SHORTEST, len(text)))
    if after and after.group().lower() in _WHO and text[quantity.end : after.start()].strip() == quantity.counted:
        after = _CLAUSE_EDGE.search(text, min(after.end() + SHORTEST, len(text)))
    if after and text[quantity.end : after.start()].strip() == quantity.counted:
        aside = _ASIDE.match(text, after.start())
        after = _CLAUSE_EDGE.search(text, aside.end()) if aside else after
    start = max(before[-1] if before else 0, quantity.start - LONGEST)
    return start, min(after.start() if after else len(text), quantity.end + LONGEST)


def _told(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words that tell best what befell somebody: words for him himself where there are no others."""
    return [match for match in found if not _BEARER.fullmatch(match.group())] or found


def _distance(found: re.Match[str], quantity: Quantity) -> tuple[int, str]:
    return min(abs(found.start() - quantity.end), abs(quantity.start - found.end())), str(found.lastgroup)


def _named(found: re.Match[str]) -> str:
    return _NAMES[int(str(found.lastgroup)[1:])]
