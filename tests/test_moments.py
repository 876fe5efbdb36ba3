"""Moments: the words of a text that name a point of time, and the days they mean."""

import calendar
from datetime import date, timedelta
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.moments import Moment, moment_of, moments_in, moments_of

WRITTEN = date(2022, 8, 18)
"""The day the articles of these tests were written, a Thursday."""

MOMENTS = {
    "It happened on 24 September 2031.": ("24 September 2031",),
    "It happened on September 24, 2031.": ("September 24, 2031",),
    "Between the 3rd of May and June 5": ("3rd of May", "June 5"),
    "From 19–20 Sept. it rained": ("19–20 Sept.",),
    "in 2031 and in the 1990s": ("2031", "1990s"),
    "in March 2031": ("March 2031",),
    "by December, or in early March": ("by December", "early March"),
    "on Tuesday and yesterday": ("Tuesday", "yesterday"),
    "last week, three days ago": ("last week", "three days ago"),
    "by the end of the year": ("by the end of the year",),
    "at 9:30 and at 5 p.m.": ("9:30", "5 p.m."),
    "This may 3 times happen; they march 5 miles.": (),
    "It cost 1,999 crowns and weighs 2031kg": (),
    "Nobody knows when.": (),
}


@pytest.mark.parametrize(("text", "expected"), MOMENTS.items())
def test_moments(text: str, expected: tuple[str, ...]) -> None:
    """Days, months with a day or year, years, weekdays and times of day are found as written, and nothing else."""
    assert moments_in(text) == expected


@given(st.text())
def test_moments_are_words_of_the_text(text: str) -> None:
    """Whatever the text, each moment stands in it."""
    assert all(moment and moment in text for moment in moments_in(text))


def days(text: str, written: date | None = WRITTEN) -> list[str]:
    """Each moment of a text as "words = first..last bound", the last left out if it is the first."""
    return [_told(moment) for moment in moments_of(text, written)]


def _told(moment: Moment) -> str:
    span = f"{moment.first}..{moment.last}" if moment.first != moment.last else f"{moment.first}"
    return f"{moment.text} = {span}" + (f" {moment.bound}" if moment.bound != "on" else "")


