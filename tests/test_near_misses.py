"""Questions for what stands near to something that the sources say, and is not said itself."""

import pytest

from rag.engine import Engine
from tests.small_engine import engine_over

ARTICLES = {
    "gazette.txt": """One child died of the infection at Solvik, the town doctor said. Eighteen children had it.

The water of the Solvik pump held 40 micrograms of lead a litre on Friday. The Brandal pump was shut that day.

Doctor Ida Voll has moved to a private clinic. Her patients were told in a letter.
""",
    "herald.txt": """The infection at Solvik has stopped, and the school is open again.

Lessons began at eight. The teachers had cleaned every room. Parents brought bottles. Nobody was absent.

"We should have tested the pump years ago," said Lars Tveit, who heads the water board. Lars Tveit criticised the delay.

The town soldiers carried the water. Norland soldiers took the hill in 2020, and Ostland asked for it back.
""",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """An engine over two articles about an infection."""
    return engine_over(ARTICLES, tmp_path_factory.mktemp("infection"))


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("How much lead was in the water of the Brandal pump on Friday?", "They say it of another, not of Brandal."),
        ("How did Ostland soldiers take the hill in 2020?", "They say it of another, not of Ostland."),
        ("Which private clinic did Doctor Voll move to?", "None of them says which clinic."),
        ("What did Lars Tveit say about the school?", "None of them reports what Lars Tveit said of the school."),
        (
            "Why does Lars Tveit welcome the delay?",
            "None of them says what the question takes for a fact (looked for as “Lars Tveit welcome the delay”).",
        ),
        (
            "Lars Tveit praised the delay - on what grounds?",
            "None of them says what the question takes for a fact (looked for as “Lars Tveit praised the delay”).",
        ),
    ],
)
def test_what_is_said_of_another_or_without_its_name_is_declined(engine: Engine, question: str, reason: str) -> None:
    """A figure or deed of another, a thing without a name, a voice heard on something else, a side not taken."""
    assert engine.ask(question).declined_because == reason


@pytest.mark.parametrize(
    "question",
    [
        "how many children caught the infection altogether",
        "How many caught the infection?",
        "How much lead was in the water of the Solvik pump on Friday?",
        "How did Norland soldiers take the hill?",
        "Which doctor moved to a private clinic?",
        "What did Lars Tveit say about the pump?",
        "What did Lars Tveit say about the delay?",
        "Why did Lars Tveit criticise the delay?",
        "Lars Tveit condemned the delay - on what grounds?",
    ],
)
def test_what_is_said_is_answered_however_near_something_else_stands(engine: Engine, question: str) -> None:
    """A count beside a nearer one of those who died, the figure of the very place, the one whose name is there."""
    answer = engine.ask(question)
    assert answer.answered, answer.declined_because
