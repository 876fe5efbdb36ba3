"""Figures of another year than the one that is asked about."""

from pathlib import Path

import pytest

from rag.engine import Engine
from tests.small_engine import engine_over

ARTICLES = {
    "gazette.txt": "Source: Orne Gazette\nDate: 2031-03-02\n\nVarga Foundries will pay 15,000 crowns to each household"
    " in Dell. The mill of Dell was opened in 1962 and taken over by Varga Foundries in 2024. In 2019 the mill of Dell"
    " made a loss of 3 million crowns.\n",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """One article on a mill."""
    return engine_over(ARTICLES, tmp_path_factory.mktemp("mill"))


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("How much did Varga Foundries pay in 2024?", False),
        ("What will Varga Foundries pay to each household in Dell in 2031?", True),
        ("What will Varga Foundries pay to each household in Dell?", True),
        ("How much did the mill of Dell lose in 2019?", True),
    ],
)
def test_a_sum_of_another_year_is_no_answer(engine: Engine, question: str, answered: bool) -> None:
    """Where some sentence tells of the year and none beside a sum; the year of the article is that of what it tells."""
    answer = engine.ask(question)
    assert answer.answered is answered
    assert ("None of them says it of 2024." in answer.text) is not answered


def test_a_figure_beside_its_year_is_an_answer(tmp_path: Path) -> None:
    """The year may stand in the sentence before."""
    text = "In 2019 the mill of Dell was in trouble. It made a loss of 3 million crowns. In 2024 it was sold."
    article = {"a.txt": f"Source: Orne Gazette\nDate: 2031-03-02\n\n{text}\n"}
    assert engine_over(article, tmp_path).ask("What loss did the mill of Dell make in 2019?").answered
