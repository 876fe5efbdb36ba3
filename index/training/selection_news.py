"""Questions on who says what, how many, when and why, made by rule from the articles of attribution-*."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.patterns import regex
from index.selection import Candidate
from index.training.question_rules import keywords, one_of, overlap, thinned, topics
from index.training.selection_data import Ranking, rows

OPINION = (
    "What did {source} say about {topic}?",
    "What does {source} think of {topic}?",
    "What is the view of {source} on {topic}?",
    "How does {source} describe {topic}?",
    "Did {source} comment on {topic}?",
    "{source} on {topic}",
    "What was {source}'s position on {topic}?",
    "What has {source} said regarding {topic}?",
    "According to {source}, what about {topic}?",
)
SPEAKER = (
    "Who says {content}?",
    "Who said {content}?",
    "Who believes {content}?",
    "According to whom {content}?",
    "Which source claims {content}?",
    "Did {source} say {content}?",
)
EVERYONE = (
    "What do people say about {topic}?",
    "What are the different views on {topic}?",
    "Who has commented on {topic}, and what did they say?",
    "How do {source} and others see {topic}?",
    "Opinions about {topic}",
    "How is {topic} described?",
    "What do the sources claim about {topic}?",
)
CAUSE = regex(r"(.+?),? (?:because(?: of)?|due to|as a result of|thanks to|in response to) (.+)", re.S)
EFFECT = regex(r"(.+?),? (?:led to|caused|resulted in|prompted|triggered) (.+)", re.S)
PRONOUNS = frozenset("he she it they we i you who that this his her their its him them".split())


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution: who, what, and the number of the sentence where the content starts."""

    source: str
    content: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Article:
    """Sentences, the attributions in them, and the named amounts and dates of each."""

    sentences: tuple[str, ...]
    sayings: tuple[Saying, ...]
    entities: tuple[tuple[tuple[str, str], ...], ...]


