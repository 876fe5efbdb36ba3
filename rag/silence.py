"""Whether the sources are silent on a question, and what exactly they do not say."""

from collections.abc import Sequence

from index.vocabulary import Vocabulary, common_words
from index.words import stem, surface_words
from rag.evidence import Evidence
from rag.question import Question


def why_silent(question: Question, evidence: Sequence[Evidence], vocabulary: Vocabulary) -> str | None:
    """What the sources do not say, in a sentence; None where they answer."""
    if not evidence:
        return "None of them speaks of it."
    strange = unknown_names(question, vocabulary)
    if strange:
        return f"None of them mentions {' or '.join(strange)}."
    return None


def unknown_names(question: Question, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Names in the question that no source has: capital inside it, and no word of the language."""
    known = {stem(word) for word in vocabulary.counts}
    found = []
    for token in question.clear.split()[1:]:
        words = surface_words(token.replace("’s", "").replace("'s", ""))
        if token[:1].isupper() and words and not any(stem(word) in known or word in common_words() for word in words):
            found.append(token.strip("?!.,;:()“”\"'"))
    return tuple(dict.fromkeys(found))
