"""The corpus as the page lists it: each article with what it says of itself, and where the articles differ."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from corpus.source import Source
from index.claims import Claim
from rag.answer import Answer, Disagreement
from rag.overview import Overview
from ui.citing import dated, joined, span
from ui.differences import difference_cards, numbered
from ui.markup import Html, element, plain

LISTED_SOURCES = 200
LISTED_DIFFERENCES = 60
MOST_ARTICLES = 25
"""Articles that may lie in the page for the corpus-wide list, so that a marker opens one without the server."""
OVERVIEW_TURN = 0
"""The turn under which the passages of the corpus-wide list are named; answers count from 1."""


def corpus_list(sources: Sequence[Source], claims: Sequence[Claim]) -> Html:
    """Every article: title, outlet, date, length, and how many claims it makes."""
    counts = Counter(claim.file for claim in claims)
    rows = [element("li", *_lines(source, counts[source.file])) for source in sources[:LISTED_SOURCES]]
    if len(sources) > LISTED_SOURCES:
        rows.append(element("li", plain(f"and {len(sources) - LISTED_SOURCES:,} more")))
    return element(
        "div",
        element("h2", plain(_counted(len(sources), "article"))),
        element("ol", *rows, attributes={"class": "known"}),
        attributes={"class": "corpus"},
    )


def _lines(source: Source, claims: int) -> tuple[Html, ...]:
    words = len(source.text.split()) if not source.file.lower().endswith((".html", ".htm")) else _words_read(source)
    return (
        span("who", joined(source.outlet, dated(source))),
        span("headline", source.title or source.file),
        span("detail", joined(_counted(words, "word"), _counted(claims, "claim"), source.file)),
    )


def _words_read(source: Source) -> int:
    return sum(len(sentence.reading.split()) for sentence in source.sentences)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def overview_answer(overview: Overview) -> Answer:
    """The corpus-wide disagreements that the page can carry, in the form of an answer to no question."""
    citations = numbered(overview.citations)
    chosen: list[Disagreement] = []
    files: set[str] = set()
    for each in islice(overview.disagreements, LISTED_DIFFERENCES):
        files |= {citations[number].file for side in each.sides for number in side.citations}
        if len(files) > MOST_ARTICLES:
            break
        chosen.append(each)
    used = {number for each in chosen for side in each.sides for number in side.citations}
    cited = tuple(citation for citation in overview.citations if citation.number in used)
    return Answer("The whole corpus", True, "", citations=cited, disagreements=tuple(chosen))


def corpus_differences(overview: Overview) -> Html:
    """The corpus-wide disagreements as cards, the weightiest first."""
    shown = overview_answer(overview)
    left_out = len(overview.disagreements) - len(shown.disagreements)
    more = f"{left_out:,} more are listed by the command: parallax disagreements"
    heading = "Where these articles differ" if shown.disagreements else "No difference was found among these articles"
    return element(
        "div",
        element("h2", plain(heading)),
        difference_cards(shown.disagreements, numbered(shown.citations), OVERVIEW_TURN),
        *([element("p", plain(more), attributes={"class": "none"})] if left_out else []),
        attributes={"class": "corpus"},
    )
