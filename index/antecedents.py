"""Whom a pronoun stands for, by who spoke and who was named before it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.human_roles import called
from index.replies import reply_in

FARTHEST = 1500
"""Code points back to the last speaker whom a pronoun may still mean."""
NEAR = 600
"""Code points back to somebody who was only named."""
_SENTENCE_MARKS = (". ", "! ", "? ", "” ", ".” ", "\n")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who spoke, at which place of the article, and whether it is one human being."""

    start: int
    name: str
    person: bool


class Antecedents:
    """The speakers of one article as they come, and the people and bodies it names, each with its place."""

    def __init__(self, text: str, people: Sequence[tuple[int, str]], bodies: Sequence[tuple[int, str]]) -> None:
        self._text = text
        self._people = people
        self._bodies = bodies
        self._voices: list[Voice] = []
        self._called: dict[str, str | None] = {}

    def add(self, voice: Voice) -> None:
        """Remember who spoke."""
        self._voices.append(voice)

    def person(self, at: int, pronoun: str) -> str | None:
        """Whom "he" or "she" means: who spoke last in the paragraph, who was named in it, who came before."""
        paragraph, sentence = self.beginnings(at)
        if answered := self._who_answered(paragraph, sentence, pronoun):
            return answered
        spoke = [voice.name for voice in self._voices if voice.person and paragraph <= voice.start < at]
        spoke = [name for name in spoke if self.may_be(name, pronoun)]
        before = self.beginnings(max(sentence - 2, 0))[1]
        known = [name for start, name in self._people if before <= start < sentence and self._is(name, pronoun)]
        if spoke and known and not self._is(spoke[-1], pronoun):
            return known[-1]
        if spoke:
            return spoke[-1]
        named = [name for start, name in self._people if paragraph <= start < max(sentence, paragraph)]
        if people := [name for name in named if " " in name and self.may_be(name, pronoun)]:
            return people[0]
        fitting = self.last(at, lambda voice: voice.person and self.may_be(voice.name, pronoun))
        return fitting or self._named(at, pronoun)

    def spoke(self, at: int) -> str | None:
        """The person who spoke last in the paragraph."""
        paragraph = self.beginnings(at)[0]
        return self.last(at, lambda voice: voice.person and " " in voice.name and voice.start >= paragraph)

    def body(self, at: int) -> str | None:
        """Whom "it" or "they" means: the last speaker that is no human being, else the last one."""
        return self.last(at, lambda voice: not voice.person) or self.last(at, lambda voice: True)

    def named_body(self, at: int) -> str | None:
        """The body named last before a place, if not too far."""
        near = [name for start, name in self._bodies if at - NEAR < start < at]
        return near[-1] if near else None

    def just_before(self, at: int) -> str | None:
        """Whom "who" or "which" means: whoever was named or spoke right before."""
        names = [(start, name) for start, name in (*self._people, *self._bodies) if at - 80 < start < at]
        return max(names)[1] if names else None

    def last(self, at: int, fits: Callable[[Voice], bool]) -> str | None:
        """The last speaker of some kind before a place, if not too far."""
        near = [voice.name for voice in self._voices if at - FARTHEST < voice.start < at and fits(voice)]
        return near[-1] if near else None

    def beginnings(self, at: int) -> tuple[int, int]:
        """Where the paragraph and the sentence of a place begin."""
        paragraph = self._text.rfind("\n", 0, at) + 1
        return paragraph, max(
            paragraph, *(self._text.rfind(mark, paragraph, at) + len(mark) for mark in _SENTENCE_MARKS)
        )

    def _who_answered(self, paragraph: int, sentence: int, pronoun: str) -> str | None:
        """The person with whose name the sentence before begins, where it is an answer: "Ann Reed was less sure."."""
        before = self.beginnings(sentence - 2)[1] if sentence > paragraph + 1 else sentence
        reply = reply_in(self._text[before:sentence].strip()) if before < sentence else None
        if reply is None or reply.holds_against or any(before <= voice.start < sentence for voice in self._voices):
            return None
        named = [name for start, name in self._people if start == before and " " in name]
        return next((name for name in named if self.may_be(name, pronoun)), None)

    def _named(self, at: int, pronoun: str) -> str | None:
        near = [name for start, name in self._people if at - NEAR < start < at and " " in name]
        return next((name for name in reversed(near) if self.may_be(name, pronoun)), None)

    def _is(self, name: str, pronoun: str) -> bool:
        return self._calls(name) == _nominative(pronoun)

    def may_be(self, name: str, pronoun: str) -> bool:
        """Whether the article calls somebody so, or does not tell."""
        return self._calls(name) in (None, _nominative(pronoun))

    def _calls(self, name: str) -> str | None:
        """He or she, looked up in the article once for each last name."""
        last = name.split()[-1]
        if last not in self._called:
            self._called[last] = called(self._text, last)
        return self._called[last]


def _nominative(pronoun: str) -> str:
    return "he" if pronoun.lower() in {"he", "him", "himself"} else "she"
