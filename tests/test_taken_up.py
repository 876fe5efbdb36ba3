"""Figures without a noun of their own, and the sentences before them that have it."""

from pathlib import Path
from time import process_time

import pytest

from index.taken_up import Reading, with_taken_up
from tests.small_engine import engine_over

FALL = "Some 1,100 jobs would be lost at the harbour, the union says."


def counted(text: str, *before: str) -> list[tuple[str, str, str]]:
    """What each figure of a sentence counts, its unit, and what befell those counted; `before`, the nearest first."""
    found = with_taken_up(Reading.of(text), [Reading.of(each) for each in before])
    return [(each.counted, each.unit, each.fate) for each in found]


@pytest.mark.parametrize(
    ("text", "before", "taken"),
    [
        ("The operator speaks of 300.", FALL, ("jobs", "")),
        ("The operator speaks of 300 over five years.", FALL, ("jobs", "")),
        ("The truth will be closer to 700, the mayor thinks.", FALL, ("jobs", "")),
        ("It has since raised that to 1,400.", FALL, ("jobs", "")),
        ("The estimate was later cut to 900.", FALL, ("jobs", "")),
        ("The agency puts it at 19.", "The shore was cleared of 60 tonnes of fish.", ("tonnes of fish", "t")),
        ("Its economists get to 380m by counting spoiled cargo only.", "It cost 640m crowns.", ("crowns", "crown")),
        ("The registry lists 212.", "The ferry carried 184 passengers.", ("passengers", "")),
        (
            "By the stricter rule, which allows five, that is too much.",
            "It showed 13 micrograms a litre.",
            ("micrograms", "µg/l"),
        ),
        ("The union wants 140 in all.", "The company offers 90 crowns.", ("crowns", "crown")),
        # what is told of something else, by a number with a noun or without
        ("The operator speaks of 300 cranes.", FALL, ("cranes", "")),
        ("The operator hired 300.", FALL, ("", "")),
        ("The speed limit has been cut to 300.", FALL, ("", "")),
        ("Its share price went down to 300.", FALL, ("", "")),
        ("The mayor says 300 by the door were drunk.", FALL, ("", "")),
        ("It was 300 in the shade.", FALL, ("", "")),
        ("In the neighbouring village of Lund the mayor counted 300.", FALL, ("", "")),
        ("The ferry arrived at 9.", "It carried 12 passengers.", ("", "")),
        ("As for the missing, the council speaks of 40.", "Some 27 villagers were killed.", ("", "")),
        ("The operator speaks of hundreds.", FALL, ("", "")),
        ("The operator speaks of three.", FALL, ("", "")),
        ("The operator speaks of 12 of them.", "Some 20 jobs would be lost.", ("", "")),
        ("The operator speaks of four.", "The talks took eleven hours.", ("", "")),
        ("The operator speaks of four.", "The gate has been shut.", ("", "")),
    ],
)
def test_a_bare_figure_takes_up_what_was_counted(text: str, before: str, taken: tuple[str, str]) -> None:
    """Where it is told as another figure of that; not where it is of another size, or nobody tells it so."""
    assert counted(text, before)[0][:2] == taken


def test_what_is_taken_up_is_of_the_nearest_sentence_and_the_figure_most_alike() -> None:
    """What a sentence took up itself is taken up from it again."""
    assert counted("The mayor says 40.", "The yard has 30 cranes and 400 workers.", FALL)[0][0] == "cranes"
    told = Reading.of("The operator speaks of 300.", 5)
    middle = Reading(told.text, tuple(with_taken_up(told, [Reading.of(FALL, 4)])), 5)
    found = with_taken_up(Reading.of("The mayor thinks the truth is nearer 700.", 6), [middle, Reading.of(FALL, 4)])
    assert [(each.counted, each.taken_from) for each in found] == [("jobs", (4, 1100.0))]