ABSOLUTE = {
    "The river burst its banks on 24 September 2021.": ["24 September 2021 = 2021-09-24"],
    "It burst on February 24, and again on 26 Feb.": ["February 24 = 2022-02-24", "26 Feb. = 2022-02-26"],
    "They voted on the 1st of May": ["1st of May = 2022-05-01"],
    "on July 4, 1998, on 2021-09-24": ["July 4, 1998 = 1998-07-04", "2021-09-24 = 2021-09-24"],
    "24/09/2021 or 03/04/2021": ["24/09/2021 = 2021-09-24", "03/04/2021 = 2021-04-03"],
    "on 9/24/2021, not 31/31/2021": ["9/24/2021 = 2021-09-24"],
    "In September 2021 the mine was shut.": ["September 2021 = 2021-09-01..2021-09-30"],
    "closed in 2020, open in the 1990s": ["2020 = 2020-01-01..2020-12-31", "1990s = 1990-01-01..1999-12-31"],
    "a school of the 19th century": ["19th century = 1801-01-01..1900-12-31"],
    "early 2021": ["early 2021 = 2021-01-01..2021-04-30"],
    "in late March": ["late March = 2022-03-21..2022-03-31"],
    "mid-May": ["mid-May = 2022-05-11..2022-05-20"],
    "the late 1990s": ["late 1990s = 1996-09-01..1999-12-31"],
    "in spring 2021": ["spring 2021 = 2021-03-01..2021-05-31"],
    "in the winter of 2019": ["winter of 2019 = 2018-12-01..2020-02-29"],
    "the winter of 2019-20": ["winter of 2019-20 = 2019-12-01..2020-02-29"],
    "on 19-20 September 2021": ["19-20 September 2021 = 2021-09-19..2021-09-20"],
    "between 19 and 21 July": ["19 and 21 July = 2022-07-19..2022-07-21"],
    "from 3 to 5 May": ["3 to 5 May = 2022-05-03..2022-05-05"],
    "July 12-14, 2021": ["July 12-14, 2021 = 2021-07-12..2021-07-14"],
    "from 28 December to 3 January 2019": ["28 December to 3 January 2019 = 2018-12-28..2019-01-03"],
    "from January to March 2020": ["January to March 2020 = 2020-01-01..2020-03-31"],
    "between 2015 and 2019, or 2019-21": [
        "2015 and 2019 = 2015-01-01..2019-12-31",
        "2019-21 = 2019-01-01..2021-12-31",
    ],
    "in Q3 2021": ["Q3 2021 = 2021-07-01..2021-09-30"],
    "the first half of 2020": ["first half of 2020 = 2020-01-01..2020-06-30"],
    "the second quarter of 2021": ["second quarter of 2021 = 2021-04-01..2021-06-30"],
    "the first three months of 2020": ["first three months of 2020 = 2020-01-01..2020-03-31"],
    "in the last week of February": ["last week of February = 2022-02-22..2022-02-28"],
    "on 31 June 2020": ["31 June 2020 = None"],
    "over Christmas and on New Year’s Eve": ["Christmas = 2021-12-25", "New Year’s Eve = 2021-12-31"],
    "on Christmas Eve 2019": ["Christmas Eve 2019 = 2019-12-24"],
    "Japan’s 2011 earthquake, the 1918 flu": ["2011 = 2011-01-01..2011-12-31", "1918 = 1918-01-01..1918-12-31"],
}
NEAREST = {
    "on 10 October": ["10 October = 2022-10-10"],
    "on 20 October": ["20 October = 2021-10-20"],
    "The vote is due on 20 October.": ["20 October = 2022-10-20"],
    "on 29 February": ["29 February = 2020-02-29"],
    "in November": ["November = 2021-11-01..2021-11-30"],
    "on 24 September last year, in October this year": [
        "24 September last year = 2021-09-24",
        "October this year = 2022-10-01..2022-10-31",
    ],
}
RELATIVE = {
    "The council voted on Monday.": ["Monday = 2022-08-15"],
    "The council voted on Thursday.": ["Thursday = 2022-08-18"],
    "The council will vote on Monday.": ["Monday = 2022-08-22"],
    "On Monday, the council will vote.": ["Monday = 2022-08-22"],
    "The mayor said on Monday that the road will open on Friday.": ["Monday = 2022-08-15", "Friday = 2022-08-19"],
    "The law will change, and thousands protested on Sunday.": ["Sunday = 2022-08-14"],
    "It opens on the first of September.": ["first of September = 2022-09-01"],
    "By the twenty-first of May 2023 it will be done.": ["twenty-first of May 2023 = 2023-05-21 until"],
    "next Monday, last Thursday, this coming Friday": [
        "next Monday = 2022-08-22",
        "last Thursday = 2022-08-11",
        "this coming Friday = 2022-08-19",
    ],
    "Monday’s vote": ["Monday = 2022-08-15"],
    "on Wednesday night of last week": ["Wednesday night of last week = 2022-08-10"],
    "yesterday, today, tonight, tomorrow": [
        "yesterday = 2022-08-17",
        "today = 2022-08-18",
        "tonight = 2022-08-18",
        "tomorrow = 2022-08-19",
    ],
    "last week and this week": ["last week = 2022-08-08..2022-08-14", "this week = 2022-08-15..2022-08-21"],
    "next month, last year": ["next month = 2022-09-01..2022-09-30", "last year = 2021-01-01..2021-12-31"],
    "last summer, this autumn": [
        "last summer = 2021-06-01..2021-08-31",
        "this autumn = 2022-09-01..2022-11-30",
    ],
    "three days ago": ["three days ago = 2022-08-15"],
    "a week ago": ["a week ago = 2022-08-11"],
    "two weeks ago": ["two weeks ago = 2022-08-01..2022-08-07"],
    "two months ago": ["two months ago = 2022-06-01..2022-06-30"],
    "a few days ago": ["a few days ago = 2022-08-12..2022-08-16"],
    "24 hours ago": ["24 hours ago = 2022-08-17"],
    "5,000 years ago": ["5,000 years ago = None"],
    "more than ten years ago": ["ten years ago = 2012-01-01..2012-12-31 before"],
    "last night; it rained overnight": ["last night = 2022-08-17", "overnight = 2022-08-17..2022-08-18"],
    "over the weekend, this weekend": [
        "the weekend = 2022-08-13..2022-08-14",
        "this weekend = 2022-08-20..2022-08-21",
    ],
    "in the past three days": ["past three days = 2022-08-15..2022-08-18"],
    "over the last week": ["last week = 2022-08-11..2022-08-18"],
    "in the coming week": ["coming week = 2022-08-18..2022-08-25"],
    "earlier this month": ["earlier this month = 2022-08-01..2022-08-18"],
    "late last year": ["late last year = 2021-09-01..2021-12-31"],
    "late in the year": ["late in the year = 2022-09-01..2022-12-31"],
    "from Monday to Wednesday": ["Monday to Wednesday = 2022-08-15..2022-08-17"],
    "on Monday and Wednesday": ["Monday = 2022-08-15", "Wednesday = 2022-08-17"],
    "moved from Monday to Friday": ["Monday = 2022-08-15", "Friday = 2022-08-12"],
    "a week earlier, the following day, on the previous Sunday": [
        "a week earlier = None",
        "following day = None",
        "previous Sunday = None",
    ],
}
BOUNDS = {
    "300 nurses had joined by Friday": ["Friday = 2022-08-12 until"],
    "Schools stay closed until Monday.": ["Monday = 2022-08-22 until"],
    "It has rained since Sunday afternoon.": ["Sunday afternoon = 2022-08-14..2022-08-18 since"],
    "since the beginning of July": ["beginning of July = 2022-07-01..2022-08-18 since"],
    "before 2019, after the 3rd of May": ["2019 = 2019-01-01..2019-12-31 before", "3rd of May = 2022-05-03 after"],
    "by the year's end": ["year's end = 2022-12-31 until"],
    "by the end of the year": ["end of the year = 2022-12-31 until"],
    "by year-end": ["year-end = 2022-12-31 until"],
    "by the end of the month": ["end of the month = 2022-08-31 until"],
    "at the end of July": ["end of July = 2022-07-21..2022-07-31"],
    "From Monday, masks will be worn.": ["Monday = 2022-08-22 since"],
    "a photograph from 2015": ["2015 = 2015-01-01..2015-12-31"],
    "condemned by Monday’s marchers": ["Monday = 2022-08-15"],
}
ONE_DAY = {
    "on Monday, 15 August": ["Monday, 15 August = 2022-08-15"],
    "on Monday (August 15) it rained": ["Monday (August 15) = 2022-08-15"],
    "on August 15 (Monday)": ["August 15 (Monday) = 2022-08-15"],
    "yesterday (Wednesday)": ["yesterday (Wednesday) = 2022-08-17"],
    "today, Thursday 18 August": ["today, Thursday 18 August = 2022-08-18"],
}


