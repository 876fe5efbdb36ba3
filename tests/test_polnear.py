"""PolNeAR: its forms, and how marks of the tagger are held against those of a person."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from eval.benchmark_command import run_benchmark
from eval.benchmarks.benchmark import BenchmarkError, Options
from eval.benchmarks.polnear import counts, outcome_of, sentence_counts, sources_right
from eval.benchmarks.polnear_form import Mark, MarkedArticle, marks_of, read_marked, sentences_of
from index.tagger import Span, Tagged

FOLDER = Path(__file__).parent / "benchmarks" / "polnear"
TEXT = "Ann Lee said the boats sank. Rain fell. Jo Marsh denied it."
#       0       8    13             28          40
ARTICLE = MarkedArticle(
    TEXT,
    ((0, 28), (29, 39), (40, 59)),
    (
        Mark(0, 7, "SOURCE", "1"),
        Mark(8, 12, "CUE", "1"),
        Mark(13, 27, "CONTENT", "1"),
        Mark(40, 48, "SOURCE", "2"),
        Mark(49, 55, "CUE", "2"),
        Mark(56, 58, "CONTENT", "2"),
    ),
)


def tagged(*spans: tuple[int, int, str]) -> Tagged:
    return Tagged(tuple(Span(*span) for span in spans), ())


def test_the_published_form_is_read() -> None:
    """Pieces of a mark are its own marks, the first annotator's are taken, an Attribution is no role."""
    (article,), unread = read_marked(FOLDER)
    words = [(article.text[mark.start : mark.end], mark.role, mark.event) for mark in article.marks]
    assert words == [
        ("The mill will close in May", "CONTENT", "E1"),
        ("said", "CUE", "E1"),
        ("owner Ada Penn", "SOURCE", "E1"),
        ("“Nobody asked us,”", "CONTENT", "E2"),
        ("“We will fight.”", "CONTENT", "E2"),
        ("told", "CUE", "E2"),
        ("union leader Jo Marsh", "SOURCE", "E2"),
    ]
    assert unread == ()
    assert [article.text[start:end] for start, end in article.sentences][1] == (
        "The mill will close in May, said owner Ada Penn."
    )


def test_pieces_with_only_white_space_between_them_are_one() -> None:
    """A mark that a line end cuts is one; white space at its ends is no part of it."""
    standoff = "T1\tContent 0 5;6 11\tx\nT2\tCue 11 12;13 14\ty\nE1\tAttribution:T9 Content:T1 Cue:T2\n"
    assert list(marks_of(standoff, "boats\nsank   a b")) == [Mark(0, 10, "CONTENT", "E1"), Mark(13, 14, "CUE", "E1")]


def test_json_lines_are_read_with_and_without_sentences(tmp_path: Path) -> None:
    """The same marks from a line of JSON; sentences that are not given are found."""
    row = {"text": TEXT, "spans": [[0, 7, "SOURCE", 1], [8, 12, "CUE", 1], [0, 3, "OTHER", 1]], "sentences": None}
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(row) + "\n" + json.dumps(row | {"sentences": [[0, 39]]}))
    (one, other), _ = read_marked(path)
    assert one.marks == (Mark(0, 7, "SOURCE", "1"), Mark(8, 12, "CUE", "1"))
    assert (one.sentences, other.sentences) == (ARTICLE.sentences, ((0, 39),))


def test_counts_by_hand() -> None:
    """One source right, one that only touches, one wrong: exact 1 of 3 and 1 of 2, overlapping 2 of 3 and 2 of 2."""
    tags = tagged((0, 7, "SOURCE"), (40, 42, "SOURCE"), (29, 33, "SOURCE"), (8, 12, "CUE"))
    assert counts(ARTICLE, tags, "SOURCE", exactly=True) == (1, 3, 1, 2)
    assert counts(ARTICLE, tags, "SOURCE", exactly=False) == (2, 3, 2, 2)
    assert counts(ARTICLE, tags, "CONTENT", exactly=False) == (0, 0, 0, 2)


def test_sentences_that_attribute_by_hand() -> None:
    """The first is seen by both, the second by the tagger alone, the third by the person alone."""
    assert sentence_counts(ARTICLE, tagged((13, 27, "CONTENT"), (29, 33, "CONTENT"))) == (1, 2, 1, 2)


def test_sources_of_found_contents_by_hand() -> None:
    """Of two contents one is found; its source is the nearest to its cue, which is right."""
    whole = [(mark.start, mark.end, mark.role) for mark in ARTICLE.marks]
    assert sources_right(ARTICLE, tagged(*whole)) == (2, 2)
    assert sources_right(ARTICLE, tagged(*whole[:3])) == (1, 1)
    wrong = [(29, 33, "SOURCE"), *whole[1:3]]
    assert sources_right(ARTICLE, tagged(*wrong)) == (0, 1)


def test_figures_by_hand() -> None:
    """All sources right, one cue of two, no content: F1 1, 2/3 and 0, their mean 5/9."""
    found = outcome_of([ARTICLE], [tagged((0, 7, "SOURCE"), (40, 48, "SOURCE"), (8, 12, "CUE"))], "hand")
    assert found.figure("F1 exact, source").value == 1.0
    assert found.figure("F1 exact, cue").value == pytest.approx(2 / 3)
    assert found.figure("F1 exact, content").value == 0.0
    assert found.figure("F1 exact, mean of the three").value == pytest.approx(5 / 9)


@given(some.text(max_size=120))
def test_sentences_lie_in_their_text(text: str) -> None:
    """Every sentence has words of its text, in order and apart."""
    end = 0
    for start, stop in sentences_of(text):
        assert end <= start < stop <= len(text)
        assert "\n" not in text[start:stop]
        end = stop


def test_it_runs_from_a_folder_to_a_last_line() -> None:
    """The published form through the shipped tagger."""
    lines: list[str] = []
    run_benchmark("polnear", FOLDER, Options(), lines.append)
    assert lines[0] == "1 articles, 7 marked spans"
    name, _, value = lines[-1].partition(": ")
    assert name == "F1 exact, mean of the three"
    assert 0.3 <= float(value) <= 1.0


def test_a_folder_without_marks_says_where_the_data_comes_from(tmp_path: Path) -> None:
    """An empty folder and a missing one are one line each."""
    with pytest.raises(BenchmarkError, match=r"holds no text with its marks.*PolNeAR"):
        run_benchmark("polnear", tmp_path, Options(), print)
    with pytest.raises(BenchmarkError, match=r"cannot be read.*PolNeAR"):
        run_benchmark("polnear", tmp_path / "none", Options(), print)
