"""An accusation beside the word of the accused, or beside what is told of him."""

from pathlib import Path

import pytest

from rag.accusations import accusation_in
from tests.small_engine import engine_over

ARTICLES = {
    "a.txt": (
        "The Wharf Gazette\n\nDate: 2031-05-03\n\nThe harbour minister accused Calder Shipping of paying smugglers so "
        "that its barges could pass the lock at night. The weather stayed fair all week.\n"
    ),
    "b.txt": (
        "The Calder Post\n\nDate: 2031-05-06\n\nSales of tea rose in April. Calder Shipping denied having paid any "
        "smugglers. Its new office has a garden on the roof.\n"
    ),
}
QUESTION = "Did Calder Shipping pay smugglers?"


def sides_of(folder: Path, articles: dict[str, str], question: str) -> list[list[str]]:
    """The quotes of each side of each difference."""
    answer = engine_over(articles, folder).ask(question)
    quotes = {citation.number: citation.quote for citation in answer.citations}
    return [[quotes[number] for number in side.citations] for each in answer.disagreements for side in each.sides]


def test_who_is_accused_is_heard(tmp_path: Path) -> None:
    """A denial stands beside the accusation that it denies, in whichever article it is."""
    said, denied = sides_of(tmp_path, ARTICLES, QUESTION)
    assert "accused Calder Shipping" in said[0]
    assert denied == ["Calder Shipping denied having paid any smugglers."]


def test_another_who_denies_something_is_not_the_accused(tmp_path: Path) -> None:
    """Who denies that his tea is dear does not answer for the shipping company."""
    articles = {**ARTICLES, "b.txt": ARTICLES["b.txt"].replace("Calder Shipping denied", "The tea merchant denied")}
    assert not sides_of(tmp_path, articles, QUESTION)


REPORT = {
    "a.txt": (
        "The Kiln Courier\n\nDate: 2031-04-02\n\nThe miners' union accuses the board of burying a report on cracks in "
        "the dam. Rain fell for nine days. The bakery in the square shut at noon.\n"
    ),
    "b.txt": (
        "The Kiln Observer\n\nDate: 2031-04-04\n\nThe board denied that it had buried any report. It meets again in "
        "June. The bakery will open on Sundays from May.\n"
    ),
}


@pytest.mark.parametrize(
    "question", ["Whom does the union accuse?", "Did the board bury a report?", "Was a report buried?"]
)
def test_the_denial_may_answer_and_the_accusation_stand_behind(tmp_path: Path, question: str) -> None:
    """Whichever of the two is nearer to the question, the other is told beside it."""
    said, denied = sides_of(tmp_path, REPORT, question)
    assert "accuses the board" in said[0]
    assert denied == ["The board denied that it had buried any report."]


@pytest.mark.parametrize(
    ("question", "denial"),
    [
        ("Did the board bury a report?", "The wharf council denied that it had buried any report."),
        ("What did the board say?", "The board denied that it had sold land at the dam to a cousin."),
    ],
)
def test_a_denial_by_another_or_of_another_deed_does_not_answer_it(tmp_path: Path, question: str, denial: str) -> None:
    """Where the denial is what answers, it is of the accused, and of that very deed."""
    article = REPORT["b.txt"].replace("The board denied that it had buried any report.", denial)
    assert not sides_of(tmp_path, {**REPORT, "b.txt": article}, question)


def test_what_is_told_in_the_words_of_the_accusation_gainsays_it(tmp_path: Path) -> None:
    """That somebody has stopped what he is accused of doing stands beside the accusation, whoever tells it."""
    articles = {
        "a.txt": (
            "The Ridge Herald\n\nDate: 2031-05-03\n\nOrlen accused Vardia of continuing to send weapons to the "
            "northern rebels and closed the mountain pass. Snow fell on the ridge.\n"
        ),
        "b.txt": "The Plain Herald\n\nDate: 2031-05-04\n\nVardia stopped sending weapons to the northern rebels.\n",
    }
    said, told = sides_of(tmp_path, articles, "Why did Orlen close the mountain pass?")
    assert "accused Vardia" in said[0]
    assert told == ["Vardia stopped sending weapons to the northern rebels."]


@pytest.mark.parametrize(
    ("text", "accused", "deed"),
    [
        ("Orlen accused Vardia of sending weapons to the rebels and shut the pass.", "vardia", "weapon"),
        ("She blames the club for the fire in the stand.", "club", "fire"),
        ("The union accuses its managers of theft.", "managers", "theft"),
    ],
)
def test_an_accusation_names_who_is_said_to_do_what(text: str, accused: str, deed: str) -> None:
    """Whom it accuses, and the words for what he is said to do."""
    found = accusation_in(text)
    assert found is not None
    assert accused in found.accused
    assert deed in found.deed


@pytest.mark.parametrize(
    "text",
    [
        "The rector is accused of having copied her thesis.",
        "Nine of the twelve accused of the murder were convicted.",
        "Each government accuses the other of breaking the truce.",
        "The minister did not accuse the company of theft.",
        "He never blamed the club for the fire.",
        "They blamed each other for the fire.",
        "She denied accusing the mayor of theft.",
        "What is cheap for the treasury is dear for the accused.",
    ],
)
def test_who_names_nobody_or_accuses_nobody_makes_no_accusation(text: str) -> None:
    """A passive names no accuser, "each other" no accused; who did not accuse is not set against a denial."""
    assert accusation_in(text) is None


@pytest.mark.parametrize(
    ("text", "undone"),
    [
        ("Vardia stopped sending weapons to the northern rebels.", True),
        ("Vardia has never sent weapons to the rebels of the north.", True),
        ("Vardia rolled back its sending of weapons to the rebels.", True),
        ("Vardia sends weapons to the northern rebels.", False),
        ("The northern rebels never got weapons from anybody but Vardia.", False),
        ("Vardia never sent flowers.", False),
    ],
)
def test_undone_is_what_the_accused_does_not_do(text: str, undone: bool) -> None:
    """What says "not" stands right behind the accused, and the deed is told in the words of the accusation."""
    accusation = accusation_in("Orlen accused Vardia of sending weapons to the northern rebels.")
    assert accusation is not None
    assert accusation.is_told_undone(text) is undone
