"""Causes that sources give differently, or that one gives and another calls unknown."""

from pathlib import Path

import pytest

from rag.causes import calls_unknown, cause_denied, cause_named, gives_cause
from tests.small_engine import engine_over


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("The cause of the fire remains unknown.", True),
        ("While the explosion’s cause is not yet known, help was sent.", True),
        ("Inspectors could not establish the cause.", True),
        ("The mill burned down from unknown causes.", False),
        ("A fire of unknown origin destroyed the mill.", True),
        ("The cause of the fire is now known.", False),
        ("The cause was a torch.", False),
        ("Nobody knows the mayor.", False),
        ("It is not yet known what caused the fire.", True),
        ("Officials don’t know what caused the fire.", True),
        ("Inspectors are trying to establish what caused the fire.", True),
    ],
)
def test_what_calls_a_cause_unknown(text: str, unknown: bool) -> None:
    """A cause that was found is none, nor is what else is not known."""
    assert calls_unknown(text) is unknown


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("A torch set off the fire.", True),
        ("The fire was caused by a torch.", True),
        ("The fire burned for a day.", False),
        ("The fire caused damage worth three million crowns.", False),
        ("Two schools were closed because of the fire.", False),
        ("The fire was not caused by arson.", False),
        ("It is not yet known what caused the fire.", False),
        ("The fire wasn't caused by arson.", False),
    ],
)
def test_what_gives_a_cause(text: str, gives: bool) -> None:
    """The verb tells it, and what is asked about stands on the side of the effect."""
    assert gives_cause(text, frozenset({"fire"})) is gives


def test_a_cause_stands_against_who_calls_it_unknown(tmp_path: Path) -> None:
    """Each with its holder; where nobody calls it unknown there is no such difference."""
    articles = {
        "a.txt": "Source: Dell News\nDate: 2030-05-04\n\nThe fire at the mill of Dell was caused by a welding torch.\n",
        "b.txt": "Source: The Weir\nDate: 2030-05-04\n\nThe cause of the fire at the mill of Dell remains unknown.\n",
    }
    (tmp_path / "both").mkdir()
    (tmp_path / "one").mkdir()
    engine = engine_over(articles, tmp_path / "both")
    [found] = engine.ask("What caused the fire at the mill of Dell?").disagreements
    assert (found.about, found.relation) == ("cause", "conflict")
    assert [side.holders for side in found.sides] == [("Dell News",), ("The Weir",)]
    calls = {**articles, "a.txt": articles["b.txt"].replace("The Weir", "Dell News")}
    (tmp_path / "none").mkdir()
    assert not engine_over(calls, tmp_path / "none").ask("What caused the fire at the mill of Dell?").disagreements
    alone = engine_over({"a.txt": articles["a.txt"]}, tmp_path / "one")
    assert not alone.ask("What caused the fire at the mill of Dell?").disagreements


def test_rival_causes_stand_against_each_other(tmp_path: Path) -> None:
    """Those who give the same are one side; who gives several is not at odds with himself."""
    told = {
        "a.txt": "The cracks in the bridge were caused by salt and poor care, Lena Roth said.",
        "b.txt": "The cracks in the bridge were caused by overloaded lorries, the union said.",
        "c.txt": "The cracks in the bridge are due to road salt, Imre Falk said.",
    }
    articles = {file: f"Source: {file[0].upper()} News\nDate: 2030-05-04\n\n{text}\n" for file, text in told.items()}
    [found] = engine_over(articles, tmp_path).ask("What caused the cracks in the bridge?").disagreements
    assert (found.about, found.relation) == ("cause", "framing")
    assert {frozenset(side.holders) for side in found.sides} == {
        frozenset({"Lena Roth", "Imre Falk"}),
        frozenset({"the union"}),
    }


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("The fire was caused by a torch, he said.", {"torch"}),
        ("The fire burned for a day.", set()),
        ("She said that sparks from a torch had set off the fire.", {"spark", "torch"}),
        ("A torch did not set off the fire.", set()),
        ("The fire destroyed the mill.", set()),
        ("On Monday morning a torch may have set off the fire.", {"torch"}),
        ("Wind and sparks set off the fire.", {"wind", "spark"}),
        ("The council believes a torch set off the fire.", {"torch"}),
        ("The fire was hardly caused by a torch.", set()),
        ("He rejected the claim that a torch had caused the fire.", set()),
        ("The shed behind the fire was destroyed by rain.", set()),
        ("A torch destroyed what was left of the fire.", set()),
        ("The fire hall is due to open in June.", set()),
    ],
)
def test_a_cause_is_named_by_its_words(text: str, cause: set[str]) -> None:
    """Up to the end of its clause, or from where its clause begins; not what the thing itself has caused."""
    assert cause_named(text, frozenset({"fire"})) == cause


