"""Stories as small corpora: their form, and their gold."""

from pathlib import Path
from typing import get_args

import pytest

from corpus.folder import read_folder
from eval.gold import read_gold
from eval.story_measures import STORIES, main, report_of_stories, write_story
from index.training.stories import RELATIONS, Story, StoryError, read_stories
from rag.answer import Relation

STORY = """
=== The bridge
# A 2019-03-04 | Valley Post | Bridge shut
1 The bridge was shut on Sunday.
2 Engineers blamed heavy lorries.
# B undated | Rural Roads | A closure foretold
1 The county let it rot.
2 Lorries were far too heavy for it.
? Who or what was blamed for the bridge?
1: A2 B2 -- lorries
2: B1
differ: 1-2 framing
! Who built it?
near: A1
"""
FILES = sorted(STORIES.glob("*.txt"))


def read(folder: Path, text: str) -> list[Story]:
    (folder / "town.txt").write_text(text, encoding="utf-8")
    return list(read_stories(folder / "town.txt"))


def test_a_story_becomes_a_corpus_with_gold(tmp_path: Path) -> None:
    """Its articles are described by the lines above them, and each position is a viewpoint with its quotes."""
    (story,) = read(tmp_path, STORY)
    gold = write_story(story, tmp_path / "corpus")
    sources = read_folder(tmp_path / "corpus").sources
    assert [(each.title, each.outlet, str(each.date)) for each in sources] == [
        ("Bridge shut", "Valley Post", "2019-03-04"),
        ("A closure foretold", "Rural Roads", "None"),
    ]
    assert [len(each.sentences) for each in sources] == [2, 2]
    why, who = read_gold(gold, {each.file: each.text for each in sources})
    assert [view.summary for view in why.viewpoints] == ["lorries", "The county let it rot."]
    assert [len(view.evidence) for view in why.viewpoints] == [2, 1]
    assert [(each.relation, each.left[0].quote) for each in why.disagreements] == [
        ("framing", "Engineers blamed heavy lorries.")
    ]
    assert not who.answerable


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("1: A2 B2 -- lorries", "1: A2 B9"),
        ("differ: 1-2 framing", "differ: 1-3 framing"),
        ("differ: 1-2 framing", "differ: 1-2 quarrel"),
        ("near: A1", "near: C1"),
        ("2 Engineers blamed heavy lorries.", "Engineers blamed heavy lorries."),
        ("# B undated | Rural Roads | A closure foretold", "# B someday | Rural Roads | A closure foretold"),
    ],
)
def test_a_line_that_is_not_of_the_form_is_named(tmp_path: Path, line: str, instead: str) -> None:
    """The file and the number of the line are told, so that whoever writes stories finds it."""
    number = STORY.splitlines().index(line) + 1
    with pytest.raises(StoryError, match=rf"town\.txt, line {number}: not understood: {instead[:10]}"):
        read(tmp_path, STORY.replace(line, instead))


def test_positions_differ_as_answers_say_that_they_do() -> None:
    """The relations of a story are those of the answer contract."""
    assert set(get_args(Relation)) == RELATIONS


@pytest.mark.usefixtures("encoder")
def test_the_questions_of_a_story_are_asked_and_measured(tmp_path: Path) -> None:
    """Both are answered or declined, timed, and measured together, also where two stories have one name."""
    report = report_of_stories(read(tmp_path, STORY + STORY))
    (system,) = report.systems
    values = {score.measure: score.value for score in system.scores}
    assert report.questions == 4
    assert (values["quotes exact"], values["viewpoint coverage"]) == (1.0, 0.5)
    assert "holder accuracy" not in values
    assert all(result.milliseconds > 0 for result in system.results)


@pytest.mark.parametrize(("text", "told"), [(None, "No such file"), ("", "no story in town.txt"), ("1 A.", "line 1")])
def test_what_cannot_be_asked_is_told_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None, told: str
) -> None:
    """A file that is missing, empty or not of the form ends the command with its reason."""
    if text is not None:
        (tmp_path / "town.txt").write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit, match="2"):
        main([str(tmp_path / "town.txt")])
    assert told in capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_stories_are_of_the_form(file: Path) -> None:
    """Each has several outlets, answered questions, and one without an answer somewhere in its file."""
    stories = list(read_stories(file))
    questions = [question for story in stories for question in story.questions]
    assert all(len(story.articles) > 2 for story in stories)
    assert all(question.positions for question in questions if question.answerable)
    assert sum(not question.answerable for question in questions) > len(stories) / 2
