"""Answers as Markdown and as the source pane: exact, complete, and harmless whatever the texts hold."""

import re
from datetime import date
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from corpus.source import Sentence, Source
from rag.answer import Answer, Citation, Disagreement, Side, Statement
from rag.markup import unescape
from rag.refusal import LONGEST_QUESTION, refusal
from ui.asked import Turn
from ui.citing import cited, written_date
from ui.markup import link, literal, plain
from ui.paragraphs import WHOLE_UP_TO, Passage, cut
from ui.reader import reader
from ui.render import answer_markdown, question_markdown

FERRY = "The ferry sank on Monday. Twelve people drowned, the harbour said.\n\nShare this\n\nThe owner denies it."
HOSTILE = (
    "<b>x</b> ![p](http://e.example/p) [l](javascript:1) `c` # h\n# h\n    code\n- item\n1. one\n---\n"
    "$$x$$ www.e.example a@b.example |a|b| ~~~ &lt; \\"
)
UNESCAPED_LINK = re.compile(r"(?<!\\)\[(?!\\\[\d+\\\]\]\(#cite-)")

foreign = st.text(
    st.sampled_from(list("<>&![]()`*_#~|$@\\\"'=+-:/.1 \t\n\rwhtpx\u202e\x00é")) | st.characters(), max_size=80
)


def source(text: str = FERRY, file: str = "ferry.txt", **known: str) -> Source:
    """An article whose sentences end in full stops."""
    found = re.finditer(r"[A-Z][^.\n]*\.", text)
    sentences = tuple(Sentence(m.start(), m.end(), m[0], m[0], 0, 1) for m in found)
    return Source(file, text, sentences, "", known.get("title"), known.get("outlet"), date(2024, 5, 6))


def citation(number: int, quote: str, text: str = FERRY, file: str = "ferry.txt", **known: str) -> Citation:
    """The words in the article."""
    start = text.index(quote)
    outlet, title = known.get("outlet"), known.get("title")
    return Citation(number, file, start, start + len(quote), 1, quote, title, outlet, "2024-05-06")


def answer(text: str, *citations: Citation, answered: bool = True) -> Answer:
    """An answer to a fixed question."""
    return Answer("What happened?", answered, text, citations=citations)


class Tags(HTMLParser):
    """The tags and the text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_marker_is_a_link_whose_hover_shows_outlet_date_and_quote() -> None:
    """The form that the page's script and Gradio's renderer rely on."""
    one = citation(1, "Twelve people drowned", outlet="Harbour News")
    assert answer_markdown(answer("- Twelve drowned [1]", one), turn=3) == (
        '- Twelve drowned\N{NO-BREAK SPACE}[\\[1\\]](#cite-3-1 "Harbour News, 6 May 2024: Twelve people drowned")'
    )


def test_a_number_in_brackets_that_no_citation_has_stays_text() -> None:
    """Footnotes of a source, escaped or not, are not taken for markers."""
    one = citation(1, "Twelve people drowned")
    assert answer_markdown(answer("It sank [7] \\[1\\]", one), 1) == "It sank\N{NO-BREAK SPACE}\\[7\\] \\[1\\]"


def test_words_escaped_by_the_engine_are_escaped_once() -> None:
    """An answer's text is Markdown: its backslashes belong to it, and are not shown."""
    assert unescape("3 \\* 4 \\[sic\\] \\\\") == "3 * 4 [sic] \\"
    assert answer_markdown(answer("3 \\* 4"), 1) == "3 \\* 4"


def test_only_what_is_cited_is_listed_in_order_of_use() -> None:
    """Markers first, as they come; then what statements, sides and the nearest passages add."""
    three = tuple(citation(n, quote) for n, quote in enumerate(["The ferry", "Twelve", "The owner", "harbour"], 1))
    whole = Answer(
        "?",
        True,
        "A [2][1]",
        (Statement("A", (1,)),),
        three,
        (Disagreement("event", "conflict", "s", (Side("p", ("h",), (3, 9)),)),),
    )
    assert [one.number for one in cited(whole)] == [2, 1, 3]


