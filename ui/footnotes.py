"""Answers as Markdown with footnotes: a note for each place cited, with its words and where they stand."""

from collections.abc import Iterator, Mapping, Sequence

from corpus.patterns import regex
from rag.answer import Answer, Citation, Side
from rag.contrast import sort_of_difference
from rag.markup import shown, unescape
from rag.quotes import DIFFER
from ui.markup import Markdown, literal

Place = tuple[str, int, int]

_MARKER = regex(r"(?<!\\)\[(\d{1,4})\]")
_BULLET = regex(r"( {0,4})[-*•] +")
_LAST_EXCLAMATION = regex(r"(?<!\\)((?:\\\\)*)!$")


def footnoted(answers: Sequence[Answer]) -> str:
    """Each question as a heading over its answer, then the notes, 1 to n in order of first use.

    The words of sources and of the person asking are shown as they stand, and are markup of no kind.
    """
    notes: dict[Place, int] = {}
    parts = ["\n\n".join(_told(answer, notes)) for answer in answers]
    places = {_place(one): one for answer in reversed(answers) for one in answer.citations}
    definitions = "\n".join(f"[^{number}]: {_note(places[place])}" for place, number in notes.items())
    return "\n\n".join(part for part in (*parts, definitions) if part) + "\n"


def _told(answer: Answer, notes: dict[Place, int]) -> Iterator[Markdown]:
    """The question, the answer, what differs where the text does not say it, and what else it cites."""
    labels = {one.number: notes.setdefault(_place(one), len(notes) + 1) for one in answer.citations}
    yield Markdown(f"## {_inline(shown(answer.question))}")
    yield Markdown("\n".join(_line(line, labels) for line in answer.text.split("\n")))
    if answer.disagreements and DIFFER not in answer.text:
        yield Markdown("\n".join([DIFFER, "", *_differences(answer, labels)]))
    unused = [label for number, label in labels.items() if number not in _mentioned(answer)]
    if unused:
        yield Markdown("See also: " + " ".join(f"[^{label}]" for label in unused))
    for warning in answer.warnings:
        yield Markdown(f"*Note: {_inline(shown(warning))}*")


def _mentioned(answer: Answer) -> set[int]:
    """The numbers that the text itself, or the list of differences added to it, points at."""
    numbers = {int(number) for number in _MARKER.findall(answer.text)}
    if DIFFER not in answer.text:
        numbers.update(number for each in answer.disagreements for side in each.sides for number in side.citations)
    return numbers


def _differences(answer: Answer, labels: Mapping[int, int]) -> Iterator[Markdown]:
    for each in answer.disagreements:
        sort = sort_of_difference(each.about, each.relation, len(each.sides))
        yield Markdown(f"- {sort}: {'; '.join(_side(side, labels) for side in each.sides)}")


def _side(side: Side, labels: Mapping[int, int]) -> str:
    marks = "".join(f"[^{labels[number]}]" for number in side.citations if number in labels)
    return f"{_inline(shown(side.position))} ({_inline(shown(', '.join(side.holders)))}) {marks}"


def _line(line: str, labels: Mapping[int, int]) -> Markdown:
    """One line of an answer; a leading dash makes a list, markers become notes, all else stays text."""
    bullet = _BULLET.match(line)
    pieces = _MARKER.split(line[bullet.end() :] if bullet else line)
    written = [str(literal(unescape(pieces[0])))]
    for number, following in zip(pieces[1::2], pieces[2::2], strict=True):
        written[-1] = _LAST_EXCLAMATION.sub(r"\1\!", written[-1])  # with one before it, a marker would be a picture
        label = labels.get(int(number))
        written += [f"[^{label}]" if label else f"\\[{number}\\]", _inline(unescape(following))]
    return Markdown((f"{bullet[1]}- " if bullet else "") + "".join(written))


def _inline(text: str) -> Markdown:
    """Text in the middle of a line, its blanks kept."""
    return Markdown(literal(f"x{text}").removeprefix("x"))


def _place(citation: Citation) -> Place:
    return citation.file, citation.start, citation.end


def _note(citation: Citation) -> Markdown:
    """The words, who holds them and how, whose they are, and where they stand in the file."""
    held = f" ({shown(citation.holder)}, {citation.held})" if citation.holder else ""
    title = f"“{shown(citation.title)}”" if citation.title else None
    source = ", ".join(part for part in (citation.outlet, title, citation.date or "undated") if part)
    page = f", page {citation.page}" if citation.page else ""
    caption = ", picture caption" if citation.caption else ""
    place = f"{citation.file}, line {citation.line}{page}{caption}, characters {citation.start}–{citation.end}"
    return _inline(shown(f"“{shown(citation.quote)}”{held} {source}; {place}."))
