"""Quantities: which numbers a text gives, what they are worth, what bounds them, and what they count."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.quantities import quantities_of

NUMBERS = {
    "Eleven people were hurt": ("Eleven", 11),
    "210 passengers": ("210", 210),
    "twenty-three ships": ("twenty-three", 23),
    "two hundred and fifty people": ("two hundred and fifty", 250),
    "two hundred thousand people": ("two hundred thousand", 200_000),
    "a few hundred soldiers": ("a few hundred", 300),
    "a couple of hundred soldiers": ("a couple of hundred", 200),
    "a couple of boats": ("a couple", 2),
    "two dozen boats": ("two dozen", 24),
    "a dozen boats": ("a dozen", 12),
    "hundreds of thousands of people": ("hundreds of thousands", 200_000),
    "900,000 passengers": ("900,000", 900_000),
    "100 400 people": ("100 400", 100_400),
    "100\u00a0400 people": ("100\u00a0400", 100_400),
    "1.000.000 people": ("1.000.000", 1_000_000),
    "1,5 metres": ("1,5", 1.5),
    "1.5 million refugees": ("1.5 million", 1_500_000),
    "4.35 million voters": ("4.35 million", 4_350_000),
    "two and a half million voters": ("two and a half million", 2_500_000),
    "a two-and-a-half-acre orchard": ("two-and-a-half", 2.5),
    "a crowd of 50k": ("50k", 50_000),
    "5m people": ("5m", 5_000_000),
    "£3bn of aid": ("£3bn", 3e9),
    "USD 40 million": ("USD 40 million", 4e7),
    "waves 5m high": ("5", 5),
    "half of them": ("half", 50),
    "half a million": ("half a million", 500_000),
    "a quarter of a million": ("a quarter of a million", 250_000),
    "three-quarters of them": ("three-quarters", 75),
    "two thirds of the seats": ("two thirds", 200 / 3),
    "one third of the seats": ("one third", 100 / 3),
    "a third above the norm": ("a third", 100 / 3),
    "one in five children": ("one in five", 20),
    "nine out of 10 doctors": ("nine out of 10", 90),
    "half an hour": ("half", 0.5),
    "a quarter of a mile": ("a quarter", 0.25),
    "minus 12 degrees": ("minus 12", -12),
    "a low of -12 °C": ("-12", -12),
    "2000 people came": ("2000", 2000),
    "2000 km of road": ("2000", 2000),
    "2,023 people came": ("2,023", 2023),
    "12 may have drowned": ("12", 12),
    "in 1995 300 people came": ("300", 300),
    "in May 12,000 people came": ("12,000", 12_000),
    "at least one of the ferries": ("one", 1),
}


@pytest.mark.parametrize(("text", "expected"), NUMBERS.items())
def test_numbers(text: str, expected: tuple[str, float]) -> None:
    """A number is found where it stands, whole, with its worth."""
    (found,) = quantities_of(text)
    assert (text[found.start : found.end], pytest.approx(found.value)) == expected


BOUNDS = {
    "at least": "at least",
    "no fewer than": "at least",
    "a minimum of": "at least",
    "up to": "at most",
    "as many as": "at most",
    "at most": "at most",
    "no more than": "at most",
    "a maximum of": "at most",
    "more than": "more than",
    "well over": "more than",
    "in excess of": "more than",
    "upwards of": "more than",
    "exceeding": "more than",
    "fewer than": "less than",
    "under": "less than",
    "just under": "less than",
    "nearly": "about",
    "almost": "about",
    "close to": "about",
    "about": "about",
    "roughly": "about",
    "an estimated": "about",
    "some": "about",
    "at least some": "at least",
    "exactly": "exactly",
    "only": "exactly",
}


@pytest.mark.parametrize(("comparator", "bound"), BOUNDS.items())
@pytest.mark.parametrize("number", ["40", "forty"])
def test_comparators(comparator: str, bound: str, number: str) -> None:
    """The words that bound a number are told beside it, as written and by what they say, not as part of its place."""
    text = f"{comparator.capitalize()} {number} people were hurt."
    (found,) = quantities_of(text)
    assert (found.comparator, found.bound, found.value, found.counted) == (comparator, bound, 40, "people")
    assert text[found.start : found.end] == number


@pytest.mark.parametrize(
    ("text", "comparator", "bound", "counted"),
    [
        ("200 or more homes burned", "or more", "at least", "homes"),
        ("300-odd sheep drowned", "odd", "about", "sheep"),
        ("60 or so shops closed", "or so", "about", "shops"),
        ("60 shops or so closed", "or so", "about", "shops"),
        ("70 dead and counting", "and counting", "at least", "dead"),
        ("500+ nurses", "+", "at least", "nurses"),
        ("40 shops at most, he said", "at most", "at most", "shops"),
        ("more than half the ward", "more than", "more than", "ward"),
        ("at least a third of the crop", "at least", "at least", "crop"),
        ("dozens of boats", "", "at least", "boats"),
        ("over 12% of voters", "over", "more than", "voters"),
        ("nearly $40 million", "nearly", "about", ""),
    ],
)
def test_bounds_elsewhere(text: str, comparator: str, bound: str, counted: str) -> None:
    """A bound may follow its number or what it counts, and holds for parts, percentages and sums of money."""
    (found,) = quantities_of(text)
    assert (found.comparator, found.bound, found.counted) == (comparator, bound, counted)


RANGES = {
    "between 3,000 and 5,000 boats": ("3,000 and 5,000", 3000, 5000, "between", ""),
    "3,000 to 5,000 boats": ("3,000 to 5,000", 3000, 5000, "", ""),
    "3,000-5,000 boats": ("3,000-5,000", 3000, 5000, "", ""),
    "30–40 boats": ("30–40", 30, 40, "", ""),
    "five to ten ships": ("five to ten", 5, 10, "", ""),
    "two or three dozen ships": ("two or three dozen", 24, 36, "", ""),
    "20-30 thousand fans": ("20-30 thousand", 20_000, 30_000, "", ""),
    "500,000 to 1 million fans": ("500,000 to 1 million", 500_000, 1_000_000, "", ""),
    "from 10 to 12 people": ("10 to 12", 10, 12, "from", ""),
    "about 10 to 12 people": ("10 to 12", 10, 12, "about", ""),
    "between 2000 and 2500 people": ("2000 and 2500", 2000, 2500, "between", ""),
    "£3-5bn": ("£3-5bn", 3e9, 5e9, "", "GBP"),
    "$20 to $30": ("$20 to $30", 20, 30, "", "USD"),
    "3 to 5 per cent": ("3 to 5 per cent", 3, 5, "", "%"),
    "between a quarter and a third of them": ("a quarter and a third", 25, 100 / 3, "between", "%"),
    "a quarter to one third of the land": ("a quarter to one third", 25, 100 / 3, "", "%"),
    "500 m to 2 km": ("500 m to 2", 0.5, 2, "", "km"),
    "rose to between 3 and 5 tonnes": ("3 and 5", 3, 5, "between", "t"),
    "a few hundred villages": ("a few hundred", 300, 900, "", ""),
    "once or twice": ("once or twice", 1, 2, "", "times"),
}


@pytest.mark.parametrize(("text", "expected"), RANGES.items())
def test_ranges(text: str, expected: tuple[str, float, float, str, str]) -> None:
    """Both ends of a range are one quantity, in one unit and scale."""
    (found,) = quantities_of(text)
    written, lower, upper, comparator, unit = expected
    assert (text[found.start : found.end], found.comparator, found.unit) == (written, comparator, unit)
    assert (found.value, found.upper) == (pytest.approx(lower), pytest.approx(upper))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Prices rose from 10 to 12 euros", [10, 12]),
        ("a vote of 52 to 48", [52, 48]),
        ("the motion was voted down 48 to 52", [48, 52]),
        ("He gave 5 euros to 10 people", [5, 10]),
        ("3 ships and 5 boats", [3, 5]),
        ("in 2023 to 4,000 homes", [4000]),
    ],
)
def test_no_ranges(text: str, values: list[float]) -> None:
    """What was and what is, votes, and numbers of different things are apart."""
    assert [found.value for found in quantities_of(text)] == values
    assert all(found.upper is None for found in quantities_of(text))


UNITS = {
    "The slick is 40 km long": ("km", "km"),
    "64 tons of heavy fuel oil spilled": ("t", "tons of heavy fuel oil"),
    "a 10-day strike by nurses": ("day", "day strike"),
    "a 71-year-old man": ("year", "year-old man"),
    "oil at $80 a barrel": ("USD/bbl", ""),
    "winds of 90 mph": ("mi/h", "mph"),
    "eight micrograms of lead a litre": ("µg/l", "micrograms of lead"),
    "200 calls a day": ("/day", "calls"),
    "a budget of €5 million": ("EUR", "budget"),
    "40 euros are left": ("EUR", "euros"),
    "12% of the budget": ("%", "budget"),
    "2 percentage points": ("pp", ""),
    "It was 40C": ("°C", "C"),
    "eleven times the limit": ("times", "times"),
    "The baker called twice": ("times", ""),
    "a singer thrice married": ("times", ""),
    "twice the price of bread": ("times", "price"),
    "She rings twice a day": ("times/day", ""),
    "The bakers rang three times": ("times", "times"),
}


@pytest.mark.parametrize(("text", "expected"), UNITS.items())
def test_units(text: str, expected: tuple[str, str]) -> None:
    """A measure has the short name of its unit, and the words of it among what is counted."""
    (found,) = quantities_of(text)
    assert (found.unit, found.counted) == expected


COUNTED = {
    "some 120,000 striking rail workers walked out": "striking rail workers",
    "200 of the injured were flown out": "injured",
    "42,500 have crossed": "",
    "42 reportedly died": "",
    "12 drowned when the ferry sank": "",
    "three died on Friday": "",
    "12 more people are missing": "people",
    "12 heavily armed men": "armed men",
    "300 displaced families": "displaced families",
    "300 displaced by the flood": "displaced",
    "houses: 40 damaged": "houses",
    "200 police officers": "police officers",
    "68 dead bodies": "dead bodies",
    "12 Texas state troopers": "Texas state troopers",
    "4 US soldiers": "US soldiers",
    "300 French and 12 Dutch": "French",
    "16 Greeks describe it": "Greeks",
    "two others": "others",
    "12 of them": "",
    "a third of the village fled": "village",
    "half the population": "population",
    "54 percent said yes": "",
    "a 9 percent stake": "stake",
    "one aircraft carrier": "aircraft carrier",
    "some 4,000 salmon escaped": "salmon",
    "300 deer died": "deer",
    "12 moose crossed": "moose",
    "eight salmon farms": "salmon farms",
    "one gauge stands there": "gauge",
    "one person died": "person",
    "two live drama theatres": "live drama theatres",
    "the number of dead rose to 68": "dead",
    "The number of people killed in the storm has climbed to at least 68": "people",
    "The death toll has risen to 68": "death toll",
    "The strikers numbered 300": "strikers",
    "a population of 120,000": "population",
    "a total of 40": "",
    "The banks raised the number of branches to be shut to 64": "branches",
    "The number of girls in the clubs has fallen slightly, to 7,600": "girls",
    "The report gives the number of persons affected as 5.9 million": "persons",
    "The number of ships that called comes to 212": "ships",
    "The number of growers on the island has gone down from 7,000": "growers",
    "The number of tourists fell sharply, while prices went up to 90": "",
    "The number of seats was debated as 40 protested outside": "",
    "The number of pupils aged from 5 to 11 has grown": "",
    "On the second count of fraud the judge sentenced him to 12": "",
    "They put the number of stolen books at 900": "stolen books",
    "Officials estimated the number of people who fled at about 3,000": "people",
    "Turnout was 52.3%": "Turnout",
    "She said 40": "",
    "He is 48": "",
}


@pytest.mark.parametrize(("text", "counted"), COUNTED.items())
def test_what_is_counted(text: str, counted: str) -> None:
    """The noun phrase that is counted is told, from before the number where none follows; no verb is ever one."""
    assert quantities_of(text)[0].counted == counted


def test_what_follows_is_told_too() -> None:
    """Four words as they follow are there for those who need the verb."""
    (found,) = quantities_of("Eleven people were hurt badly on Friday")
    assert found.following == "people were hurt badly"


def test_percent_and_money() -> None:
    """Shares and sums of money are told from counts, their sign belongs to their place."""
    text = "It costs $2.5 million, or 12% of the budget; 3 per cent is spent; 40 euros are left."
    sum_of_money, share, spent, left = quantities_of(text)
    assert text[sum_of_money.start : sum_of_money.end] == "$2.5 million"
    assert (sum_of_money.money, sum_of_money.value, sum_of_money.unit) == (True, 2_500_000, "USD")
    assert (share.percent, text[share.start : share.end]) == (True, "12%")
    assert (spent.percent, text[spent.start : spent.end]) == (True, "3 per cent")
    assert (left.money, left.counted) == (True, "euros")


def test_several_in_one_sentence() -> None:
    """A number spelled out after another's noun is not lost."""
    both = quantities_of("Eleven people and two dogs were hurt")
    assert [(found.value, found.counted) for found in both] == [(11, "people"), (2, "dogs")]


