"""Relations among the claims of a whole index."""

from pathlib import Path

import pytest

from index.build import update_index
from index.build_plan import IndexPlan
from index.encoder import Encoder
from index.reader import Index
from index.relations import Relation

ARTICLES = {
    "morning.txt": """\
By Monday 40 people were killed in the flood at Marrow.

The bridge at Marrow is safe, the council promised.
""",
    "evening.txt": """\
By Thursday 95 people were killed in the flood at Marrow.

The council denied that it had been warned.
""",
    "weekly.txt": """\
On Monday 71 people were killed in the flood at Marrow.

A bakery opened in Selby on Sunday.
""",
}
DATES = '["morning.txt"]\ndate = 2024-05-14\n["evening.txt"]\ndate = 2024-05-17\n["weekly.txt"]\ndate = 2024-05-18\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three small articles on one flood."""
    corpus = tmp_path / "flood"
    corpus.mkdir()
    for name, text in ARTICLES.items():
        (corpus / name).write_text(text)
    (corpus / "sources.toml").write_text(DATES)
    return corpus


def relations_of(corpus: Path, encoder: Encoder) -> set[tuple[str, str, str]]:
    """The relations that an update of the index leaves: kind and the files of both claims."""
    folder = corpus.parent / "index"
    update_index(IndexPlan(corpus, folder), encoder)
    index = Index.open(folder, corpus)
    return {_told(index, relation) for relation in index.relations}


def _told(index: Index, relation: Relation) -> tuple[str, str, str]:
    one, other = sorted(index.claims[number].file for number in (relation.one, relation.other))
    return relation.kind, one, other


def test_a_growing_count_is_an_update_and_two_for_one_day_a_conflict(folder: Path, encoder: Encoder) -> None:
    """40 by Monday and 95 by Thursday are an update, 40 and 71 for the same Monday a conflict."""
    found = relations_of(folder, encoder)
    assert ("update", "evening.txt", "morning.txt") in found
    assert ("conflict", "morning.txt", "weekly.txt") in found
    assert ("update", "evening.txt", "weekly.txt") in found


def test_an_update_compares_new_claims_only_and_ends_where_a_rebuild_does(
    folder: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Relations of articles that stayed are carried over, those of one that went are gone."""
    whole = relations_of(folder, encoder)
    (folder / "weekly.txt").rename(folder.parent / "weekly.txt")
    assert relations_of(folder, encoder) == {each for each in whole if "weekly.txt" not in each}
    compared: list[int] = []
    original = __import__("index.relating", fromlist=["related"]).related
    monkeypatch.setattr("index.relating.related", lambda *pair: compared.append(1) or original(*pair))
    (folder.parent / "weekly.txt").rename(folder / "weekly.txt")
    assert relations_of(folder, encoder) == whole
    assert 0 < len(compared) <= 2 * 12
