"""Claims of a folder through a build: their places, what is read in them, and that nothing is read twice."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from quarrel import write_quarrel
from stub_encoder import StubEncoder

from corpus.folder import read_folder
from index.build import update_index
from index.build_plan import IndexPlan
from index.claims import Claim
from index.generation import current_generation
from index.reader import Index
from index.store import ChromaStore
from index.tagger import Tagged, shipped_tagger
from rag.engine import Engine
from rag.naming import is_held_by

SOURCES = '["mill.txt"]\noutlet = "The Valley Courier"\ndate = 2031-03-06\n'
MILL = """\
Fire at the mill

The owner, Ann Reed, denied that the saw had been faulty. "Nobody had complained," she said. About 40 tonnes of \
timber burnt on Tuesday, the fire brigade said.

The mill stands by the river. Up to 12 people may lose their work.
"""
NOTE = """\
---
title: What the union says
---

The mayor said the fire brigade had told her that the saw was **worn**.
"""


class CountingTagger:
    """The shipped tagger; `read` holds every article it was ever given."""

    name = "counting"

    def __init__(self) -> None:
        self.read: list[str] = []

    def tag(self, articles: Sequence[tuple[str, Sequence[tuple[int, int]]]]) -> list[Tagged]:
        self.read.extend(text for text, _ in articles)
        return shipped_tagger().tag(articles)


@pytest.fixture
def plan(tmp_path: Path) -> IndexPlan:
    """Two articles that may be changed, and where their index will lie."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("sources.toml", SOURCES), ("mill.txt", MILL), ("note.md", NOTE)):
        (folder / name).write_text(text, encoding="utf-8")
    return IndexPlan(folder, tmp_path / "index")


def built(plan: IndexPlan, tagger: CountingTagger | None = None) -> tuple[Claim, ...]:
    """The claims of an index that is brought up to date."""
    update_index(plan, StubEncoder(), tagger)
    return Index.open(plan.folder, plan.corpus).claims


def claim_with(claims: Sequence[Claim], words: str) -> Claim:
    """The first claim that holds these words."""
    return next(claim for claim in claims if words in claim.text)


def test_a_claim_is_the_words_at_its_place(plan: IndexPlan) -> None:
    """Every claim names its file, and the file's text from start to end is how it reads, markup aside."""
    claims = built(plan)
    texts = {file: (plan.corpus / file).read_text("utf-8") for file in ("mill.txt", "note.md")}
    assert {claim.file for claim in claims} == set(texts)
    for claim in claims:
        assert texts[claim.file][claim.start : claim.end].replace("**", "") == claim.text


def test_every_sentence_has_a_claim_and_no_heading_has_one(plan: IndexPlan) -> None:
    """In the order of the articles; the parts of a sentence come behind it."""
    claims = built(plan)
    sentences = [
        (source.file, number)
        for source in read_folder(plan.corpus).sources
        for number, sentence in enumerate(source.sentences)
        if sentence.kind != "heading"
    ]
    assert list(dict.fromkeys((claim.file, claim.sentence) for claim in claims)) == sentences
    assert [(claim.file, claim.sentence) for claim in claims] == sorted(
        (claim.file, claim.sentence) for claim in claims
    )


def test_holders_denials_figures_and_moments_are_kept(plan: IndexPlan) -> None:
    """What was read stands in the index: whose it is, how it is held, how much, and of what day."""
    claims = built(plan)
    denied = claim_with(claims, "denied that the saw")
    assert (denied.holder, denied.held, denied.own_voice) == ("Ann Reed", "denied", False)
    assert (said := claim_with(claims, "Nobody had complained")).holder == "Ann Reed", said
    burnt = claim_with(claims, "About 40 tonnes")
    (figure,) = burnt.quantities
    assert (figure.value, figure.unit, figure.bound, figure.comparator) == (40, "t", "about", "about")
    assert burnt.text[figure.start : figure.end] == "40"
    assert burnt.moment
    assert (burnt.moment.first, burnt.moment.last) == (date(2031, 3, 4), date(2031, 3, 4))
    own = claim_with(claims, "stands by the river")
    assert (own.holder, own.own_voice, own.held) == ("The Valley Courier", True, "asserted")
    assert claim_with(claims, "may lose their work").held == "hedged"


def test_a_layer_of_telling_is_kept(plan: IndexPlan) -> None:
    """Who passes a statement on stands beside its holder."""
    claim = claim_with(built(plan), "The mayor said")
    assert "fire brigade" in claim.holder
    assert [name.lower() for name in claim.through] == ["the mayor"]


