"""Questions of the articles themselves: how many there are, by whom, of which outlets, of which days."""

from pathlib import Path

import pytest
from scripted_model import Stage, serving

from corpus.source import Source
from index.vocabulary import Vocabulary
from index.words import surface_words
from rag.answer import Answer
from rag.engine import Engine
from rag.listing_asked import Listing, listing_asked
from rag.on_the_whole import Aim, asked_on_the_whole
from rag.question import understand
from rag.settings import load_settings
from tests.small_engine import engine_over

ARTICLES = {
    "a.md": "---\noutlet: Harbour Gazette\nauthor: Ann Reed\ndate: 2031-03-02\n---\n\n# The pier\n\n"
    "The pier at Sell gave way on Sunday night, and nobody was hurt.\n\nThe report was published on 1 March 2031.\n",
    "b.md": "---\noutlet: Inland Post\nauthor: Karl Moss\ndate: 2031-03-05\n---\n\n# A repair\n\n"
    "The town will rebuild the pier at Sell before the summer comes.\n",
    "c.md": "---\noutlet: Inland Post\n---\n\n# A letter\n\nNobody asked the anglers whether they want a new pier.\n",
}
SIGNED = "They are by Ann Reed (Harbour Gazette) and Karl Moss (Inland Post); 1 shows no author."
SPAN = "from 2 March 2031 to 5 March 2031"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return engine_over(ARTICLES, tmp_path_factory.mktemp("listing"))


def asked(question: str, *, follows: bool = False) -> Listing | None:
    return listing_asked(surface_words(question), follows)


@pytest.mark.parametrize(
    ("question", "listing"),
    [
        ("How many articles are there?", Listing.NUMBER),
        ("how many sources do you have", Listing.NUMBER),
        ("How many documents are in this folder?", Listing.NUMBER),
        ("How many articles are there in total?", Listing.NUMBER),
        ("How many outlets are these articles from?", Listing.OUTLETS),
        ("How many authors wrote these articles?", Listing.AUTHORS),
        ("Who wrote these articles?", Listing.AUTHORS),
        ("By whom were the articles written?", Listing.AUTHORS),
        ("Who are the authors?", Listing.AUTHORS),
        ("who is the author of the named article", Listing.AUTHORS),
        ("Which outlets are these from?", Listing.OUTLETS),
        ("Which outlets are there?", Listing.OUTLETS),
        ("Where are these articles from?", Listing.OUTLETS),
        ("Who published these reports?", Listing.OUTLETS),
        ("When were these articles published?", Listing.DAYS),
        ("When were the articles written?", Listing.DAYS),
        ("What dates are the articles from?", Listing.DAYS),
        ("How old are these articles?", Listing.DAYS),
        ("How recent are the sources?", Listing.DAYS),
        ("List the articles by date", Listing.DAYS),
        ("Which article is the newest?", Listing.NEWEST),
        ("What is the most recent article?", Listing.NEWEST),
        ("Which is the oldest source?", Listing.OLDEST),
    ],
)
def test_who_asks_of_the_articles_is_understood(question: str, listing: Listing) -> None:
    """However it is put."""
    assert asked(question) is listing


@pytest.mark.parametrize(
    "question",
    [
        "When was the report published?",
        "Who wrote the document?",
        "Who signed the document?",
        "How many documents were released?",
        "How many files were published?",
        "How many newspapers were closed?",
        "How many sources confirm the figure?",
        "Which article first reported the leak?",
        "Which newspaper published the leak first?",
        "Who wrote the letter to the sources?",
        "When did the sources say that it happened?",
        "What is the latest?",
        "What sources do you have?",
        "Who wrote this?",
        "How old is named?",
        "When was named founded?",
        "Who owns the newspapers?",
        "How many articles did she write?",
        "When did her last article appear?",
        "When was the journalist's latest article published?",
        "How many articles did the reporter write?",
        "How many sources does the report use?",
        "How many sources are there in the report?",
        "How many documents are there?",
        "How many documents are signed?",
        "How many newspapers are there?",
        "How many outlets are there?",
        "How many sources are there?",
        "Where are the sources?",
        "What is the first article?",
        "Who wrote the newest and the oldest article?",
        "Which articles have no date?",
    ],
)
def test_what_the_articles_tell_of_is_something_else(question: str) -> None:
    """They tell of reports, documents and newspapers too; "named" is an author as well."""
    assert asked(question) is None


def test_this_report_is_the_one_spoken_of_before() -> None:
    """Where anything was; these articles are all there are."""
    for question in ("When was this report released?", "Who signed this document?", "Who wrote this article?"):
        assert asked(question) is not None
        assert asked(question, follows=True) is None
    assert asked("Who wrote these articles?", follows=True) is Listing.AUTHORS


def test_an_outlet_is_named(engine: Engine) -> None:
    """Its own articles are asked for, after whatever was asked before."""

    def files(question: str, *history: str) -> set[str] | None:
        sources: tuple[Source, ...] = engine.sources()
        whole = asked_on_the_whole(understand(question, Vocabulary({}, frozenset()), history), sources)
        return set(whole.named) if whole and whole.aim is Aim.LISTING else None

    assert files("When was the Inland Post's article published?") == {"b.md", "c.md"}
    assert files("Who wrote the article in the Harbour Gazette?") == {"a.md"}
    assert files("When were the articles of Ann Reed published?") == {"a.md"}
    assert files("How old is Ann Reed?") is None
    assert files("When were these articles published?", "Was anybody hurt?") == set()


