"""What cannot be asked, and why."""

from collections.abc import Sequence

from corpus.errors import ParallaxError
from rag.answer import Answer

LONGEST_QUESTION = 2000
"""Characters; reading a longer one would take a reader's patience, and the machine minutes."""


class QuestionError(ParallaxError):
    """What was handed over as a question, or as the questions before it, is none; the message says what to give."""


def require_question(question: object, history: object = ()) -> None:
    """Refuses what is no question: another type, or a text with nothing in it.

    Raises:
        QuestionError: the question or its history cannot be used.
    """
    if not isinstance(question, str):
        raise QuestionError(f"a question is a text, not {question!r}; give it as a string")
    if not question.strip():
        raise QuestionError(f"the question {question!r} is empty; ask in a few words")
    if isinstance(history, str) or not isinstance(history, Sequence):
        raise QuestionError(f"history is a list of the earlier questions, not {history!r}")
    for earlier in history:
        if not isinstance(earlier, str):
            raise QuestionError(f"history holds {earlier!r}; give the earlier questions as strings")


def refusal(question: str) -> str | None:
    """Why this cannot be asked, in a sentence; None for a question that can."""
    if not any(character.isalnum() for character in question):
        return "Type a question, in a few words, and the articles will be searched for it."
    if len(question) > LONGEST_QUESTION:
        return f"That is {len(question):,} characters long; please ask in at most {LONGEST_QUESTION:,}."
    return None


def refused(question: str, reason: str) -> Answer:
    """The answer to what cannot be asked."""
    return Answer(question=question, answered=False, text=reason, declined_because=reason)


def whole_characters(text: str) -> str:
    """The text with a question mark for each half of a character, which no model reads and nothing can write."""
    return text.encode("utf-8", "replace").decode("utf-8")
