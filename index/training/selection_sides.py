"""Questions with several sides, made by rule from headlines-* and perspectives-*: every side answers."""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from index.selection import Candidate
from index.training.question_rules import as_question, keywords, one_of, overlap, thinned
from index.training.selection_data import Ranking, rows

Embed = Callable[[Sequence[str]], npt.NDArray[np.float32]]

STORY = (
    "Is it true that {story}?",
    "{story}?",
    "{story} true or false",
    "Who says that {story}?",
    "What do the reports say: {story}?",
    "What is known about {few}?",
    "Do the sources agree on {few}?",
    "What happened with {few}?",
)
CLAIM = (
    "{asked}",
    "{asked}",
    "What speaks for and against it: {claim}?",
    "Do people agree that {claim}?",
    "What are the arguments over whether {claim}?",
    "Different opinions: {claim}",
    "Why do some think that {claim} and others not?",
    "What do critics and supporters say about {few}?",
    "Is it a good idea: {claim}?",
)


def neighbours(texts: Sequence[str], embed: Embed, nearest: int, same: float) -> list[list[int]]:
    """For each text the numbers of those nearest to it in meaning, leaving out those so near that they are the same."""
    vectors = embed(texts)
    cosines = vectors @ vectors.T
    cosines[cosines > same] = -1
    return [list(map(int, row)) for row in np.argsort(-cosines, axis=1)[:, :nearest]]


def bare(sentence: str) -> str:
    """A claim or headline as it stands inside a question: no full stop, no agency before a colon or after a dash."""
    sentence = re.sub(
        r"^(report|breaking|exclusive|rumou?r|update)\w*\s*:\s*|\s[-|–:] [\w ]{2,20}$", "", sentence, flags=re.I
    )
    return sentence.strip().rstrip(".!?")


def short(text: str, chance: random.Random) -> str:
    """Up to four of a text's content words, in its order."""
    content = [word for word in text.split() if keywords(word)]
    keep = set(chance.sample(range(len(content)), min(4, len(content))))
    return " ".join(word for at, word in enumerate(content) if at in keep)


def sentences_of(body: str) -> list[str]:
    """The sentences of a story, roughly."""
    parts = re.split(r"(?<=[.!?\"”])\s+(?=[\"“A-Z])", body)
    return [part.strip() for part in parts if 25 < len(part) < 400]


def perspective_rankings(path: Path, embed: Embed, chance: random.Random, each: int = 1) -> list[Ranking]:
    """Lists of perspectives: those of the claim, for and against, before those of claims near to it."""
    sides: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows(path):
        sides[row["claim"]][row["stance"]].append(row["perspective"])
    claims = list(sides)
    rankings = []
    for claim, near in zip(claims, neighbours(claims, embed, 6, 0.7), strict=True):
        for _ in range(each):
            own = [text for stance in sides[claim].values() for text in chance.sample(stance, min(2, len(stance)))]
            strange = [text for other in near for stance in sides[claims[other]].values() for text in stance]
            parts = {"claim": bare(claim), "asked": as_question(claim), "few": short(claim, chance)}
            question = one_of(CLAIM, chance, **parts)
            rankings.append(labelled(question, own, chance.sample(strange, min(6, len(strange))), "perspectives"))
    return rankings


def labelled(question: str, answering: Sequence[str], others: Sequence[str], source: str) -> Ranking:
    """A list of bare sentences: first those that answer."""
    candidates = tuple(Candidate(text) for text in (*answering, *others))
    return Ranking(question, candidates, (True,) * len(answering) + (False,) * len(others), source)


def headline_rankings(path: Path, embed: Embed, chance: random.Random) -> list[Ranking]:
    """Lists of news: sentences and headlines that affirm or deny the story before other stories' and asides."""
    stories: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(path):
        if row["stance"] != "unrelated":
            stories[row["body_id"]].append(row)
    told = [story for story in stories.values() if len({row["headline"] for row in story}) > 1]
    near = neighbours([story[0]["headline"] for story in told], embed, 6, 0.6)
    made = (story_ranking(story, [told[at] for at in others], chance) for story, others in zip(told, near, strict=True))
    return [ranking for ranking in made if ranking is not None]


def story_ranking(
    story: Sequence[dict[str, Any]], others: Sequence[Sequence[dict[str, Any]]], chance: random.Random
) -> Ranking | None:
    """One story's list; none if its body says nothing of the headline."""
    asked, *rest = chance.sample(list(dict.fromkeys(row["headline"] for row in story)), 2)
    about = keywords(asked)
    body = sorted(sentences_of(story[0]["body"]), key=lambda sentence: -overlap(sentence, about))
    answering = [sentence for sentence in body[:3] if overlap(sentence, about) >= 3]
    answering += [headline for headline in rest if overlap(headline, about) >= 2]
    asides = [sentence for sentence in body if overlap(sentence, about) == 0][:2]
    strange = [
        text for row in (other[0] for other in others) for text in (row["headline"], *sentences_of(row["body"])[:3])
    ]
    if not answering or len(strange) < 4:
        return None
    story_words = thinned(bare(asked), chance, 0.1)
    question = one_of(STORY, chance, story=story_words, few=short(bare(asked), chance))
    return labelled(question, answering, asides + chance.sample(strange, 4), "headlines")
