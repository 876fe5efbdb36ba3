"""Quantities in a text: numbers with what bounds them, what they measure, and what they count."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest
from math import inf
from typing import Literal

from index.moments import MONTH
from index.numerals import (
    COMPARATOR,
    DIGITS,
    NUMBER_WORDS,
    SCALE,
    SHARE,
    SPELLED,
    TRAILING,
    Bound,
    bound_of,
    factor_of,
    reach_of_words,
    value_of_digits,
    value_of_share,
    value_of_words,
)
from index.units import SIGN, SIGN_WORDS, convert, currency_of, is_money, rate_at, to_base, unit_at, unit_named

ABOUT = 0.1
"""How far from its figure a quantity may be that is told with "about", as a share of the figure."""
ROUNDED = 0.05
"""The farthest that one may be from its figure for being written roundly, as a share of the figure."""
_HALF = 0.499  # of a place; what lies midway between two figures rounds to one of them only


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text: `start` and `end` are its place, sign and scale word with it, `value` what it is worth.

    `comparator` are the words that bound it, lower case ("at least", "or so"), `bound` what they say. Of a
    range `value` is the lower end, `upper` the upper one. `unit` is the short name of what it measures, "%"
    for a part of a whole, empty where things are counted. `counted` are the few words for what is counted or
    measured ("rail workers", "tonnes of wheat"), empty where none can be told; `following` are up to four
    words as they follow. `place` is the last decimal place that it is written to, 0 where it is not rounded.
    """

    start: int
    end: int
    value: float
    comparator: str
    counted: str
    percent: bool = False
    money: bool = False
    upper: float | None = None
    unit: str = ""
    bound: Bound = "exactly"
    following: str = ""
    place: float = 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The lowest and the highest that is said, in the base unit of the dimension.

        "About" is a tenth to either side; a bound is open to infinity above, below to 0, or for a temperature to
        minus infinity. An exact figure is both ends.
        """
        low, high = self._ends()
        return to_base(low, self.unit), to_base(high, self.unit)

    def same_measure(self, other: "Quantity") -> bool:
        """Whether both are of one dimension, as km and miles are; dollars and euros, percent and people are not."""
        return unit_named(self.unit).dimension == unit_named(other.unit).dimension

    def agrees_with(self, other: "Quantity") -> bool:
        """Whether both can hold of one thing; of different measures they can.

        An exact figure stands for all that rounds to it: for half its last place to either side, but for no
        more than a twentieth of it. The last place is the last digit other than zero where a number ends in
        three zeros, has a scale word ("1.2 million") or is in another unit than the other; else it is the last
        digit written, and a count of things is exact: 40 people are not 41, 40 km may be 40.3. "More than 200"
        agrees with 200, not with "less than 200".
        """
        if not self.same_measure(other):
            return True
        converted = self.unit != other.unit
        (low, high), (other_low, other_high) = self._rounded(converted), other._rounded(converted)
        least, most = max(low, other_low), min(high, other_high)
        strict = {self.bound, other.bound} & {"more than", "less than"} and "exactly" not in {self.bound, other.bound}
        return least < most or (least == most and not strict)

    def _ends(self) -> tuple[float, float]:
        """The lowest and the highest value, in the unit of the quantity."""
        low, high = self.value, self.value if self.upper is None else self.upper
        if self.bound == "about":
            return low - ABOUT * abs(low), high + ABOUT * abs(high)
        if self.bound in ("at least", "more than"):
            return low, inf
        if self.bound in ("at most", "less than"):
            return (-inf if unit_named(self.unit).dimension == "temperature" else min(0.0, high)), high
        return low, high

    def _rounded(self, converted: bool) -> tuple[float, float]:
        """The interval, an exact figure widened by what rounding leaves open."""
        (low, high), slack = self._ends(), 0.0
        if self.bound == "exactly":
            place = max(self.place, _last_place(self.value)) if converted else self.place
            slack = min(_HALF * place, ROUNDED * abs(self.value))
        return to_base(low - slack, self.unit), to_base(high + slack, self.unit)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number before what is around it is read: its place is `start` to `end`, its unit ends at `after`.

    `word` is where the unit's word begins and ends, `after` twice where there is none; `factor` what the scale
    multiplied by; `lead` and `tail` are the words that bound it, of a range on the left, of any number on the right.
    """

    start: int
    end: int
    value: float
    unit: str
    word: tuple[int, int]
    after: int
    place: float
    factor: int = 1
    upper: float | None = None
    bound: Bound = "exactly"
    lead: str = ""
    tail: str = ""


