"""The names of those who speak in an article: pronouns, roles and short forms resolved within it."""

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import regex
from index.antecedents import Antecedents, Voice
from index.attribution import quotations_of
from index.human_roles import is_human
from index.roles import DETERMINED, TAIL, Roles
from index.source_words import own_words
from index.tagger import Span, Tagged
from index.vocabulary import common_words

_PERSONAL = regex(r"(?:he|she|him|her|himself|herself)$", re.IGNORECASE)
_OF_MANY = regex(r"(?:they|them|it|itself|themselves|both)$", re.IGNORECASE)
_RELATIVE = regex(r"(?:who|which|that|whom)$", re.IGNORECASE)
_PRONOUNS = (_PERSONAL, _OF_MANY, _RELATIVE)
_NOBODY = regex(
    r"(?:this|that|these|those|there|what|it\s+all|please|yes|no|well|oh|thanks?|you|yourself|to|as|so|plan|schedule|custom|size|age|taste|need)$",
    re.IGNORECASE,
)
_SELF = regex(
    r"(?:this|these|our|my|more\s+than|less\s+than|at\s+least|\d|somebody|someone|nobody|no\s+one|none|anyone)\b",
    re.IGNORECASE,
)
OF_THE_ARTICLE = regex(
    r"^(?:our|my)\b|\bthis\s(?:article|report|story|paper|newspaper|magazine|column|page|bulletin|statement)$",
    re.IGNORECASE,
)
"""Sources that are the article itself or those who write it."""
_OWN = regex(r"(?:i|we|us|me|our|my)$", re.IGNORECASE)
_APPOSITION = regex(r"\s*(?:,|\(|;|\s[–—-]\s|\bwho\b|\bwhich\b|\bwhose\b).*$", re.DOTALL)
_ABBREVIATION = regex(r"(?P<article>the\s)?\b(?P<letters>[A-Z]{3,6})\b")
_HOW_MANY = regex(
    r"^(?:(?:up\sto|nearly|almost|about|around|some|over)\s)?\d[\d,.]*\s(?:(?:thousand|million)\s)?(?=[^\W\d])"
)
_BELONGS = regex(r"\b(?:of|to|for|by|with|from|under|against|about)\s+(?:the\s+)?$")
_POSSESSIVE = regex(r"[’']s?$")
# "Belgian officials": the word for a people that a noun follows is nobody's name.
_OF_A_PEOPLE = regex(r"[A-Z]\w+(?:an|ese|ish|ic|i)\s[a-z]+")
_LEAD = regex(r"(?:of|in|at|by|for|from|with|to|and)\s+(?=[A-Z])")
_HYPHENATED = regex(r"(?:-[A-Z]\w+)+")
_NAME = regex(r"(?:[A-Z][\w’'-]+|[A-Z]\.)(?: (?:[A-Z][\w’'-]+|[A-Z]\.|de|van|von|bin|al))* [A-Z][\w’'-]+")
_LAST_NAME = regex(r" ([A-Z][a-z]{2,})(?![\w’'-])")
_FIRST_NAME = regex(r"(?<![^\W_])(?<![.’'-])([A-Z][a-z]{2,}) \Z")
# A title, a trade, a people or a verb before a last name, of the rare ones that are no common words.
_OF_A_TRADE = regex(
    r"(?:ist|[ai]an|ese|ing|m[ae]n|er|or|ess|[ae]nt|ive|ary|ic|ee|ed|al|ate)\Z"
    r"|\A(?:Insp|Supt|Cllr|Adm|Sgt|Capt|Lieut|Prof|Rev|Hon|Frau|Herr|Sra|Mme|Mlle)\Z"
)
LONGEST = 90