def test_a_declined_answer_looks_different_and_points_at_the_nearest() -> None:
    """What is missing is a block quote, which no answer has; related passages are named once."""
    one = citation(1, "The owner denies it.", outlet="A > B")
    missing = Answer("?", False, "", (), (one,), related=(1,), declined_because="Nobody says.")
    shown = answer_markdown(missing, 2)
    assert shown.startswith(
        "> Nobody says.\n\nThe nearest they come to it:\n- A &gt; B, 6 May 2024: “The owner denies it.”"
    )
    text = "Nobody says.\n\nThe nearest:\n- The owner denies it. [1]"
    mentioned = Answer("?", False, text, (), (one,), related=(1,), declined_because="Nobody says.")
    assert answer_markdown(mentioned, 2).count("#cite-2-1") == 1


def test_warnings_stand_below_the_answer() -> None:
    """They are for the reader, and are no part of the answer."""
    stale = Answer("?", True, "Yes.", warnings=("the index is older than <b>",))
    assert answer_markdown(stale, 1) == "Yes.\n\n*Note: the index is older than &lt;b&gt;*"


def test_hostile_text_becomes_no_markup() -> None:
    """Each construct of Markdown in a source's words is shown as its characters."""
    shown = literal(HOSTILE)
    assert "<" not in shown and "![" not in shown and "http\\://" in shown
    assert shown.splitlines()[1:6] == ["\\# h", "code", "\\- item", "1\\. one", "\\---"]
    assert "www\\.e" in shown and "a\\@b" in shown and "\\$\\$" in shown and "\\|a\\|b\\|" in shown
    assert shown.endswith("&amp;lt; \\\\")


@example("!", "")
@example("\\!", "")
@example("\\\\!", "")
@given(foreign, foreign)
def test_markdown_never_holds_an_unescaped_tag_picture_or_link(text: str, quote: str) -> None:
    """Whatever an answer and its quotes hold, the only links are ours."""
    one = Citation(1, "f.txt", 0, len(quote), 1, quote, title=text, outlet=text, date="2024-05-06")
    shown = answer_markdown(Answer(text, True, f"{text} [1]\n- {text}[1]", citations=(one,), warnings=(text,)), 1)
    for markdown in (shown, question_markdown(text)):
        assert "<" not in markdown
        assert not re.search(r"(?<!\\)!\[", markdown)
        assert not UNESCAPED_LINK.search(re.sub(r"\\\\", "", markdown))
        assert not re.search(r"(?i)(?<!\\)://|\bwww\.", markdown)


@given(foreign)
def test_a_hover_text_cannot_leave_its_quotation_marks(title: str) -> None:
    """The title of a link holds no character that Markdown or HTML reads as its own."""
    shown = link(literal("1"), "cite-1-1", title)
    assert shown.count('"') == 2 and "\n" not in shown and "`" not in shown and "\\" not in shown


@given(foreign)
def test_html_of_any_text_has_no_tag(text: str) -> None:
    """Text stays text, and the reader's parser gives it back, less what cannot be shown."""
    assert Tags(plain(text)).tags == set()


@given(st.data(), foreign)
def test_the_marked_runs_are_the_quoted_words_exactly(data: st.DataObject, text: str) -> None:
    """In any text, with overlapping passages, each passage's runs join to its words, white space aside."""
    offsets = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(offsets, offsets).map(sorted), max_size=3))
    passages = [Passage(f"p{n}", start, end, text[start:end]) for n, (start, end) in enumerate(spans)]
    paragraphs = cut(source(text), passages)
    runs = [run for paragraph in paragraphs for run in paragraph.runs]
    assert "".join("".join(run.text for run in runs).split()) == "".join(text.split())
    for passage in passages:
        marked = "".join(run.text for run in runs if passage.name in run.names)
        assert "".join(marked.split()) == "".join(passage.quote.split())