_NUMBER = re.compile(
    rf"""
    (?P<sign>(?<![\w.,)\]])[-−](?=\d)|\bminus\s)?
    (?P<number>(?P<money>{SIGN})?(?:(?P<share>{SHARE})|(?P<digits>{DIGITS})(?P<scale>{SCALE})?|(?P<spelled>{SPELLED}))
        (?P<percent>\s?(?:%|(?:per\ ?cent|percent(?P<points>age\ points?)?)\b))?)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# Looking only where a number may begin is many times as quick as searching for one.
_START = re.compile(r"[-−$€£¥₹₽₺₴₩₪\d]|[^\W\d_]+")
_STARTERS = NUMBER_WORDS | SIGN_WORDS | {"a", "an", "minus"}
# Numbers that count nothing: dates, times of day, ordinals, decades, and those in names.
_NO_QUANTITY = re.compile(
    rf"""
    (?=\d)(?:
        (?<![\d.,])\d{{1,2}}(?:st|nd|rd|th)?(?:\s?(?:[-–,]|and|or|to)\s?\d{{1,2}}(?:st|nd|rd|th)?){{0,6}}\s(?:of\s)?{MONTH}(?!\w)
        | \b\d{{4}}-\d\d-\d\d\b | \d+(?:[/:]\d+)+ | \b(?:1[5-9]|20)\d\d[-–]\d\d(?:\d\d)?\b
        | \b\d{{1,2}}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b|o[’']clock) | \d+(?:st|nd|rd|th|s)\b
        | (?<=\b[Aa]t\s)[012]?\d\.[0-5]\d(?=\s*(?:[.,;:)]|\Z)|\s(?:on|in|and|but|when|as)\b)
        | [012]?\d(?:\.[0-5]\d)?(?=\sin\sthe\s(?:morning|afternoon|evening)\b) | \A\d{{1,2}}[.)](?=\s|\Z)
        | (?<=[^\W\d_]-)\d+ | (?<=\#)\d+ | (?<=\[)\d+(?=\]) | (?<=’)\d\d\b | 24-7\b | \b(?P<even>\d+)[-–](?P=even)\b
    ) | (?<!\w)(?=[^\W\d]|№)(?:
        {MONTH}\s\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\b(?![.,\u00a0\u202f]\d)
        | (?:[Nn]os?\.|№|[Nn]umber|[Aa]rticle|[Ss]ection|[Cc]hapter|[Pp]age|[Pp]aragraph|[Hh]ighway|Resolution|Route
            |Flight|Room|Unit|Area|Channel|Radio|Boeing|Airbus|Apollo|Soyuz|Windows|Formula|Proposition|Protocol|Day
            |Round)\s?
            (?:\d+(?:-\d+)?|One|Two|Three|Four|Five)\b
        | (?:[Tt]ype|[Ss]tage|[Pp]hase|[Gg]rade|[Cc]ategory|[Tt]ier)\s\d{{1,2}}\b(?![.,]?\d)
        | (?:World\sWar|Air\sForce|BBC)\s(?:One|Two)\b | [Aa]n?\s[A-Z][\w-]+\s\d+\b(?![.,]\d)
        | (?:[Hh]alf|[Qq]uarter)\s(?:past|to)\s[a-z]+
        | (?:[Nn]o|[Tt]he|[Tt]his|[Tt]hat|[Ee]ach|[Ee]very|[Aa]ny|[Ww]hich|[Aa]nother)\sone\b
        | (?:[Aa]n?|[Tt]h(?:e|is|at))\s[\w-]+\sone(?=\s*(?:[.,;:!?)]|\Z)
            |\s(?:of|that|which|who|is|was|in|for|to|\w+ing)\b)
        | (?<!least\s)(?<!only\s)(?<!than\s)[Oo]ne(?:[’']s\b|\s(?:of(?!\severy)|another|by\sone|can|could|may|might|must
            |should|would|will|cannot)\b|-(?:off|sided|way|time|stop|on-one|to-one)\b)
    )
    """,
    re.VERBOSE,
)
_YEAR = range(1500, 2101)
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|by|of|until|till|from|to|during|early|late|mid|before|after|between|the|and|\w+,)\s*\Z",
    re.IGNORECASE,
)
_LOOK = 60  # characters, more than the words take that bound a number
_LONGEST = 100  # characters; what is longer is no number that anybody reads, and may be no finite one
_ENDS = r"\b(?P<lead>between|from)\s"
_OTHER_END = re.compile(r"\s(?:and|to)\s(?P<other>\d[\d.,]*)")
_FIRST_END = re.compile(_ENDS + r"(?P<other>\d[\d.,]*)\s(?:and|to)\s\Z", re.IGNORECASE)
_MANY = re.compile(r"\s(?:people|men|women|children|[a-z]{3,}s)\b")

_BEFORE = re.compile(rf"\b(?:{COMPARATOR}\s+)+\Z", re.IGNORECASE)
_TAIL = re.compile(TRAILING, re.IGNORECASE)
_GAP = re.compile(rf"\s?(?:(?P<word>and|to|or)\s|(?P<dash>[-–—])\s?)(?:{COMPARATOR}\s)?", re.IGNORECASE)
_LEAD = re.compile(_ENDS + rf"(?:{COMPARATOR}\s)?\Z", re.IGNORECASE)
# What goes up from ten to twelve was ten and is twelve; votes and scores are no ranges either.
_CHANGE = re.compile(
    r"\b(?:rose|ris[ei]\w*|gr[eo]w\w*|increas\w*|climb\w*|jump\w*|soar\w*|surg\w*|went|up|down|f[ae]ll\w*|drop\w*"
    r"|declin\w*|decreas\w*|cut\w*|reduc\w*|shr[aiu]nk\w*|chang\w*|rais\w*|lower\w*|revis\w*|slid|plung\w*|mov\w*"
    r"|expand\w*|go(?:es|ing|ne)?|doubl\w*|tripl\w*)\b[^.;]{0,40}\Z",
    re.IGNORECASE,
)
_SCORE = re.compile(r"\b(?:vot\w*|scor\w*|odds|ratio|won|beat\w*|defeat\w*)\b[^.;]{0,30}\Z", re.IGNORECASE)
_PART_OF = re.compile(r"\s(?:of\s)?an?(?=\s)|(?=-)", re.IGNORECASE)
_FOLLOWING = re.compile(
    rf"[\s-]?((?!(?:and|or|to)\b)[^\W\d_][\w’'-]{{0,40}}(?:\s(?!{SPELLED})[^\W\d_][\w’'-]{{0,40}}){{0,3}})",
    re.IGNORECASE,
)
_JOINING = re.compile(r"\s(?:and|or|to)\Z")


def quantities_of(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text in order; days of a month, years, times and numbers in names are none."""
    return tuple(_quantity(text, number) for number in _with_ranges(text, list(_numbers(text))))


