"""What is answered to one who asks of the articles as a whole: a list, their openings, their weightiest differences."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from corpus.source import Source
from index.reader import Index
from rag.answer import Answer
from rag.contrast import Contrast, Position, shortened, shortened_around
from rag.cues import Kind
from rag.found import Found
from rag.listing import listed
from rag.on_the_whole import Aim, Whole
from rag.openings import openings
from rag.overview import briefly, contrasts_over
from rag.question import Question
from rag.quotes import answer_with, decline_with
from rag.refusal import refused

MOST = 6
"""Differences that are told at once."""
AGREEING = (
    "What they agree on is listed nowhere: ask about one matter, and what several of them say is told once, "
    "with a marker for each."
)
NO_DIFFERENCE = "No difference was found between what the articles say."


def told_on_the_whole(question: Question, whole: Whole, heard: Collection[str], index: Index) -> Found | None:
    """What the files that are `heard` tell as a whole; None where it names sources that may be asked of else."""
    if whole.aim is Aim.AGREEMENTS:
        return Found(question, (), (), refused(question.text, AGREEING))
    if whole.listing:
        return listed(question, whole.listing, _asked_of(whole, heard), index)
    if whole.aim is Aim.GIST:
        return _gist(question, _asked_of(whole, heard), index)
    among = heard if len(_outlets(whole.named, index)) < 2 else whole.named & set(heard)
    found = [each for each in _as_heard(contrasts_over(index), among) if _is_asked(each, whole)]
    if not found:
        return None if whole.named else Found(question, (), (), decline_with(question, NO_DIFFERENCE, ()))
    return Found(question, (), tuple(found[:MOST]), _differing(question, found))


def _asked_of(whole: Whole, heard: Collection[str]) -> list[str]:
    """The files that are heard, of those that the question names where it names any."""
    return [file for file in heard if file in whole.named or not whole.named]


def _gist(question: Question, files: Sequence[str], index: Index) -> Found | None:
    points = openings(index, files)
    answer = answer_with(replace(question, kind=Kind.SOURCE), points)
    if len(points) < len(files):
        answer = _led(answer, len(files), f"articles; these {len(points)} are nearest to what all tell", "sources")
    return Found(question, points, (), answer) if points else None


def _differing(question: Question, found: Sequence[Contrast]) -> Answer:
    told = answer_with(question, (), [_with_its_matter(each) for each in found[:MOST]])
    answer = replace(answer_with(question, (), found[:MOST]), text=told.text)
    return _led(answer, len(found), f"differences; these {MOST} weigh most", "disagreements")


def _with_its_matter(contrast: Contrast) -> Contrast:
    """A difference of figures with the words around the first of them, which say what they are of."""
    first, *others = contrast.positions
    if first.words.startswith("“"):
        return contrast
    words = f"{first.words}, “{shortened_around(first.quotes[0].shown, first.words)}”"
    return replace(contrast, positions=(replace(first, words=words), *others))


def _led(answer: Answer, found: int, told: str, command: str) -> Answer:
    """The answer behind a line that says how many there are, where more were found than are told."""
    shown = len(answer.sentences)
    lead = f"There are {found} {told}. All are listed by “parallax {command}”."
    return answer if shown == found else replace(answer, text=f"{lead}\n\n{answer.text}")


def _is_asked(contrast: Contrast, whole: Whole) -> bool:
    """Whether a difference is one of figures, where these are asked for, and one named is at odds with another."""
    if whole.aim is Aim.DIFFERING_FIGURES and contrast.about != "quantity":
        return False
    sides = [[quote.place.source for quote in position.quotes] for position in contrast.positions]
    return not whole.named or any(
        one.file in whole.named and one.name not in {each.name for each in side} and other.name != one.name
        for one, side, other in _opposed(sides)
    )


def _opposed(sides: Sequence[Sequence[Source]]) -> Iterator[tuple[Source, Sequence[Source], Source]]:
    """Each source of a side with the side of another, and a source there."""
    for at, side in enumerate(sides):
        for number, against in enumerate(sides):
            if number != at:
                yield from ((one, against, other) for one in side for other in against)


def _outlets(files: Collection[str], index: Index) -> set[str]:
    return {source.name for source in index.sources if source.file in files}


def _as_heard(contrasts: Sequence[Contrast], heard: Collection[str]) -> Iterator[Contrast]:
    """The differences without what other files say, where two sides are left."""
    for contrast in contrasts:
        positions = tuple(_positions_in(contrast, heard))
        if len(positions) > 1:
            yield replace(contrast, positions=positions)


def _positions_in(contrast: Contrast, heard: Collection[str]) -> Iterator[Position]:
    for position in contrast.positions:
        quotes = tuple(quote for quote in position.quotes if quote.place.source.file in heard)
        if quotes and quotes[0] == position.quotes[0]:  # its words are those of its first quote
            yield briefly(Position(position.words, quotes))
        elif quotes:
            yield briefly(Position(f"“{shortened(quotes[0].shown)}”", quotes))
