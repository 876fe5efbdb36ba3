"""Questions for what stands near to something that the sources say, and is not said itself."""

from pathlib import Path

import pytest

from rag.engine import Engine

ARTICLES = {
    "gazette.txt": """One child died of the fever at Solvik, the town doctor said. Eighteen of the children had it, if you \
count every test. The fever came with the well water.
""",
}


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """An engine over a few articles about a fever."""
    folder: Path = tmp_path_factory.mktemp("fever")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Engine.build(folder, index=tmp_path_factory.mktemp("index"))


@pytest.mark.parametrize(
    "question",
    [
        "How many caught the fever altogether?",
        "How many kids did the fever kill?",
    ],
)
def test_what_is_said_in_other_words_is_answered(engine: Engine, question: str) -> None:
    """A count is found under other words for those counted, and beside a nearer one of those who died."""
    answer = engine.ask(question)
    assert answer.answered, answer.declined_because
