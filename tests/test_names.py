"""Names of persons and bodies, told from all else that begins with capitals."""

import pytest

from corpus.bodies import is_body_name, is_kicker
from corpus.names import in_title_case, person_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Reed", "Ann Reed"),
        ("ANN REED", "Ann Reed"),
        ("Ann REED", "Ann Reed"),
        ("ANNA VAN DER BERG", "Anna van der Berg"),
        ("Conan O’BRIEN", "Conan O’Brien"),
        ("JEAN-PAUL NG", "Jean-Paul Ng"),
        ("J. R. Reed", "J. R. Reed"),
        ("JR Reed", "JR Reed"),
        ("Ann Reed Jr.", "Ann Reed Jr."),
        ("Dr. Ann Reed", "Dr. Ann Reed"),
        ("Salim al-Rashid", "Salim al-Rashid"),
        ("Élodie Ångström", "Élodie Ångström"),
        ("Анна Ридова", "Анна Ридова"),
    ],
)
def test_a_person_is_named_as_people_write_it(text: str, name: str) -> None:
    """Capitals become title case, particles stay small, initials stay as they are."""
    assert person_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        *("Ann", "ann reed", "Ann Reed said", "Valley News Agency", "Ministry of Health", "The Valley", "Staff Writer"),
        *("Editorial Board", "New Bridge", "J. R.", "ann@reed.example", "Agence Vallée-Presse", "Executive Summary"),
        *(
            "Reed’s",
            "Bridge 2 Closed",
            "Valley Mining Corporate Affairs",
            "Friday Evening",
            "",
            "and",
            "Ann Reed / Wire",
        ),
    ],
)
def test_a_body_a_role_a_place_and_a_phrase_are_no_person(text: str) -> None:
    """Only persons count."""
    assert person_name(text) is None


@pytest.mark.parametrize(
    ("text", "cased"),
    [
        ("MINISTRY OF THE BRIDGES AND FORDS", "Ministry of the Bridges and Fords"),
        ("THE VALLEY COURIER", "The Valley Courier"),
        ("BBQ NEWS", "BBQ News"),
        ("UVA NEWS AGENCY", "UVA News Agency"),
        ("PEOPLE’S DAILY", "People’s Daily"),
        ("River Watch", "River Watch"),
    ],
)
def test_a_body_in_capitals_is_given_in_title_case(text: str, cased: str) -> None:
    """Small words are small; abbreviations stay in capitals."""
    assert in_title_case(text, {"UVA", "valley"}) == cased


@pytest.mark.parametrize(
    "line",
    [
        *("MINISTRY OF THE BRIDGES AND FORDS", "REPUBLIC OF LOWLAND", "LOWTOWN CITY COUNCIL", "Ministry of Health"),
        *("THE VALLEY GAZETTE", "The Morning Ledger", "DEPARTMENT OF VETERANS AFFAIRS", "ENVIRONMENT AGENCY"),
        *("Federal Office for Roads, Bridges and Fords", "LOWLAND NEWS AGENCY"),
    ],
)
def test_a_line_is_the_name_of_a_body(line: str) -> None:
    """A body's name begins with its kind and "of", or ends in its kind."""
    assert is_body_name(line, {"environment", "morning", "bridges", "council"})


@pytest.mark.parametrize(
    "line",
    [
        *(
            "MINISTRY OF HEALTH DENIES ROLE",
            "COUNCIL VOTES TO CLOSE BRIDGE",
            "MAYOR SUES COUNCIL",
            "THE BRIDGE IS CLOSED",
        ),
        *(
            "UNION ATTACKS MINISTRY",
            "POLICE STORM PARLIAMENT",
            "OLD BRIDGE",
            "NORTH LOWLAND",
            "WORLD NEWS",
            "Good News",
        ),
        *("MINISTRY", "CLIMATE CHANGE", "Council of Lowtown accused", "FIRE AT THE UNIVERSITY", "BULLETIN NO. 4"),
    ],
)
def test_a_headline_is_no_name_of_a_body(line: str) -> None:
    """A headline with a body in it stays a headline."""
    assert not is_body_name(line, {"police", "good", "news", "climate", "mayor", "union"})


def test_a_kicker_says_what_kind_of_text_follows() -> None:
    """Press releases and sections are kickers, names are not."""
    assert all(map(is_kicker, ("PRESS RELEASE", "Opinion", "WORLD NEWS", "For immediate release", "Press office")))
    assert not any(map(is_kicker, ("VALLEY NEWS", "Opinion of the court", "", "Ministry of Health")))
