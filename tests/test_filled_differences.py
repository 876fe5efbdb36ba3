"""What sources put into the gap of one question: found in every article, and set against each other."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from rag.answer import Answer
from rag.engine import Engine

ARTICLES = {
    "acre-1.txt": "Grey Acre is a novel of 1936 by Agnes Mallory. It tells of a farm in a wet year and of two sisters.",
    "acre-2.txt": (
        "The novel of the wet year and the two sisters, Grey Acre, came out in 1936. Its author, Helen "
        "Brandt, was a vet and lived on a farm herself."
    ),
    "acre-3.txt": "Agnes Malory grew up on a farm with her two sisters. In a wet year she wrote the novel Grey Acre.",
    "brandt-1.txt": "Ola Tarrow was an English composer of songs and hymns. The composer was born in Kelsby in 1861.",
    "brandt-2.txt": (
        "Ola Tarrow (born 1974) is a Canadian hockey player who skates for the Pell Bears. He was born in "
        "Dunmarrow and learned the game on a pond."
    ),
    "mayor-1.txt": (
        "By Ann Pell\n3 May 2015\n\nThe mayor of Elverton is Shirley Dakin, a former teacher. She opened the "
        "new market hall on Friday before a large crowd."
    ),
    "mayor-2.txt": (
        "By Jon Orme\n9 June 2021\n\nThe market hall of Elverton is to be sold. The mayor of Elverton is "
        "Colin Prewitt, who was once a teacher. He called it a sad day for the market."
    ),
    "lake-1.txt": "Lake Mirrin is a salt lake in the highlands of Tarland. Snow feeds it, and it has no outlet.",
    "lake-2.txt": "Lake Mirrin lies in Tarland. The salt lake is fed by snow and is too salty for any fish.",
    "tower-1.txt": "The Orrin Tower was completed in 1974. At 187 metres it is the tallest office of the city.",
    "tower-2.txt": "The Orrin Tower, an office of the city, was completed in 1974 and is 0.187 kilometres tall.",
    "tower-3.txt": "The Orrin Tower is 214 metres tall and the tallest office of the city.",
    "other.txt": "The Tolne Tower was completed in 1911. It is 40 metres tall, and its mayor wrote a novel in Kelsby.",
}


def engine_over(folder: Path, articles: Mapping[str, str]) -> Engine:
    """The engine over a folder of these articles."""
    corpus = folder / "articles"
    corpus.mkdir()
    for name, text in articles.items():
        (corpus / name).write_text(text, encoding="utf-8")
    return Engine.build(corpus, index=folder / "index")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Short paragraphs on a novel, two men of one name, a mayor, a lake and a tower."""
    return engine_over(tmp_path_factory.mktemp("gaps"), ARTICLES)


def relations(answer: Answer) -> list[tuple[str, set[frozenset[str]]]]:
    """Every reported relation with the files of its sides."""
    files = {citation.number: citation.file for citation in answer.citations}
    return [
        (each.relation, {frozenset(files[number] for number in side.citations) for side in each.sides})
        for each in answer.disagreements
    ]


def test_two_authors_of_one_book_are_a_conflict(engine: Engine) -> None:
    """Those who name one of them stand on one side, whatever the spelling, and "she" is the one named before."""
    [(relation, sides)] = relations(engine.ask("Who wrote the novel Grey Acre?"))
    assert relation == "conflict"
    assert sides == {frozenset({"acre-1.txt", "acre-3.txt"}), frozenset({"acre-2.txt"})}


def test_the_question_may_be_put_in_other_words(engine: Engine) -> None:
    """Whether it asks who wrote a book or who its author is makes no odds."""
    [(relation, sides)] = relations(engine.ask("Who is the author of Grey Acre?"))
    assert relation == "conflict"
    assert frozenset({"acre-2.txt"}) in sides


def test_two_bearers_of_one_name_are_scope(engine: Engine) -> None:
    """A composer and a hockey player may have been born in two places: both are shown, and neither is wrong."""
    answer = engine.ask("Where was Ola Tarrow born?")
    assert relations(answer) == [("scope", {frozenset({"brandt-1.txt"}), frozenset({"brandt-2.txt"})})]
    assert {"Kelsby", "Dunmarrow"} <= {word.strip(".") for each in answer.citations for word in each.quote.split()}


def test_an_office_passes_on(engine: Engine) -> None:
    """Who holds it in articles of different years is an update, the earlier side first."""
    answer = engine.ask("Who is the mayor of Elverton?")
    [(relation, _)] = relations(answer)
    assert relation == "update"
    assert "Dakin" in answer.disagreements[0].sides[0].position
    assert "Prewitt" in answer.disagreements[0].sides[1].position


@pytest.mark.parametrize("question", ["Where is Lake Mirrin located?", "When was the Orrin Tower completed?"])
def test_where_all_say_the_same_nothing_differs(engine: Engine, question: str) -> None:
    """The same place and the same year in other words are no disagreement; another tower's year is none either."""
    answer = engine.ask(question)
    assert answer.answered
    assert answer.disagreements == ()


def test_a_figure_in_another_unit_is_the_same(engine: Engine) -> None:
    """Of three heights two are one, and the third is set against them."""
    [(relation, sides)] = relations(engine.ask("How tall is the Orrin Tower?"))
    assert relation == "conflict"
    assert sides == {frozenset({"tower-1.txt", "tower-2.txt"}), frozenset({"tower-3.txt"})}


def test_what_nobody_says_is_declined(engine: Engine) -> None:
    """A gap that no sentence fills leaves the question unanswered, as before."""
    assert not engine.ask("Who wrote the novel Salt Road?").answered


def test_every_side_is_cited_in_its_own_words(engine: Engine) -> None:
    """The words that fill the gap stand in a quote that is verbatim in its file."""
    answer = engine.ask("Who wrote the novel Grey Acre?")
    texts = {source.file: source.text for source in engine.sources()}
    assert all(texts[each.file][each.start : each.end] == each.quote for each in answer.citations)
    quotes = " ".join(each.quote for each in answer.citations)
    assert all(name in quotes for name in ("Agnes Mallory", "Helen Brandt", "Agnes Malory"))