CRANE = {
    "a.txt": "Source: Dell News\nDate: 2030-05-04\n\nThe harbour crane fell on Monday morning. Rust had eaten through"
    " the bolts, the inspector said. She said that rust had brought down the crane. Two men were killed.\n",
    "b.txt": "Source: The Weir\nDate: 2030-05-05\n\nThe union said that the wind had toppled the crane. It was built in"
    " 1984. One man was killed, the union said.\n",
    "c.txt": "Source: Port Gazette\nDate: 2030-05-06\n\nThe harbour crane was toppled by a gust of wind, the port"
    ' authority said. It denied that rust had played any part. "The crane did not fall because of rust," its director'
    " said.\n",
}


@pytest.mark.parametrize("question", ["Why did the crane fall?", "What brought the crane down?"])
def test_what_brings_a_thing_down_is_its_cause(tmp_path: Path, question: str) -> None:
    """By verbs of doing as by words for causes; two who deny the same are not at odds with each other."""
    [found] = engine_over(CRANE, tmp_path).ask(question).disagreements
    assert (found.about, found.relation) == ("cause", "framing")
    sides = {frozenset(side.holders) for side in found.sides}
    assert frozenset({"the inspector"}) in sides
    assert any("The union" in side for side in sides - {frozenset({"the inspector"})})


def test_what_brings_it_down_is_told_of_what_was_named_before(tmp_path: Path) -> None:
    """What is toppled is what the paragraph named; "the storm destroyed it" may be of anything."""
    assert gives_cause("The wind had toppled it.", frozenset({"crane"}), "A crane fell. Two men died.")
    assert not gives_cause("The crane had toppled it.", frozenset({"crane"}), "A crane fell.")
    assert not gives_cause("The storm destroyed it.", frozenset({"crane"}), "A crane fell on a barn.")
    articles = {
        "a.md": "# Crane falls\n\n*Harbour Post, 4 May 2021*\n\nA crane fell in the harbour on Monday. Two men were"
        " killed. The port authority said that the wind had toppled it.\n",
        "b.md": "# Union speaks\n\n*Dockers' Voice, 6 May 2021*\n\nThe dockers' union said that rust had brought down"
        " the crane. It wrote to the authority three times.\n",
        "c.md": "# The report\n\n*Tolm Gazette, 2 September 2021*\n\nThe inspectors found that the crane of Tolm fell"
        " because a bolt had rusted through. It had last been inspected in 2016.\n",
    }
    [found] = engine_over(articles, tmp_path).ask("Why did the crane fall?").disagreements
    assert (found.about, found.relation) == ("cause", "framing")
    assert {side.holders for side in found.sides} == {("The dockers' union",), ("The port authority",)}


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (
            "Why was the school closed?",
            "The school was closed because of a flood, the mayor said.",
            "The road past the school was closed because of a landslide, the police said.",
        ),
        (
            "Why did the mill burn down?",
            "The fire in the mill was caused by a torch, the police said.",
            "The fire destroyed the mill within an hour, the owner said.",
        ),
        (
            "Why did the crane fall?",
            "The inspector said that rust had brought down the crane.",
            "Engineers brought down the rest of the crane on Friday, the port authority said.",
        ),
        (
            "Why did the hospital close?",
            "The hospital closed because of a shortage of nurses, its director said.",
            "The hospital is due to reopen in June, the minister said.",
        ),
    ],
)
def test_what_caused_something_else_is_no_rival(tmp_path: Path, question: str, one: str, other: str) -> None:
    """Another thing of the same name, what happened itself, what was done afterwards, what is due."""
    texts = {"a.txt": ("Dell News", one), "b.txt": ("The Weir", other)}
    articles = {file: f"Source: {outlet}\nDate: 2030-05-04\n\n{text}\n" for file, (outlet, text) in texts.items()}
    assert not engine_over(articles, tmp_path).ask(question).disagreements


def test_what_is_denied_to_be_the_cause() -> None:
    """Behind a "not", in words for causes; other denials deny something else."""
    assert cause_denied("It did not fall because of rust, he said.") >= {"rust"}
    assert cause_denied("The company did not warn the residents of the flood.") == frozenset()
    assert cause_denied("It fell because of rust.") == frozenset()


def test_who_calls_it_unknown_may_stand_far_behind(tmp_path: Path) -> None:
    """A clause before another's words is far from the question, yet of the very flood it asks about."""
    articles = {
        "a.txt": "A second flood\n\nA jammed sluice caused January's flood, according to a report by the engineers.\n",
        "b.txt": "The council meets\n\nWhile the cause of January's flood is still unclear, the insurer said that it "
        "expects claims of 6 million crowns from the shops and the cellars of the lower town.\n",
    }
    [difference] = engine_over(articles, tmp_path).ask("What caused the flood in January?").disagreements
    assert "still unclear" in difference.sides[1].position
    assert difference.sides[1].holders == ("b.txt",)
