"""What an article says itself before it tells what others say: "While the cause is unknown, the mayor said that …"."""

import re

from corpus.patterns import regex

LEAST_WORDS = 4
"""Words of the shortest clause that says something: "while in Paris" does not."""
_CONCEDED = regex(
    r"\W*(?:while|whereas|although|though|even\sthough)\s"
    r"(?!\w+ing\b|(?:in|on|at|by|with|from|of|under|still|not|he|she|it|they)\b)"
    r"(?P<clause>[^,;:()“”\"]{15,200}),\s(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
# Whose word such a clause is nobody can tell: the speaker's, or that of another whom it names.
_OF_SOMEBODY = regex(
    r"\b(?:I|we|my|our|us|me|says?|said|believe[sd]?|insist(?:s|ed)?|thinks?|thought|claim(?:s|ed)?|argue[sd]?|den(?:y|ies|ied)"
    r"|report(?:s|ed)?|according|admit(?:s|ted)?|fear(?:s|ed)?|warn(?:s|ed)?|expect(?:s|ed)?)\b",
    re.IGNORECASE,
)
# With "that" what is said begins there; "while it rained, the mayor said, …" is all the mayor's.
_SAYS_THAT = regex(
    r"[^,;:()“”\"]{2,80}?\s(?:(?:has|have|had)\s)?(?:said|says|state[sd]|announce[sd]|declare[sd]|insist(?:s|ed)|claim(?:s|ed)"
    r"|argue[sd]|maintain(?:s|ed)|report(?:s|ed)|confirm(?:s|ed)|told\s[^,;:]{2,40}?)\sthat\b",
    re.IGNORECASE,
)


def conceded(reading: str) -> tuple[int, int] | None:
    """The span of a sentence's reading that is its article's own word, though the rest is somebody's; None without."""
    found = _CONCEDED.match(reading)
    if found is None or not _SAYS_THAT.match(found["rest"]) or len(found["clause"].split()) < LEAST_WORDS:
        return None
    return None if _OF_SOMEBODY.search(found["clause"]) else found.span("clause")
