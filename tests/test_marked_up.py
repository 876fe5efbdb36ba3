"""Sentences that markup cuts: quotes are the words of the file, and what is shown is what a person reads."""

from pathlib import Path

import pytest

from index.encoder import Encoder
from rag.engine import Engine
from tests.small_engine import engine_over

PAGE = """\
<!DOCTYPE html><html lang="en"><head><title>Fire at the mill</title>
<meta property="og:site_name" content="Valley Post"></head><body><article><h1>Fire at the mill</h1>
<p>The fire at the mill killed fourteen people&nbsp;&ndash; <b>the fire brigade of the valley</b> said so on Monday.</p>
<p>The owners, Smith&nbsp;&amp;&nbsp;Sons, had paid the guards of the mill until the end of <i>June</i>.</p>
</article></body></html>
"""
NOTES = """\
# The mill burnt *down*

The fire at the mill hurt **twelve horses**, the [hospital for animals](https://a.example) said, and _nobody_ knows why.

The owner, `Smith & Sons`, did *not* insure the roof of the mill, said the union of guards.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Engine:
    folder = tmp_path_factory.mktemp("marked-up")
    (folder / "post.html").write_text(PAGE, encoding="utf-8")
    (folder / "notes.md").write_text(NOTES, encoding="utf-8")
    return Engine.build(folder, index=tmp_path_factory.mktemp("index") / "marked-up")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "How many people did the fire kill?",
            "The fire at the mill killed fourteen people – the fire brigade of the valley said so on Monday.",
        ),
        (
            "How many horses were hurt?",
            "The fire at the mill hurt twelve horses, the hospital for animals said, and nobody knows why.",
        ),
        (
            "Who did not insure the roof?",
            "The owner, Smith & Sons, did not insure the roof of the mill, said the union of guards.",
        ),
    ],
)
def test_a_sentence_is_shown_whole(engine: Engine, question: str, told: str) -> None:
    """An entity, a tag, a link and emphasis cut nothing off what is shown, and do not show."""
    statements = [statement.text for statement in engine.ask(question).sentences]
    assert any(text.endswith(f": {told}") for text in statements), statements


def test_what_is_shown_rests_on_all_its_pieces(engine: Engine) -> None:
    """Each piece that can be quoted is cited by the statement, stands in its file, and holds no markup."""
    answer = engine.ask("How many people did the fire kill?")
    quotes = {citation.number: citation.quote for citation in answer.citations if citation.file == "post.html"}
    first = answer.sentences[0]
    assert {quotes[number] for number in first.citations} == {
        "The fire at the mill killed fourteen people",
        "the fire brigade of the valley",
        "said so on Monday.",
    }
    for citation in answer.citations:
        text = {"post.html": PAGE, "notes.md": NOTES}[citation.file]
        assert text[citation.start : citation.end] == citation.quote
        assert citation.file != "post.html" or not set("<>&") & set(citation.quote)


def test_what_cannot_be_cited_is_not_shown(engine: Engine) -> None:
    """Where a piece is too short to be a citation, dots stand for it: every word of a statement is in what it cites."""
    answer = engine.ask("Until when were the guards paid?")
    statement = next(one for one in answer.sentences if "guards of the mill until" in one.text)
    quotes = [citation.quote for citation in answer.citations if citation.number in statement.citations]
    assert statement.text.endswith(f": … {quotes[0]} …")


def test_a_side_is_cited_in_all_pieces_of_its_sentence(tmp_path: Path) -> None:
    """Who reads a difference finds under its numbers all the words that a side is shown in."""
    articles = {
        "a.html": PAGE.replace(
            "The fire at the mill killed fourteen people&nbsp;&ndash; <b>the fire brigade of the valley</b> said so on "
            "Monday.",
            "The mayor said that the council had helped the <b>farmers of Mill Lane</b> as it promised.",
        ),
        "b.md": "# The miller\n\nThe miller denied that the council had helped anybody on Mill Lane.\n",
    }
    answer = engine_over(articles, tmp_path).ask("What do people think of how the council helped the farmers?")
    quotes = {citation.number: citation.quote for citation in answer.citations}
    [difference] = answer.disagreements
    mayor, _ = difference.sides
    assert mayor.position == "“The mayor said that the council had helped the farmers of Mill Lane as it promised.”"
    assert [quotes[number] for number in mayor.citations] == [
        "The mayor said that the council had helped the",
        "farmers of Mill Lane",
        "as it promised.",
    ]