def test_an_article_is_shown_whole_with_furniture_dimmed() -> None:
    """Nothing is left out; what may not be quoted is told apart."""
    paragraphs = cut(source(), [Passage("p", 26, 47, "Twelve people drowned")])
    assert [paragraph.kind for paragraph in paragraphs] == ["prose", "furniture", "prose"]
    assert [run.text for run in paragraphs[0].runs if run.names] == ["Twelve people drowned"]


def test_windows_line_ends_make_no_extra_paragraphs() -> None:
    """A line end of two characters is one line end."""
    assert len(cut(source("One two.\r\nThree four.\r\n\r\nFive six."), [])) == 2


def test_a_page_of_tags_is_shown_as_people_read_it() -> None:
    """In .html the words are marked in the reading; entities and tags are not shown."""
    text = "<p>Cats &amp; dogs <b>ran away</b> today.</p>"
    start = text.index("ran")
    sentence = Sentence(start, start + 8, "ran away", "Cats & dogs ran away today.", 0, 1)
    page = Source("cats.html", text, (sentence,), "")
    (paragraph,) = cut(page, [Passage("p", start, start + 8, "ran away")])
    assert [(run.text, run.names) for run in paragraph.runs] == [
        ("Cats & dogs ", ()),
        ("ran away", ("p",)),
        (" today.", ()),
    ]


def test_a_very_long_article_is_shown_around_its_passages() -> None:
    """A book does not stop the browser; gaps say that something was left out."""
    text = "word " * WHOLE_UP_TO + "The end came."
    start = text.index("The end")
    paragraphs = cut(source(text), [Passage("p", start, start + 7, "The end")])
    assert paragraphs[0].kind == "gap"
    assert sum(len(run.text) for paragraph in paragraphs for run in paragraph.runs) < 50_000


def test_the_pane_lists_citations_and_holds_their_articles() -> None:
    """Cards in order of use; one article for two passages of it, with both marked."""
    two = (citation(1, "Twelve people", outlet="News"), citation(2, "The owner denies it.", outlet="News"))
    pane = reader([Turn("?", (), answer("A [1] B [2]", *two))], [source(outlet="News", title="Ferry")])
    assert re.findall(r'href="#(cite-1-\d)"', pane) == ["cite-1-1", "cite-1-2"]
    assert pane.count("<article") == 1
    assert '<mark class="cite-1-1" tabindex="-1">Twelve people</mark>' in pane


def test_the_pane_before_a_question_names_the_sources() -> None:
    """The reader sees what can be asked."""
    pane = reader([], [source(outlet="News", title="Ferry"), source(file="other.txt")])
    assert "2 articles can be asked" in pane and "News · 6 May 2024" in pane and "other.txt" in pane


@given(foreign, foreign)
def test_the_pane_holds_no_markup_of_an_article(text: str, name: str) -> None:
    """Only our own elements and attributes stand in the pane, whatever text, title, outlet and file say."""
    article = Source(name, f"{text}words", (), "", title=text, outlet=text)
    one = Citation(1, name, 0, len(text) + 5, 1, f"{text}words", title=text, outlet=text, date=name, holder=text)
    asked = Turn(text, (text,), Answer(text, True, "A [1]", citations=(one,)))
    parsed = Tags(reader([asked], [article]))
    assert parsed.tags <= {
        "div",
        "section",
        "h2",
        "p",
        "ol",
        "li",
        "a",
        "q",
        "span",
        "nav",
        "button",
        "article",
        "header",
        "mark",
    }
    assert not any(name.startswith("on") or name in {"src", "action", "style"} for name in parsed.attributes)


def test_unfit_questions_are_refused_in_a_sentence() -> None:
    """Nothing, control characters and a book; but any script may ask."""
    assert all(refusal(question) for question in ("", " \n", "\x00\x07", "?!", "x" * (LONGEST_QUESTION + 1)))
    assert not any(refusal(question) for question in ("why?", "Ինչո՞ւ", "为什么", "\x07why"))
    assert len(question_markdown("x" * 100_000)) < 300


def test_dates_are_written_as_people_write_them() -> None:
    """What is no date stays as the source has it."""
    assert written_date("2023-09-27") == "27 Sep 2023"
    assert written_date("last week") == "last week"
