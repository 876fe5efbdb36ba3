"""What a question takes for a fact is looked for in the sources before it is answered."""

from pathlib import Path

import pytest

from rag.engine import Engine
from rag.premise import premise_of
from tests.small_engine import engine_over

ARTICLES = {
    "gazette.txt": """The mill at Orrin burned down on 3 May. The fire began in the grain store, the brigade said.

Mayor Tove Lind thanked the volunteers. She will not step down, she told the council, and she called the brigade brave.

The council ordered the owner in March to clear the grain store. The owner ignored the order for six weeks.
""",
    "courier.txt": """A faulty heater caused the fire at the Orrin mill, the insurer found.

The owner, Bram Kettle, denies that he was ever told to clear the store. Forty workers have lost their jobs.
""",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """An engine over two articles about a fire."""
    return engine_over(ARTICLES, tmp_path_factory.mktemp("fire"))


@pytest.mark.parametrize(
    ("question", "premise"),
    [
        ("Why did the dam break?", "the dam break"),
        ("and by whom was the order withdrawn?", "the order withdrawn"),
        ("How strong was the blast in the pit?", "the blast in the pit"),
        ("What convinced the mayor that the water was safe?", "the mayor that the water was safe"),
        ("On which day will the court decide?", "the court decide"),
        ("Why did the guards leave, and can they be blamed for it?", "the guards leave"),
        ("How did the firm put out the fire?", "the firm put out the fire"),
        ("How did the man who saw the judge escape?", "the man who saw the judge escape"),
        ("How did he react to the blast that killed 40?", "he react to the blast that killed 40"),
    ],
)
def test_an_event_is_taken_for_a_fact(question: str, premise: str) -> None:
    """A question after the cause, the manner, the place or the day of an event takes the event for a fact."""
    assert premise_of(question) == premise


@pytest.mark.parametrize(
    "question",
    [
        "Did the dam break?",
        "Who broke the dam?",
        "How many people left?",
        "How long did it last?",
        "How do the two newspapers judge what the mayor did?",
        "how did the mayor describe the loss",
        "the dam",
        "Why?",
        "",
    ],
)
def test_other_questions_take_nothing_for_a_fact(question: str) -> None:
    """Yes or no, a person, a figure or keywords may be asked for without anything having happened."""
    assert premise_of(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "Why did the mayor sell the mill to the insurer?",
        "How did the brigade steal the heater?",
        "Why did Mayor Lind sell the mill to the insurer?",
        "How did Bram Kettle steal the heater of the brigade?",
    ],
)
def test_what_no_source_says_is_no_fact(engine: Engine, question: str) -> None:
    """A question that takes for a fact what no source says is declined, and told so in its own words."""
    answer = engine.ask(question)
    assert not answer.answered
    assert answer.declined_because is not None
    assert "takes for a fact" in answer.declined_because
    assert answer.related


def test_a_matter_that_nobody_is_named_with_is_not_doubted(engine: Engine) -> None:
    """Articles tell of it in words of their own, so that its absence means nothing: what comes nearest is quoted."""
    for question in ("Why was the store so crammed?", "Why were so many sheds crammed in Orrin in May?"):
        answer = engine.ask(question)
        assert answer.answered, answer.declined_because


@pytest.mark.parametrize(
    "question", ["Why did the mill burn down?", "What caused the fire at the mill?", "When did the mill burn?"]
)
def test_what_a_source_says_is_answered(engine: Engine, question: str) -> None:
    """A question about an event that a source tells of is answered."""
    assert engine.ask(question).answered


def test_what_is_to_begin_is_no_premise(tmp_path: Path) -> None:
    """ "When does the work begin" asks for the day of something to come, which no sentence says has begun."""
    head = "---\ntitle: A wall\ndate: {}\n---\n\n"
    first = "The council wants a wall. Work is to begin in the spring of 2031.\n"
    later = "The start of the work on the wall was put off to the autumn of 2032.\n"
    articles = {"a.md": head.format("2030-02-10") + first, "b.md": head.format("2031-03-03") + later}
    answer = engine_over(articles, tmp_path).ask("When does the work on the wall begin?")
    assert answer.answered
    assert [disagreement.relation for disagreement in answer.disagreements] == ["update"]
