"""Search: meaning and keywords together, and room for every source."""

from pathlib import Path

import pytest
from stub_encoder import StubEncoder

from index.build import update_index
from index.build_plan import IndexPlan
from index.encoder import Encoder
from index.reader import Index
from index.search import Query, Search


@pytest.fixture(scope="module")
def search(quarrel_index: Path, quarrel_folder: Path, encoder: Encoder) -> Search:
    """A search of the quarrelling articles."""
    return Search(Index.open(quarrel_index, quarrel_folder), encoder)


def searched(folder: Path, articles: dict[str, str]) -> Search:
    """A search of articles written for one test, with the stub encoder."""
    (folder / "articles").mkdir()
    for name, text in articles.items():
        (folder / "articles" / name).write_text(text, encoding="utf-8")
    update_index(IndexPlan(folder / "articles", folder / "index"), StubEncoder())
    return Search(Index.open(folder / "index", folder / "articles"), StubEncoder())


def test_the_nearest_sentences_come_first(search: Search) -> None:
    """A question finds the sentences of all sources that answer it, best first, each once."""
    hits = search.find(Query.of("How many people were hurt?"))
    assert {
        "Eleven people were hurt, the coast guard said.",
        "More than 40 people were hurt, according to the union.",
    } <= {hit.place.sentence.reading for hit in hits[:4]}
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({hit.row for hit in hits}) == len(hits)
    assert all(0 <= hit.keywords <= 1 and -1 <= hit.cosine <= 1.001 for hit in hits)


def test_found_by_meaning_without_a_common_word(search: Search) -> None:
    """A sentence is found though it shares no word with the question."""
    first, *_ = search.find(Query(("medical examination by a physician",), ()), count=5)
    assert first.place.sentence.reading == "It counts those who went to see a doctor on their own."


def test_found_by_a_keyword_without_its_meaning(search: Search) -> None:
    """A rare word leads to its sentence even if the text looked for means something else."""
    found = search.find(Query(("the weather in spring",), Query.of("Vance").words))
    assert "said union leader Petra Vance" in " ".join(hit.place.sentence.reading for hit in found[:5])


def test_headings_are_never_found(search: Search) -> None:
    """A heading is no statement, though it says what is looked for in the very words."""
    found = search.find(Query.of("Harbour board defends its ferry"), count=100)
    assert found
    assert {hit.place.sentence.kind for hit in found} == {"prose"}


def test_only_the_files_asked_for(search: Search) -> None:
    """With files given, nothing else is heard; a file that is not there and no files at all give nothing."""
    files = {hit.place.source.file for hit in search.find(Query.of("ferry"), files=["union.md", "inland.html"])}
    assert files == {"union.md", "inland.html"}
    assert search.find(Query.of("ferry"), files=["nowhere.txt"]) == ()
    assert search.find(Query.of("ferry"), files=[]) == ()


def test_no_source_crowds_out_the_others(tmp_path: Path) -> None:
    """One long article that says it forty times leaves room for the short ones that say it once."""
    loud = "\n\n".join(f"The bridge was closed on day {number} after the bridge broke." for number in range(60))
    quiet = {f"quiet{number}.txt": f"Engineers of firm {number} doubt that the bridge broke." for number in range(4)}
    found = searched(tmp_path, {"loud.txt": loud, **quiet}).find(Query.of("the bridge broke"), count=20)
    files = [hit.place.source.file for hit in found]
    assert len(files) == 20
    assert set(files) == {"loud.txt", *quiet}


@pytest.mark.parametrize("question", ["", "???", "the of and", "zeppelin", "\x00", "word " * 3000, "Что? 什么?"])
def test_any_question(search: Search, question: str) -> None:
    """A question without a word, with unknown words, without end or in another script finds what is nearest."""
    assert 0 < len(search.find(Query.of(question), count=7)) <= 7


def test_the_smallest_corpus(tmp_path: Path) -> None:
    """One sentence is a corpus."""
    (hit,) = searched(tmp_path, {"one.txt": "The bridge is closed since Monday."}).find(Query.of("bridge?"))
    assert hit.place.sentence.text == "The bridge is closed since Monday."
    assert (hit.place.previous, hit.place.following) == (None, None)


def test_places_know_their_neighbours(search: Search) -> None:
    """The sentence before and after stands in the same paragraph, or there is none."""
    (hit,) = search.find(Query.of("Eleven people were hurt, the coast guard said."), count=1)
    assert hit.place.previous and hit.place.following
    assert hit.place.previous.text.startswith("The ferry Ansa struck")
    assert hit.place.following.text.startswith('"We felt a blow')
