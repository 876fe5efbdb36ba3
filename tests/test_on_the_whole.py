"""Questions of the articles as a whole: what they tell of, and where they differ, whatever on."""

from pathlib import Path

import pytest
from scripted_model import Stage, serving

from corpus.source import Source
from index.encoder import Encoder
from index.vocabulary import Vocabulary
from rag.answer import Answer
from rag.engine import Engine
from rag.on_the_whole import Aim, asked_on_the_whole
from rag.question import understand
from rag.settings import load_settings
from rag.told_on_the_whole import AGREEING, MOST, NO_DIFFERENCE
from tests.small_engine import engine_over

HURT = {"Eleven people", "Nineteen people", "more than 40 people"}


@pytest.fixture(scope="module")
def engine(quarrel_folder: Path, quarrel_index: Path) -> Engine:
    return Engine.open(quarrel_folder, index=quarrel_index)


def aim_of(question: str, *history: str) -> Aim | None:
    """What is asked of no articles in particular."""
    whole = asked_on_the_whole(understand(question, Vocabulary({}, frozenset()), history), ())
    return whole.aim if whole else None


@pytest.mark.parametrize(
    "question",
    [
        "What do the sources disagree on?",
        "where do the articles contradict each other",
        "Which facts are disputed?",
        "What are the main points of contention?",
        "Summarise the differences between the outlets.",
        "How do the reports differ?",
        "Compare the sources",
        "Are there any contradictions?",
        "On what do the authors disagree?",
        "What do the sources not agree on?",
        "Where don't the sources agree?",
        "I want to know where they disagree",
        "What is contested?",
        "disagreements",
    ],
)
def test_who_names_no_matter_asks_where_all_differ(question: str) -> None:
    """However it is put."""
    assert aim_of(question) is Aim.DIFFERENCES


@pytest.mark.parametrize(
    "question",
    [
        "What is this about?",
        "What's this all about?",
        "Summarise the articles.",
        "Give me an overview",
        "What happened?",
        "What do the articles say?",
        "what are they about",
        "Which sources do you have?",
        "What articles are there?",
        "list the sources",
        "Give me the main points",
        "What do the articles cover?",
        "What is the main topic?",
        "Summarise everything",
    ],
)
def test_who_names_no_matter_asks_what_all_tell_of(question: str) -> None:
    """However it is put."""
    assert aim_of(question) is Aim.GIST


@pytest.mark.parametrize(
    "question", ["What do the sources agree on?", "Where do they agree?", "Is there a consensus among the sources?"]
)
def test_what_all_agree_on_is_not_listed(question: str, engine: Engine) -> None:
    """Who asks so is told what to ask instead."""
    answer = engine.ask(question)
    assert (answer.answered, answer.text, answer.citations) == (False, AGREEING, ())


@pytest.mark.parametrize(
    "question",
    [
        "What did the two agree on in May?",
        "What was the agreement?",
        "Did the two sides agree?",
        "What are the odds?",
        "Who dissented?",
        "Where is the contested area?",
        "What did the WHO say?",
        "What happened in the US?",
        "What happened to Will?",
        "What happened and why?",
        "What did each side say?",
        "What did he say?",
        "What figures do they report?",
        "Which sources say that the rudder was worn?",
        "What do the sources disagree on about the rudder?",
        "Do the experts disagree?",
        "What is the conflict?",
        "What is the dispute about?",
        "What happened to the author?",
        "What happened on Tuesday?",
        "Summarise the union's position.",
        "What is different on the new ferry?",
        "Why?",
        "hello",
    ],
)
def test_who_names_a_matter_asks_of_that(question: str) -> None:
    """Events are disputed too, and some differ about one thing."""
    assert aim_of(question) is None


def test_a_question_may_go_on_with_the_one_before() -> None:
    """Where they disagree on that, not on the whole; all that they disagree on is asked by naming it so."""
    before = "How many people were hurt on the ferry?"
    assert aim_of("Where do they disagree?", before) is None
    assert aim_of("Do the sources disagree?", before) is None
    assert aim_of("What do they say?", before) is None
    assert aim_of("What is the difference?", before) is None
    assert aim_of("Summarise", before) is None
    assert aim_of("What happened?", before) is None
    assert aim_of("What do the sources disagree on?", before) is Aim.DIFFERENCES


def test_only_the_name_of_an_article_is_no_matter() -> None:
    """What bears the name of an outlet, or of an author, may be asked about as well."""
    hill = Source("004_hill.txt", "The hill is high.", (), sha256="", outlet="Climate Home", author="Jane Hill")

    def aim(question: str) -> Aim | None:
        whole = asked_on_the_whole(understand(question, Vocabulary({}, frozenset())), (hill,))
        assert whole is None or whole.named == {"004_hill.txt"}
        return whole.aim if whole else None

    assert aim("What is the Climate Home article about?") is Aim.GIST
    assert aim("Summarise 004_hill.txt") is Aim.GIST
    assert aim("What is Hill's article about?") is Aim.GIST
    assert aim("Where does Climate Home differ from the others?") is Aim.DIFFERENCES
    assert aim("Where does Climate Home differ from the others on the climate?") is None
    assert aim("What does Hill say about the hill?") is None
    assert aim("What does Climate Home report?") is None


