"""How Parallax answers over many small corpora that it has not seen: stories, each asked by itself.

    python -m eval.story_measures [FILE ...] [--every N]

Each story becomes a folder of articles and a gold file; the measures are those of `parallax eval`, over the questions
of all stories together. Whose word a sentence is stands in no story, so holders are not measured.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from eval.asking import Reply, replies_of
from eval.case import Case
from eval.gold import read_gold
from eval.measures.catalogue import MEASURES
from eval.parallax_system import ParallaxSystem
from eval.report import values_table
from eval.results import EvalReport
from eval.run import cases_of, scored
from index.training.stories import Story, StoryError, StoryQuestion, read_stories
from rag.engine import Engine

STORIES = Path(__file__).parent.parent / "tests" / "stories"
PARAGRAPH = 3
"""Sentences of a paragraph."""
MEASURED = (
    "quotes exact",
    "viewpoint coverage",
    "citation precision",
    "disagreement recall",
    "disagreement precision",
    "relation accuracy",
    "no false disagreement",
    "declined when it must",
    "answered when it can",
)
_ABOUT = {"conflict": "event", "update": "status", "framing": "evaluation", "scope": "quantity"}


def write_story(story: Story, folder: Path) -> Path:
    """Write its articles as text files into a folder that is made, and its gold beside it; the gold file's path."""
    folder.mkdir(parents=True)
    for article in story.articles:
        fields = {"Title": article.headline, "Source": article.outlet, "Date": article.date}
        heading = "".join(f"{name}: {value}\n" for name, value in fields.items() if value)
        starts = range(0, len(article.sentences), PARAGRAPH)
        paragraphs = (" ".join(article.sentences[at : at + PARAGRAPH]) for at in starts)
        (folder / f"{article.key}.txt").write_text(heading + "\n" + "\n\n".join(paragraphs) + "\n", "utf-8")
    gold = folder.with_suffix(".jsonl")
    lines = (json.dumps(gold_line(story, number, each)) for number, each in enumerate(story.questions, 1))
    gold.write_text("\n".join(lines), "utf-8")
    return gold


def gold_line(story: Story, number: int, question: StoryQuestion) -> dict[str, object]:
    """A question of a story in the form of a gold file."""

    def quotes(name: str) -> list[dict[str, str]]:
        found = (story.sentence(place) for place in question.positions[name])
        return [{"file": f"{each[0].key}.txt", "quote": each[1]} for each in found if each]

    views = [
        {
            "summary": question.summaries[name] or quotes(name)[0]["quote"],
            "holders": sorted({each["file"] for each in quotes(name)}),
            "evidence": quotes(name),
        }
        for name in question.positions
    ]
    pairs = [
        {"left": quotes(one), "right": quotes(other), "about": _ABOUT[relation], "relation": relation}
        for one, other, relation in question.differ
    ]
    return {
        "id": f"{story.title}-{number}",
        "question": question.text,
        "kind": "fact" if question.answerable else "unanswerable",
        "answerable": question.answerable,
        "answers": [],
        "viewpoints": views,
        "disagreements": pairs,
        "controversy": _controversy(question),
    }


def _controversy(question: StoryQuestion) -> str | None:
    if not question.answerable:
        return None
    relations = {relation for _, _, relation in question.differ}
    if not relations:
        return (
            "agreed"
            if len({place[0] for each in question.positions.values() for place in each}) > 1
            else "single-source"
        )
    return "updated" if relations == {"update"} else "contested"


def cases_of_stories(stories: Iterable[Story], place: Path) -> Iterator[tuple[Case, Reply]]:
    """Every question of every story with the reply to it; folders and indexes are made in `place`."""
    engine: Engine | None = None
    for number, story in enumerate(stories):
        folder = place / f"story-{number}"
        gold = write_story(story, folder)
        index = place / f"index-{number}"
        engine = engine.over(folder, index)[0] if engine else Engine.build(folder, index=index)
        sources = {source.file: source for source in engine.sources()}
        questions = read_gold(gold, {file: source.text for file, source in sources.items()})
        replies = tuple(replies_of(ParallaxSystem(engine), questions))
        yield from zip(cases_of(questions, replies, sources.values()), replies, strict=True)


def report_of_stories(stories: Iterable[Story]) -> EvalReport:
    """The measures over the questions of all stories, of which there is one at least."""
    with TemporaryDirectory(prefix="parallax-stories-", ignore_cleanup_errors=True) as place:
        asked = tuple(cases_of_stories(stories, Path(place)))
    cases, replies = [case for case, _ in asked], [reply for _, reply in asked]
    measures = tuple(each for each in MEASURES if each.name in MEASURED)
    return EvalReport((scored("parallax", cases, replies, measures),), "stories", len(cases))


def main(arguments: Sequence[str] | None = None) -> None:
    """Ask the questions of the stories in the files, those held out by default, and print the measures."""
    parser = argparse.ArgumentParser(prog="python -m eval.story_measures", description=__doc__.split("\n\n")[0])
    parser.add_argument("files", type=Path, nargs="*", default=sorted(STORIES.glob("held-out*.txt")), metavar="FILE")
    parser.add_argument("--every", type=int, default=1, help="ask about every Nth story only (1)")
    chosen = parser.parse_args(arguments)
    try:
        stories = [story for file in chosen.files for story in read_stories(file)][:: max(1, chosen.every)]
    except StoryError as error:
        parser.error(str(error))
    if not stories:
        parser.error("no story in " + ", ".join(file.name for file in chosen.files))
    console = Console()
    console.print(f"{len(stories)} stories", highlight=False)
    console.print(values_table(report_of_stories(stories)))


if __name__ == "__main__":
    main()
