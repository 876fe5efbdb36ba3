"""An answer from the sentences of a draft that were verified, with the sides it left out in the sources' own words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from index.quantities import quantities_of
from rag.answer import Answer, Citation, Dropped, Statement
from rag.brief import Brief
from rag.contrast import Key, Position
from rag.cues import Kind
from rag.found import Found
from rag.judging import Kept
from rag.markup import escape
from rag.quote import Quote
from rag.quotes import lead, number_quotes
from rag.timeline import timeline_of

OTHER_SIDES = "What the draft leaves out, in the sources' own words:"


@dataclass(frozen=True, slots=True)
class Draft:
    """What was judged of a draft so far."""

    found: Found
    brief: Brief
    kept: tuple[Kept, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    def with_judged(self, judged: Kept | Dropped) -> "Draft":
        """The draft with one more sentence."""
        if isinstance(judged, Kept):
            return replace(self, kept=(*self.kept, judged))
        return replace(self, dropped=(*self.dropped, judged))

    def says(self, text: str) -> bool:
        """Whether it has this sentence already, kept or dropped."""
        return any(text == kept.sentence.text for kept in self.kept) or any(text == each.text for each in self.dropped)

    def grown(self, name: str) -> Answer:
        """The answer so far: verified sentences, and nothing else."""
        return _answer(self, name, ())

    def whole(self, name: str) -> Answer:
        """The answer, when no further sentence comes: with the sides that are missing, and how much was left out."""
        return _answer(self, name, missing_sides(self))


def missing_sides(draft: Draft) -> tuple[Position, ...]:
    """The sides of the differences that no sentence of the draft gives; those of one place are given once."""
    missing: dict[tuple[int, ...], Position] = {}
    for contrast in draft.brief.contrasts:
        for position in contrast.positions:
            numbers = draft.brief.numbers_of(position.quotes)
            if not any(_gives(kept, position, numbers) for kept in draft.kept):
                missing.setdefault(numbers, position)
    return tuple(missing.values())


def _gives(kept: Kept, position: Position, numbers: Collection[int]) -> bool:
    """Whether a sentence cites a side, and has its figure where it is one."""
    figures = {quantity.value for quantity in quantities_of(position.words)}
    said = {quantity.value for quantity in quantities_of(kept.sentence.text)}
    return bool(set(kept.numbers) & set(numbers)) and (not figures or bool(figures & said))


def fallen_back(quoted: Answer, name: str, why: str, dropped: Sequence[Dropped] = ()) -> Answer:
    """The answer in the sources' own words, with a line that says why no draft took its place."""
    line = f"The language model {name} {why}; these are the sources' own words."
    return replace(quoted, text=f"{quoted.text}\n\n{escape(line)}", undrafted_because=line, dropped=tuple(dropped))


def _answer(draft: Draft, name: str, missing: Sequence[Position]) -> Answer:
    brief, quoted = draft.brief, draft.found.answer
    used = [quote for kept in draft.kept for number in kept.numbers if (quote := brief.quote(number))]
    sides = [quote for position in missing for quote in position.quotes]
    differing = [quote for contrast in brief.contrasts for quote in contrast.quotes]
    citations = number_quotes([*used, *sides, *differing])
    numbers = {
        number: citations[quote.key].number for number, quote in enumerate(brief.quotes, 1) if quote.key in citations
    }
    said = tuple(_statement(kept, numbers) for kept in draft.kept)
    added = tuple(_side(position, citations, draft.found.question.kind) for position in missing)
    return Answer(
        question=quoted.question,
        answered=True,
        text=_text(draft, numbers, added),
        sentences=(*said, *added),
        citations=tuple(citations.values()),
        disagreements=tuple(contrast.disagreement(citations) for contrast in brief.contrasts),
        timeline=timeline_of(draft.found.question, _cited(draft.found, citations), citations),
        timings_ms=quoted.timings_ms,
        mode=f"llm:{name}",
        warnings=quoted.warnings,
        dropped=draft.dropped,
    )


def _cited(found: Found, citations: dict[Key, Citation]) -> list[Quote]:
    return [quote for point in found.points for quote in point.quotes if quote.key in citations]


def _statement(kept: Kept, numbers: dict[int, int]) -> Statement:
    return Statement(kept.sentence.text, tuple(dict.fromkeys(numbers[each] for each in kept.numbers)), supported=True)


def _side(position: Position, citations: dict[Key, Citation], kind: Kind) -> Statement:
    """A missing side in the words of its first source, with the markers of all."""
    quote = position.quotes[0]
    numbers = tuple(dict.fromkeys(citations[each.key].number for each in position.quotes))
    return Statement(f"{lead(quote, kind)}{quote.shown}", numbers, supported=True)


def _text(draft: Draft, numbers: dict[int, int], added: Sequence[Statement]) -> str:
    parts = [_paragraphs(draft.kept, numbers)]
    if added:
        lines = [f"- {escape(each.text)} {_markers(each.citations)}" for each in added]
        parts.append("\n".join([OTHER_SIDES, *lines]))
    if draft.dropped:
        parts.append(_left_out(len(draft.dropped)))
    return "\n\n".join(part for part in parts if part)


def _left_out(count: int) -> str:
    if count == 1:
        return "One sentence of the draft was left out, because the sources do not bear it out."
    return f"{count} sentences of the draft were left out, because the sources do not bear them out."


def _paragraphs(kept: Sequence[Kept], numbers: dict[int, int]) -> str:
    text = ""
    for each in kept:
        between = ("\n" if text else "") + "- " if each.sentence.item else " " if text else ""
        text += between + _written(each, numbers)
    return text


def _written(kept: Kept, numbers: dict[int, int]) -> str:
    """A sentence in markdown, its markers in their places."""
    text = ""
    for run in kept.runs:
        blank = " " if text and run.words[:1].isspace() else ""
        text += blank + escape(run.words)
        markers = _markers(tuple(dict.fromkeys(numbers[each] for each in run.markers)))
        text += f" {markers}" if markers else ""
    return text


def _markers(numbers: Sequence[int]) -> str:
    return "".join(f"[{number}]" for number in numbers)
