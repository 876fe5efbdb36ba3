"""One visitor's conversation as values: the questions asked, of which sources, and what came of them."""

from dataclasses import dataclass, replace

from rag.answer import Answer
from ui.markup import Markdown
from ui.render import answer_markdown, question_markdown


@dataclass(frozen=True, slots=True)
class Turn:
    """A question, the only outlets it was asked of (all where none is named), and its answer or a sentence instead."""

    question: str
    outlets: tuple[str, ...] = ()
    answer: Answer | None = None
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """A visitor's conversation; answers are counted from 1, questions without one are not."""

    turns: tuple[Turn, ...] = ()

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers, in order."""
        return tuple(turn.answer for turn in self.turns if turn.answer)

    @property
    def answered(self) -> tuple[Turn, ...]:
        """The turns that have an answer, in order."""
        return tuple(turn for turn in self.turns if turn.answer)

    def asked(self, question: str, outlets: tuple[str, ...] = ()) -> "Visit":
        """The visit with one more question."""
        return replace(self, turns=(*self.turns, Turn(question, outlets)))

    def told(self, answer: Answer | None, instead: str = "") -> "Visit":
        """The visit whose newest question has this answer, or a sentence instead of one."""
        newest = replace(self.turns[-1], answer=answer, instead=instead)
        return replace(self, turns=(*self.turns[:-1], newest))

    def until(self, turn: int) -> "Visit":
        """The visit as it was before its turn of this number, from 0."""
        return replace(self, turns=self.turns[:turn])

    @property
    def messages(self) -> tuple[tuple[str, Markdown], ...]:
        """What the chat shows: who speaks, and the words."""
        said: list[tuple[str, Markdown]] = []
        number = 0
        for turn in self.turns:
            said.append(("user", question_markdown(turn.question)))
            if turn.answer:
                number += 1
                said.append(("assistant", answer_markdown(turn.answer, number)))
            elif turn.instead:
                said.append(("assistant", Markdown(turn.instead)))
        return tuple(said)

    def turn_of_message(self, position: int) -> int:
        """Which turn the message at a position of the chat belongs to, from 0."""
        owners = [
            number for number, turn in enumerate(self.turns) for _ in range(2 if turn.answer or turn.instead else 1)
        ]
        return owners[position] if 0 <= position < len(owners) else len(self.turns)
