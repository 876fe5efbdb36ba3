"""What goes on with a sentence near the question."""

import pytest

from rag.engine import Engine
from tests.small_engine import engine_over

ARTICLES = {
    "a.txt": (
        "Why are people still going from the island? Two reasons come up again and again: mines in the orchards, and a "
        "rumour about the guns.\n\nThe ferry is painted blue. A child waved from the pier."
    ),
    "b.txt": (
        "The Kessin bridge is gone, and each side accuses the other of it. It was shelled from the north, says one.\n\n"
        "It was a cold winter, and the mill closed."
    ),
    "c.txt": (
        "The tannery at Brell will shut in June, its owners said. Some 240 people work there. The owners blamed the "
        "price of salt, which has doubled.\n\nThe mayor wept."
    ),
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """An engine over two articles that tell of a matter in the sentence after the one that names it."""
    return engine_over(ARTICLES, tmp_path_factory.mktemp("following"))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Why are people still going from the island?", "mines in the orchards"),
        ("What happened to the Kessin bridge?", "shelled from the north"),
        ("Why will the tannery shut?", "blamed the price of salt"),
    ],
)
def test_what_goes_on_with_the_best_sentence_is_cited(engine: Engine, question: str, words: str) -> None:
    """The answer to a question that an article asks itself is cited, and what "it" tells of the thing named before."""
    assert words in engine.ask(question).text


def test_an_article_that_asks_gives_no_answer_by_it(engine: Engine) -> None:
    """The article's own question stands behind its answer, and another paragraph that begins with "it" is left out."""
    answer = engine.ask("Why are people still going from the island?")
    assert answer.citations[0].quote.startswith("Two reasons")
    assert "price of salt" not in engine.ask("When will the tannery shut?").text
    assert "cold winter" not in engine.ask("What happened to the Kessin bridge?").text
