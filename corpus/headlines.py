"""The headline of a plain article."""

from collections import Counter
from collections.abc import Sequence

from corpus.dated_lines import names_and_days
from corpus.dates import date_of_line
from corpus.furniture import Part
from corpus.repeats import words_key

_PARAGRAPHS_ABOVE, _WORDS_OF_A_HEADLINE = 2, 4


def title_of(parts: Sequence[Part]) -> str | None:
    """The headline among the headings above the article's second paragraph; None when there is none.

    Of several the one said twice is chosen, else the first of four words or more that is not all
    capitals, else the first that is not all capitals, else the first. Under another heading a line of
    a name and a day is none: it tells the outlet, or the place.
    """
    found = _headings_above(parts)
    headings = [*found[:1], *(heading for heading in found[1:] if not any(names_and_days(heading)))]
    keys = [words_key(heading) for heading in headings]
    times = Counter(keys)
    choices = (
        [heading for heading, key in zip(headings, keys, strict=True) if times[key] > 1],
        [heading for heading in headings if len(heading.split()) >= _WORDS_OF_A_HEADLINE and not heading.isupper()],
        [heading for heading in headings if not heading.isupper()],
        headings,
    )
    return next((choice[0] for choice in choices if choice), None)


def _headings_above(parts: Sequence[Part]) -> list[str]:
    found: list[str] = []
    prose = 0
    for part in parts:
        prose += part.kind == "prose"
        if prose >= _PARAGRAPHS_ABOVE:
            break
        if part.kind == "heading" and date_of_line(part.text) is None:
            found.append(" ".join(part.text.split()))
    return found