def assert_exact(answer: Answer) -> None:
    """Every article that is listed is cited in its own words."""
    assert answer.answered
    assert [statement.citations for statement in answer.sentences] == [(each.number,) for each in answer.citations]
    for citation in answer.citations:
        assert ARTICLES[citation.file][citation.start : citation.end] == citation.quote


@pytest.mark.parametrize(
    ("question", "lead", "files"),
    [
        ("How many articles are there?", "There are 3 articles.", [*ARTICLES]),
        ("Who wrote these articles?", SIGNED, [*ARTICLES]),
        ("Who wrote the Harbour Gazette article?", "It is by Ann Reed.", ["a.md"]),
        ("Which outlets are these from?", "They are of 2 outlets: Harbour Gazette and Inland Post.", [*ARTICLES]),
        ("When were these articles published?", f"They are {SPAN}; 1 shows no day.", [*ARTICLES]),
        ("Which article is the newest?", "The newest is of 5 March 2031; 1 shows no day.", ["b.md"]),
        ("What is the oldest article?", "The oldest is of 2 March 2031; 1 shows no day.", ["a.md"]),
    ],
)  # fmt: skip
def test_a_line_answers_before_the_articles(question: str, lead: str, files: list[str], engine: Engine) -> None:
    """With their titles and days; who asks for the newest is shown that alone."""
    answer = engine.ask(question)
    assert_exact(answer)
    assert answer.text.splitlines()[0] == lead
    assert [citation.file for citation in answer.citations] == files
    assert "a.md" not in files or "Harbour Gazette, “The pier”, a.md (2 March 2031): " in answer.text


def test_what_no_article_shows_is_not_said(engine: Engine) -> None:
    """Who is heard alone, and shows no author and no day."""
    heard = engine.ask("Who wrote the article in c.md?")
    assert (heard.answered, heard.declined_because) == (False, "The article does not show who wrote it.")
    undated = engine.ask("When were these articles published?", sources=["c.md"])
    assert (undated.answered, undated.declined_because) == (False, "The article does not show of which day it is.")
    assert engine.ask("Which article is the newest?", sources=["c.md"]).citations == ()


def test_what_is_published_in_an_article_is_asked_of_it(engine: Engine) -> None:
    """The report that they tell of has its own day."""
    answer = engine.ask("When was the report published?")
    assert [citation.quote for citation in answer.citations] == ["The report was published on 1 March 2031."]


def test_each_of_those_who_sign_together_is_named_once(tmp_path: Path) -> None:
    """With the outlets of both articles."""
    both = ARTICLES["b.md"].replace("Karl Moss", "Ann Reed and Karl Moss")
    engine = engine_over({**ARTICLES, "b.md": both}, tmp_path)
    answer = engine.ask("Who wrote these articles?")
    both_of = "Ann Reed (Harbour Gazette, Inland Post) and Karl Moss (Inland Post)"
    assert answer.text.startswith(f"They are by {both_of}; 1 shows no author.")


def test_of_many_articles_some_are_shown_and_some_outlets_named(tmp_path: Path) -> None:
    """A line says so; of the newest there may be several."""
    articles = {
        f"{number}.md": f"---\noutlet: Out{number} Post\ndate: 2031-03-0{1 + number % 2}\n---\n\nThe pier gave way.\n"
        for number in range(14)
    }
    engine = engine_over(articles, tmp_path)
    outlets, newest = engine.ask("Which outlets are these from?"), engine.ask("Which article is the newest?")
    assert "Out2 Post" in outlets.text.splitlines()[0]
    assert " and 2 more. These 10 are nearest to what all tell; all are listed by “parallax sources”." in outlets.text
    assert (len(outlets.citations), len(newest.citations)) == (10, 7)
    assert newest.text.startswith("The newest are of 2 March 2031.")


def test_names_are_shown_as_they_are(tmp_path: Path) -> None:
    """An outlet's name is no markup of the answer."""
    engine = engine_over({"x.md": "---\noutlet: The *Bold* Post\n---\n\nThe pier at Sell gave way.\n"}, tmp_path)
    assert engine.ask("Who published these articles?").text.startswith("It is of The \\*Bold\\* Post.")


def test_no_language_model_tells_what_the_articles_are(tmp_path: Path) -> None:
    """It is known, and given in the same words."""
    engine_over(ARTICLES, tmp_path)
    stage = Stage()
    stage.scene.reply = "The pier at Sell gave way on Sunday night {=gave way}."
    with serving(stage) as url:
        settings = load_settings(llm_seconds=30)
        corpus, index = tmp_path / "corpus", tmp_path / "index"
        engine = Engine.open(corpus, index=index, llm=f"openai-like:scripted@{url}/v1", settings=settings)
        answer = engine.ask("How many articles are there?")
    assert (answer.mode, answer.text.splitlines()[0]) == ("quotes", "There are 3 articles.")