def test_outlets_are_compared_by_naming_them() -> None:
    """Two of them, in full or by a short name."""
    outlets = (
        Source("a.txt", "", (), sha256="", outlet="Valley Herald"),
        Source("b.txt", "", (), sha256="", outlet="Hill Tribune"),
    )
    for question in ("Compare the Herald and the Tribune", "How do the Valley Herald and Hill Tribune differ?"):
        whole = asked_on_the_whole(understand(question, Vocabulary({}, frozenset())), outlets)
        assert whole is not None
        assert (whole.aim, whole.named) == (Aim.DIFFERENCES, {"a.txt", "b.txt"})
    assert asked_on_the_whole(understand("Compare the Herald", Vocabulary({}, frozenset())), outlets) is None


def assert_exact(answer: Answer, folder: Path) -> None:
    """Every statement is cited, every citation verbatim and used."""
    used = {number for statement in answer.sentences for number in statement.citations}
    assert answer.answered
    assert all(statement.citations for statement in answer.sentences)
    assert used == {citation.number for citation in answer.citations}
    for citation in answer.citations:
        assert (folder / citation.file).read_bytes().decode("utf-8-sig")[
            citation.start : citation.end
        ] == citation.quote


def test_all_differences_are_told(engine: Engine, quarrel_folder: Path) -> None:
    """Those that `disagreements` lists, and nothing else."""
    answer = engine.ask("What do the sources disagree on?")
    assert_exact(answer, quarrel_folder)
    assert answer.text.startswith("Where the sources differ:\n- Figures for different days: Eleven people")
    assert {side.position for side in answer.disagreements[0].sides} == HURT
    listed = engine.disagreements().disagreements
    assert [each.summary for each in answer.disagreements] == [each.summary for each in listed]
    assert {citation.number for citation in engine.retrieve("Which figures differ?")} == {1, 2, 3, 4}


def test_outlets_that_are_named_differ_with_each_other(engine: Engine) -> None:
    """Only what they differ on; who is not heard has no side."""
    answer = engine.ask("Where does the Inland Post differ from the others?")
    assert {side.position for side in answer.disagreements[0].sides} == HURT
    heard = engine.ask("What do the sources disagree on?", sources=["courier.txt", "union.md"])
    assert {side.position for side in heard.disagreements[0].sides} == {"Eleven people", "more than 40 people"}
    alone = engine.ask("What do the sources disagree on?", sources=["newsletter.txt"])
    assert (alone.answered, alone.declined_because) == (False, NO_DIFFERENCE)


def test_each_article_opens_in_its_own_words(engine: Engine, quarrel_folder: Path) -> None:
    """In the order of their days; a sentence that a page cuts is no opening."""
    answer = engine.ask("What is this about?")
    assert_exact(answer, quarrel_folder)
    assert [citation.file for citation in answer.citations] == [
        "courier.txt",
        "union.md",
        "harbour.txt",
        "inland.html",
        "newsletter.txt",
    ]
    assert answer.citations[0].quote.startswith("The ferry Ansa struck the pier")
    named = engine.ask("What is the Harbour Gazette article about?")
    assert [citation.file for citation in named.citations] == ["harbour.txt"]


def test_of_many_the_weightiest_are_told(tmp_path: Path, encoder: Encoder) -> None:
    """A line says how many there are, and what lists them."""
    things = "houses boats horses bridges tents wagons barns orchards mills chapels cottages shops".split()
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, thing in enumerate(things):
        for paper, lost in (("Courier", 11 + number), ("Gazette", 70 + number)):
            text = (
                f"Source: {paper}\nDate: 3 March 2021\n\nThe flood destroyed {lost} {thing} on Monday, the police said."
            )
            (folder / f"{paper}-{thing}.txt").write_text(text, encoding="utf-8")
    engine = Engine.build(folder, index=tmp_path / "index")
    answer = engine.ask("What happened?")
    assert_exact(answer, folder)
    assert answer.text.startswith("There are 24 articles; these 10 are nearest to what all tell.")
    assert len(answer.citations) == 10
    differing = engine.ask("What do the sources disagree on?")
    assert len(engine.disagreements().disagreements) > MOST == len(differing.disagreements)
    assert "“parallax disagreements”" in differing.text.splitlines()[0]
    assert_exact(differing, folder)


def test_a_language_model_is_given_the_differences(quarrel_folder: Path, quarrel_index: Path) -> None:
    """It writes of them under the same guarantees."""
    stage = Stage()
    stage.scene.reply = "Eleven people were hurt, the coast guard said {=Eleven people}."
    with serving(stage) as url:
        settings = load_settings(llm_seconds=30)
        engine = Engine.open(
            quarrel_folder, index=quarrel_index, llm=f"openai-like:scripted@{url}/v1", settings=settings
        )
        answer = engine.ask("What do the sources disagree on?")
    assert (answer.mode, answer.undrafted_because) == ("llm:scripted", None)
    assert answer.text.startswith("Eleven people were hurt, the coast guard said [1].")
    assert {side.position for side in answer.disagreements[0].sides} == HURT


def test_each_of_many_who_say_the_same_may_be_heard(tmp_path: Path) -> None:
    """Seven outlets give one figure, and any of them is at odds with the one that gives another."""
    told = "On Monday forty people drowned in the flood at Dell."
    articles = {f"{number}.txt": f"Source: Out{number} Post\nDate: 2030-05-07\n\n{told}\n" for number in range(1, 8)}
    articles["z.txt"] = f"Source: Zed Times\nDate: 2030-05-07\n\n{told.replace('forty', '75')}\n"
    engine = engine_over(articles, tmp_path)
    for outlet in ("Out1 Post", "Out7 Post"):
        [found] = engine.ask("Where do the articles differ?", sources=[outlet, "Zed Times"]).disagreements
        assert {side.holders for side in found.sides} == {(outlet,), ("Zed Times",)}
