"""The head of an article, in every format: outlet, author and date, and that none of it is quoted."""

from datetime import date
from io import BytesIO

import docx
import pytest

from corpus.article import Article, read_article
from corpus.formats import read_document
from corpus.metadata import Description

PROSE = "The council voted on Monday to close the old bridge, and nobody in the town was surprised by it."
MORE = "Traffic will be led over the new one from the first day of next month, the mayor said afterwards."
TITLE = "The old bridge closes for good"
DAY, BOTH = date(2023, 5, 3), "Ann Reed and Tom Falk"


def read(text: str, file: str = "a.txt", given: Description | None = None) -> Article:
    """The article in a file that holds this text."""
    return read_article(read_document(file, text.encode()), given or Description())


def text(head: str) -> str:
    """A plain article under this head."""
    return f"{head}\n\n{PROSE}\n\n{MORE}\n"


@pytest.mark.parametrize(
    ("head", "author", "day"),
    [
        (f"{TITLE}\n\nBy Ann Reed\n3 May 2023", "Ann Reed", DAY),
        (f"{TITLE}\n\nby ANN REED, Correspondent", "Ann Reed", None),
        (f"By Ann Reed\n\n{TITLE}", "Ann Reed", None),
        (f"{TITLE}\n\nAnn Reed | 3 May 2023", "Ann Reed", DAY),
        (f"{TITLE}\n\n3 May 2023 | Ann Reed", "Ann Reed", DAY),
        (f"{TITLE}\n\nBy Ann Reed · Wednesday 3 May 2023, 22:45", "Ann Reed", DAY),
        (f"{TITLE}\n\nANN REED", "Ann Reed", None),
        (f"{TITLE}\n\nThe town had known it for years.\n\nANN REED\n3 May 2023", "Ann Reed", DAY),
        (f"{TITLE}\n\nAnn Reed and Tom Falk\n\n3 May 2023", "Ann Reed and Tom Falk", DAY),
    ],
)
def test_a_byline_names_the_author_and_is_not_quoted(head: str, author: str, day: date | None) -> None:
    """Wherever it stands in the head, alone or beside a date."""
    article = read(text(head))
    assert (article.description.title, article.description.author, article.description.date) == (TITLE, author, day)
    assert not any("reed" in sentence.text.lower() for sentence in article.sentences)
    assert [sentence.text for sentence in article.sentences if sentence.kind == "prose"][-2:] == [PROSE, MORE]


@pytest.mark.parametrize(
    "head",
    [
        "ANN REED",
        f"Ann Reed\n\n{TITLE}",
        f"{TITLE}\n\nOld Bridge",
        f"{TITLE}\n\nNew Lowtown",
        f"{TITLE}\n\nBuenos Aires, 3 May 2023",
        f"{TITLE}\n\nBy the Valley team",
        f"{TITLE}\n\nValley News Agency",
        f"{TITLE}\n\nThe town had known it for years.\n\nNorthern Ireland",
        f"{TITLE}: Ann Reed is angry\n\nAnn Reed",
        f"{TITLE}\n\nTerrow Hill\n\nThe people of Terrow Hill had known it for years.",
        f"{TITLE}\n\nPhoto: Ann Reed",
    ],
)
def test_what_is_no_byline_names_nobody(head: str) -> None:
    """Titles, places, sections, bodies and whom the text speaks of are no authors."""
    assert read(text(head)).description.author is None


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (f"REPUBLIC OF LOWLAND\nMINISTRY OF THE BRIDGES AND FORDS\n\n{TITLE}", "Ministry of the Bridges and Fords"),
        (f"LOWLAND\nMINISTRY OF BRIDGES\nPRESS RELEASE\n\n{TITLE}", "Ministry of Bridges"),
        (f"LOWTOWN CITY COUNCIL\n\n{TITLE.upper()}", "Lowtown City Council"),
        (f"The Morning Ledger\nOpinion\n\n{TITLE}", "The Morning Ledger"),
        (f"The Morning Ledger\n\nOpinion\n\n{TITLE}", "The Morning Ledger"),
        (f"THE MORNING LEDGER\nHome | News | Sport\n\n{TITLE}", "The Morning Ledger"),
        (f"The Valley Gazette\n\n{TITLE}", "The Valley Gazette"),
    ],
)
def test_a_letterhead_is_the_outlet_and_is_not_quoted(head: str, outlet: str) -> None:
    """The last line above the title that names a body, in title case."""
    article = read(text(head))
    title = head.splitlines()[-1]
    assert (article.description.outlet, article.description.title) == (outlet, title)
    assert [sentence.text for sentence in article.sentences] == [title, PROSE, MORE]


