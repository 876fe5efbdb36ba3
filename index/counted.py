"""Whether two figures count the same thing, by what they count and what is said to befall it."""

import re

from index.quantities import Quantity
from index.units import unit_named
from index.words import STOP_WORDS, stem, surface_words

# Nouns of English for human beings whatever they do or suffer; what befalls them is told by the words around.
_HUMANS = frozenset(
    """
    people person persons individual individuals human humans resident residents inhabitant inhabitants refugee refugees
    civilian civilians citizen citizens man men woman women child children migrant migrants evacuee evacuees
    population
    villager villagers local locals family families household households worker workers employee employees
    patient patients
    victim victims life lives death deaths casualty casualties dead injured wounded missing protester
    protesters colleagues policemen policewomen
    """.split()
)
# Whoever does something, by the ending of the word: offenders, marchers, visitors; and things that end so too.
_DOER = re.compile(r"[a-z]{3,}(?:ers|ors|ists|ees|men|women|mates)")
_THINGS = frozenset(
    """
    numbers members papers letters orders borders quarters offers powers rivers towers waters flowers chapters centers
    headquarters containers trailers computers servers printers counters barriers ers covers layers showers dinners
    meters litres liters kilometers centimeters millimeters acres tankers freighters trawlers carriers boilers coolers
    filters heaters tractors motors sectors factors doors floors errors colors colours harbors harbours reactors
    generators indicators monitors sensors mirrors corridors acres trees fees degrees lists posters rollers covers
    trucks lorries helicopters drawers matters manners masters others corners sisters brothers
    """.split()
)
_ANYBODY = frozenset(
    """
    people person persons individual individuals human humans resident residents inhabitant inhabitants refugee refugees
    civilian civilians citizen citizens migrant migrants evacuee evacuees population life lives victim victims
    arrests detentions injuries convictions evacuations drownings fatalities
    """.split()
)
_PEOPLE_OF = re.compile(r"[A-Z]\w+(?:s|ese|ish)$")
# What is counted of people in news of any subject. Two figures of different fates are never compared.
_FATES = {
    "died": r"kill\w*|dead|died|dies|deaths?|toll|drown\w*|perish\w*|lives|fatal\w*|casualt\w+|bodies",
    "hurt": r"injur\w+|wound\w+|hurt|hospitali[sz]ed|maimed",
    "shot": r"shot|shootings?|gunned|gunshots?",
    "missing": r"missing|unaccounted|trapped|disappeared",
    "moved": r"left|leav\w+|fled|flee\w*|cross\w*|arriv\w+|evacuat\w+|displac\w+|relocat\w+|mov(?:ed|ing)"
    r"|refuge\b|exodus|migrat\w+|depart\w*|return\w*|brought\s+out|taken\s+from|stream\w*|homeless|entered|relocated",
    "provided for": r"accommodat\w*|shelter\w*|space|room|capacity|prepar\w+|beds?|housed|host(?:s|ed|ing)?|take\s+in"
    r"|tents?",
    "held": r"arrest\w*|detain\w*|detention|jail\w*|imprison\w*|captur\w+|hostages?|custody"
    r"|deprived\s+of\s+(?:their\s+)?(?:liberty|freedom)|rounded\s+up|locked\s+up|behind\s+bars",
    "tried": r"charged|convict\w*|indict\w*|sentenced|prosecuted|on\s+trial",
    "ill": r"infect\w*|poison\w*|cases|tested|sick\w*|ill|treated|symptoms?|vaccinat\w*|patients?|diagnos\w+",
    "gathered": r"march\w*|protest\w*|rall\w+|gather\w*|attend\w*|turn\w*\s+out|demonstrat\w*|crowd\w*|vote\w*"
    r"|procession|turnout|took\s+part|tak(?:e|es|ing)\s+part|walked\s+(?:behind|through)|in\s+the\s+streets?",
    "employed": r"employ\w*|jobs?|work(?:s|ers?|ing)?|payroll|laid\s+off|staff|strik\w+|colleagues",
    "living": r"inhabit\w*|population|home\s+to|liv(?:e|es|ing)|resid(?:e|es|ing)",
}
_FATE = re.compile(
    "|".join(f"(?P<f{number}>\\b(?:{words})\\b)" for number, words in enumerate(_FATES.values())), re.IGNORECASE
)
_NAMES = tuple(_FATES)
_CLAUSE_EDGE = re.compile(r"[,;:()“”\"]|\s[–—-]\s|\b(?:and|but|while|whereas|which|who)\b")
# A word for whoever does or suffers it tells less of what befell him than a verb: marchers may be hurt.
_BEARER = re.compile(r"\w+(?:er|or|ee|ant|ent)s?", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|an?|this|that)\s\Z", re.IGNORECASE)
SHORTEST, LONGEST = 8, 90
TOLD_BY = 2
"""Words around two measures that tell together that both are of one thing."""


