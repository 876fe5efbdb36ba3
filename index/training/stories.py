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

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from corpus.errors import ParallaxError
from corpus.patterns import regex

RELATIONS = frozenset({"conflict", "update", "framing", "scope"})
"""How two positions may differ."""

_ARTICLE = regex(r"# (?P<key>[A-F]) (?:(?P<date>\d{4}-\d\d-\d\d)|undated) \| (?P<outlet>[^|]+) \| (?P<headline>.+)")
_SENTENCE = regex(r"(?P<number>\d+) (?P<text>.+)")
_POSITION = regex(r"(?P<name>\d+): (?P<places>[A-F][A-F0-9 ]*?)(?: -- (?P<summary>.*))?")
_DIFFERENCE = regex(r"(?P<one>\d+)-(?P<other>\d+) (?P<relation>\w+)")


class StoryError(ParallaxError):
    """A line of a story that is not of the form; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Told:
    """An article of a story."""

    key: str
    date: str | None
    outlet: str
    headline: str
    sentences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StoryQuestion:
    """A question of a story; `positions` name sentences as A2, and `near` those that only seem to answer."""

    text: str
    answerable: bool
    positions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    summaries: Mapping[str, str] = field(default_factory=dict)
    differ: tuple[tuple[str, str, str], ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A story as several outlets tell it."""

    title: str
    articles: tuple[Told, ...] = ()
    questions: tuple[StoryQuestion, ...] = ()

    def sentence(self, place: str) -> tuple[Told, str] | None:
        """The sentence named as A2, with its article."""
        article = next((each for each in self.articles if each.key == place[:1]), None)
        number = int(place[1:]) if place[1:].isdigit() else 0
        return (article, article.sentences[number - 1]) if article and 0 < number <= len(article.sentences) else None


def read_stories(path: Path) -> Iterator[Story]:
    """The stories of a file.

    Raises:
        StoryError: the file cannot be read, or a line is not of the form, or names what is not there.
    """
    return stories_in(_lines_of(path), path.name)


def stories_in(lines: Iterable[str], name: str) -> Iterator[Story]:
    """The stories that the lines of a file of that name tell.

    Raises:
        StoryError: as `read_stories`.
    """
    story: Story | None = None
    for number, line in enumerate(map(str.strip, lines), 1):
        if line.startswith("=== "):
            if story:
                yield story
            story = Story(line.removeprefix("=== "))
        elif line:
            story = story and _with_line(story, line)
            if not story:
                raise StoryError(f"{name}, line {number}: not understood: {line[:60]}")
    if story:
        yield story


def _lines_of(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").splitlines()
    except OSError as error:
        raise StoryError(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise StoryError(f"{path} is not UTF-8") from error


def _with_line(story: Story, line: str) -> Story | None:
    """The story with what a line says, or None where the line is not of the form here."""
    if line[:2] in ("? ", "! "):
        asked = StoryQuestion(line[2:], answerable=line[0] == "?")
        return replace(story, questions=(*story.questions, asked)) if story.articles else None
    if story.questions:
        question = _question_with_line(story, line)
        return replace(story, questions=(*story.questions[:-1], question)) if question else None
    if found := _ARTICLE.fullmatch(line):
        article = Told(found["key"], found["date"], found["outlet"].strip(), found["headline"])
        return replace(story, articles=(*story.articles, article))
    sentence = _SENTENCE.fullmatch(line) if story.articles else None
    if sentence is None or int(sentence["number"]) != len(story.articles[-1].sentences) + 1:
        return None
    last = replace(story.articles[-1], sentences=(*story.articles[-1].sentences, sentence["text"]))
    return replace(story, articles=(*story.articles[:-1], last))


def _question_with_line(story: Story, line: str) -> StoryQuestion | None:
    question = story.questions[-1]
    if found := _POSITION.fullmatch(line):
        places = tuple(found["places"].split())
        positions = {**question.positions, found["name"]: places}
        summaries = {**question.summaries, found["name"]: found["summary"] or ""}
        is_of_form = question.answerable and all(map(story.sentence, places))
        return replace(question, positions=positions, summaries=summaries) if is_of_form else None
    if line.startswith("near: "):
        near = tuple(line.removeprefix("near: ").split())
        return replace(question, near=near) if all(map(story.sentence, near)) else None
    if not line.startswith("differ: "):
        return None
    parts = [_DIFFERENCE.fullmatch(part.strip()) for part in line.removeprefix("differ: ").split(",")]
    told = tuple((each["one"], each["other"], each["relation"]) for each in parts if each)
    known = [each for each in told if each[2] in RELATIONS and {*each[:2]} <= {*question.positions}]
    return replace(question, differ=told) if len(known) == len(parts) else None