def article(row: dict[str, Any]) -> Article:
    """An article of attribution-*."""
    text, bounds = row["text"], row["sentences"]
    where = {at: number for number, (start, end) in enumerate(bounds) for at in range(start, end)}
    events: dict[Any, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for start, end, role, event in row["spans"]:
        events[event][role].append((start, end))
    sayings = []
    for event in events.values():
        source, content = (" ".join(text[start:end] for start, end in event[role]) for role in ("SOURCE", "CONTENT"))
        if event["CONTENT"] and event["CONTENT"][0][0] in where:
            sayings.append(Saying(source, content, where[event["CONTENT"][0][0]]))
    entities: list[list[tuple[str, str]]] = [[] for _ in bounds]
    for start, end, kind in row["ner"]:
        if start in where:
            entities[where[start]].append((text[start:end], kind))
    sentences = tuple(" ".join(text[start:end].split()) for start, end in bounds)
    return Article(sentences, tuple(sayings), tuple(map(tuple, entities)))


def ranking_of(told: Article, question: str, answering: set[int], doubtful: set[int], source: str) -> Ranking | None:
    """The question's list from its article: five sentences that share most words with it, and the next best but one."""
    wanted = keywords(question)
    others = [number for number in range(len(told.sentences)) if number not in answering | doubtful]
    others = [number for number in others if len(told.sentences[number]) > 30]
    others.sort(key=lambda number: -overlap(told.sentences[number], wanted))
    chosen = [*answering, *others[:6], *others[8:9]]
    if len(others) < 3 or not wanted:
        return None
    candidates = tuple(
        Candidate(told.sentences[number], told.sentences[number - 1] if number else None) for number in chosen
    )
    return Ranking(question, candidates, tuple(number in answering for number in chosen), source)


def named(source: str) -> bool:
    """Whether a source says by itself who it is, and is short enough for a question."""
    return 0 < len(source.split()) < 6 and source.lower().split()[0] not in PRONOUNS and bool(keywords(source))


def same_voice(one: str, other: str) -> bool:
    """Whether two sources may be the same: they share a keyword, or one is a pronoun."""
    return not named(one) or not named(other) or bool(keywords(one) & keywords(other))


def opinion(told: Article, saying: Saying, chance: random.Random) -> Ranking | None:
    """What one source says on one subject; what it says on others, and others on it, does not answer."""
    found = topics(saying.content)
    if not named(saying.source) or not found:
        return None
    topic = chance.choice(found)
    on_topic = {each for each in told.sayings if overlap(each.content, keywords(topic)) == len(keywords(topic))}
    own = {each.sentence for each in on_topic if named(each.source) and same_voice(each.source, saying.source)}
    doubtful = {each.sentence for each in on_topic if same_voice(each.source, saying.source)}
    question = one_of(OPINION, chance, source=saying.source, topic=topic)
    return ranking_of(told, question, own | {saying.sentence}, doubtful, "news opinion")


def speaker(told: Article, saying: Saying, chance: random.Random) -> Ranking | None:
    """Who says a thing, some words of it left out."""
    content = saying.content.strip(" .,“”\"'")
    if not 4 < len(content.split()) < 18 or not saying.source:
        return None
    source = saying.source if named(saying.source) else "anyone"
    question = one_of(SPEAKER, chance, source=source, content=thinned(content, chance, 0.25))
    return ranking_of(told, question, {saying.sentence}, set(), "news speaker")


def everyone(told: Article, saying: Saying, chance: random.Random) -> Ranking | None:
    """What different sources say on one subject; sentences that only mention it do not answer."""
    for topic in topics(saying.content):
        wanted = keywords(topic)
        voices = {each.sentence: each.source for each in told.sayings if overlap(each.content, wanted) == len(wanted)}
        if (
            wanted
            and len({" ".join(sorted(keywords(source))) for source in voices.values()}) > 1
            and 1 < len(voices) < 9
        ):
            source = saying.source if named(saying.source) else "the experts"
            return ranking_of(
                told, one_of(EVERYONE, chance, topic=topic, source=source), set(voices), set(), "news views"
            )
    return None


def amount_or_date(told: Article, number: int, chance: random.Random) -> Ranking | None:
    """How many, or when: the rest of a sentence that holds the amount or the date."""
    for text, kind in told.entities[number]:
        before, _, after = told.sentences[number].partition(text)
        clause = thinned(" ".join(after.strip(" ,.").split()[:10]), chance, 0.3)
        subject = thinned(" ".join(re.sub(r"\b(on|in|since|by|until)\s*$", "", before).split()[-11:]), chance, 0.3)
        if (
            kind == "NUMBER"
            and re.match(r"(\w+ )?(people|\w{3,}s|men|women|children)\b", clause)
            and len(keywords(clause)) > 2
        ):
            form = chance.choice(("How many {}?", "What number of {}?", "how many {}", "{} how many"))
        elif kind == "PERCENT" and clause.startswith("of "):
            form = chance.choice(("What percentage {}?", "What share {}?", "How much {}?"))
        elif kind == "DATE" and re.search(r"\d|\b[A-Z]", text) and len(keywords(subject)) > 2:
            form, clause = chance.choice(("When: {}?", "When was it that {}?", "{} when?", "On what date {}?")), subject
        else:
            continue
        return ranking_of(told, form.format(clause), {number}, set(), "news amount or date")
    return None


def reason(told: Article, number: int, chance: random.Random) -> Ranking | None:
    """Why: the effect as the sentence puts it, before "because" and its like or after "led to" and its like."""
    sentence = told.sentences[number]
    because, led = CAUSE.fullmatch(sentence), EFFECT.fullmatch(sentence)
    effect = because[1] if because else led[2] if led else ""
    effect = " ".join(effect.strip(" ,.").split()[-14 if because else 0 :][:14])
    if len(keywords(effect)) < 3:
        return None
    form = chance.choice(("Why {}?", "What caused {}?", "What is the reason {}?", "{} why?", "How come {}?"))
    return ranking_of(told, form.format(thinned(effect, chance, 0.3)), {number}, set(), "news reason")


def article_rankings(told: Article, chance: random.Random) -> Iterator[Ranking | None]:
    """All that can be asked of an article, in an order left to chance."""
    for saying in told.sayings:
        yield chance.choice((opinion, opinion, speaker, everyone))(told, saying, chance)
    for number in range(len(told.sentences)):
        yield chance.choice((amount_or_date, reason))(told, number, chance)


def news_rankings(path: Path, chance: random.Random, each: int = 2) -> list[Ranking]:
    """Up to `each` lists an article, of as many kinds as it has."""
    made = []
    for row in rows(path):
        if row["sentences"] is None or len(row["sentences"]) < 6:
            continue
        kinds: dict[str, list[Ranking]] = defaultdict(list)
        for ranking in article_rankings(article(row), chance):
            if ranking is not None:
                kinds[ranking.source].append(ranking)
        drawn = chance.sample(sorted(kinds), min(each, len(kinds)))
        made += [chance.choice(kinds[kind]) for kind in drawn]
    return made