def test_what_a_count_became_has_the_noun_of_what_it_was() -> None:
    """From so many things to so many: the same are counted; elsewhere a number without a noun is none's."""
    changed = quantities_of("The museum cut its estimate from 9,000 pieces to roughly 6,400")
    assert [(found.value, found.counted) for found in changed] == [(9000, "pieces"), (6400, "pieces")]
    others = quantities_of("Of 9,000 pieces in the hall, it gave 40 to the town")
    assert [found.counted for found in others] == ["pieces", ""]


NONE = """
on 24 September|September 24, 2031|19 and 20 September|19–20 September|1st of May|in 2031|May 2031|in the 1990s
2031-03-05|05/03/2031|at 9:00|10:30 a.m.|5 p.m.|the 24th|COVID-19|F-16 jets|G20 leaders|No. 10|Resolution 1701
in 2000 people voted|in about 2020|from 2019 to 2023|2019–23|no one came|each one|one another|a third man|someone
between 2019 and 2023|Article 5|a Boeing 737|Boeing 737-800|S-300 missiles|5G masts|World War Two|type 2 diabetes
Category 4|a new one|one of the ministers|one must go|the twenty-first day|at 4.31.|At 4.20 on Monday|half past three
as shown [12]|at #8|the other half-brother|the first half of the year|a one-off|50-50|a year and a half
several goats|a few goats|only a few|think twice|a twice-weekly market
"""