@pytest.mark.parametrize(
    "head",
    [
        TITLE.upper(),
        f"{TITLE.upper()}\n\nThe town had known it for years and years",
        f"MINISTRY OF BRIDGES DENIES ROLE\n\n{TITLE}",
        f"COUNCIL VOTES TO CLOSE BRIDGE\n\n{TITLE}",
        f"WORLD NEWS\n\n{TITLE}",
        f"NORTH LOWLAND\n\n{TITLE}",
        f"3 MAY 2023\n\n{TITLE}",
        f"Old Bridge\nBy Ann Reed\n\n{TITLE}",
        "MINISTRY OF BRIDGES",
        "MINISTRY OF BRIDGES\n\nMinistry of Bridges",
    ],
)
def test_a_title_in_capitals_is_no_outlet(head: str) -> None:
    """Titles, kickers, places and dates above the text name no outlet, and nothing of a title is lost."""
    article = read(text(head))
    assert article.description.outlet is None
    first = head.splitlines()[0]
    assert first in [sentence.text for sentence in article.sentences]


@pytest.mark.parametrize(
    ("line", "outlet", "day"),
    [
        ("The Morning Ledger, 3 May 2023", "The Morning Ledger", DAY),
        ("Ministry of Bridges | 3 May 2023", "Ministry of Bridges", DAY),
        ("3 May 2023 – The Valley Gazette", "The Valley Gazette", DAY),
        ("Harbour Post, 3 May 2023", "Harbour Post", DAY),
        ("3 May 2023, Dockers' Voice", "Dockers' Voice", DAY),
        ("The Lantern, 3 May 2023", "The Lantern", DAY),
        ("San Lowtown, 3 May 2023", None, None),
        ("The Hague, 3 May 2023", None, None),
        ("Bridge Closed, 3 May 2023", None, None),
        ("He died in Lowtown, 3 May 2023", None, None),
    ],
)
@pytest.mark.parametrize("form", ["{title}\n\n{line}", "# {title}\n\n*{line}*"])
def test_an_outlet_stands_beside_a_date(line: str, outlet: str | None, day: date | None, form: str) -> None:
    """A line of an outlet and a date gives both, and is not quoted; one of a place and a date gives neither."""
    article = read(text(form.format(title=TITLE, line=line)), "a.md" if form.startswith("#") else "a.txt")
    assert (article.description.outlet, article.description.date) == (outlet, day)
    assert len(article.sentences) == (4 if day is None else 3)


@pytest.mark.parametrize("title", ["The bridge", "Bridge", "Lowtown bridge shut"])
@pytest.mark.parametrize("form", ["{title}\n\n{line}", "# {title}\n\n*{line}*", "# {title}\n\n{line}"])
@pytest.mark.parametrize(
    ("line", "outlet"),
    [("Harbour Post, 3 May 2023", "Harbour Post"), ("The Valley Gazette | 3 May 2023", "The Valley Gazette")],
)
def test_a_short_headline_stands_above_a_name_and_a_day(title: str, form: str, line: str, outlet: str) -> None:
    """However few words it has: the line under it is the outlet's, and no headline."""
    article = read(text(form.format(title=title, line=line)), "a.md" if form.startswith("#") else "a.txt")
    assert article.description == Description(title, outlet, DAY)


@pytest.mark.parametrize("title", ["Live updates, 3 May 2023", "Bridge shut | 3 May 2023"])
def test_a_headline_may_end_in_a_day(title: str) -> None:
    """The first heading stays the headline above others, though it names a day."""
    assert read(text(f"# {title}\n\n## Key points"), "a.md").description.title == title


def test_dated_sections_and_bylines_name_no_paper() -> None:
    """A section's heading stays in the text; a person beside a bar is its author, whatever the name."""
    sections = f"# {TITLE}\n\n## The Lantern, 3 May 2023\n\n{PROSE}\n\n## The Mayor, 4 June 2023\n\n{MORE}\n"
    article = read(sections, "a.md")
    assert article.description.outlet is None
    assert [each.kind for each in article.sentences].count("heading") == 3
    assert read(text(f"{TITLE}\n\nAnn Star | 3 May 2023")).description.author == "Ann Star"