@pytest.mark.parametrize(
    ("text", "expected"), [*ABSOLUTE.items(), *NEAREST.items(), *RELATIVE.items(), *BOUNDS.items(), *ONE_DAY.items()]
)
def test_days(text: str, expected: list[str]) -> None:
    """Every moment is found with its words, the days it may mean and what it bounds, and nothing else is."""
    assert days(text) == expected


NO_MOMENT = """
You may 3 times march 24 miles.|Theresa May spoke to April Ryan, 42.|March to the square!|May I?|She is 43, he 17.
In all 2000 people came.|at least 1999 homes|Flight 1999, Room 2010, Resolution 1701|from 1800 hours|it weighs 2031kg
every Monday|on Mondays|Black Friday|the Sunday Times|recently|days ago|hundreds of years ago|half a century ago
in recent weeks|for two days before it sank|an overnight train|the fall of the government|Winter Olympics|May 5 million
the last day|Copenhagen 2009|a Christmas market|between 12 and 14 boats|5-4, 3/4|at 9:30 and at 5 p.m.|Nobody knows.
"""


@pytest.mark.parametrize("text", NO_MOMENT.strip().replace("\n", "|").split("|"))
def test_no_moment(text: str) -> None:
    """Numbers, names, verbs, ages, habits and vague words are no moments."""
    assert days(text) == []


@pytest.mark.parametrize(
    "text", ["on Monday", "yesterday", "last week", "3 May", "in June", "three days ago", "by year-end"]
)
def test_unknown_without_a_date(text: str) -> None:
    """Where the article has no date, what hangs on it is a moment of unknown days."""
    (moment,) = moments_of(text, None)
    assert (moment.first, moment.last) == (None, None)


def test_what_is_known_without_a_date() -> None:
    """A year makes a date known; since then lasts to nobody knows when."""
    assert days("on 3 May 2021 and in the 1990s", None) == ["3 May 2021 = 2021-05-03", "1990s = 1990-01-01..1999-12-31"]
    assert days("from 28 August to 3 September 2019", None) == [
        "28 August to 3 September 2019 = 2019-08-28..2019-09-03"
    ]
    assert days("since 2019", None) == ["2019 = 2019-01-01..None since"]


