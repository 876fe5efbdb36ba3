"""The source pane: what the answers cite, and the articles with their cited words marked, as one piece of HTML.

All of it is in the page once an answer is there; choosing a passage only shows it, without a server.
"""

from collections.abc import Iterator, Mapping, Sequence

from corpus.source import Source
from rag.answer import Answer, Citation
from ui.markup import Html, element, plain
from ui.paragraphs import Paragraph, Passage, Run, cut
from ui.render import called, cited, passage_name, written_date

LISTED_SOURCES = 50


def reader(answers: Sequence[Answer], sources: Sequence[Source]) -> Html:
    """The pane of a conversation; before its first answer, the sources that can be asked."""
    if not answers:
        return _front(sources)
    by_file = {source.file: source for source in sources}
    passages = _passages(answers)
    names = {file: f"article-{number}" for number, file in enumerate(passages, start=1)}
    lists = [_cited_list(answer, turn, names) for turn, answer in enumerate(answers, start=1)]
    articles = [_article(by_file[file], names[file], found) for file, found in passages.items() if file in by_file]
    return element("div", *lists, _steps(), *articles, attributes={"class": "reader"})


def _passages(answers: Sequence[Answer]) -> dict[str, list[Passage]]:
    """The cited words of every answer so far, by the file they stand in."""
    passages: dict[str, list[Passage]] = {}
    for turn, answer in enumerate(answers, start=1):
        for one in cited(answer):
            passage = Passage(passage_name(turn, one.number), one.start, one.end, one.quote)
            passages.setdefault(one.file, []).append(passage)
    return passages


def _front(sources: Sequence[Source]) -> Html:
    known = [element("li", *_source_lines(source)) for source in sources[:LISTED_SOURCES]]
    if len(sources) > LISTED_SOURCES:
        known.append(element("li", plain(f"and {len(sources) - LISTED_SOURCES:,} more")))
    heading = "1 article can be asked" if len(sources) == 1 else f"{len(sources):,} articles can be asked"
    return element(
        "div",
        element("h2", plain(heading)),
        element("p", plain("Choose a marker in an answer, and its words are shown here, in their article.")),
        element("ol", *known, attributes={"class": "known"}),
        attributes={"class": "reader"},
    )


def _source_lines(source: Source) -> tuple[Html, Html]:
    date = written_date(source.date.isoformat()) if source.date else None
    return (
        _span("who", _joined(source.outlet, date) or source.file),
        _span("headline", source.title or source.file),
    )


def _cited_list(answer: Answer, turn: int, names: Mapping[str, str]) -> Html:
    citations = cited(answer)
    cards = [element("li", _card(citation, turn, names[citation.file])) for citation in citations]
    heading = element("h2", plain("Cited in this answer" if answer.answered else "Nearest to the question"))
    nothing = () if cards else (element("p", plain("Nothing is cited.")),)
    return element(
        "section",
        heading,
        element("p", plain(answer.question), attributes={"class": "asked", "dir": "auto"}),
        *nothing,
        element("ol", *cards, attributes={"class": "cards"}),
        attributes={"class": "turn", "id": f"cites-{turn}", "aria-label": f"Sources of answer {turn}"},
    )


def _card(citation: Citation, turn: int, article: str) -> Html:
    date = written_date(citation.date) if citation.date else "undated"
    place = [f"according to {citation.holder}" if citation.holder else None]
    place += ["picture caption" if citation.caption else None, f"page {citation.page}" if citation.page else None]
    detail = _joined(*place)
    return element(
        "a",
        _span("number", str(citation.number)),
        _span("who", _joined(called(citation), date)),
        element("q", plain(citation.quote), attributes={"dir": "auto"}),
        *([_span("detail", detail)] if detail else []),
        attributes={"class": "cited", "href": f"#{passage_name(turn, citation.number)}", "data-article": article},
    )


def _steps() -> Html:
    """The bar over an open article: back to the list or the answer, to the passage before, to the next."""
    place = element("span", _span("whose", ""), _span("count", ""), attributes={"class": "place", "role": "status"})
    return element(
        "nav",
        _step("list", "All cited", "All that is cited"),
        _step("back", "Answer", "Back to the answer"),
        place,
        _step("previous", "‹", "Previous passage"),
        _step("next", "›", "Next passage"),
        attributes={"class": "steps", "aria-label": "Cited passages", "hidden": "hidden"},
    )


def _step(action: str, text: str, label: str) -> Html:
    attributes = {"type": "button", "class": f"step {action}", "data-step": action, "aria-label": label}
    return element("button", plain(text), attributes=attributes)


def _article(source: Source, name: str, passages: Sequence[Passage]) -> Html:
    body = [_paragraph(paragraph) for paragraph in cut(source, passages)]
    date = written_date(source.date.isoformat()) if source.date else "undated"
    head = element(
        "header",
        element("p", plain(_joined(source.outlet, date)), attributes={"class": "who"}),
        element("h2", plain(source.title or source.file), attributes={"id": f"{name}-title", "dir": "auto"}),
        element("p", plain(source.file), attributes={"class": "file"}),
    )
    attributes = {"class": "article", "id": name, "aria-labelledby": f"{name}-title", "hidden": "hidden"}
    return element("article", head, *body, attributes=attributes)


def _paragraph(paragraph: Paragraph) -> Html:
    runs = list(_runs(paragraph.runs))
    return element("p", *runs, attributes={"class": paragraph.kind, "dir": "auto"})


def _runs(runs: Sequence[Run]) -> Iterator[Html]:
    for run in runs:
        if run.names:
            yield element("mark", plain(run.text), attributes={"class": " ".join(run.names), "tabindex": "-1"})
        elif run.quiet:
            yield _span("quiet", run.text)
        else:
            yield plain(run.text)


def _span(name: str, text: str) -> Html:
    return element("span", plain(text), attributes={"class": name, "dir": "auto"})


def _joined(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
