"""Lists whose questions and answers were written by reading: over stories, and over real news of one matter.

`news_questions.txt` names the news articles and the places in them; their words are in the training data.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from index.selection import Candidate
from index.training.selection_data import Ranking, rows
from index.training.selection_sides import Embed
from index.training.stories import Story, StoryError, read_stories, stories_in

NEWS_QUESTIONS = Path(__file__).parent / "news_questions.txt"
STORIES = Path(__file__).parent.parent.parent / "tests" / "stories"
LONGEST = 60
"""Sentences of a news article that were read by those who asked."""
NEAR, FAR = 24, 8
"""How many candidates that do not answer a list has: those nearest to the question, and others by chance."""


def story_files(long: bool) -> list[Path]:
    """The files of the short stories, or of those with long articles; none that is held out."""
    files = sorted(path for path in STORIES.glob("*.txt") if not path.stem.startswith("held-out"))
    return [path for path in files if (path.stem == "long") == long]


def told_in(files: Iterable[Path]) -> list[Story]:
    """All stories of the files."""
    return [story for path in files for story in read_stories(path)]


def news_stories(data: Path, questions: Path = NEWS_QUESTIONS) -> Iterator[Story]:
    """Groups of news articles in the form of stories; `data` is the folder that holds attribution-train.jsonl.gz.

    Raises:
        StoryError: an article is missing, or a question names a place that its article does not have.
    """
    articles = {row["id"]: row for row in rows(data / "attribution-train.jsonl.gz")}
    lines = questions.read_text("utf-8").splitlines()
    return stories_in((each for line in lines for each in _with_words(line, articles)), questions.name)


def _with_words(line: str, articles: dict[str, dict[str, object]]) -> Iterator[str]:
    """The line; where it names an article, a heading and its sentences."""
    if not line.startswith("# "):
        yield line
        return
    key, name = line.removeprefix("# ").split(" ", 1)
    if name not in articles:
        raise StoryError(f"the training data lack the article {name}")
    row = articles[name]
    text, spans = str(row["text"]), row["sentences"]
    assert isinstance(spans, list)
    sentences = [" ".join(text[start:end].split()) for start, end in spans[:LONGEST]]
    yield f"# {key} {row['date']} | {row['publisher']} | {sentences[0].rstrip('.')}"
    yield from (f"{number} {sentence}" for number, sentence in enumerate(sentences, 1))


def asked_rankings(stories: Sequence[Story], embed: Embed, chance: random.Random) -> list[Ranking]:
    """A list for each question: all that answers, and of the rest what is nearest in meaning with some others."""
    return [ranking for story in stories for ranking in _of_story(story, embed, chance)]


def _of_story(story: Story, embed: Embed, chance: random.Random) -> Iterator[Ranking]:
    places = [f"{each.key}{number}" for each in story.articles for number in range(1, len(each.sentences) + 1)]
    candidates = [each for article in story.articles for each in _candidates(article.sentences, article.headline)]
    vectors = embed([each.sentence for each in candidates])
    for question, vector in zip(story.questions, embed([each.text for each in story.questions]), strict=True):
        answering = {place for position in question.positions.values() for place in position}
        others = [row for row in (-(vectors @ vector)).argsort().tolist() if places[row] not in answering]
        far = others[NEAR:]
        chosen = [row for row, place in enumerate(places) if place in answering]
        chosen += others[:NEAR] + chance.sample(far, min(FAR, len(far)))
        yield Ranking(
            question.text,
            tuple(candidates[row] for row in chosen),
            tuple(places[row] in answering for row in chosen),
            "asked",
        )


def _candidates(sentences: Sequence[str], headline: str) -> Iterator[Candidate]:
    """Each sentence with the one before it and the headline, which is no title of itself."""
    for sentence, previous in zip(sentences, (None, *sentences), strict=False):
        yield Candidate(sentence, previous, None if sentence.rstrip(".") == headline else headline)