def _numbers(text: str) -> Iterator[_Number]:
    matches = list(_matches(text))
    others = {place for found in _NO_QUANTITY.finditer(text) for place in range(*found.span())} if matches else ()
    for match in matches:
        if match.start("number") not in others and match.end() - match.start() < _LONGEST:
            number = _number(text, match)
            if not _is_name(text, match, number) and not _is_year(text, match, number):
                yield number


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Where a number stands, those of dates and names too."""
    behind = 0
    for begin in _START.finditer(text):
        word = begin.group()
        if begin.start() < behind or (word[0].isalpha() and word.lower() not in _STARTERS):
            continue
        match = _NUMBER.match(text, begin.start())
        if match:
            behind = match.end()
            yield match


def _number(text: str, match: re.Match[str]) -> _Number:
    """A match as a number; a part of a unit, as in "half an hour", is counted in that unit."""
    start, end = match.span("number")
    tail = _TAIL.match(text, end)
    unit, word, after = _unit(text, match, tail.end() if tail else end)
    value, factor, upper, bound = _worth(match)
    if match["share"] and unit != "%":
        value /= 100
    if match["sign"] and unit.startswith("°"):
        start, value = match.start(), -value
    place = value if match["share"] and unit == "%" else _written_place(value, factor, bool(unit))
    return _Number(start, end, value, unit, word, after, place, factor, upper, bound, tail=tail.group() if tail else "")


def _worth(match: re.Match[str]) -> tuple[float, int, float | None, Bound]:
    """A number's value, what its scale multiplied by, how far up it may reach, and its bound."""
    if match["share"]:
        return value_of_share(match["share"]), 1, None, "exactly"
    if match["digits"]:
        return value_of_digits(match["digits"], match["scale"]), factor_of(match["scale"]), None, "exactly"
    spelled = match["spelled"]
    return value_of_words(spelled), factor_of(re.split(r"[\s-]", spelled)[-1]), *reach_of_words(spelled)


