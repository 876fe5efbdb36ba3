"""Whether human beings are counted, and of which sort they are."""

import re

from corpus.patterns import regex
from index.quantity import Quantity

# Nouns of English for human beings whatever they do or suffer; what befalls them is told by the words around.
_HUMANS = frozenset(
    """
    people person persons individual individuals human humans resident residents inhabitant inhabitants refugee refugees
    civilian civilians citizen citizens man men woman women child children migrant migrants evacuee evacuees
    population
    villager villagers local locals family families household households worker workers employee employees
    patient patients
    victim victims life lives death deaths casualty casualties dead injured wounded missing protester
    protesters colleagues employees trainees attendees detainees inmates combatants non-combatants occupants
    participants infants newborns babies toddlers compatriots countrymen bodies corpses
    recruits conscripts cadets
    """.split()
)
# Nouns for human beings of one sort or another: what does not befall them is counted as things are, by its name.
_SORTS_OF_HUMANS = frozenset(
    """
    boys girls schoolboys schoolgirls schoolchildren pupils students graduates apprentices interns kids teens youths
    adults minors adolescents widows orphans troops veterans rebels
    insurgents guerrillas hostages captives convicts suspects defendants witnesses assailants pilots stewards nurses
    midwives medics paramedics physicians technicians clerks cooks shepherds electricians mechanics musicians
    politicians athletes monks nuns priests bishops imams rabbis pilgrims peasants tenants guests pedestrians
    immigrants emigrants returnees deportees applicants claimants servants assistants delegates deputies addicts slaves
    """.split()
)
_SOLDIERS = frozenset("soldier soldiers troops serviceman servicemen conscript conscripts recruit recruits".split())
# Whoever does something, by the ending of the word: offenders, marchers, visitors; and things that end so too.
_DOER = regex(r"[a-z]{3,}(?:ers|ors|ists|men|women)")
_THINGS = frozenset(
    """
    numbers papers letters orders borders quarters offers powers rivers towers waters flowers chapters centers
    headquarters containers trailers computers servers printers counters barriers covers layers showers dinners
    meters litres liters kilometers centimeters millimeters acres tankers freighters trawlers carriers boilers coolers
    filters heaters tractors motors sectors factors doors floors errors colors colours harbors harbours reactors
    generators indicators monitors sensors mirrors corridors acres lists posters rollers covers
    trucks lorries helicopters drawers matters manners masters others corners cucumbers lobsters boosters routers
    inverters escalators glaciers scooters cancers
    """.split()
)
_ANYBODY = frozenset(
    """
    people person persons individual individuals human humans resident residents inhabitant inhabitants refugee refugees
    civilian civilians citizen citizens migrant migrants evacuee evacuees population life lives victim victims
    arrests detentions injuries convictions evacuations drownings fatalities
    """.split()
)
_PEOPLE_OF = regex(r"[A-Z]\w+(?:s|ese|ish)$")
# Of these nobody is two at once: the dead of one sort are not compared with those of another.
_SORT = regex(
    r"\b(?:(?P<military>soldiers?|troops|servicem[ae]n|conscripts?|recruits?|enemy|enemies|fighters?|militants?|military|combatants?|fallen\s+(?:defenders|comrades|heroes))"
    r"|(?P<civil>civilians?|non-combatants?|villagers?|bystanders?|passers-by|townspeople)"
    r"|(?P<police>police(?:m[ae]n)?|officers?)|(?P<fire>firefighters?|firem[ae]n))\b",
    re.IGNORECASE,
)
_VAGUE = regex(r"(?:dozen|score|hundred|thousand|million)s\b", re.IGNORECASE)
_OF_THOSE = regex(r"\b(?:the|these|those|all|other|first|last)\s\Z", re.IGNORECASE)
_OF_THEM = regex(r"\s(?:of\s(?:them|whom|these|those|the)|others?)\b", re.IGNORECASE)
# Who stands before one of these says or does it, and is not counted.
_SAYING = regex(
    r"\b(?:say|says|said|put|puts|told|report\w*|estimat\w+|claim\w*|confirm\w*|count(?:s|ed)?|arrest\w*|detain\w*|shot|killed"
    r"|freed|rescued|found)\b",
    re.IGNORECASE,
)
WORDS_BEFORE = 4
"""Words before a figure without a noun that may say whom it counts: "its military dead at 19"."""


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


def counts_all(text: str, quantity: Quantity) -> bool:
    """Whether a number without a noun may be a count: not that of "the three", "nine of them" or "thousands"."""
    before, behind = text[: quantity.start], text[quantity.end :]
    return not (is_vague(text[quantity.start : quantity.end]) or _OF_THOSE.search(before) or _OF_THEM.match(behind))


def is_vague(number: str) -> bool:
    """Whether a number is a word for many: dozens, thousands."""
    return bool(_VAGUE.search(number))


def sort_of(text: str, quantity: Quantity) -> str | None:
    """Which sort of people a figure counts, by its noun, or by a word just before it where it has none; else None."""
    if quantity.counted:
        return sort_in(quantity.counted)
    before = " ".join(text[: quantity.start].split()[-WORDS_BEFORE:])
    return None if _SAYING.search(before) else sort_in(before)


def sort_in(text: str) -> str | None:
    """The sort of people that the first such word of a text is for."""
    found = _SORT.search(text)
    return next((name for name, word in found.groupdict().items() if word), None) if found else None


def are_of_other_sorts(one: str | None, other: str | None) -> bool:
    """Whether two counts are of people of whom nobody is both."""
    return one is not None and other is not None and one != other


def is_human_being(word: str) -> bool:
    """Whether a noun is one for human beings of any sort."""
    return word.lower() in _HUMANS | _SORTS_OF_HUMANS or _is_doer(word)


def are_soldiers(noun: str) -> bool:
    """Whether a noun is one of those for soldiers, whoever's they are; fighters and militants are others' word."""
    return any(word in _SOLDIERS for word in noun.lower().split())


def _is_doer(word: str) -> bool:
    return bool(_DOER.fullmatch(word)) and word not in _THINGS
