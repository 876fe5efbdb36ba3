"""Questions to begin with, made from the articles themselves."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import Protocol

from corpus.patterns import regex
from corpus.source import Source
from index.claims import Claim
from index.noun_words import is_plural
from index.words import STOP_WORDS
from rag.answer import Answer

COUNT = 4
_PERSON = regex(r"^(?:[A-Z][\w’'-]+ ){1,3}[A-Z][\w’'-]+$")
_COUNTED = regex(r"^(?:people|[a-z]{4,}s) [a-z]+ ([a-z]+)")
_TIME = regex(r"^(?:seconds|minutes|hours|days|weeks|months|years|decades|times|percent)\b")


class Asked(Protocol):
    """What is needed of an engine here."""

    def ask(self, question: str) -> Answer:
        """The answer to a question."""
        ...

    def sources(self) -> tuple[Source, ...]:
        """The articles."""
        ...

    def claims(self) -> tuple[Claim, ...]:
        """What they state."""
        ...


def example_questions(engine: Asked) -> tuple[str, ...]:
    """Up to four questions about what the articles speak of most, each of which they answer."""
    sources = engine.sources()
    makers = (
        from_titles(sources),
        from_counts(engine.claims()),
        from_voices(engine.claims()),
        from_outlets(sources),
    )
    firsts = [next(answered(maker, engine), None) for maker in makers]
    chosen = [question for question in firsts if question]
    rest = answered((question for maker in makers for question in maker), engine)
    return tuple(dict.fromkeys([*chosen, *islice(rest, COUNT - len(chosen))]))


def answered(questions: Iterator[str], engine: Asked) -> Iterator[str]:
    """Those of the first few questions that the articles answer."""
    return (question for question in islice(questions, 8) if engine.ask(question).answered)


def from_titles(sources: Sequence[Source]) -> Iterator[str]:
    """Titles that ask, then questions about titles."""
    titles = [source.title for source in sources if source.title]
    yield from (title for title in titles if title.endswith("?"))
    yield from (f"What is said about “{title}”?" for title in titles)


_BEHIND_A_HEAD = frozenset("of in at on for from to with by who that".split())
_ARTICLES = frozenset("the a an".split())


def from_counts(claims: Sequence[Claim]) -> Iterator[str]:
    """What several articles count, the one that most of them count first."""
    counted: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for quantity in claim.quantities:
            noun = _COUNTED.match(quantity.following)
            if noun and quantity.value > 2 and not _TIME.match(quantity.following) and noun[1] not in STOP_WORDS:
                counted[noun[0]].add(claim.file)
    ranked = sorted(counted.items(), key=lambda item: (-len(item[1]), -len(item[0]), item[0]))
    yield from (f"How many {phrase}?" for phrase, _ in ranked)


def from_voices(claims: Sequence[Claim]) -> Iterator[str]:
    """The people who speak most."""
    voices = Counter(claim.holder for claim in claims if not claim.own_voice and _PERSON.match(claim.holder))
    yield from (what_is_said_by(voice) for voice, _ in voices.most_common(6))


def what_is_said_by(holder: str) -> str:
    """The question what somebody says, in the number of his name: "What do residents of the town say?"."""
    words = holder.split()
    head = list(takewhile(lambda word: word not in _BEHIND_A_HEAD, words))[-1:]
    many = " and " in holder or (bool(head) and is_plural(head[0]) and (len(words) == 1 or head[0].islower()))
    named = f"{words[0].lower()} {' '.join(words[1:])}" if words and words[0].lower() in _ARTICLES else holder
    return f"What {'do' if many else 'does'} {named} say?"


def from_outlets(sources: Sequence[Source]) -> Iterator[str]:
    """Where all differ, then what the outlets say, the first two beside each other."""
    yield "What do the sources disagree on?"
    outlets = list(dict.fromkeys(source.outlet for source in sources if source.outlet))
    if len(outlets) > 1:
        yield f"Compare what {outlets[0]} and {outlets[1]} say."
    yield from (f"What does {outlet} report?" for outlet in outlets)
