"""Bylines: who signs, in a line or in metadata."""

import pytest

from corpus.bylines import bare_authors, declared_authors, is_of_outlet, led_authors


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Reed", "Ann Reed"),
        ("by ANN REED, Correspondent", "Ann Reed"),
        ("BY ANN REED IN LOWTOWN", "Ann Reed"),
        ("By Ann Reed and Tom Falk, Environment Correspondents", "Ann Reed and Tom Falk"),
        ("By Ann Reed, Tom Falk and Jo Berg", "Ann Reed, Tom Falk and Jo Berg"),
        ("By Ann Reed, Buenos Aires", "Ann Reed"),
        ("By Ann Reed for The Valley Paper", "Ann Reed"),
        ("By Ann Reed · Saturday 16 March 2024, 22:45", "Ann Reed"),
        ("Written by: Ann Reed | 3 min read", "Ann Reed"),
        ("Author: Ann Reed", "Ann Reed"),
        ("By Valley News Agency and Ann Reed", "Ann Reed"),
        ("By the Valley team • 3 min read", None),
        ("By Reuters", None),
        ("By Any Means Necessary", None),
        ("By Friday Evening", None),
        ("Byron Reed", None),
        ("Photo: Ann Reed", None),
        ("Edited by Ann Reed", None),
    ],
)
def test_a_line_that_says_by_names_its_persons(line: str, author: str | None) -> None:
    """What follows the names (a role, a place, a date) is no name, nor is a body."""
    assert led_authors(line) == author


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("ANN REED", "Ann Reed"),
        ("Ann Reed and Tom Falk", "Ann Reed and Tom Falk"),
        ("Ann Reed, environment correspondent", "Ann Reed"),
        ("Will Reed", "Will Reed"),
        ("Ann Reed, Lowtown", None),
        ("Dead Water", None),
        ("Executive Summary", None),
    ],
)
def test_a_line_of_names_alone_is_a_byline(line: str, author: str | None) -> None:
    """A line whose words the prose has in lower case is a phrase, though one of a name's may be a word."""
    assert bare_authors(line, {"will", "dead", "water"}) == author


@pytest.mark.parametrize(
    ("values", "author"),
    [
        (["Ann Reed"], "Ann Reed"),
        (["By Ann Reed"], "Ann Reed"),
        (["Reed, Ann M."], "Ann M. Reed"),
        (["Ann Reed, Tom Falk"], "Ann Reed and Tom Falk"),
        (["Ann Reed", "Tom Falk", "Valley News", "Ann Reed"], "Ann Reed and Tom Falk"),
        (["Ann Reed, Climate Editor"], "Ann Reed"),
        (["Ann Reed | Valley News"], "Ann Reed"),
        (["王小明"], "王小明"),
        (["admin"], None),
        (["Staff"], None),
        (["Editorial board"], None),
        (["ann.reed@valley.example"], None),
        (["https://valley.example/ann-reed"], None),
        (["Valley Mining Corporate Affairs"], None),
        ([], None),
    ],
)
def test_metadata_name_persons(values: list[str], author: str | None) -> None:
    """Bodies, roles, addresses and names of accounts are no authors."""
    assert declared_authors(values) == author


def test_an_outlet_does_not_sign_as_a_person() -> None:
    """An author with the outlet's name, or with more than that, is the outlet."""
    assert is_of_outlet("River Watch", "River watch") and is_of_outlet("River Watch Lowtown", "River Watch")
    assert not is_of_outlet("Ann Reed", "Ann") or not is_of_outlet("Ann Reed", None)
    assert not is_of_outlet("Ann Reed", "Reed Ann")
