"""Dates: read when a line says them, never guessed."""

from datetime import date, datetime

import pytest

from corpus.dates import date_of_line, date_of_lines, date_of_value


@pytest.mark.parametrize(
    "line",
    [
        "27 September 2023",
        "Wednesday, 27 September, 2023",
        "Published: 27 Sep 2023 10:15 GMT",
        "Published on September 27, 2023 at 9:05 a.m. | 5 min read",
        "Sept. 27th, 2023",
        "2023-09-27T08:00:00+02:00",
        "Last updated 27.09.2023",
        "09/27/2023",
        "Geneva, 27 September 2023",
        "27 septembre 2023",
        "27. September 2023",
        "27 сентября 2023 г.",
    ],
)
def test_a_line_that_is_a_date_is_read(line: str) -> None:
    """Weekday, time, place and "Published" are set aside; other languages are understood."""
    assert date_of_line(line) == date(2023, 9, 27)


@pytest.mark.parametrize(
    "line",
    [
        "27 September",
        "03/04/2023",
        "Monday",
        "3 days ago",
        "31 February 2023",
        "They left on 27 September 2023.",
        "2023",
        "",
        "1 2 3",
    ],
)
def test_what_is_no_whole_date_stays_unknown(line: str) -> None:
    """No year, two readings, or a sentence with a date in it: no date."""
    assert date_of_line(line) is None


def test_the_date_near_the_top_counts() -> None:
    """The first date line is taken, or the dateline of a paragraph; one far down is not."""
    assert date_of_lines(["A title", "1 May 2020", "2 May 2020"]) == date(2020, 5, 1)
    assert date_of_lines(["GENEVA, May 1, 2020 (Wire) - They left."]) == date(2020, 5, 1)
    assert date_of_lines(["GENEVA, May 1 (Wire) - They left."]) is None
    assert date_of_lines(["x"] * 20 + ["1 May 2020"]) is None


def test_values_of_metadata_are_dates() -> None:
    """TOML and YAML give dates, times and strings."""
    assert date_of_value(datetime(2020, 5, 1, 9)) == date_of_value("1 May 2020") == date(2020, 5, 1)
    assert date_of_value(date(2020, 5, 1)) == date(2020, 5, 1)
    assert date_of_value(2020) is None
