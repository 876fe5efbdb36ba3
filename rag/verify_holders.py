"""Who is said to say it does say it in the evidence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.patterns import regex
from corpus.sentences import sentence_spans
from index.alignment import ArticleText
from index.sayings import named_holder
from index.speakers import said_in
from index.tagger import Tagger
from index.words import surface_words, terms
from rag.verdict import Evidence

NEARLY = 0.8
"""How much of the best match another saying must have for its speaker to be taken as well."""
_PRONOUN = regex(r"(?:he|she|they|it|we|i|who|the source|the article|the report)$", re.IGNORECASE)
_SMALL = frozenset("the a an of for in and at mr mrs ms dr said says its his her their former".split())


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody is said to say: his name, and the stems of his words."""

    holder: str
    stems: frozenset[str]


def wrong_holder(claim: str, evidence: Sequence[Evidence], tagger: Tagger) -> str | None:
    """Why the one whom the statement names as its speaker is not the evidence's, or None."""
    said = list(_sayings_of(claim, tagger)) if named_holder(claim) else []
    for saying in said:
        if _PRONOUN.match(saying.holder) or not _name(saying.holder):
            continue
        told = [each for one in evidence for each in _told(one, tagger)]
        fitting = _fitting(saying, told)
        if any(is_same_voice(saying.holder, each.holder) for each in fitting):
            continue
        if any(is_same_voice(saying.holder, one.outlet or "") or _is_role_of(saying, fitting, one) for one in evidence):
            continue
        if not fitting and any(is_same_voice(saying.holder, name) for one in evidence for name in _owners(one)):
            continue
        other = fitting[0].holder if fitting else None
        return (
            f"the source has this from {other}, not from {saying.holder}"
            if other
            else (f"the source does not have this from {saying.holder}")
        )
    return None


def is_same_voice(name: str, other: str) -> bool:
    """Whether one name may stand for the other: all the words of the shorter are the longer's, or its initials are."""
    one, two = _name(name), _name(other)
    if one and two and (one <= two or two <= one):
        return True
    return _letters(name) == _bare(other) or _letters(other) == _bare(name)


def _is_role_of(saying: Saying, fitting: Sequence[Saying], evidence: Evidence) -> bool:
    """Whether a speaker named by a role, "the mayor" or "doctors", is one beside whose name the evidence has it."""
    role = re.sub(r"^(?:the|a|an|his|her|their)\s+", "", saying.holder, flags=re.IGNORECASE)
    texts = " ".join(filter(None, (evidence.context, evidence.text)))
    if role.istitle() and " " not in role and re.search(rf"\b{_one(role.lower())}", texts):
        role = role.lower()  # the capital is that of the first word of a sentence
    if not role.islower():
        return False
    role = rf"{_one(role)}s?"
    names = [re.escape(each.holder) for each in fitting]
    return any(re.search(rf"\b{role}\b[^.]{{0,40}}{name}|{name}[^.]{{0,40}}\b{role}\b", texts, re.I) for name in names)


def _one(role: str) -> str:
    """One of several, as a pattern."""
    return re.escape(re.sub(r"men$", "man", role.removesuffix("s")))


def _name(holder: str) -> set[str]:
    return {word for word in surface_words(re.sub(r"[’']s?\b", "", holder)) if word not in _SMALL}


def _letters(name: str) -> str:
    return "".join(word[0] for word in _bare(name).split() if word[0].isupper())


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he\s+", "", name.strip())


def _sayings_of(text: str, tagger: Tagger) -> Iterator[Saying]:
    """The sayings that the tagger finds in a text, and those of sentences that name their speaker plainly."""
    article = ArticleText(text, tuple(sentence_spans(text)))
    [tagged] = tagger.tag([(text, article.spans)])
    seen: set[int] = set()
    for each in said_in(article, tagged):
        span = each.attribution.content
        seen.add(article.sentence_at(span.start))
        yield Saying(each.holder, frozenset(terms(text[span.start : span.end])))
    for number, (start, end) in enumerate(article.spans):
        holder = named_holder(text[start:end]) if number not in seen else None
        if holder:
            yield Saying(holder, frozenset(terms(text[start:end])) - frozenset(terms(holder)))


def _told(evidence: Evidence, tagger: Tagger) -> Iterator[Saying]:
    """The sayings in the evidence; all of it is its holder's, where one is known."""
    inside = list(_sayings_of(evidence.text, tagger))
    yield from inside
    if evidence.holder:
        yield Saying(evidence.holder, frozenset(terms(evidence.text)))


def _owners(evidence: Evidence) -> Iterator[str]:
    """Who may be named as the speaker of what no one else in the evidence says."""
    yield from (name for name in (evidence.holder, *evidence.through, evidence.outlet, evidence.title) if name)


def _fitting(saying: Saying, told: Sequence[Saying]) -> list[Saying]:
    """The sayings that have most of the words of this one, the best first."""
    shares = [(len(saying.stems & each.stems) / max(len(saying.stems), 1), each) for each in told]
    best = max((share for share, _ in shares), default=0.0)
    ranked = sorted(shares, key=lambda item: -item[0])
    return [each for share, each in ranked if share > 0 and share >= NEARLY * best]
