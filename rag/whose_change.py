"""Whose mind, line or account a question asks to have changed: "has the mayor changed her mind?"."""

import re
from dataclasses import dataclass

from corpus.patterns import regex
from index.words import STOP_WORDS, stem, surface_words

_HELD = (
    r"(?:minds?|views?|line|opinions?|attitudes?|tone|tune|stance|stand|positions?|explanations?|accounts?|story|version"
    r"|descriptions?|statements?|words?|judge?ments?|verdict|claims?|hopes?|promises?|assessment|reasons?|plans?)"
)
_CHANGE = (
    r"(?:chang(?:e|es|ed|ing)|shift(?:s|ed|ing)?|evolv(?:e|es|ed|ing)|develop(?:s|ed)?|soften(?:s|ed)?|harden(?:s|ed)?"
    r"|revis(?:e|es|ed)|revers(?:e|es|ed)|correct(?:s|ed)?|abandon(?:s|ed)?|drop(?:s|ped)?|withdr(?:aw|aws|ew|awn)"
    r"|tak(?:e|en)\sback|took\sback|giv(?:e|en)\sup|gave\sup|backtrack(?:s|ed)?|mov(?:e|ed))"
)
_ASKS = r"(?:\b(?:has|have|had|did|does|do)\s|\A\W*(?!how\b|what\b|why\b|who\b|when\b))"
# "Has the mayor changed her mind", "did the firm revise its claim"; a change that is no word of anybody's is none.
_CHANGED_HIS = regex(
    rf"{_ASKS}(?P<who>[^,;?]{{3,70}}?)\s(?:(?:\w+ly|ever|since|now|also)\s)?{_CHANGE}\s"
    rf"(?:(?:his|her|its|their)\b(?:\sor\s\w+)?\s(?:\w+\s){{0,2}}?{_HELD}|(?:sides|course|tack))\b",
    re.IGNORECASE,
)
# "How did the mayor's line on the bridge shift", "has the garden's attitude changed".
_OWN = regex(
    rf"{_ASKS}(?P<who>[^,;?]{{3,70}}?)(?:[’']s|s[’'])\s(?:[\w-]+\s){{0,2}}?{_HELD}\b[^;?]{{0,90}}?\b{_CHANGE}\b",
    re.IGNORECASE,
)
_ENDS = regex(r"\b(?:of|at|in|for|from|on|with|who|which|that)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who is asked about: the stems of all words for him, and those of what he is, or is called."""

    words: frozenset[str]
    heads: frozenset[str]

    @classmethod
    def by(cls, question: str) -> "Asked | None":
        """Whose change of mind a question asks about; None where it asks about none."""
        found = _CHANGED_HIS.search(question) or _OWN.search(question)
        words = _stems(found["who"]) if found else []
        if found is None or not words:
            return None
        named = _ENDS.split(found["who"].strip(), 1)[0]
        heads = _stems(named)[-1:] or words[-1:]
        return cls(frozenset(words), frozenset(heads))

    def is_named(self, text: str) -> bool:
        """Whether a name, or the beginning of a sentence, is of this one."""
        return self.heads <= frozenset(_stems(text))


def _stems(text: str) -> list[str]:
    return [stem(word) for word in surface_words(text) if word not in STOP_WORDS]
