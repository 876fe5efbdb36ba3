"""Where the sources differ: a card for each disagreement, beside the chat in full and inside it in short."""

from collections.abc import Mapping, Sequence

from rag.answer import About, Citation, Disagreement, Side
from rag.contrast import sort_of_difference
from ui.citing import called, joined, marker, marker_element, span, spoken_for, written_date
from ui.markup import Html, Markdown, element, link, literal, plain

SUBJECTS: Mapping[About, str] = {
    "quantity": "how much, how many",
    "cause": "the cause",
    "responsibility": "who is responsible",
    "event": "what happened",
    "status": "how things stand",
    "evaluation": "how it is judged",
    "prediction": "what will come",
}
HELD = {"denied": "denies it", "hedged": "with reserve"}

Numbered = Mapping[int, Citation]


def numbered(citations: Sequence[Citation]) -> Numbered:
    """The citations by the numbers that sides and markers give."""
    return {citation.number: citation for citation in citations}


def short_differences(disagreements: Sequence[Disagreement], citations: Numbered, turn: int) -> Markdown:
    """The disagreements inside an answer: the kind as a heading that leads to the cards, each side with its markers."""
    blocks = []
    for each in disagreements:
        sides = [f"- {_short_side(side, citations, turn)}" for side in each.sides]
        sort = literal(sort_of_difference(each.about, each.relation, len(each.sides)))
        heading = link(sort, f"difference-{turn}-{each.relation}", "All of the differences")
        blocks.append("\n".join([f"#### {heading}", "", *sides]))
    return Markdown("\n\n".join(blocks))


def _short_side(side: Side, citations: Numbered, turn: int) -> Markdown:
    holders = literal(", ".join(side.holders))
    known = [citations[number] for number in dict.fromkeys(side.citations) if number in citations]
    position = literal(side.position) if side.position.startswith("“") else f"**{literal(side.position)}**"
    return Markdown(f"{position} *{holders}* {' '.join(marker(one, turn) for one in known)}")


def difference_cards(disagreements: Sequence[Disagreement], citations: Numbered, turn: int) -> Html:
    """The disagreements one below the other, every side with its holder, outlet, date and words."""
    return Html("".join(_card(each, citations, turn) for each in disagreements))


def _card(disagreement: Disagreement, citations: Numbered, turn: int) -> Html:
    sides = [element("li", *_side(side, citations, turn)) for side in disagreement.sides]
    return element(
        "section",
        element("h3", plain(sort_of_difference(disagreement.about, disagreement.relation, len(disagreement.sides)))),
        element("p", plain(f"about {SUBJECTS[disagreement.about]}"), attributes={"class": "about"}),
        element("ol", *sides, attributes={"class": "sides"}),
        attributes={"class": f"difference {disagreement.relation}"},
    )


def _side(side: Side, citations: Numbered, turn: int) -> list[Html]:
    """What is held, or, where that is but the beginning of the words that follow, by whom; then each one's words."""
    known = [citations[number] for number in dict.fromkeys(side.citations) if number in citations]
    is_quote = side.position.startswith("“") and bool(known)
    heading = ", ".join(side.holders) if is_quote else side.position
    position = element("p", plain(heading), attributes={"class": "position", "dir": "auto"})
    return [position, *(_voice(citation, turn) for citation in known)]


def _voice(citation: Citation, turn: int) -> Html:
    """Who says it, where and when, and the words."""
    speaker, date = spoken_for(citation), written_date(citation.date) if citation.date else "undated"
    where = [span("outlet", called(citation)), plain(f" · {date} ")]
    held = HELD.get(citation.held)
    who = [span("holder", speaker), plain(" in "), *where] if speaker else [span("holder", called(citation)), where[1]]
    return element(
        "div",
        element("p", *who, marker_element(citation, turn), attributes={"class": "who"}),
        element("blockquote", plain(citation.quote), attributes={"dir": "auto"}),
        *([span(f"held {citation.held}", held)] if held else []),
        attributes={"class": "voice", "title": joined(citation.title, citation.file)},
    )