@pytest.mark.parametrize(
    "between",
    ["Many more were injured.", "The number of houses destroyed is unclear.", "The cranes were sold to Lund."],
)
def test_what_stands_between_may_only_speak_of_it(between: str) -> None:
    """A figure is none of what was counted before something else was told."""
    before = "At least 27 villagers were killed, the nurses said."
    assert counted("The hospital counts 34.", between, before) == [("", "", "")]
    assert counted("The hospital counts 34.", "Not everybody believes it.", before) == [("villagers", "", "died")]


def test_what_befell_those_counted_is_taken_up_too() -> None:
    """The dead of one sentence are the dead of the next, unless that says otherwise."""
    before = "At least 27 villagers were killed, the nurses said."
    assert counted("They have since raised that to 34.", before) == [("villagers", "", "died")]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("The ward counted 412 births, against 590 in 2019.", ["births", "births"]),
        ("The number of dogs fell from 310 to 120.", ["dogs", "dogs"]),
        ("The field shrank from 163,000 hectares to 48,000.", ["hectares"] * 2),
        ("Shares rose 4 percent to 31.", [""]),
        ("The fee was raised for 40 children to 12.", ["children", ""]),
        ("Three people died on 7 May, not 8.", ["people", ""]),
        ("The council passed it by 31 votes to 24.", ["votes", "votes"]),
        ("Eleven halls stand against seven in Garnau.", ["halls", "halls"]),
        ("The night of 7 March was cold, and 60 children slept there at a quarter to four.", ["children"]),
        ("A boy was killed in the twenty-four months after it, against five before.", ["months", ""]),
        ("The airline reduced its fleet by 12 planes and its price to 90.", ["planes", ""]),
    ],
)
def test_a_figure_set_against_another_counts_the_same(text: str, taken: list[str]) -> None:
    """In one sentence: what a count was before, what another has; no time of day, no stretch of time before it."""
    assert [each.counted for each in Reading.of(text).quantities if each.unit != "%"] == taken


def test_an_answer_has_the_figure_that_goes_on_with_another(tmp_path: Path) -> None:
    """The sentence that names nothing of what is asked is cited, its holder named, and set against the other."""
    text = f"Source: The Quay\nDate: 2030-08-08\n\n{FALL} The operator speaks of 300. The harbour has four gates.\n"
    answer = engine_over({"quay.txt": text}, tmp_path).ask("How many jobs would be lost at the harbour?")
    assert [(each.holder, each.quote) for each in answer.citations] == [
        ("the union", FALL), ("The operator", "The operator speaks of 300.")
    ]  # fmt: skip
    assert [len(each.sides) for each in answer.disagreements] == [2]


def test_a_heading_ends_what_was_counted(tmp_path: Path) -> None:
    """What stands below it goes on with nothing above it."""
    told = ("At least 27 villagers were killed in Garnau.", "The owner reports 34.")
    answers = []
    for name, between in (("plain", ""), ("parted", "## The harvest\n\n")):
        folder = tmp_path / name
        folder.mkdir()
        answers.append(
            engine_over({"a.md": f"{told[0]}\n\n{between}{told[1]}\n"}, folder).ask("How many villagers were killed?")
        )
    assert [[each.quote for each in answer.citations] for answer in answers] == [list(told), [told[0]]]


def test_a_figure_is_set_against_the_one_it_goes_on_with_and_no_other(tmp_path: Path) -> None:
    """Two counts of one noun near each other are of one thing only where one takes up the other."""
    text = "Some 40 houses burned in Garnau. The town of Lund lost 12 houses, not 14."
    answer = engine_over({"a.txt": f"Source: The Quay\nDate: 2030-08-08\n\n{text}\n"}, tmp_path).ask(
        "How many houses burned in Garnau?"
    )
    assert answer.disagreements == ()


def test_a_long_list_of_figures_is_read_at_once() -> None:
    """However many of them there are: their number does not count twice."""
    reading = Reading.of("He said 12. " * 1500)
    begun = process_time()
    assert len(list(with_taken_up(reading, [reading] * 3))) == 1500
    assert process_time() - begun < 2
