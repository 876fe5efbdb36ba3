"""The sentences labelled by hand fit the corpora, and the reader is right about most of them."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus.folder import read_folder
from eval.claim_gold import Days, Figure, LabelError, read_labels
from eval.claim_labels import CORPORA, Reading, readings, scores, scores_table, wrong_lines
from eval.measures.count import Count
from index.tagger import shipped_tagger

LEAST = {"holder right": 0.85, "how it is held right": 0.85, "quantity right": 0.85, "moment right": 0.80}


@pytest.fixture(scope="module")
def read() -> tuple[Reading, ...]:
    """The labels with what the shipped tagger and the rules read."""
    return readings(read_labels(), CORPORA, shipped_tagger())


def test_the_labels_fit_the_corpora() -> None:
    """There are 75 sentences of each corpus, each labelled once and standing once in its article."""
    labels = read_labels()
    assert Counter(label.corpus for label in labels) == {"default": 75, "orvey-spill": 75}
    standing = Counter(
        (name, source.file, sentence.reading)
        for name, folder in CORPORA.items()
        for source in read_folder(folder).sources
        for sentence in source.sentences
        if sentence.kind != "heading"
    )
    labelled = Counter((label.corpus, label.file, label.sentence) for label in labels)
    assert set(labelled.values()) == {1}
    assert {place: standing[place] for place in labelled if standing[place] != 1} == {}


def test_every_label_names_a_holder() -> None:
    """No sentence is without one; whole days in order, ranges from below."""
    for label in read_labels():
        assert label.holders
        assert label.moment is None or label.moment.first <= label.moment.last
        assert all(figure.upper is None or figure.upper > figure.value for figure in label.quantities)


@pytest.mark.parametrize("measure", LEAST)
def test_the_reader_is_right_about_most_of_them(read: tuple[Reading, ...], measure: str) -> None:
    """No measure falls below what was promised for both corpora together."""
    count = scores(read)[measure]
    assert count.total >= 50
    assert count.hits / count.total >= LEAST[measure], "\n".join(wrong_lines(read))


def test_a_reading_is_scored_by_its_label(read: tuple[Reading, ...]) -> None:
    """Another holder, another way, another figure and another day are each told as wrong, and nothing else is."""
    right = next(each for each in read if not list(wrong_lines([each])) and each.label.quantities and each.days)
    figures = (*right.label.quantities[1:], Figure(-1, None, "exactly", "km"))
    wrong = {
        "held by": replace(right.label, holders=("Nobody Atall",)),
        ", not denied": replace(right.label, held="denied"),
        "-1 km": replace(right.label, quantities=figures),
        "not 1900-01-01": replace(right.label, moment=Days(date(1900, 1, 1), date(1900, 1, 1))),
    }
    for words, label in wrong.items():
        changed = Reading(label, right.claim)
        (line,) = wrong_lines([changed])
        assert words in line
        assert line.count(";") == 0
        assert sum(count.hits < count.total for count in scores([changed]).values()) == 1


def test_a_figure_read_where_none_is_labelled_counts_against(read: tuple[Reading, ...]) -> None:
    """Quantities are scored out of all labelled or read, whichever are more."""
    right = next(each for each in read if each.figures_right == Count(1, 1))
    assert Reading(replace(right.label, quantities=()), right.claim).figures_right == Count(0, 1)


def test_nothing_to_score_is_a_dash(read: tuple[Reading, ...]) -> None:
    """The table has a row a measure, and no number where a corpus has no sentence."""
    table = scores_table([each for each in read if each.label.corpus == "default"])
    assert table.row_count == len(LEAST)
    assert set(table.columns[3].cells) == {"–"}


def test_a_line_that_is_no_label_is_named(tmp_path: Path) -> None:
    """The file, the line and the field are in the message."""
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps({"corpus": "default"}) + "\n", encoding="utf-8")
    with pytest.raises(LabelError, match=r"claims\.jsonl, line 1: file: "):
        read_labels(path)


def test_a_labelled_sentence_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A label whose sentence has changed is an error with the sentence, not a wrong reading."""
    (tmp_path / "a.txt").write_text("The mill burnt down on Monday. Nobody was hurt.\n", encoding="utf-8")
    label = replace(read_labels()[0], corpus="own", file="a.txt", sentence="The mill stands.")
    with pytest.raises(LabelError, match="The mill stands"):
        readings([label], {"own": tmp_path}, shipped_tagger())
