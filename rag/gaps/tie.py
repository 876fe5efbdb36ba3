"""What ties the thing that a question asks for to the name it asks of, read from the order of its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from rag.gaps.gap import LOCATED, Form
from rag.gaps.wording import PREPOSITIONS, Wording
from rag.gaps.words import Word

PLACES = frozenset("location place birthplace".split())
"""Nouns that ask where something is, or was done."""
_DATES = frozenset("date year day".split())


@dataclass(frozen=True, slots=True)
class Tie:
    """The noun of "which", the head, the form, what goes with the head, and what the subject is said to be."""

    thing: str | None
    head: str | None
    form: Form
    first: frozenset[str] = frozenset()
    sort: frozenset[str] = frozenset()


def tie_of(wording: Wording) -> Tie:
    """The tie of a question: of what is done, of what something is, or of when or where it was."""
    if wording.helper is None:
        return _of_doer(wording)
    return _of_place(wording) or _of_event(wording) or _of_role(wording) or _of_deed(wording)


def _of_doer(wording: Wording) -> Tie:
    """Of "who wrote the novel …" and "which river flows through …"."""
    nouns = [word.lower for word in wording.before if word.means]
    link = _first_preposition(wording.middle) or 0
    first, sort = _stems(wording.middle[:link]), _stems(wording.middle[link:])
    return Tie(" ".join(nouns[:-1]) or None, nouns[-1] if nouns else None, "agent", first, sort)


def _of_place(wording: Wording) -> Tie | None:
    """Of "what county is the village of … in"."""
    lies_in = [word.lower for word in wording.tail] == ["in"] and _thing(wording) is not None
    return Tie(None, LOCATED, "object", sort=_stems(wording.middle)) if lies_in else None


def _of_event(wording: Wording) -> Tie | None:
    """Of "the birth date of …", "the date of birth of …", "…'s birthplace", "the location of the port of …"."""
    role, told = _role(wording), _behind(wording)
    if role and role[-1].lower in _DATES | PLACES:
        link = _first_preposition(wording.middle)
        return _happening(role[-1], [*role[:-1], *(word for word in wording.middle[link:] if word.means)])
    if told and told[0].lower in _DATES | PLACES and _thing(wording) is None:
        return _happening(told[0], told[1:])
    return None


def _happening(noun: Word, others: Sequence[Word]) -> Tie:
    if noun.lower == "birthplace":
        return Tie("place", noun.lower, "object", sort=_stems(others))
    if others:
        return Tie(noun.lower, others[0].lower, "object", sort=_stems(others[1:]))
    return Tie(noun.lower, LOCATED if noun.lower in PLACES else None, "object")


def _of_role(wording: Wording) -> Tie | None:
    """Of "the first mayor of the town of …"; "when did the ward of … close" is of a deed."""
    role = _role(wording)
    if not role or (_behind(wording) and wording.asking.lower in ("when", "where")):
        return None
    link = _first_preposition(wording.middle)
    return Tie(_thing(wording), role[-1].lower, "role", _stems(role[:-1]), _stems(wording.middle[link:]))


def _of_deed(wording: Wording) -> Tie:
    """Of "where was … born" and "which instrument does … play"."""
    thing, told = _thing(wording), _behind(wording)
    by_thing = not told and wording.asking.lower not in ("when", "where")
    head = thing if by_thing else next((word.lower for word in told), None)
    return Tie(thing, head, "object", sort=_stems(wording.middle))


def _thing(wording: Wording) -> str | None:
    """The noun of "which" or "how"."""
    return next((word.lower for word in reversed(wording.before) if word.means), None)


def _role(wording: Wording) -> list[Word]:
    """The words between the verb and the first preposition behind it: "the first mayor of"."""
    link = _first_preposition(wording.middle)
    return [] if link is None else [word for word in wording.middle[:link] if word.means]


def _behind(wording: Wording) -> list[Word]:
    return [word for word in wording.tail if word.means]


def _first_preposition(words: Sequence[Word]) -> int | None:
    return next((at for at, word in enumerate(words) if word.lower in PREPOSITIONS), None)


def _stems(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(word.stem for word in words if word.means)