def same_thing(one: str, left: Quantity, other: str, right: Quantity) -> bool:
    """Whether both measure in one dimension or count things of one name, and the same befalls those who are counted.

    `one` and `other` are the texts that the quantities stand in.
    """
    if not left.same_measure(right):
        return False
    people = counts_people(left) or counts_people(right)
    if people and may_count_people(left) and may_count_people(right):
        fates = fate_of(one, left), fate_of(other, right)
        return fates[0] == fates[1] and fates[0] is not None
    mine, theirs = nouns_of(left), nouns_of(right)
    if mine and theirs and left.unit:
        return bool(mine & theirs)
    if mine and theirs:
        return head_of(left) == head_of(right) and fate_of(one, left) == fate_of(other, right)
    # Anything may last or be a part of something: without a noun these are compared with nothing.
    is_measure = bool(left.unit) and left.unit != "%" and unit_named(left.unit).dimension != "time"
    return is_measure and len(_around(one, left) & _around(other, right)) >= TOLD_BY


def head_of(quantity: Quantity) -> str:
    """The stem of the noun that is counted: posts of "nursing posts in the wards"."""
    words = surface_words(re.split(r"\s(?:of|in|at|on|for|from|with|to|by)\s", quantity.counted)[0])
    return stem(words[-1]) if words else ""


def is_anybody(noun: str) -> bool:
    """Whether a noun stands for human beings of whatever sort."""
    return noun.lower() in _ANYBODY


def counts_people(quantity: Quantity) -> bool:
    """Whether human beings are counted: "residents", "ethnic Serbs"."""
    words = quantity.counted.split()
    named = any(word.lower() in _HUMANS or _is_doer(word) for word in words)
    return not quantity.unit and (named or (bool(words) and bool(_PEOPLE_OF.match(words[-1]))))


def may_count_people(quantity: Quantity) -> bool:
    """Whether human beings are counted, or it is not said what: "61 were arrested"."""
    return counts_people(quantity) or not (quantity.counted or quantity.unit)


def _is_doer(word: str) -> bool:
    return bool(_DOER.fullmatch(word)) and word not in _THINGS


def fate_of(text: str, quantity: Quantity) -> str | None:
    """What befalls those a figure counts, by the nearest word for it in the clause; None where there is none."""
    found = _told(list(_FATE.finditer(text, *_clause(text, quantity))))
    nearest = min(found, key=lambda each: _distance(each, quantity), default=None)
    return _named(nearest) if nearest else None


def fate_in(text: str) -> str | None:
    """What befalls people by the first word for it in a question: kill of "how many did the infection kill"."""
    found = list(_FATE.finditer(text))
    told = _told([match for match in found if not _THE.search(text, 0, match.start())] or found)
    return _named(told[0]) if told else None


def _told(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words that tell best what befell somebody: words for him himself where there are no others."""
    return [match for match in found if not _BEARER.fullmatch(match.group())] or found


def _distance(found: re.Match[str], quantity: Quantity) -> tuple[int, str]:
    return min(abs(found.start() - quantity.end), abs(quantity.start - found.end())), str(found.lastgroup)


def _named(found: re.Match[str]) -> str:
    return _NAMES[int(str(found.lastgroup)[1:])]


def _clause(text: str, quantity: Quantity) -> tuple[int, int]:
    before = [match.end() for match in _CLAUSE_EDGE.finditer(text, 0, quantity.start)]
    after = _CLAUSE_EDGE.search(text, min(quantity.end + SHORTEST, len(text)))
    start = max(before[-1] if before else 0, quantity.start - LONGEST)
    return start, min(after.start() if after else len(text), quantity.end + LONGEST)


def _around(text: str, quantity: Quantity) -> set[str]:
    """The stems of the words around a figure, which tell what a measure is of where nothing behind it does."""
    start, end = _clause(text, quantity)
    words = surface_words(f"{text[start : quantity.start]} {text[quantity.end : end]}")
    return {stem(word) for word in words if word not in STOP_WORDS and word not in quantity.counted.lower().split()}


def same_kind(one: Quantity, other: Quantity) -> bool:
    """Whether both measure in one dimension, or count things of one name, or human beings."""
    if one.unit or other.unit:
        return one.same_measure(other)
    if counts_people(one) and counts_people(other):
        return True
    return bool(nouns_of(one) & nouns_of(other))


def nouns_of(quantity: Quantity) -> set[str]:
    """The stems of the words for what is counted; of a measure those for what is measured: fuel of "tonnes of fuel"."""
    counted = quantity.counted.partition(" of ")[2] if quantity.unit else quantity.counted
    return {stem(word) for word in surface_words(counted)}