class Holders:
    """Names the sources of one article; they are to be asked for in the order in which they stand."""

    def __init__(self, text: str, tagged: Tagged) -> None:
        self._text = text
        self._people = [_whole(text, *_bare(text, span)) for span in tagged.entities if span.kind == "PERSON"]
        full = [(start, self._full_name(name)) for start, name in self._people]
        self._bodies = [_bare(text, span) for span in tagged.entities if span.kind == "ORGANIZATION"]
        self._quoted = {place for span in quotations_of(text) for place in range(*span)}
        self._sources = [span for span in tagged.roles if span.kind == "SOURCE"]
        self._before = Antecedents(text, full, self._bodies)
        self._roles = Roles(text, list(self._named_people()), self._bodies, self._before)

    def name(self, source: Span, outer: str | None = None) -> str | None:
        """The name of a source; `outer` is who tells of it. None where a pronoun has nobody to stand for."""
        words = own_words(" ".join(self._text[source.start : source.end].split()).strip(' ,.:;“”"'))
        if words is None:
            return None
        person = self._person_in(source)
        name = person or self._resolved(words, source.start, outer)
        if name:
            name = name[:LONGEST]
            self._roles.remember(words, name, bool(person) or any(name == other for _, other in self._named_people()))
            is_human_being = bool(person) or bool(_PERSONAL.match(words)) or is_human(words) or is_human(name)
            one = name.partition(" and ")[0] if person else name  # "she" is one of two
            self._before.add(Voice(source.start, one, is_human_being))
        return name

    def _resolved(self, words: str, at: int, outer: str | None) -> str | None:
        if _NOBODY.match(words) or _SELF.match(words) or OF_THE_ARTICLE.search(words):
            return None
        if any(pronoun.match(words) for pronoun in (_OWN, *_PRONOUNS)):
            return self._meant(words, at, outer)
        words = _HOW_MANY.sub("", words) or words
        short = _POSSESSIVE.sub("", _APPOSITION.sub("", words).strip()) or words
        short = self._spelt_out(short)
        head = DETERMINED.sub("", TAIL.sub("", short))
        if not re.search(r"[A-Z]", head[:1]) and not re.search(r"\s[A-Z]", head):
            return self._roles.meant(short, at)
        known = self._roles.with_capital(short, at) if DETERMINED.match(short) else None
        return known or self._long_form(_without_article(short))

    def _meant(self, pronoun: str, at: int, outer: str | None) -> str | None:
        """Whom a pronoun means."""
        if _OWN.match(pronoun):
            return outer or (self._before.last(at, lambda voice: True) if at in self._quoted else None)
        if _RELATIVE.match(pronoun):
            return self._before.just_before(at)
        last = self._before.body(at) if _OF_MANY.match(pronoun) else self._before.person(at, pronoun)
        return self._subject(at, pronoun) or last

    def _subject(self, at: int, pronoun: str) -> str | None:
        """Whom a source before a pronoun in its sentence names, if that may be what the pronoun stands for."""
        sentence = self._before.beginnings(at)[1]
        before = [span for span in self._sources if sentence <= span.start and span.end < at]
        for span in before:
            person = self._person_in(span)
            one = (person or "").partition(" and ")[0]
            if one and _PERSONAL.match(pronoun) and self._before.may_be(one, pronoun):
                return one
            words = self._text[span.start : span.end]
            if not person and _OF_MANY.match(pronoun) and not any(each.match(words) for each in _PRONOUNS):
                return self._resolved(words, span.start, None)
        return None

    def _person_in(self, source: Span) -> str | None:
        """The person a source names, by the fullest form of the name in the article."""
        inside = [
            (start, name)
            for start, name in self._people
            if source.start <= start < source.end and not _OF_A_PEOPLE.match(self._text, start, source.end)
        ]
        if not inside:
            return None
        free = [(start, name) for start, name in inside if not self._belongs_to_another(source, start, name)]
        if not free:
            return None
        return " and ".join([self._full_name(name) for _, name in self._together(free)])

    def _belongs_to_another(self, source: Span, start: int, name: str) -> bool:
        """Whether a name only says whose somebody is: "the daughter of Ann Lee", "Ann Lee's lawyer"."""
        before, after = self._text[source.start : start], self._text[start + len(name) : start + len(name) + 2]
        return bool(_BELONGS.search(before)) or after.startswith(("’s", "'s"))

    def _together(self, people: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
        """The first of these people, with the second where "and" joins them."""
        between = self._text[people[0][0] + len(people[0][1]) : people[1][0]] if len(people) > 1 else ""
        return list(people[: 2 if between.strip() == "and" else 1])

    def _full_name(self, name: str) -> str:
        parts = name.split()
        if len(parts) > 1:
            return name
        longer = (other for _, other in self._named_people() if other.split()[-1] == name or other.split()[0] == name)
        return next(longer, name)

    def _named_people(self) -> Iterator[tuple[int, str]]:
        return ((start, name) for start, name in self._people if " " in name)

    def _long_form(self, name: str) -> str:
        """The longer form of a body's name: the one an abbreviation stands behind, or that begins with this one."""
        if name.isupper() and re.search(rf"[A-Z][\w’'-]*(?: (?:of|for|the|and|on))* \({re.escape(name)}\)", self._text):
            return name
        longer = (other for _, other in self._bodies if other.startswith(f"{name} ") and len(other) < LONGEST)
        return next(longer, name)

    def _spelt_out(self, words: str) -> str:
        """The words with each abbreviation of a body that the article also names in full, with whose it is."""

        def full(match: re.Match[str]) -> str:
            for start, name in self._bodies:
                if "".join(re.findall(r"\b[A-Z]", name)) == match["letters"] and " " in name:
                    owner = re.search(r"[A-Z]\w+[’']s?\s\Z", self._text[max(0, start - 40) : start])
                    return f"{owner.group() if owner else match['article'] or ''}{name}"
            return match.group()

        return _ABBREVIATION.sub(full, words) if " " in words else words


def _bare(text: str, span: Span) -> tuple[int, str]:
    """A name without a small word before it and its possessive, and whole where its mark ends at a hyphen."""
    rest, lead = _HYPHENATED.match(text, span.end), _LEAD.match(text, span.start, span.end)
    start = lead.end() if lead else span.start
    name = " ".join(text[start : rest.end() if rest else span.end].split())
    return start, _POSSESSIVE.sub("", name)


def _whole(text: str, start: int, name: str) -> tuple[int, str]:
    """A name of one word with the other one beside it that the mark left out."""
    if " " in name or not text.startswith(name, start):
        return start, name
    first = _FIRST_NAME.search(text, max(0, start - LONGEST), start)
    if first and _may_be_name(first[1]) and not _OF_A_TRADE.search(first[1]):
        return first.start(1), f"{first[1]} {name}"
    last = _LAST_NAME.match(text, start + len(name))
    return start, f"{name} {last[1]}" if last and _may_be_name(last[1]) else name


def _may_be_name(word: str) -> bool:
    return word.lower() not in common_words()


def _without_article(words: str) -> str:
    return re.sub(r"^(?:the|The)\s+", "", words)
