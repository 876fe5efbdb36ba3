"""Who is accused of what in a statement, and whether another says that he does it no more, or never did."""

import re
from dataclasses import dataclass

from corpus.patterns import regex
from index.words import surface_words, terms
from rag.gaps.word_forms import is_form_of
from rag.opposites import CLOSED, ENDED, any_of

FEWEST_WORDS = 2
"""Words of the deed that one has who says that it is not done."""
_THEM = frozenset("him her it them us me you one another each other others itself himself herself themselves".split())
_SMALL = frozenset("the an its his her their our some all both".split())
# "the man accused of theft" accuses nobody itself, and who "did not accuse" does not either.
_ACCUSES = regex(
    r"(?<!\bnot\s)(?<!\bnever\s)(?<!\bdenied\s)(?<!\bwithout\s)(?<!\bbeing\s)"
    r"\b(?:accus(?:e|es|ed|ing)\s(?!of\b)(?P<accused>[^,.;:]{2,60}?)\sof\s"
    r"|blam(?:e|es|ed|ing)\s(?!for\b)(?P<blamed>[^,.;:]{2,60}?)\sfor\s)"
    r"(?P<deed>[^.;:]{3,})",
    re.IGNORECASE,
)
_NEXT_DEED = regex(r",|\s(?:and|but|while|after|before|when)\s", re.IGNORECASE)
_UNDONE = any_of(
    ENDED,
    CLOSED,
    r"not|never|no\ longer|nobody|nothing|roll(?:s|ed|ing)?\ back|scal(?:es?|ed|ing)\ back|gave\ up|given\ up"
    r"|abandon\w*|halt(?:s|ed)?|suspend\w*|withdr[ae]w\w*|refrain\w*",
    r"(?:is|are|was|were|has|have|had|do|does|did|ca|could|would|wo)n[’']t",
)
_BEHIND = 4
"""Words at most between the accused and what says that he does it no more."""
_WORD = regex(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Accusation:
    """Whom a statement accuses, by the words of his name in lower case, and the stems of what he is said to do.

    The act is the first of them, most often the verb.
    """

    accused: frozenset[str]
    deed: frozenset[str]
    act: str

    def is_of(self, name: str) -> bool:
        """Whether a name is that of the accused, or of his people: Halvenia, the Halvenian ministry."""
        return any(_is_one(word, other) for word in surface_words(name) for other in self.accused)

    def is_in_words_of(self, text: str) -> bool:
        """Whether a text has at least half of the words of the deed."""
        return len(self.deed & set(terms(text))) >= max(FEWEST_WORDS, (len(self.deed) + 1) // 2)

    def is_told_undone(self, text: str) -> bool:
        """Whether a text says that the accused does it no more, or never did, in words of the accusation."""
        if not self.is_in_words_of(text):
            return False
        words = list(_WORD.finditer(text))
        ends = (one.end() for one in words if any(_is_one(one.group().casefold(), other) for other in self.accused))
        return any(_UNDONE.search(text, end, self._reach(words, end)) for end in ends)

    def _reach(self, words: list[re.Match[str]], end: int) -> int:
        behind = [word.end() for word in words if word.start() >= end][:_BEHIND]
        return behind[-1] if behind else end


def accusation_in(text: str) -> Accusation | None:
    """The first accusation of a text that names whom it accuses; None where there is none."""
    found = _ACCUSES.search(text)
    if found is None:
        return None
    name = [word for word in surface_words(found["accused"] or found["blamed"]) if word not in _SMALL]
    if not name or set(name) <= _THEM:
        return None
    deed = next(iter(_NEXT_DEED.split(found["deed"], maxsplit=1)))
    own = frozenset(terms(" ".join(name)))
    done = [stem for stem in terms(deed) if stem not in own]
    return Accusation(frozenset(name), frozenset(done), next(iter(done), ""))


def _is_one(word: str, other: str) -> bool:
    return word == other or is_form_of(word, other)
