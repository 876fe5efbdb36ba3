"""Whom a role means in an article: "the mayor", "the Board", "the company", "a spokeswoman"."""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.patterns import regex
from index.antecedents import Antecedents
from index.human_roles import is_human

_COMPANY = regex(
    r"the\s(?:company|firm|group|corporation|concern|business|manufacturer|operator|supplier|developer|producer|retailer)",
    re.IGNORECASE,
)
# Bodies that nobody calls a company, and the names that papers have.
_NO_COMPANY = regex(
    r"\b(?:ministry|government|authority|agency|committee|council|commission|association|federation|organi[sz]ation"
    r"|union|society|university|institute|laboratory|department|parliament|party|court|police|army|press|news|office"
    r"|service|hospital|school|church|board|nations|assembly|senate|congress"
    r"|courier|ledger|chronicle|times|herald|gazette|tribune|observer|journal|review|mirror|guardian|telegraph|globe|daily"
    r"|post|mail|standard|echo|argus|bulletin|monitor|radio|television|tv|magazine|newspaper|paper|wire)\b",
    re.IGNORECASE,
)
_SPEAKS_FOR = regex(
    r"(?:spokes(?:person|man|woman|people)|representative|press\ (?:officer|secretary|service))s?$",
    re.IGNORECASE,
)
_BEFORE_HEAD = r"(?:(?!(?:of|for|at|in|from|with|to|by|on)\b)[\w’'-]+\s){0,5}"
DETERMINED = regex(r"(?:the|this|that|these|those|an?|one|his|her|its|their)\s+", re.IGNORECASE)
"""What stands before a noun and tells which one it is."""
TAIL = regex(r"\s+(?:of|for|from|at|in|on|who|that|with|to)\b.*$")
"""What is told of a noun behind it."""
FARTHEST = 1500
"""Code points back to the last body that a spokesperson may speak for."""


class Roles:
    """The roles of one article as they come; `people` are those it names in full, with the place of each."""

    def __init__(
        self, text: str, people: Sequence[tuple[int, str]], bodies: Sequence[tuple[int, str]], before: Antecedents
    ) -> None:
        self._text = text
        self._people = people
        self._bodies = bodies
        self._before = before
        self._known: dict[str, str] = {}

    def meant(self, words: str, at: int) -> str:
        """Whom a role means: who was introduced by it, the body it speaks for, or the words as they are."""
        head = TAIL.sub("", DETERMINED.sub("", words)).split()[-1:] or [words]
        noun = head[0].lower()
        if re.match(r"the\ssame\s", words, re.IGNORECASE):
            return self._before.named_body(at) or words
        if _SPEAKS_FOR.fullmatch(DETERMINED.sub("", words)):
            body = [name for start, name in self._bodies if at - FARTHEST < start < at]
            return self._known.get(noun) or (body[-1] if body else words)
        if re.match(r"(?:the|this|that|his|her|its|their)\s", words, re.IGNORECASE) or not DETERMINED.match(words):
            known = self._known.get(noun) or self._introduced(noun, at) or self._body_called(noun, at)
            return known or self._spoke_as(words, noun, at) or self._company(words, at) or words
        return words

    def remember(self, words: str, name: str, person: bool) -> None:
        """Which nouns stood for whom: "the company’s director, Ann Reed", "a teacher from Brook"."""
        rest = words.replace(name, " ")
        for phrase in re.split(r"[,()]", rest):
            noun = TAIL.sub("", phrase.strip()).split()[-1:]
            if noun and noun[0].islower() and (person or DETERMINED.match(phrase.strip())):
                self._known[noun[0]] = name if person else words if words != phrase else name

    def with_capital(self, words: str, at: int) -> str | None:
        """Whom "the Minister" or "the Board" means, where the article has named him or it before."""
        noun = DETERMINED.sub("", words).lower()
        return self._introduced(noun, at) or self._body_called(noun, at) if noun.isalpha() else None

    def _spoke_as(self, words: str, noun: str, at: int) -> str | None:
        """The person who spoke last in the paragraph, where a role comes for the first time: "the doctor"."""
        is_new = not re.search(rf"\b{re.escape(noun)}\b", self._text[:at], re.IGNORECASE)
        return self._before.spoke(at) if is_new and re.fullmatch(r"the\s\w+", words) and is_human(words) else None

    def _introduced(self, noun: str, at: int) -> str | None:
        """The person beside whose name the article has used the noun before: "the mayor, Ann Reed"."""
        for start, name in self._people:
            beside = self._text[max(0, start - 40) : start], self._text[start + len(name) : start + len(name) + 60]
            if start < at and (
                re.search(rf"\b{re.escape(noun)},? $", beside[0], re.IGNORECASE)
                or re.match(rf",\s{_BEFORE_HEAD}{re.escape(noun)}\b(?![’'])", beside[1], re.IGNORECASE)
            ):
                return name
        return None

    def _company(self, words: str, at: int) -> str | None:
        """The body that "the company" stands for: the one named most before, of those that may be one."""
        if not _COMPANY.fullmatch(words):
            return None
        named = Counter(name for start, name in self._bodies if start < at and not _NO_COMPANY.search(name))
        first = [name for name, count in named.items() if count == max(named.values())]
        return first[0] if len(first) == 1 and named[first[0]] > 1 else None

    def _body_called(self, noun: str, at: int) -> str | None:
        called = [name for start, name in self._bodies if start < at and noun in name.lower().split() and " " in name]
        return called[-1] if called else None
