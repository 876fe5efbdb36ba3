"""The rules for furniture against the gold questions: no evidence is thrown away."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import Folder, Source, read_folder
from corpus.repeats import words_key

ROOT = Path(__file__).parent.parent
SECOND = ROOT / "tests" / "corpora" / "orvey-spill"
SETS = [
    (ROOT / "corpus" / "articles", ROOT / "eval" / "gold" / "dev.jsonl"),
    (SECOND / "articles", SECOND / "gold.jsonl"),
]


def evidence(value: object) -> Iterator[tuple[str, str]]:
    """Every (file, quote) in a gold question."""
    if isinstance(value, dict):
        if "quote" in value:
            yield value["file"], value["quote"]
        for member in value.values():
            yield from evidence(member)
    elif isinstance(value, list):
        for member in value:
            yield from evidence(member)


def is_quotable(source: Source, quote: str) -> bool:
    """Whether a sentence shares half of the shorter one's characters, or the same words stand in one.

    A heading counts for a quote from the title alone. Of a quote over a line break the longer line counts.
    """
    start = source.text.index(quote)
    end, key = start + len(quote), words_key(max(quote.splitlines(), key=len))
    for sentence in source.sentences:
        if sentence.kind == "heading" and key not in words_key(source.title or ""):
            continue
        shared = min(end, sentence.end) - max(start, sentence.start)
        if 2 * shared >= min(len(quote), len(sentence.text)) or key in words_key(sentence.reading):
            return True
    return False


@pytest.mark.parametrize(("folder", "gold"), SETS, ids=["default", "second"])
def test_every_piece_of_evidence_may_be_quoted(folder: Path, gold: Path) -> None:
    """Each gold quote overlaps a sentence that is no heading by half, in two corpora."""
    sources = {source.file: source for source in read_folder(folder).sources}
    wanted = {pair for line in gold.read_text("utf-8").splitlines() for pair in evidence(json.loads(line))}
    assert len(wanted) > 50
    assert [pair for pair in sorted(wanted) if not is_quotable(sources[pair[0]], pair[1])] == []


@pytest.fixture(scope="module")
def default() -> Folder:
    """The default corpus."""
    return read_folder(SETS[0][0])


@pytest.mark.parametrize(
    "furniture",
    ["• Home", "screengrab", "More from", "©", "Image Credit", "No Comments on", "Related Articles", "Leave a comment",
     "research institute", "Subscribe", "email address", "Back to Top", "Please enter", "Frontline", "Support local",
     "financial support",
     "Rachel Reeves", "#TrendsArena", "Front of mind"],
)  # fmt: skip
def test_no_furniture_of_the_default_corpus_may_be_quoted(default: Folder, furniture: str) -> None:
    """Lines picked by eye from the five articles are in no sentence."""
    assert any(furniture in source.text for source in default.sources)
    assert not any(furniture in sentence.text for source in default.sources for sentence in source.sentences)


def test_titles_are_said_once(default: Folder) -> None:
    """A title is in one sentence at most, a heading."""
    for source in default.sources:
        again = [sentence.kind for sentence in source.sentences if sentence.text == source.title]
        assert again == ["heading"]


def test_the_default_corpus_is_read_whole(default: Folder) -> None:
    """Five sources, nothing unread, nothing to complain of, and every span tells the truth."""
    assert (len(default.sources), default.unread, default.notices) == (5, (), ())
    for source in default.sources:
        for sentence in source.sentences:
            assert source.text[sentence.start : sentence.end] == sentence.text
            assert source.text.count("\n", 0, sentence.start) + 1 == sentence.line
