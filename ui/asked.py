"""One visitor's conversation as values: the questions asked, of which sources, and what came of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

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

    def messages(self, number: int) -> tuple[tuple[str, Markdown], ...]:
        """What the chat shows of it, its answer under a number; a question of no words is left out."""
        question = question_markdown(self.question)
        asked = (("user", question),) if question.strip() else ()
        if self.answer:
            return (*asked, ("assistant", answer_markdown(self.answer, number)))
        return (*asked, ("assistant", Markdown(self.instead))) if self.instead else asked


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
        """The visit with one more question; one of no words that came before it leaves nothing behind."""
        kept = (turn for turn in self.turns if question_markdown(turn.question).strip())
        return replace(self, turns=(*kept, Turn(question, outlets)))

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
        return tuple(message for number, turn in self._numbered for message in turn.messages(number))

    def turn_of_message(self, position: int) -> int:
        """Which turn the message at a position of the chat belongs to, from 0."""
        owners = [place for place, (number, turn) in enumerate(self._numbered) for _ in turn.messages(number)]
        return owners[position] if 0 <= position < len(owners) else len(self.turns)

    @property
    def _numbered(self) -> Sequence[tuple[int, Turn]]:
        """The turns, each with the number that its answer has or would have."""
        earlier = accumulate((turn.answer is not None for turn in self.turns), initial=1)
        return tuple(zip(earlier, self.turns, strict=False))
