"""Markdown: what is read, what is quoted, and what front matter says."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from corpus.article import read_article
from corpus.blocks import Block
from corpus.formats import Document, read_document
from corpus.markdown import front_matter, markdown_blocks
from corpus.metadata import Description
from corpus.source import Sentence

ARTICLE = """\
---
title: "The bridge: closed"
publisher: {name: The Paper}
date: 2021-05-03
---

# The bridge: closed #

The *old* bridge, says [the council of the town](http://example.org/a_(b)), is
closed for good.
> “It was **never** safe for lorries,”
> said the engineer.

- Three hundred lorries crossed it
- [Another article](http://example.org)

```
code = "is not quoted"
```

| day | lorries |
|-----|--------:|
| Monday | 300 of them crossed it |

A setext heading
----------------
It cost 5 * 3 million &amp; snake_case stayed\\!
"""


def document(text: str) -> Document:
    """A Markdown file that holds this text."""
    return read_document("a.md", text.encode())


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a Markdown text."""
    return read_article(document(text), Description()).sentences


def test_marks_are_not_read() -> None:
    """Emphasis, links, list marks, code and tables' rules are not in what is read."""
    assert [sentence.reading for sentence in sentences(ARTICLE)] == [
        "The bridge: closed",
        "The old bridge, says the council of the town, is closed for good.",
        "“It was never safe for lorries,” said the engineer.",
        "Three hundred lorries crossed it",
        "Monday | 300 of them crossed it",
        "A setext heading",
        "It cost 5 * 3 million & snake_case stayed!",
    ]


def test_a_quote_holds_no_link() -> None:
    """A sentence with a link in it is quoted by its longest fragment; emphasis may stand in a quote."""
    texts = [sentence.text for sentence in sentences(ARTICLE)]
    assert texts[1] == "the council of the town"
    assert texts[2] == "“It was **never** safe for lorries,”\n> said the engineer."


def test_headings_and_lists_keep_their_kind() -> None:
    """Headings of both forms are headings, list items are prose."""
    kinds = {sentence.reading: sentence.kind for sentence in sentences(ARTICLE)}
    assert kinds["The bridge: closed"] == kinds["A setext heading"] == "heading"
    assert kinds["Three hundred lorries crossed it"] == "prose"


def test_front_matter_describes_the_article() -> None:
    """Title, publisher and date come from the front matter, which is not quoted."""
    assert document(ARTICLE).description == Description("The bridge: closed", "The Paper", date(2021, 5, 3))
    assert not any("publisher" in sentence.text for sentence in sentences(ARTICLE))


def test_broken_front_matter_is_told() -> None:
    """An article under front matter that is no YAML is read all the same."""
    found = document("---\ntitle: [unclosed\n---\nThe bridge is closed for good.\n")
    assert "front matter" in found.remarks[0]
    assert found.blocks[0].text == "The bridge is closed for good."


def test_a_rule_is_no_front_matter() -> None:
    """A text that begins with a rule is read from its beginning."""
    assert sentences("---\nThe bridge is closed for good.\n\nNobody was surprised.")[0].line == 2


@given(st.text(alphabet=st.sampled_from("ab .!\n\r#>*_`[]()|-1<&;“") | st.characters(exclude_categories=["Cs"])))
def test_spans_tell_the_truth(text: str) -> None:
    """Whatever the Markdown, a sentence is verbatim in its file, and no exception is raised."""
    if not text.strip().strip("\ufeff") or "\0" in text:
        return
    found = Document(text, tuple(read_blocks(text)))
    for sentence in read_article(found, Description()).sentences:
        assert text[sentence.start : sentence.end] == sentence.text


def read_blocks(text: str) -> list[Block]:
    """The blocks of a text, front matter aside."""
    return markdown_blocks(text, front_matter(text)[0])
