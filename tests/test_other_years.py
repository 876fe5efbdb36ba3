"""Figures of another year than the one that is asked about."""

from pathlib import Path

import pytest

from rag.engine import Engine
from tests.small_engine import engine_over

ARTICLES = {
    "gazette.txt": "Source: Orne Gazette\nDate: 2031-03-02\n\nVarga Foundries will pay 15,000 crowns to each household"
    " in Dell. In 2019 the mill of Dell made a loss of 3 million crowns.\n",
    "weir.txt": "Source: The Weir\nDate: 2031-03-03\n\nThe mill of Dell was opened in 1962 and taken over by Varga"
    " Foundries in 2024. Nobody was hurt.\n",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Two articles on a mill."""
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
    """Where another article tells of the year; the year of the article itself, or one that it names, may be meant."""
    answer = engine.ask(question)
    assert answer.answered is answered
    assert ("None of them says it of 2024." in answer.text) is not answered


def test_a_figure_beside_its_year_is_an_answer(tmp_path: Path) -> None:
    """However far before it stands, and in an article without a date."""
    text = "The border war of 2020 lasted six weeks. It was fought in the hills. About 4,300 soldiers were killed."
    dated = {"a.txt": f"Source: Orne Gazette\nDate: 2031-03-02\n\n{text}\n"}
    assert engine_over(dated, tmp_path).ask("How many soldiers were killed in 2020?").answered
