"""What stands above the headline: the name of the paper, or the letterhead of an office."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from corpus.bodies import is_body_name, is_kicker
from corpus.dates import date_of_line
from corpus.furniture import Part
from corpus.headlines import title_of
from corpus.names import in_title_case
from corpus.repeats import words_key

_WORDS_OF_A_MASTHEAD, _WORDS_OF_A_PLACE, _MOST_LINES = 4, 2, 8


@dataclass(frozen=True, slots=True)
class Masthead:
    """The outlet named above the headline, and how many parts stand there; neither without one."""

    outlet: str | None = None
    height: int = 0


def masthead_of(parts: Sequence[Part], title: str | None = None, written: Set[str] = frozenset()) -> Masthead:
    """The masthead or letterhead of an article whose `title`, if it is known, stands under it.

    `written` are the words of its prose as they are written there.
    """
    found = _over_a_menu(parts, title) or _letterhead(parts, title, written)
    return Masthead(in_title_case(found.outlet or "", written), found.height) if found else Masthead()


def _over_a_menu(parts: Sequence[Part], title: str | None) -> Masthead | None:
    """A name of a few capitalised words in the first line, with a menu or a section's name right under it."""
    if len(parts) < 3 or parts[0].kind != "heading":
        return None
    name, under = _line(parts[0]), parts[1]
    is_menu = under.kind == "furniture" or (under.kind == "heading" and len(under.text.split()) == 1)
    is_menu = is_menu and under.block.attached and not under.text.lower().startswith("by ")
    is_name = len(name.split()) <= _WORDS_OF_A_MASTHEAD and all(
        word[0].isupper() for word in name.split() if len(word) > 3
    )
    is_above = (title or title_of(parts)) != name
    return Masthead(name, 2) if is_name and is_menu and is_above else None


def _letterhead(parts: Sequence[Part], title: str | None, written: Set[str]) -> Masthead | None:
    """The last name of a body in the lines above the title; a title must be left under them."""
    outlet, height, lowest = None, 0, 0
    for index in range(min(len(parts), _MOST_LINES)):
        text = _line(parts[index])
        if not _may_be_above(parts[index : index + 2], title):
            break
        if is_body_name(text, written):
            outlet, height, lowest = text, index + 1, index + 1
        elif is_kicker(text) or parts[index].kind == "furniture":
            lowest = index + 1 if outlet else lowest
        elif not _is_place(parts[index : index + 2]):
            break
    heights = (found for found in (lowest, height) if outlet and _is_under(parts[found:], title, outlet))
    found = next(heights, 0)
    return Masthead(outlet, found) if found else None


def _may_be_above(parts: Sequence[Part], title: str | None) -> bool:
    part = parts[0]
    if part.block.kind == "heading":  # the format calls it a headline
        return False
    is_title = title is not None and words_key(part.text) == words_key(title)
    return part.kind in ("heading", "furniture") and not is_title and date_of_line(part.text) is None


def _is_place(parts: Sequence[Part]) -> bool:
    """Whether a line in capitals stands right over another, as a country's name does over its ministry's."""
    text = _line(parts[0])
    return len(parts) > 1 and parts[1].block.attached and text.isupper() and len(text.split()) <= _WORDS_OF_A_PLACE


def _is_under(parts: Sequence[Part], title: str | None, outlet: str) -> bool:
    """Whether a title stands in these parts, and is another than the outlet's name."""
    below = title or title_of(parts)
    return below is not None and words_key(below) != words_key(outlet)


def _line(part: Part) -> str:
    return " ".join(part.text.split())