def test_an_unchanged_article_is_not_read_again(plan: IndexPlan) -> None:
    """A second build reads nothing; a changed and a new article are read alone, and all claims are there."""
    first = CountingTagger()
    before = built(plan, first)
    assert len(first.read) == 2
    again = CountingTagger()
    assert built(plan, again) == before
    assert again.read == []
    (plan.corpus / "note.md").write_text(NOTE.replace("worn", "new"), encoding="utf-8")
    (plan.corpus / "radio.txt").write_text("Divers found a bolt of the saw, the brigade said.\n", encoding="utf-8")
    changed = CountingTagger()
    after = built(plan, changed)
    assert len(changed.read) == 2
    assert not any("Fire at the mill" in text for text in changed.read)
    assert [claim for claim in after if claim.file == "mill.txt"] == [
        claim for claim in before if claim.file == "mill.txt"
    ]
    assert claim_with(after, "the saw was").text.endswith("new.")
    assert claim_with(after, "a bolt").file == "radio.txt"


def test_claims_of_an_article_that_is_gone_are_gone(plan: IndexPlan) -> None:
    """Removing an article removes what it states."""
    built(plan)
    (plan.corpus / "note.md").unlink()
    assert {claim.file for claim in built(plan)} == {"mill.txt"}


def test_chroma_has_a_row_a_claim(plan: IndexPlan) -> None:
    """The collection "claims" has as many rows as there are claims, and is asked by meaning."""
    claims = built(plan)
    generation = current_generation(plan.folder)
    assert generation
    store = ChromaStore.to_read(generation / "chroma")
    assert store.count("claims") == len(claims)
    ((nearest,),) = store.nearest("claims", StubEncoder().encode([claims[0].text]), 1)
    assert claims[nearest.number].text == claims[0].text


@pytest.mark.parametrize("name", ["coast guard", "the Coast Guard", "GUARD"])
def test_claims_are_found_by_a_part_of_the_name(quarrel_folder: Path, quarrel_index: Path, name: str) -> None:
    """`engine.claims` takes a name in any case, whole or in part, with "the" or without."""
    found = Engine.open(quarrel_folder, index=quarrel_index).claims(name)
    assert {claim.file for claim in found} == {"courier.txt", "harbour.txt"}
    assert all("coast guard" in claim.holder for claim in found)


def test_claims_without_a_name_are_all_and_of_nobody_none(quarrel_folder: Path, quarrel_index: Path) -> None:
    """No name asks for everything; a part of a word is no part of a name."""
    engine = Engine.open(quarrel_folder, index=quarrel_index)
    assert {claim.file for claim in engine.claims()} == {source.file for source in engine.sources()}
    assert engine.claims("Wilhelmina Zorkov") == ()
    assert engine.claims("coa") == ()


def test_who_passes_it_on_is_found_too(plan: IndexPlan) -> None:
    """A claim told by the mayor is among the mayor's."""
    claim = claim_with(built(plan), "The mayor said")
    assert "mayor" not in claim.holder
    assert is_held_by(claim, "mayor")


def test_the_before_a_name_is_not_asked_for(plan: IndexPlan) -> None:
    """A body that its article names without "the" is found with it, and no other of its kind."""
    claim = replace(built(plan)[0], holder="Ministry of Health")
    assert is_held_by(claim, "the ministry")
    assert is_held_by(claim, "The Ministry of Health’s")
    assert not is_held_by(claim, "the ministry of trade")


def test_a_quarrel_keeps_its_denials(tmp_path: Path) -> None:
    """Of a folder with several formats every denial is found, and the holder of each."""
    claims = built(IndexPlan(write_quarrel(tmp_path / "quarrel"), tmp_path / "index"))
    assert [(claim.file, claim.holder) for claim in claims if claim.held == "denied"] == [("harbour.txt", "Ola Lund")]


def test_who_denies_in_his_own_sentence_holds_it(tmp_path: Path) -> None:
    """Not whoever speaks in the next one, though the tagger takes it for his words."""
    (tmp_path / "articles").mkdir()
    text = (
        'The dockers\' union said that rust had brought down the crane. "We wrote to the authority three times," said '
        "its secretary, Ida Marn. The authority denied that rust had played any part. Three men were killed, the union "
        "said.\n"
    )
    (tmp_path / "articles" / "b.md").write_text(f"# The crane was rotten\n\n{text}", "utf-8")
    claims = built(IndexPlan(tmp_path / "articles", tmp_path / "index"))
    held = {claim.text.split()[1]: (claim.holder, claim.held) for claim in claims}
    assert held["authority"] == ("The authority", "denied")
    assert held["men"] == ("the union", "reported")


def test_within_a_quotation_its_speaker_tells_of_denials(tmp_path: Path) -> None:
    """A sentence amid a quotation has no marks of its own."""
    (tmp_path / "articles").mkdir()
    text = (
        "Ida Marn leads the union. “We are sad about what happened here. The board denied that the gate was shut. It "
        "was a lie, and everybody knew it,” Ida Marn said.\n"
    )
    (tmp_path / "articles" / "b.md").write_text(f"# The gate\n\n{text}", "utf-8")
    claims = built(IndexPlan(tmp_path / "articles", tmp_path / "index"))
    [board] = [claim for claim in claims if claim.text.startswith("The board")]
    assert board.holder == "Ida Marn"
