"""The head of an article as its text has it: masthead, headline, byline, date line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.bodies import is_body_name, is_paper_name
from corpus.bylines import bare_authors, led_authors
from corpus.dated_lines import names_and_days
from corpus.dates import date_of_line, date_of_lines
from corpus.furniture import Part
from corpus.headlines import title_of
from corpus.mastheads import masthead_of
from corpus.metadata import Description, outlet_of_lines
from corpus.patterns import regex
from corpus.repeats import words_key

_WORD = regex(r"[^\W\d_]+")
_PARTS_LOOKED_AT, _LONGEST_LINE = 40, 200


@dataclass(frozen=True, slots=True)
class Head:
    """What the text says of itself, and the numbers of the parts that say nothing else."""

    description: Description
    lines: frozenset[int]


@dataclass(frozen=True, slots=True)
class HeadLine:
    """What one line of the head names; `day` counts only beside a name."""

    author: str | None = None
    outlet: str | None = None
    day: date | None = None


def read_head(parts: Sequence[Part], title: str | None) -> Head:
    """Read what stands above the text; `title` is the headline, when it is known already."""
    prose = tuple(part.text for part in parts if part.kind in ("prose", "caption"))
    written = frozenset(word for text in prose for word in _WORD.findall(text))
    masthead = masthead_of(parts, title, written)
    title = title or title_of(parts[masthead.height :]) or title_of(parts)
    lines = dict(_HeadReader(parts[:_PARTS_LOOKED_AT], title, prose, written).lines())
    texts = [part.block.text for part in parts]
    outlets = [outlet_of_lines(texts), masthead.outlet, *(line.outlet for line in lines.values())]
    outlet = next((found for found in outlets if found), None)
    author = next((line.author for line in lines.values() if line.author), None)
    day = date_of_lines(texts) or next((line.day for line in lines.values() if line.day), None)
    return Head(Description(title, outlet, day, author), frozenset([*range(masthead.height), *lines]))


@dataclass(frozen=True, slots=True)
class _HeadReader:
    """Reads the lines above the second paragraph; `written` are the words of the article's `prose`."""

    parts: Sequence[Part]
    title: str | None
    prose: tuple[str, ...]
    written: frozenset[str]

    def lines(self) -> Iterator[tuple[int, HeadLine]]:
        """The lines that name an author, or an outlet with a date, by their numbers."""
        title_at = max((index for index, part in enumerate(self.parts) if self._is_title(part)), default=-1)
        paragraphs = 0
        for index, part in enumerate(self.parts):
            paragraphs += part.kind == "prose"
            if paragraphs > 1:
                return
            may_be_bare = index > title_at and (paragraphs == 0 or self._is_by_date(index))
            found = self._read(part, may_be_bare=may_be_bare)
            if found:
                yield index, found

    def _read(self, part: Part, *, may_be_bare: bool) -> HeadLine | None:
        text = " ".join(part.text.split())
        if part.kind not in ("heading", "furniture") or len(text) > _LONGEST_LINE or self._is_title(part):
            return None
        is_line = part.kind == "heading" and part.block.kind == "text"
        bare = (self._bare(text) or self._of_paper(text)) if may_be_bare and is_line else None
        return self._led(text) or bare

    def _is_title(self, part: Part) -> bool:
        return self.title is not None and words_key(part.text) == words_key(self.title)

    def _is_by_date(self, index: int) -> bool:
        """Whether a date is the line above or under this one."""
        return any(date_of_line(part.text) for part in self.parts[max(0, index - 1) : index + 2])

    def _led(self, text: str) -> HeadLine | None:
        """A line that says itself what it is: "By Ann Reed", "The Valley Gazette, 3 May 2023"."""
        author = led_authors(text)
        for name, day, _ in names_and_days(text):
            outlet = name if not author and is_body_name(name, self.written) else None
            if author or outlet:
                return HeadLine(author, outlet, day)
        return HeadLine(author) if author else None

    def _of_paper(self, text: str) -> HeadLine | None:
        """A line of a paper's name, a comma and a day: "Harbour Post, 3 May 2023"."""
        dated = ((name, day) for name, day, is_comma in names_and_days(text) if is_comma)
        return next((HeadLine(outlet=name, day=day) for name, day in dated if is_paper_name(name)), None)

    def _bare(self, text: str) -> HeadLine | None:
        """A line that is only a name under the headline, alone or beside a date: "ANN REED", "Ann Reed | 3 May 2023".

        "Name, 3 May 2023" is rather a place; and whom the headline or the text speaks of did not sign it.
        """
        dated = ((name, day) for name, day, is_comma in names_and_days(text) if not is_comma)
        name, day = next(dated, (text, None))
        author = bare_authors(name, self.written)
        if self.title is None or author is None or words_key(author) in words_key(self.title):
            return None
        is_told_of = any(author in told and not told.startswith(author) for told in self.prose[:-1])
        return None if is_told_of else HeadLine(author, None, day)