def _written_place(value: float, factor: int, measured: bool) -> float:
    """The last place that a number is written to; 0 for a count that is not rounded."""
    place = _last_place(value)
    return place if place < 1 or place >= 1000 or factor > 1 else float(measured)


def _last_place(value: float) -> float:
    """The place of the last digit that is not zero: 100 for 1,500, 0.1 for 2.5."""
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent if value else 0
    return 10.0 ** int(exponent)


def _unit(text: str, match: re.Match[str], end: int) -> tuple[str, tuple[int, int], int]:
    """What a number measures, where the word for it stands, and where that ends, its rate too."""
    part = _PART_OF.match(text, end) if match["share"] else None
    found = None if match["money"] or match["percent"] else unit_at(text, part.end() if part else end)
    if found and (part or not match["share"]):
        return found.name, (found.start, found.end), found.rate_end
    if match["money"] or match["percent"] or match["share"]:
        name = currency_of(match["money"]) if match["money"] else "pp" if match["points"] else "%"
        rate, after = rate_at(text, end)
        return name + rate, (after, after), after
    return "", (end, end), end


def _is_name(text: str, match: re.Match[str], number: _Number) -> bool:
    """Whether letters join the digits that are no unit: 5G, 3D."""
    return bool(match["digits"]) and number.after == number.end and text[number.end : number.end + 1].isalpha()


def _is_year(text: str, match: re.Match[str], number: _Number) -> bool:
    """Whether four digits are a year: so they are, unless a bound or a round number of many things says otherwise."""
    if number.unit or number.factor > 1 or not _looks_like_year(match["digits"] or ""):
        return False
    compared = _BEFORE.search(text, max(0, number.start - _LOOK), number.start)
    start = compared.start() if compared else number.start
    if _BEFORE_YEAR.search(text, max(0, start - _LOOK), start):
        return not _ends_range(text, number)
    return not compared and not (number.value % 100 == 0 and _MANY.match(text, number.end))


def _looks_like_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdecimal() and int(digits) in _YEAR


def _ends_range(text: str, number: _Number) -> bool:
    """Whether a number is an end of a range whose other end is no year."""
    begin = max(0, number.start - _LOOK)
    other = _OTHER_END.match(text, number.end) if _LEAD.search(text, begin, number.start) else None
    other = other or _FIRST_END.search(text, begin, number.start)
    return other is not None and not _looks_like_year(other["other"].rstrip(".,"))


def _with_ranges(text: str, numbers: Sequence[_Number]) -> Iterator[_Number]:
    """The numbers, both ends of a range as one."""
    behind = 0
    for number, other in zip_longest(numbers, numbers[1:]):
        if number.start >= behind:
            found = (_range(text, number, other) if other else None) or number
            behind = found.end
            yield found


