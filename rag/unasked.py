"""What asks for nothing that articles could tell: a greeting, question words alone, keys struck at random."""

import re

from corpus.patterns import regex
from index.vocabulary import common_words
from index.words import STOP_WORDS, surface_words
from rag.question import FEWEST_WORDS, Question

NOTHING_ASKED = (
    "This names nothing that the articles tell of: ask who, what, when, where, why or how many, "
    "and name whom or what you mean."
)
NOTHING_COMPARED = (
    "This names nothing that the articles tell of: name what they are to be compared on; "
    "“parallax disagreements” lists all that they differ on."
)
_COMPARING = regex(r"\b(?:disagree\w*|differ\w*|conflict\w*|contradict\w*|at\sodds)\b", re.IGNORECASE)
_ABBREVIATION = regex(r"\b[A-Z]{2,}\b")
_COURTESY = regex(
    r"""(?:\W|\b(?:
        hello+|hallo|hi+|hey+|hiya|howdy|greetings|bye|goodbye|good\ (?:day|morning|afternoon|evening|night)
        |thanks?|thank\ you|thankyou|thx|ty|cheers|please|sorry|ok|okay|yes|yeah|yep|no|nope
        |wow|lol|ha(?:ha)+|hm+|bla|blah
        |how\ (?:are\ you|do\ you\ do)|nice\ to\ meet\ you|there|dear|everyone|everybody|all|again
        |(?:very|so)\ much|a\ lot|for\ (?:this|that|(?:the|your)\ (?:help|answers?)))\b)+""",
    re.IGNORECASE | re.VERBOSE,
)


def asks_nothing(question: Question) -> bool:
    """Whether there is nothing to look for, whatever the articles tell."""
    nothing = not question.words and not abbreviations(question.text)
    return nothing or _COURTESY.fullmatch(question.text) is not None


def nothing_asked(question: str) -> str:
    """What one is told who names nothing: how to ask, or where all differences are listed."""
    return NOTHING_COMPARED if _COMPARING.search(question) else NOTHING_ASKED


def abbreviations(text: str) -> set[str]:
    """The names in capitals that a text has, if it is not in capitals itself: the US, the WHO."""
    return set() if text.isupper() else set(_ABBREVIATION.findall(text))


def names_hardly_anything(question: Question) -> bool:
    """Whether too few words of the language carry its meaning for the sources' silence on them to be told of."""
    words = {word for word in surface_words(question.clear) if word not in STOP_WORDS and word in common_words()}
    return len(words | abbreviations(question.text)) < FEWEST_WORDS
