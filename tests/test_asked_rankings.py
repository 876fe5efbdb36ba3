"""What the selection model learns from questions that were written by reading: their words, and what answers them."""

import gzip
import json
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from index.training.selection_asked import (
    FAR,
    LONGEST,
    NEAR,
    NEWS_QUESTIONS,
    STORIES,
    asked_rankings,
    news_stories,
    story_files,
    told_in,
)
from index.training.stories import StoryError, stories_in

QUESTIONS = """
=== 000
# A one
# B two
? Who shut the bridge?
1: A2 -- the county
2: B1
differ: 1-2 conflict
! Who built it?
"""


def write_articles(folder: Path, articles: dict[str, list[str]]) -> Path:
    """The training data that hold these articles, each of so many sentences."""
    with gzip.open(folder / "attribution-train.jsonl.gz", "wt", encoding="utf-8") as file:
        for name, sentences in articles.items():
            text = "\n\n".join(sentences)
            starts = [text.index(each) for each in sentences]
            spans = [[start, start + len(each)] for start, each in zip(starts, sentences, strict=True)]
            row = {"id": name, "date": "2016-02-08", "publisher": "Post", "text": text, "sentences": spans}
            file.write(json.dumps(row) + "\n")
    return folder


def by_length(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """The longer a text, the nearer to every other."""
    return np.array([[len(text)] for text in texts], dtype=np.float32)


def test_questions_on_news_find_the_words_of_their_places(tmp_path: Path) -> None:
    """The file names articles and places; the words come from the data, white space made one, the first a heading."""
    data = write_articles(tmp_path, {"one": ["Bridge shut.", "The county\nshut it."], "two": ["The army shut it."]})
    questions = tmp_path / "questions.txt"
    questions.write_text(QUESTIONS, encoding="utf-8")
    (story,) = news_stories(data, questions)
    assert [each.headline for each in story.articles] == ["Bridge shut", "The army shut it"]
    who, _ = asked_rankings([story], by_length, random.Random(0))
    answering = [each for each, answers in zip(who.candidates, who.answers, strict=True) if answers]
    assert [each.sentence for each in answering] == ["The county shut it.", "The army shut it."]
    assert [(each.previous, each.title) for each in answering] == [("Bridge shut.", "Bridge shut"), (None, None)]


def test_a_place_that_is_not_there_is_named(tmp_path: Path) -> None:
    """An article that is shorter than a question believes is told with the line."""
    data = write_articles(tmp_path, {"one": ["Bridge shut."], "two": ["The army shut it."]})
    questions = tmp_path / "questions.txt"
    questions.write_text(QUESTIONS, encoding="utf-8")
    with pytest.raises(StoryError, match=r"questions\.txt, line \d+: not understood: 1: A2"):
        list(news_stories(data, questions))


def test_an_article_that_the_data_lack_is_named(tmp_path: Path) -> None:
    """Other training data than those that were read are told by the first article that is missing."""
    data = write_articles(tmp_path, {"one": ["Bridge shut.", "The county shut it."]})
    questions = tmp_path / "questions.txt"
    questions.write_text(QUESTIONS, encoding="utf-8")
    with pytest.raises(StoryError, match="lack the article two"):
        list(news_stories(data, questions))


def test_every_question_on_news_is_of_the_form(tmp_path: Path) -> None:
    """Each question that is answered has a position, and no other has one; no line is lost."""
    lines = NEWS_QUESTIONS.read_text("utf-8").splitlines()
    names = {line.split(" ", 2)[2] for line in lines if line.startswith("# ")}
    sentences = [f"Sentence {number}." for number in range(1, LONGEST + 1)]
    stories = list(news_stories(write_articles(tmp_path, dict.fromkeys(names, sentences))))
    questions = [question for story in stories for question in story.questions]
    assert len(questions) == sum(line[:2] in ("? ", "! ") for line in lines) > 2000
    assert all(bool(each.positions) == each.answerable for each in questions)


def test_what_does_not_answer_is_what_is_nearest_and_some_others() -> None:
    """So many of the nearest and so many of the rest; without an answer they are all there is."""
    sentences = [f"{number} It was {'very ' * number}cold." for number in range(1, 61)]
    told = ["=== Cold", "# A undated | Post | Weather", *sentences, "? How cold?", "1: A1 A60", "! How hot?"]
    (story,) = stories_in(told, "cold.txt")
    how_cold, how_hot = asked_rankings([story], by_length, random.Random(0))
    assert sum(how_cold.answers) == 2
    assert len(how_cold.candidates) == 2 + NEAR + FAR
    longest = {sentence.split(" ", 1)[1] for sentence in sentences[-NEAR - 1 : -1]}
    assert longest <= {each.sentence for each in how_cold.candidates}
    assert not any(how_hot.answers)


def test_nothing_held_out_is_learnt() -> None:
    """The stories that are measured are none of those that are trained on, by file and by title."""
    learnt = {*story_files(long=True), *story_files(long=False)}
    held = set(STORIES.glob("held-out*.txt"))
    assert held
    assert learnt == set(STORIES.glob("*.txt")) - held
    assert not {story.title for story in told_in(learnt)} & {story.title for story in told_in(held)}
