"""Whose mind, line or account a question asks to have changed: "has the mayor changed her mind?"."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from corpus.patterns import regex
from index.words import terms

HEAD = 4
"""Words at the beginning of a sentence that may name somebody."""
_HELD = (
    r"(?:minds?|views?|line|opinions?|attitudes?|tone|tune|stance|stand|positions?|explanations?|accounts?|story|version"
    r"|descriptions?|statements?|words?|judge?ments?|verdict|claims?|hopes?|promises?|assessment|reasons?"
    r"|plans?|figures?|numbers?|estimates?|forecasts?)"
)
_CHANGE = (
    r"(?:chang(?:e|es|ed|ing)|shift(?:s|ed|ing)?|evolv(?:e|es|ed|ing)|develop(?:s|ed)?|soften(?:s|ed)?|harden(?:s|ed)?"
    r"|revis(?:e|es|ed)|revers(?:e|es|ed)|correct(?:s|ed)?|abandon(?:s|ed)?|drop(?:s|ped)?|withdr(?:aw|aws|ew|awn)"
    r"|tak(?:e|en)\sback|took\sback|giv(?:e|en)\sup|gave\sup|backtrack(?:s|ed)?|mov(?:e|ed))"
)
_ASKS = (
    r"(?:\b(?:has|have|had|did|does|do|that)\s|\A\W*(?!(?:how|what|why|who|when|where|is|are|was|were|if|has|have)\b))"
)
# "Has the mayor changed her mind", "did the firm revise its claim"; a change that is no word of anybody's is none.
_CHANGED_HIS = regex(
    rf"{_ASKS}(?P<who>(?:(?!\b(?:that|which)\b)[^,;?]){{3,70}}?)\s(?:(?:has|have|had|\w+ly|ever|since|now|also)\s){{0,2}}"
    rf"{_CHANGE}\s(?:(?:his|her|its|their)\b(?:\sor\s\w+)?\s(?:\w+\s){{0,2}}?{_HELD}|sides)\b",
    re.IGNORECASE,
)
# "How did the mayor's line on the bridge shift", "has the garden's attitude changed".
_OWN = regex(
    rf"{_ASKS}(?P<who>(?:(?!\b(?:that|which)\b)[^,;?]){{3,70}}?)(?:[’']s|s[’'])\s(?:[\w-]+\s){{0,2}}?{_HELD}\b"
    rf"[^;?]{{0,90}}?\b{_CHANGE}\b",
    re.IGNORECASE,
)
_ENDS = regex(r"\b(?:of|at|in|for|from|on|with|who|which|that)\b|[,;:(]", re.IGNORECASE)
_NAME = r"(?P<name>(?<![\w’'-])[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){1,2})"
# "The director, Tomas Veil", "Tomas Veil, the museum's director": a person is named beside what he is.
_ROLE_FIRST = regex(rf"(?P<role>(?:\b[\w’'-]{{1,30}}\s){{0,2}}\b[\w-]{{1,30}}),?\s{_NAME}")
_NAME_FIRST = regex(
    rf"{_NAME},\s(?:the|its|their|his|her|an?)\s(?P<role>(?:[\w’'-]{{1,30}}\s){{0,3}}[\w-]{{1,30}})(?=[,.;:]|\s?\Z)"
)
# "The mayor's husband" is another; the garden's new head speaks for the garden.
_OWNER = regex(
    r"([\w-]{1,40})[’']s\s(?!(?:[\w-]+\s){0,2}(?:spokes\w+|head|chair\w*|director|president|leader|secretary|lawyers?|counsel"
    r"|representatives?|bulletin|newsletter)\b)",
    re.IGNORECASE,
)
_TITLES = frozenset(
    terms("president minister premier chancellor king queen prince mayor governor senator general colonel dr")
)
_RANKS = frozenset(terms("deputy former vice acting assistant ex late junior senior shadow opposition"))
"""Words that make another of one: the deputy mayor is not the mayor."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who is asked about: the stem of what he is or is called, and those of the other words for him.

    `surname` is the stem of his last name, where he is asked about by a role and the articles name him beside it.
    """

    head: str
    others: frozenset[str]
    surname: str | None = None

    @classmethod
    def by(cls, question: str) -> "Asked | None":
        """Whose change of mind a question asks about; None where it asks about none."""
        found = _CHANGED_HIS.search(question) or _OWN.search(question)
        named = _named(found["who"]) if found else None
        return cls(*named) if named else None

    def as_named_in(self, texts: Iterable[str]) -> "Asked":
        """The same with the last name that texts give him beside his role; without one where they name several so."""
        beside = (found for text in texts for found in (*_ROLE_FIRST.finditer(text), *_NAME_FIRST.finditer(text)))
        named = [terms(found["name"]) for found in beside if self._is_role(found["role"])]
        surnames = {words[-1] for words in named if words}
        return replace(self, surname=surnames.pop()) if len(surnames) == 1 else self

    def _is_role(self, words: str) -> bool:
        """Whether words before or behind a name are what this one is, of the same rank."""
        stems = terms(words)
        return stems[-1:] == [self.head] and frozenset(stems) & _RANKS == self.others & _RANKS

    def is_named(self, name: str) -> bool:
        """Whether a name is of this one, whole or in part; not where each has words of its own, or another rank."""
        named = _named(name)
        if named is None or any(terms(owner)[-1:] == [self.head] for owner in _OWNER.findall(name)):
            return False
        own, others = (_apart(words, self.head) for words in (self.others, {named[0], *named[1]}))
        if own & _RANKS != others & _RANKS:
            return False
        if self.surname and named[0] == self.surname:
            return True
        if self.head not in {named[0], *named[1]}:
            return False
        return not own or not others or bool(own & others)

    def begins(self, sentence: str) -> bool:
        """Whether a sentence begins with this one, and not with what is his or what is of him."""
        first = sentence.split()[:HEAD]
        stems = [next(iter(terms(word)), "") for word in first]
        if self.head not in stems:
            return False
        at = stems.index(self.head)
        is_owner = re.search(r"[’']s?\W*\Z", first[at]) is not None
        return not is_owner and not _ENDS.search(" ".join(first[:at])) and self.is_named(" ".join(first[: at + 1]))


def _named(who: str) -> tuple[str, frozenset[str]] | None:
    """The last word of a name before "of" and the like, and its others, as stems."""
    words, before = terms(who), terms(_ENDS.split(who.strip(), maxsplit=1)[0])
    head = before[-1] if before else words[-1] if words else ""
    return (head, frozenset(words) - {head}) if len(head) > 1 else None


def _apart(words: Collection[str], head: str) -> frozenset[str]:
    return frozenset(words) - {head} - _TITLES
