"""The source pane: what the answers cite, and the articles with their cited words marked, as one piece of HTML.

All of it is in the page once an answer is there; choosing a passage only shows it, without a server.
"""

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlencode

from corpus.source import Source
from rag.answer import Answer, Citation
from ui.asked import Turn
from ui.citing import called, cited, dated, joined, passage_name, span, spoken_for, written_date
from ui.corpus_list import OVERVIEW_TURN
from ui.differences import HELD
from ui.markup import Html, element, plain
from ui.paragraphs import Paragraph, Passage, Run, cut

LISTED_SOURCES = 50


def reader(turns: Sequence[Turn], sources: Sequence[Source], overview: Answer | None = None) -> Html:
    """The pane of a conversation; before its first answer, the sources that can be asked.

    `overview` has the corpus-wide disagreements, whose words can be opened at any time.
    """
    answers = {number: turn.answer for number, turn in enumerate(turns, start=1) if turn.answer}
    if overview:
        answers = {OVERVIEW_TURN: overview, **answers}
    by_file = {source.file: source for source in sources}
    passages = _passages(answers, by_file)
    names = {file: f"article-{number}" for number, file in enumerate(passages, start=1)}
    asked = dict(enumerate(turns, start=1))
    lists = [_cited_list(answer, number, names, asked.get(number)) for number, answer in answers.items()]
    articles = [_article(by_file[file], names[file], found) for file, found in passages.items()]
    front = () if turns else (_front(sources),)
    return element("div", *front, *lists, _steps(), *articles, attributes={"class": "reader"})


def _passages(answers: Mapping[int, Answer], by_file: Mapping[str, Source]) -> dict[str, list[Passage]]:
    """The cited words of every answer so far, by file; words that do not stand where they should are not marked."""
    passages: dict[str, list[Passage]] = {}
    for number, answer in answers.items():
        for one in cited(answer):
            source = by_file.get(one.file)
            if source and source.text[one.start : one.end] == one.quote:
                passage = Passage(passage_name(number, one.number), one.start, one.end, one.quote)
                passages.setdefault(one.file, []).append(passage)
    return passages


def _front(sources: Sequence[Source]) -> Html:
    known = [element("li", *_source_lines(source)) for source in sources[:LISTED_SOURCES]]
    if len(sources) > LISTED_SOURCES:
        known.append(element("li", plain(f"and {len(sources) - LISTED_SOURCES:,} more")))
    heading = "1 article can be asked" if len(sources) == 1 else f"{len(sources):,} articles can be asked"
    return element(
        "section",
        element("h2", plain(heading)),
        element("p", plain("Choose a marker in an answer, and its words are shown here, in their article.")),
        element("ol", *known, attributes={"class": "known"}),
        attributes={"class": "front"},
    )


def _source_lines(source: Source) -> tuple[Html, Html]:
    return (
        span("who", joined(source.outlet, dated(source))),
        span("headline", source.title or source.file),
    )


def _cited_list(answer: Answer, number: int, names: Mapping[str, str], turn: Turn | None) -> Html:
    cards = [element("li", _card(one, number, names[one.file])) for one in cited(answer) if one.file in names]
    words = (
        ("Cited in this answer" if answer.answered else "Nearest to the question") if turn else "Cited in the corpus"
    )
    missing = "The articles that it cites are not here any more." if cited(answer) else "Nothing is cited."
    nothing = () if cards else (element("p", plain(missing)),)
    return element(
        "section",
        element("h2", plain(words)),
        *([_question(turn)] if turn else []),
        *nothing,
        element("ol", *cards, attributes={"class": "cards"}),
        attributes={
            "class": "turn",
            "id": f"cites-{number}",
            "data-turn": str(number),
            "data-differences": str(len(answer.disagreements)),
        },
    )


def _question(turn: Turn) -> Html:
    """The question as a link to the page that asks it again."""
    address = "?" + urlencode(
        [("q", turn.question), *(("outlet", outlet) for outlet in turn.outlets)], errors="replace"
    )
    only = f" (only {', '.join(turn.outlets)})" if turn.outlets else ""
    named = {"class": "permalink", "href": address, "title": "A link that asks this again"}
    asked = element("a", plain(turn.question + only), attributes=named)
    return element("p", asked, attributes={"class": "asked", "dir": "auto"})


def _card(citation: Citation, turn: int, article: str) -> Html:
    date = written_date(citation.date) if citation.date else "undated"
    speaker = spoken_for(citation)
    place = [f"according to {speaker}" if speaker else None, HELD.get(citation.held)]
    place += ["picture caption" if citation.caption else None, f"page {citation.page}" if citation.page else None]
    detail = joined(*place)
    return element(
        "a",
        span("number", str(citation.number)),
        span("who", joined(called(citation), date)),
        element("q", plain(citation.quote), attributes={"dir": "auto"}),
        *([span("detail", detail)] if detail else []),
        attributes={"class": "cited", "href": f"#{passage_name(turn, citation.number)}", "data-article": article},
    )


def _steps() -> Html:
    """The bar over an open article: back to the list or the answer, to the passage before, to the next."""
    place = element("span", span("whose", ""), span("count", ""), attributes={"class": "place", "role": "status"})
    return element(
        "nav",
        _step("list", "All cited", "All that is cited"),
        _step("back", "Answer", "Back to the answer"),
        place,
        _step("previous", "‹", "Previous passage (key p)"),
        _step("next", "›", "Next passage (key n)"),
        attributes={"class": "steps", "aria-label": "Cited passages", "hidden": "hidden"},
    )


def _step(action: str, text: str, label: str) -> Html:
    named = {"type": "button", "class": f"step {action}", "data-step": action, "aria-label": label, "title": label}
    return element("button", plain(text), attributes=named)


def _article(source: Source, name: str, passages: Sequence[Passage]) -> Html:
    body = [_paragraph(paragraph) for paragraph in cut(source, passages)]
    head = element(
        "header",
        element("p", plain(joined(source.outlet, dated(source))), attributes={"class": "who"}),
        element("h2", plain(source.title or source.file), attributes={"id": f"{name}-title", "dir": "auto"}),
        element("p", plain(source.file), attributes={"class": "file"}),
    )
    attributes = {"class": "article", "id": name, "aria-labelledby": f"{name}-title", "hidden": "hidden"}
    return element("article", head, *body, attributes=attributes)


def _paragraph(paragraph: Paragraph) -> Html:
    return element("p", *_runs(paragraph.runs), attributes={"class": paragraph.kind, "dir": "auto"})


def _runs(runs: Sequence[Run]) -> Iterator[Html]:
    for run in runs:
        if run.names:
            yield element("mark", plain(run.text), attributes={"class": " ".join(run.names), "tabindex": "-1"})
        elif run.quiet:
            yield span("quiet", run.text)
        else:
            yield plain(run.text)
