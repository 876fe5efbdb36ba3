"""Short stories told by outlets that disagree, each with its questions: many small corpora with gold.

A file holds stories of this form; the summary of a position is for its reader.

    === Title of the story
    # A 2019-03-04 | Outlet | Headline           an article, with its date or "undated"
    1 First sentence.                            its numbered sentences
    ? What is asked?                             a question that the story answers,
    1: A2 B4 -- overweight lorries               and each position on it, with the sentences that state it
    2: C2
    differ: 1-2 framing                          the positions that differ, and how
    ! What is asked in vain?                     a question that it does not answer,
    near: C1 A7                                  and sentences that a careless reader would cite
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from corpus.errors import ParallaxError
from rag.answer import Relation

_ARTICLE = re.compile(
    r"# (?P<key>[A-F]) (?:(?P<date>\d{4}-\d\d-\d\d)|undated) \| (?P<outlet>[^|]+) \| (?P<headline>.+)"
)
_SENTENCE = re.compile(r"(?P<number>\d+) (?P<text>.+)")
_POSITION = re.compile(r"(?P<name>\d+): (?P<places>[A-F][A-F0-9 ]*?)(?: -- (?P<summary>.*))?")
_DIFFERENCE = re.compile(r"(?P<one>\d+)-(?P<other>\d+) (?P<relation>\w+)")


class StoryError(ParallaxError):
    """A line of a story that is not of the form; the message names the file and the line."""


@dataclass(slots=True)
class Told:
    """An article of a story."""

    key: str
    date: str | None
    outlet: str
    headline: str
    sentences: list[str] = field(default_factory=list)


@dataclass(slots=True)
class StoryQuestion:
    """A question of a story; `positions` name sentences as A2, and `near` those that only seem to answer."""

    text: str
    answerable: bool
    positions: dict[str, list[str]] = field(default_factory=dict)
    summaries: dict[str, str] = field(default_factory=dict)
    differ: list[tuple[str, str, str]] = field(default_factory=list)
    near: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """A story as several outlets tell it."""

    title: str
    articles: list[Told] = field(default_factory=list)
    questions: list[StoryQuestion] = field(default_factory=list)

    def sentence(self, place: str) -> tuple[Told, str] | None:
        """The sentence named as A2, with its article."""
        article = next((each for each in self.articles if each.key == place[:1]), None)
        number = int(place[1:]) if place[1:].isdigit() else 0
        return (article, article.sentences[number - 1]) if article and 0 < number <= len(article.sentences) else None


def read_stories(path: Path) -> Iterator[Story]:
    """The stories of a file.

    Raises:
        StoryError: a line is not of the form, or names what is not there.
    """
    story: Story | None = None
    for number, line in enumerate(map(str.strip, path.read_text("utf-8").splitlines()), 1):
        if line.startswith("=== "):
            if story:
                yield story
            story = Story(line.removeprefix("=== "))
        elif line and not (story and _takes(story, line)):
            raise StoryError(f"{path.name}, line {number}: not understood: {line[:60]}")
    if story:
        yield story


def _takes(story: Story, line: str) -> bool:
    """Whether a line is of the form here; what it says becomes part of the story."""
    if line[:2] in ("? ", "! "):
        story.questions.append(StoryQuestion(line[2:], line[0] == "?"))
        return bool(story.articles)
    if story.questions:
        return _takes_of_question(story, story.questions[-1], line)
    if article := _ARTICLE.fullmatch(line):
        story.articles.append(Told(article["key"], article["date"], article["outlet"].strip(), article["headline"]))
        return True
    sentence = _SENTENCE.fullmatch(line) if story.articles else None
    if sentence is None or int(sentence["number"]) != len(story.articles[-1].sentences) + 1:
        return False
    story.articles[-1].sentences.append(sentence["text"])
    return True


def _takes_of_question(story: Story, question: StoryQuestion, line: str) -> bool:
    if found := _POSITION.fullmatch(line):
        question.positions[found["name"]] = found["places"].split()
        question.summaries[found["name"]] = found["summary"] or ""
        return question.answerable and all(map(story.sentence, found["places"].split()))
    if line.startswith("near: "):
        question.near = line.removeprefix("near: ").split()
        return all(map(story.sentence, question.near))
    if not line.startswith("differ: "):
        return False
    found_all = [_DIFFERENCE.fullmatch(part.strip()) for part in line.removeprefix("differ: ").split(",")]
    told = [(each["one"], each["other"], each["relation"]) for each in found_all if each]
    question.differ = [each for each in told if each[2] in get_args(Relation) and {*each[:2]} <= {*question.positions}]
    return len(question.differ) == len(found_all)
