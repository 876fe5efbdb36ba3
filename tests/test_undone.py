"""Questions that take for done what the sources tell as not done, and such as only seem to."""

import pytest

from rag.engine import Engine
from tests.small_engine import engine_over

ARTICLES = {
    "herald.txt": (
        "The harbour board met on Monday. Helen Marsh, its head, was asked whether she would resign. "
        "She does not intend to resign.\n\n"
        "In April the shipowner Aldo Brandt offered to pay for the quay. Mayor Tomas Reed declined the offer. "
        "Ruth Colm, the director of the museum, resigned in May because the roof leaked.\n\n"
        "When the board refused to pay, Karl Moss resigned as director of the port. Without warning, Ida Lund closed "
        "the western gate. Ida Brandt sold the old mill in May. Moss had said that Brandt must not sell the mill "
        "without a vote."
    ),
    "post.txt": (
        "“It was our decision to close the gate, and I would take it again,” said Vera Lund, the director of the port. "
        "The closure of the gate cost the town a fortune.\n\n"
        "The settlement was signed on Friday. “This is a victory for the owners dressed in overalls,” "
        "said Theo Brasch of the bank."
    ),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """An engine over two articles of deeds done, refused and only demanded."""
    return engine_over(ARTICLES, tmp_path_factory.mktemp("undone"))


@pytest.mark.parametrize(
    "question",
    [
        "Why did Helen Marsh resign as head of the board?",
        "Why did Tomas Reed accept the offer of Aldo Brandt?",
        "Why did Vera Lund apologise for the closure of the gate?",
    ],
)
def test_what_is_told_as_not_done_is_no_fact(engine: Engine, question: str) -> None:
    """A question for the reasons of a deed that was refused, or would be done again, is declined."""
    answer = engine.ask(question)
    assert not answer.answered
    assert "takes for a fact" in answer.text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Why did Ruth Colm resign?", "the roof leaked"),
        ("Why did Karl Moss resign?", "refused to pay"),
        ("Why did Ida Lund close the western gate?", "Without warning"),
        ("Why did Ida Brandt sell the mill?", "sold the old mill"),
        ("What does Theo Brasch of the bank make of the settlement?", "victory for the owners"),
        ("Where is Theo Brasch quoted?", "victory for the owners"),
    ],
)
def test_what_is_told_is_answered(engine: Engine, question: str, words: str) -> None:
    """Who did resign is answered, and one who speaks of a thing without its word, and the place where one is quoted."""
    answer = engine.ask(question)
    assert answer.answered
    assert words in answer.text
