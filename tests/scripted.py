"""An engine whose answers are written here, over the default articles: for tests of the page, without any model."""

import re
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpus.source import Sentence, Source
from rag.answer import Answer, Citation, Disagreement, Side, Statement, TimelinePoint
from rag.markup import escape
from rag.overview import Overview
from rag.quotes import DIFFER

ARTICLES = Path(__file__).parents[1] / "corpus" / "articles"
QUESTION = "How many people left?"
EXAMPLES = (QUESTION, "Why are they leaving?", "Who is to blame?", "Which <b>bold</b> ${1+1} `claims` are contested?")
FOLLOW_UPS = ("What does Armenia say?", "Why now?")
FIGURES = (
    ("002_348a9041ce8591c6.txt", "Nearly 3,000 people had arrived in Armenia by Monday."),
    ("000_4684006a06ea25c7.txt", "up to\N{NO-BREAK SPACE}42,500\N{NO-BREAK SPACE}ethnic Armenians have left Karabakh"),
    ("004_2b53c6e5a6e302b6.txt", "the number of refugees streaming into Armenia in the past week has eclipsed 100,000"),
)
AGAIN = ("002_348a9041ce8591c6.txt", "As of September 25, nearly 7,000 people have so far crossed into Armenia")
"""Words of the first source once more, for a question with 'twice'."""
BOUNDS = (("2023-09-25", 3000, "nearly"), ("2023-09-27", 42500, "up to"), ("2023-09-30", 100000, "more than"))


def read_source(file: str, text: str, **known: Any) -> Source:
    """A source cut at full stops, near enough to the real reading."""
    found = re.finditer(r"[^\s.][^.\n]*\.?", text)
    sentences = tuple(Sentence(m.start(), m.end(), m[0], m[0], 0, 1) for m in found if len(m[0]) > 40)
    return Source(file, text, sentences, "", **known)


def default_sources() -> tuple[Source, ...]:
    """The five articles, byte for byte, and what is known of them."""
    known = tomllib.loads((ARTICLES / "sources.toml").read_text(encoding="utf-8"))
    texts = {path.name: path.read_bytes().decode("utf-8-sig") for path in sorted(ARTICLES.glob("*.txt"))}
    return tuple(read_source(file, text, **known[file]) for file, text in texts.items())


def cite(source: Source, number: int, quote: str) -> Citation:
    """The first place of these words in the source."""
    start = source.text.index(quote)
    date = source.date.isoformat() if source.date else None
    return Citation(number, source.file, start, start + len(quote), 1, quote, source.title, source.outlet, date)


class ScriptedEngine:
    """Answers every question from the same citations, which disagree, and of which the last denies."""

    def __init__(self, sources: Sequence[Source], quotes: Sequence[tuple[str, str]]) -> None:
        self._sources = {source.file: source for source in sources}
        self._quotes = quotes
        self.heard: list[tuple[str, ...]] = []

    def conversation(self, answers: Sequence[Answer] = ()) -> "ScriptedConversation":
        return ScriptedConversation(self, len(answers))

    def sources(self) -> tuple[Source, ...]:
        return tuple(self._sources.values())

    def claims(self) -> tuple[()]:
        return ()

    def examples(self) -> tuple[str, ...]:
        return EXAMPLES

    def follow_ups(self, answers: Sequence[Answer]) -> tuple[str, ...]:
        return FOLLOW_UPS

    def disagreements(self) -> Overview:
        return Overview((self._disagreement(),), self.citations())

    def citations(self, question: str = "") -> tuple[Citation, ...]:
        quotes = (AGAIN, *self._quotes) if "twice" in question else self._quotes
        found = [cite(self._sources[file], n, quote) for n, (file, quote) in enumerate(quotes, start=1)]
        return (*found[:-1], replace(found[-1], holder="Ann Author", held="denied"))

    def whole(self, question: str) -> Answer:
        citations = self.citations(question)
        lines = [f"- {one.outlet or one.file}: {escape(one.quote)} [{one.number}]" for one in citations]
        told = f"\n\n{DIFFER}\n- Figures: {' '.join(f'[{one.number}]' for one in citations)}"
        return Answer(
            question,
            True,
            "\n".join(["The sources give different figures, for different days.", *lines]) + told,
            tuple(Statement(one.quote, (one.number,)) for one in citations),
            citations,
            (self._disagreement(),),
            tuple(_point(one, *bound) for one, bound in zip(citations, BOUNDS, strict=False)),
        )

    def declined(self, question: str) -> Answer:
        because = "No source speaks of a speech."
        return Answer(question, False, because, (), self.citations(), related=(1,), declined_because=because)

    def _disagreement(self) -> Disagreement:
        sides = tuple(Side(f"figure <b>{one.number}</b>", ("somebody",), (one.number,)) for one in self.citations())
        return Disagreement("quantity", "update", "Figures for different days", sides)


class ScriptedConversation:
    def __init__(self, engine: ScriptedEngine, earlier: int) -> None:
        self.engine = engine
        self.earlier = earlier

    def stream(self, question: str, *, sources: Sequence[str] = ()) -> Iterator[Answer]:
        """The answer, a line at a time; a question with 'fail' fails, with 'speech' is declined."""
        self.engine.heard.append(tuple(sources))
        if "fail" in question:
            raise RuntimeError("scripted failure")
        if "speech" in question:
            yield self.engine.declined(question)
            return
        whole = self.engine.whole(question)
        lines = whole.text.split("\n")
        for count in range(1, len(lines) + 1):
            time.sleep(0.7 if "slowly" in question else 0)
            yield replace(whole, text="\n".join(lines[:count]))


def _point(citation: Citation, day: str, value: int, comparator: str) -> TimelinePoint:
    return TimelinePoint(day, day, value, None, "about", "", "people", comparator, "x", citation.number)