CHOSEN = {
    "The death toll rose to 40 on Tuesday, after a dam burst on Sunday.": "Tuesday",
    "After the dam burst on Sunday, 40 people were found dead on Tuesday.": "Tuesday",
    "By Friday, 300 nurses had joined the strike that began in July.": "Friday",
    "The minister said on Tuesday that 40 people were killed on Sunday.": "Sunday",
    "On Tuesday, the health ministry said that 40 people had died on Sunday.": "Sunday",
    "Officials on Tuesday said that 12 cases were found on Monday.": "Monday",
    "Forty people were killed on 5 May, the minister said on Tuesday.": "5 May",
    "Cases rose from 12 in 2019 to 40 in 2021.": "2021",
    "Turnout was 62 per cent on Sunday, compared with 58 per cent in 2017.": "Sunday",
    "It was the worst flood since 1966, killing 30 on Monday.": "Monday",
    "Smith, who was born in 1950 and elected in 2015, resigned on Monday.": "Monday",
    "Smith (1950-2020) led the union in March 2019.": "March 2019",
    "The 2015 agreement collapsed in May.": "May",
    "As of Monday, 1,200 homes had no power, the grid operator said on Wednesday.": "Monday",
    "More than 300,000 people have fled since Sunday, the agency said on Wednesday.": "Sunday",
    "In 2021 the vaccine was tested, and on 4 May 2022 it was allowed.": "4 May 2022",
    "The company told investors on Monday that sales fell 4% in the second quarter of 2022.": "second quarter of 2022",
    "Talks collapsed late on Saturday; they had begun a week earlier.": "Saturday",
}


@pytest.mark.parametrize("written", [WRITTEN, None])
@pytest.mark.parametrize(("text", "expected"), CHOSEN.items())
def test_the_moment_of_a_statement(text: str, expected: str, written: date | None) -> None:
    """Of several moments that one is chosen that goes with the figures or the main verb, known or not."""
    moment = moment_of(text, written)
    assert moment and moment.text == expected


def test_a_statement_of_no_moment() -> None:
    """A statement that speaks of no time has no moment."""
    assert moment_of("The bridge is closed.", WRITTEN) is None


WORDS = (
    "on by since from to between and the of in 3 24 31 2021 2019-21 1990s 12/05/2021 May March Sept. Monday Sunday,"
    " (Friday) yesterday last next week month year's end three days ago a few earlier early mid- winter Q3 9999999 ,"
)
DAYS = st.dates(date(1500, 1, 1), date(2099, 12, 31))


@given(
    st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS.split(" "))).map(" ".join)),
    st.none() | st.dates(),
)
def test_moments_lie_in_the_text(text: str, written: date | None) -> None:
    """In any text each moment lies after the one before, holds its own words, and does not end before it begins."""
    moments, last = moments_of(text, written), 0
    for moment in moments:
        assert last <= moment.start < moment.end <= len(text)
        assert text[moment.start : moment.end] == moment.text == moment.text.strip()
        assert not (moment.first and moment.last) or moment.first <= moment.last
        last = moment.end
    assert moment_of(text, written) in (moments or (None,))


@given(DAYS, st.none() | DAYS, st.sampled_from(["{0.day} {1} {0.year}", "{1} {0.day}, {0.year}", "{0:%Y-%m-%d}"]))
def test_written_days_are_read_back(day: date, written: date | None, form: str) -> None:
    """A day with its year is read as that day, whenever the article was written."""
    (moment,) = moments_of(f"It happened on {form.format(day, calendar.month_name[day.month])}.", written)
    assert (moment.first, moment.last, moment.bound) == (day, day, "on")


@given(DAYS, st.integers(0, 400_000))
def test_days_ago(written: date, number: int) -> None:
    """N days ago is N days before the article, and unknown before the year 1."""
    (moment,) = moments_of(f"They met {number} days ago.", written)
    ago = written - timedelta(number) if number < written.toordinal() else None
    assert (moment.first, moment.last) == (ago, ago)


@given(DAYS, st.sampled_from(list(calendar.day_name)))
def test_weekdays(written: date, name: str) -> None:
    """A weekday is the last such day up to the article's own."""
    (moment,) = moments_of(f"They met on {name}.", written)
    assert moment.first and calendar.day_name[moment.first.weekday()] == name
    assert timedelta(0) <= written - moment.first < timedelta(7)


@given(DAYS, DAYS)
def test_days_without_a_year(day: date, written: date) -> None:
    """A day without a year is less than a year before the article, or at most sixty days after; 29 February aside."""
    (moment,) = moments_of(f"They met on {day.day} {calendar.month_name[day.month]}.", written)
    assert moment.first and (moment.first.day, moment.first.month) == (day.day, day.month)
    assert moment.first <= written + timedelta(60)
    assert (day.day, day.month) == (29, 2) or moment.first > written + timedelta(60 - 366)


def test_moments_are_read_quickly() -> None:
    """A thousand sentences take a fraction of a second, so no pattern runs away."""
    sentence = (
        "By Friday 300 of the 2000 nurses had joined a strike that, as the minister said on Monday, began in late July"
    )
    begin = process_time()
    for _ in range(1000):
        moments_of(sentence, WRITTEN)
    assert process_time() - begin < 1