def _range(text: str, one: _Number, other: _Number) -> _Number | None:
    """One number of two that are the ends of a range, the lower first; None where they are none."""
    gap = _GAP.fullmatch(text, one.after, other.start)
    if not gap or one.tail or one.upper or other.upper:
        return None
    begin = max(0, one.start - _LOOK)
    lead = _LEAD.search(text, begin, one.start)
    said = lead["lead"].lower() if lead else ""
    changes = said == "from" and _CHANGE.search(text, begin, one.start)
    if changes or (gap["word"] == "and" and said != "between") or _SCORE.search(text, begin, one.start):
        return None
    lower = _beside(one, other, joined=bool(gap["dash"]))
    if lower is None or lower >= other.value:
        return None
    return replace(other, start=one.start, value=lower, upper=other.value, unit=other.unit or one.unit, lead=said)


def _beside(one: _Number, other: _Number, joined: bool) -> float | None:
    """What a number is worth in the unit and scale of the next: 20 in "20 to 30 thousand" is 20,000."""
    if one.unit and not other.unit and not (is_money(one.unit) and (joined or other.factor > 1)):
        return None
    if one.unit and other.unit and unit_named(one.unit).dimension != unit_named(other.unit).dimension:
        return None
    shares_scale = one.factor == 1 and one.value < other.value / other.factor
    value = one.value * other.factor if shares_scale else one.value
    return convert(value, one.unit, other.unit) if one.unit and other.unit else value


def _quantity(text: str, number: _Number) -> Quantity:
    before = _BEFORE.search(text, max(0, number.start - _LOOK), number.start)
    counted, end = _counted(text, number)
    behind = _TAIL.match(text, end)
    rate, _ = ("", end) if "/" in number.unit else rate_at(text, end)
    said = [number.lead or (before.group() if before else ""), number.tail or (behind.group() if behind else "")]
    comparator = " ".join(" ".join(said).lower().replace("-odd", "odd").split())
    following = _FOLLOWING.match(text, number.end)
    return Quantity(
        start=number.start,
        end=number.end,
        value=number.value,
        comparator=comparator,
        counted=counted or _subject(text, number),
        percent=number.unit.split("/")[0] in ("%", "pp"),
        money=is_money(number.unit),
        upper=number.upper,
        unit=number.unit + rate,
        bound=number.bound if bound_of(comparator) == "exactly" else bound_of(comparator),
        following=_JOINING.sub("", following[1]) if following else "",
        place=number.place,
    )


# What stands between a number and what it counts.
_Amount = Literal["one", "many", "part"]
_OWNERS = frozenset("the its their his her our my your all".split())
_POINTERS = frozenset("those these this that such each every some any".split()) | _OWNERS
_MORE = frozenset("more other further additional extra strong still".split())
_PLURALS = frozenset("people feet teeth mice geese criteria phenomena".split())
_PLURAL_ENDS = ("men", "women", "children", "people")
_ONE_OR_MANY = frozenset("police staff cattle personnel crew youth clergy sheep militia livestock".split())
_ONE_OR_MANY_ENDS = ("craft", "fish")
_PEOPLE_THAT_ARE = frozenset(
    """
    dead injured wounded missing homeless disabled unemployed displaced elderly sick poor infected hospitalised
    hospitalized vaccinated detained deceased
    """.split()
)
_NO_ADVERBS = frozenset(
    "family assembly supply ally rally reply elderly daily weekly monthly yearly deadly friendly costly early".split()
)
_NO_PARTICIPLES = frozenset(
    "need seed speed feed breed bed red building meeting hearing crossing shooting ring".split()
)
# Words that end a noun phrase, and the verbs most often found where a noun could be.
_STOPS = NUMBER_WORDS | frozenset(
    """
    a an the that this these those some any each every no not and or but nor so yet as if than then when while where
    because since until till unless though although who whom whose which what why how i you he she it we they me him
    us them my your his her its our their myself himself herself itself themselves both either neither am is are was
    were be been being has have had having do does did doing will would shall should can could may might must cannot
    of in on at by to from for with without within into onto upon over under above below between among amid against
    about around across along after before behind beyond near off out up down through throughout during toward
    towards per via despite except inside outside plus versus like including following according due instead there
    here now just also only even still again already always never often ever once twice almost nearly perhaps today
    yesterday tomorrow tonight overnight monday tuesday wednesday thursday friday saturday sunday ago later earlier
    last next past least most much many more less fewer further very well far ahead else overall away apart together
    alone too worldwide nationwide abroad worth higher lower faster better worse die dies died fled left came come
    comes went go goes said say says told tell took take takes made make makes got get rose fell held stood spoke
    sank won lost saw met sought bought brought caught felt heard found kept ran sat began became gave knew grew
    drove flew wrote chose broke hurt killed drowned survived perished want wanted need believe think remain
    remained stayed faced worked voted joined attended crossed entered reached called signed asked demanded received
    reported arrived returned applied backed opposed supported participated travelled traveled visited lived
    suffered moved claimed believed protested marched gathered rallied earned walked turned contracted tested
    succumbed starved resigned feared thought seen shown known given taken includes stands stand speaks speak
    remains means requires seems becomes shows puts
    """.split()
)
_SOMETIMES_VERBS = frozenset(
    "live face work vote back stay hit shot drown survive flee lack suffer prefer plan hope expect agree".split()
)
_RUN = re.compile(r"[\s-]?[^\W\d_][\w’'-]{0,40}(?:\s[^\W\d_][\w’'-]{0,40}){0,7}")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OF = re.compile(r"\sof\s")

