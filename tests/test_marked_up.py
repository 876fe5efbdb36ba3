"""Sentences that markup cuts: quotes are the words of the file, and what is shown is what a person reads."""

import pytest

from index.encoder import Encoder
from rag.engine import Engine

PAGE = """\
<!DOCTYPE html><html lang="en"><head><title>Fire at the mill</title>
<meta property="og:site_name" content="Valley Post"></head><body><article><h1>Fire at the mill</h1>
<p>The mayor&rsquo;s office said that Smith&nbsp;&amp;&nbsp;Sons had <b>not</b> paid the guards of the mill.</p>
<p>The fire at the mill killed 14&nbsp;people, the <i>fire brigade</i> said on Monday, and 20 were hurt.</p>
</article></body></html>
"""
NOTES = """\
# The mill burnt *down*

The fire at the mill hurt **twelve horses**, the [hospital](https://example.org/x) said, and _nobody_ knows why.

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
            "Who did not pay the guards?",
            "The mayor’s office said that Smith & Sons had not paid the guards of the mill.",
        ),
        (
            "How many people did the fire kill?",
            "The fire at the mill killed 14 people, the fire brigade said on Monday, and 20 were hurt.",
        ),
        (
            "How many horses were hurt?",
            "The fire at the mill hurt twelve horses, the hospital said, and nobody knows why.",
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
    assert [quotes[number] for number in first.citations] == [
        "The fire at the mill killed 14",
        "said on Monday, and 20 were hurt.",
    ]
    for citation in answer.citations:
        text = {"post.html": PAGE, "notes.md": NOTES}[citation.file]
        assert text[citation.start : citation.end] == citation.quote
        assert citation.file != "post.html" or not set("<>&") & set(citation.quote)
