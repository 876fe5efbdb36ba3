"""What cannot be asked, and why."""

from rag.answer import Answer

LONGEST_QUESTION = 2000
"""Characters; reading a longer one would take a reader's patience, and the machine minutes."""


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