_BOUNDED = rf"(?:{COMPARATOR}\s)*\Z"
_COMES_TO = (
    r"(?:(?:has|have|had|now|already|officially|since|also|was|were|is|are|been|\w+ly)\s){0,3}"
    r"(?:r[oi]sen?|rises|climb(?:ed|s)|gr[eo]wn?|increased|jumped|soared|surged|fell|fallen|falls|dropped|declined|stood"
    r"|stands?|remain(?:ed|s)|swelled|put|eclipsed|reach(?:ed|es)|hits?|passed|total(?:l?ed)?|was|were|is|are)\s"
    rf"(?:(?:to|at|past|by|from)\s)?{_BOUNDED}"
)
_SOME_WORDS = r"(?P<counted>(?:[^\W\d_][\w’'-]*\s){0,2}?[^\W\d_][\w’'-]*)"
# "The number of dead rose to 68", "protesters numbered 300", "a population of 9,000", "the toll stood at 68".
_SUBJECTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:number|total|count|tally|share|proportion)\sof\s(?P<counted>[^\W\d_])[^.;:]{{1,110}}?\s{_COMES_TO}",
        rf"(?:\A|[.,;]\s|\b(?:the|its|their|an?)\s){_SOME_WORDS}\snumbered\s{_BOUNDED}",
        rf"\b(?:an?|the|its|their)\s{_SOME_WORDS}\sof\s{_BOUNDED}",
        rf"(?:\A|[.,;:“\"(]\s?|\b(?:that|as|and|but|while|when)\s)(?:(?:the|its|their|an?)\s)?{_SOME_WORDS}"
        rf"(?:\s{_COMES_TO}|:\s\Z)",
    )
)
_NO_SUBJECT = re.compile(r"\b(?:total|maximum|minimum|average|out|group|estimate|range|rate|level)\Z", re.IGNORECASE)


def _counted(text: str, number: _Number) -> tuple[str, int]:
    """What a number counts or measures, in the words behind it, and where they end."""
    begin, end = number.word
    position = number.after if number.tail == "" else max(number.after, number.end + len(number.tail))
    of = _OF.match(text, position)
    if begin == end or not text[begin].isalpha():
        part = number.unit or of or text[position : position + 1] == "-"
        return _phrase(text, position, "part" if part else "one" if number.value == 1 and not number.upper else "many")
    if text[begin - 1] == "-":
        return _phrase(text, begin - 1, "part")
    phrase, phrase_end = _phrase(text, position, "part") if of else ("", position)
    return (text[begin:phrase_end], phrase_end) if phrase else (text[begin:end], position)