def test_what_is_known_otherwise_comes_first() -> None:
    """The owner's word counts before the text's, and an author who is the outlet is none."""
    head = f"THE VALLEY GAZETTE\n\n{TITLE}\n\nBy Ann Reed"
    given = Description(outlet="The Paper", author="Jo Berg")
    described = read(text(head), given=given).description
    assert (described.outlet, described.author) == ("The Paper", "Jo Berg")
    own = f"---\nauthor: Reed Mining\norganisation: Reed Mining\n---\n# {TITLE}\n\nBy Tom Falk\n\n{PROSE}\n\n{MORE}"
    assert read(own, "a.md").description == Description(TITLE, "Reed Mining", None, "Tom Falk")


@pytest.mark.parametrize(
    ("fields", "author", "outlet"),
    [
        ("author: Ann Reed\ninstitution: Institute of Bridges", "Ann Reed", "Institute of Bridges"),
        ("authors: [Ann Reed, Tom Falk]\norganisation: Bridge Watch", "Ann Reed and Tom Falk", "Bridge Watch"),
        ("authors:\n  - name: Ann Reed\n  - {name: Tom Falk}", "Ann Reed and Tom Falk", None),
        ("byline: By ANN REED", "Ann Reed", None),
        ("author: Staff", None, None),
        ("author: ann@reed.example", None, None),
        ("author: 7", None, None),
        ("author: &a [*a, Ann Reed]", "Ann Reed", None),
    ],
)
def test_front_matter_names_the_author(fields: str, author: str | None, outlet: str | None) -> None:
    """One, a list, or objects with names; a body as an author is none."""
    described = read(f"---\n{fields}\n---\n# {TITLE}\n\n{PROSE}\n\n{MORE}", "a.md").description
    assert (described.author, described.outlet) == (author, outlet)


def data(author: str) -> str:
    """JSON-LD of an article by this author."""
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "author": {author}}}</script>'


@pytest.mark.parametrize(
    ("in_head", "author"),
    [
        ('<meta name="author" content="Ann Reed">', "Ann Reed"),
        ('<meta name="citation_author" content="Reed, Ann"><meta name="citation_author" content="Tom Falk">', BOTH),
        ('<meta name="author" content="Reed Mining Corporate Affairs">', None),
        ('<meta property="og:site_name" content="Reed Mining"><meta name="author" content="Reed Mining">', None),
        (data('{"@type": "Person", "name": "Ann Reed"}'), "Ann Reed"),
        (data('["Ann Reed", {"name": "Tom Falk"}]'), BOTH),
        (data('{"@type": "Organization", "name": "Lowtown Welle"}'), None),
        (data("[[null, 7]]"), None),
    ],
)
def test_the_head_of_a_page_names_the_author(in_head: str, author: str | None) -> None:
    """Meta tags and JSON-LD are read; organisations are no authors."""
    assert read(page(in_head, ""), "a.html").description.author == author


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ('<p>By <a href="/reed">Ann Reed</a> &middot; 3 May 2023</p>', "Ann Reed"),
        ('<p><a rel="author" href="/reed">Ann Reed</a></p>', "Ann Reed"),
        ('<p><span itemprop="author"><b>By</b> <i>Ann Reed</i></span></p>', "Ann Reed"),
        ("<p>By the Valley team &bull; 3 min read</p>", None),
        ('<aside><a rel="author" href="/berg">Jo Berg</a></aside>', None),
    ],
)
def test_the_byline_of_a_page_names_the_author(byline: str, author: str | None) -> None:
    """The line under the headline and links to an author are read, and not quoted."""
    article = read(page('<meta name="author" content="admin">', byline), "a.html")
    assert article.description.author == author
    assert [sentence.text for sentence in article.sentences] == [TITLE, PROSE, MORE]


def page(in_head: str, byline: str) -> str:
    """A page with this in its head, and this under its headline."""
    article = f"<article><h1>{TITLE}</h1>{byline}<p>{PROSE}</p><p>{MORE}</p></article>"
    return f"<html><head>{in_head}</head><body>{article}</body></html>"


@pytest.mark.parametrize(("shown", "author"), [("ANN REED", "Ann Reed"), ("Lowtown", None)])
def test_the_properties_of_a_file_name_the_author_its_text_shows(shown: str, author: str | None) -> None:
    """Who saved a Word document did not write it, unless the document says so."""
    document = docx.Document()
    document.core_properties.author = "Ann Reed"
    for style, paragraph in (("Title", TITLE), ("Normal", shown), ("Normal", PROSE), ("Normal", MORE)):
        document.add_paragraph(paragraph, style=style)
    target = BytesIO()
    document.save(target)
    found = read_article(read_document("a.docx", target.getvalue()), Description())
    assert found.description.author == author
