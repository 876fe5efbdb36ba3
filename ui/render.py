"""An answer as the chat shows it: Markdown whose markers are links to the cited words."""

import re
from datetime import date

from rag.answer import Answer, Citation
from rag.markup import unescape
from rag.refusal import LONGEST_QUESTION
from ui.markup import Markdown, link, literal

_MARKER = re.compile(r"(?<!\\)\[(\d{1,4})\]")
_BLANKS = re.compile(r" +\Z")
_LAST_EXCLAMATION = re.compile(r"(?<!\\)((?:\\\\)*)!$")
_BULLET = re.compile(r"^( {0,4})[-*•] +")


def question_markdown(question: str) -> Markdown:
    """The question as asked, cut short where nobody would read it."""
    shown = question.strip()
    return literal(shown if len(shown) <= LONGEST_QUESTION else f"{shown[:200]} …")


def answer_markdown(answer: Answer, turn: int) -> Markdown:
    """The answer's text with linked markers; a declined one stands in a block quote, which no answer uses."""
    text = _linked_text(answer, turn)
    if not answer.answered:
        text = _declined(answer, text)
    parts = [text, *_unmentioned_related(answer, turn), *_warnings(answer)]
    return Markdown("\n\n".join(part for part in parts if part))


def passage_name(turn: int, number: int) -> str:
    """What links to a passage say, and the class its words carry in the source pane."""
    return f"cite-{turn}-{number}"


def cited(answer: Answer) -> tuple[Citation, ...]:
    """The citations that the answer uses, and no others, in order of use."""
    by_number = {citation.number: citation for citation in answer.citations}
    used = [int(number) for number in _MARKER.findall(answer.text)]
    used += [number for statement in answer.sentences for number in statement.citations]
    used += [n for disagreement in answer.disagreements for side in disagreement.sides for n in side.citations]
    used += answer.related
    return tuple(by_number[number] for number in dict.fromkeys(used) if number in by_number)


def byline(citation: Citation) -> str:
    """Who publishes it and when, as far as that is known."""
    return ", ".join([called(citation), *([written_date(citation.date)] if citation.date else [])])


def called(citation: Citation) -> str:
    """What a reader calls the source: its outlet, else its title, else its file."""
    return citation.outlet or citation.title or citation.file


def written_date(iso: str) -> str:
    """A date as people write it: 27 Sep 2023; what is no ISO date stays as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day} {day:%b %Y}"


def _linked_text(answer: Answer, turn: int) -> Markdown:
    by_number = {citation.number: citation for citation in answer.citations}
    return Markdown("\n".join(_line(line, by_number, turn) for line in answer.text.splitlines()))


def _line(line: str, by_number: dict[int, Citation], turn: int) -> Markdown:
    """One line; a leading dash makes a list, everything else but the markers is shown as it stands."""
    bullet = _BULLET.match(line)
    pieces = _MARKER.split(line[bullet.end() :] if bullet else line)
    shown: list[str] = [literal(unescape(pieces[0]))]
    for number, following in zip(pieces[1::2], pieces[2::2], strict=True):
        citation = by_number.get(int(number))
        shown[-1] = _BLANKS.sub("\N{NO-BREAK SPACE}", shown[-1])  # no marker alone on the next line
        shown[-1] = _LAST_EXCLAMATION.sub(r"\1\!", shown[-1])  # an exclamation mark before a link makes a picture
        shown += [_marker(citation, turn) if citation else literal(f"[{number}]"), _inline(unescape(following))]
    lead = f"{bullet[1]}- " if bullet else ""
    return Markdown(lead + "".join(shown))


def _inline(text: str) -> Markdown:
    """Text in the middle of a line, its blanks kept."""
    return Markdown(literal(f"x{text}").removeprefix("x"))


def _marker(citation: Citation, turn: int) -> Markdown:
    title = f"{byline(citation)}: {citation.quote}"
    return link(Markdown(f"\\[{citation.number}\\]"), passage_name(turn, citation.number), title)


def _declined(answer: Answer, text: Markdown) -> Markdown:
    """What is missing, as a block quote; the nearest passages follow it as in an answer."""
    missing, _, rest = (text or literal(answer.declined_because or "The sources do not say.")).partition("\n\n")
    quoted = "\n".join(f"> {line}" for line in missing.splitlines())
    return Markdown(f"{quoted}\n\n{rest}" if rest else quoted)


def _unmentioned_related(answer: Answer, turn: int) -> list[Markdown]:
    """The nearest passages, where the text does not point at them itself."""
    mentioned = set(_MARKER.findall(answer.text))
    nearest = [one for one in answer.citations if one.number in answer.related and str(one.number) not in mentioned]
    if not nearest:
        return []
    lines = [f"- {literal(byline(one))}: “{literal(_on_one_line(one.quote))}” {_marker(one, turn)}" for one in nearest]
    return [Markdown("\n".join(["The nearest they come to it:", *lines]))]


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _warnings(answer: Answer) -> list[Markdown]:
    return [Markdown(f"*Note: {literal(_on_one_line(warning))}*") for warning in answer.warnings]