@pytest.mark.parametrize("text", NONE.strip().replace("\n", "|").split("|"))
def test_dates_and_names_are_none(text: str) -> None:
    """Days, years, times, ordinals, pronouns and numbers in names count nothing."""
    assert quantities_of(text) == ()


WORDS = (
    "at least about nearly 7 40 1,000 100 400 2.5 million hundred dozens half % $ per cent people and of , . - May 3"
    " between from to or a third one in five £3bn km miles °C minus -5 tonnes a day ſix mİllion thİrd or more +"
    " twice one says , its 41 . of which not five at six on Sunday in every several"
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS.split(" "))).map(" ".join))


@given(TEXTS)
def test_spans_hold_their_numbers(text: str) -> None:
    """In any text each place lies inside it, after the one before, and holds a number without space around it."""
    last = 0
    for found in quantities_of(text):
        words = text[found.start : found.end]
        assert last <= found.start < found.end <= len(text)
        assert words == words.strip()
        assert re.search(r"\d|[a-z]", words, re.IGNORECASE)
        assert found.value >= 0 or found.unit.startswith("°")
        assert found.upper is None or found.value < found.upper
        assert found.counted in text
        last = found.end


@given(st.integers(2101, 10**9), st.sampled_from(["{}", "{:,}"]))
def test_written_numbers_are_read_back(number: int, form: str) -> None:
    """A number written plainly or with commas is read as what it was."""
    (found,) = quantities_of(f"They counted {form.format(number)} boats.")
    assert (found.value, found.counted) == (number, "boats")


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_written_ranges_are_read_back(one: int, more: int) -> None:
    """Two numbers with commas, the lower first, are read as a range."""
    (found,) = quantities_of(f"They counted between {one:,} and {one + more:,} boats.")
    assert (found.value, found.upper, found.counted) == (one, one + more, "boats")