def _phrase(text: str, position: int, amount: _Amount) -> tuple[str, int]:
    """The noun phrase at a place of a text, up to four words, and its end; empty where a verb or the like begins.

    Of many things the noun is a plural, so that without one there is no noun; of one it is none. A part may be
    of anything: its phrase goes on to the first plural or to a word that ends it.
    """
    run = _RUN.match(text, position)
    words = list(_WORD.finditer(text, position, run.end())) if run else []
    taken = _nouns(words[_front(words, amount) :], amount)
    return (text[taken[0].start() : taken[-1].end()], taken[-1].end()) if taken else ("", position)


def _front(words: Sequence[re.Match[str]], amount: _Amount) -> int:
    """How many words stand before the noun phrase: "of the", "more", "reportedly"."""
    said = [word.group().lower() for word in words]
    number = int(bool(said) and said[0] == "of")
    owners = _POINTERS if number else _OWNERS if amount == "part" else frozenset[str]()
    while number < len(said) and (said[number] in owners or said[number] in _MORE or _is_adverb(said[number])):
        number += 1
    return number


def _nouns(words: Sequence[re.Match[str]], amount: _Amount) -> Sequence[re.Match[str]]:
    """The words of a noun phrase, of those at whose front it begins."""
    said = [word.group() for word in words[:6]]
    for number, word in enumerate(said[:4]):
        before, behind = said[:number], said[number + 1 :]
        if _ends_phrase(word) or _is_verb(word, before, behind) or (amount == "one" and _is_regular_plural(word)):
            return words[:number] if amount != "many" or _are_names(before) else ()
        if word in _PEOPLE_THAT_ARE and amount != "many" and before:
            return words[:number]
        if _is_head(word, behind, amount):
            return words[: number + 1]
    whole = amount != "many" and not (len(said) == 1 and _is_participle(said[0]))
    return words[:4] if whole or _are_names(said) else ()


def _is_verb(word: str, before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a word that may be a verb is one where it stands: "people displaced by", but "displaced people"."""
    if word in _SOMETIMES_VERBS:
        return _ends_phrase(*behind[:1])
    attribute = before and before[-1].endswith(("’s", "'s"))
    return bool(before) and _is_participle(word) and not attribute and not (behind and _is_plural(behind[0]))


def _is_head(word: str, behind: Sequence[str], amount: _Amount) -> bool:
    """Whether a plural ends its phrase: no other follows, nor what a name in s (Texas troopers) or the dead go with."""
    following = behind[0] if behind else ""
    if word in _PEOPLE_THAT_ARE or (amount != "many" and _is_one_or_many(word)):
        return _ends_phrase(following)
    if not _is_plural(word) or _is_plural(following):
        return False
    return not (word[0].isupper() and not _ends_phrase(following) and any(map(_is_plural, behind[1:2])))


def _ends_phrase(word: str = "") -> bool:
    return not word or (word.lower() in _STOPS and word not in ("US", "IT", "WHO")) or _is_adverb(word)


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word.islower() and word not in _NO_ADVERBS


def _is_participle(word: str) -> bool:
    return word.endswith(("ed", "ing")) and word.islower() and "-" not in word and word not in _NO_PARTICIPLES


def _is_plural(word: str) -> bool:
    low = word.lower()
    if low in _STOPS:
        return False
    return _is_regular_plural(low) or low in _PLURALS or low.endswith(_PLURAL_ENDS) or _is_one_or_many(low)


def _is_regular_plural(word: str) -> bool:
    return word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is", "’s", "'s"))


def _is_one_or_many(word: str) -> bool:
    return word in _ONE_OR_MANY or word.endswith(_ONE_OR_MANY_ENDS)


def _are_names(words: Sequence[str]) -> bool:
    return bool(words) and all(word[0].isupper() and not word.endswith(("ed", "ing")) for word in words)


def _subject(text: str, number: _Number) -> str:
    """What a number counts that says so before it, or an empty string."""
    for pattern in _SUBJECTS:
        found = pattern.search(text, max(0, number.start - 140), number.start)
        if found:
            begin, whole = found.span("counted")
            phrase, end = _phrase(text, begin, "part")
            # But for "the number of", all that was found is the noun, or it is none.
            return phrase if (whole == begin + 1 or whole == end) and not _NO_SUBJECT.search(phrase) else ""
    return ""
