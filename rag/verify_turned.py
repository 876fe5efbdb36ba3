"""Who does it to whom: a statement does not turn the two sides of its evidence's verb."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.patterns import regex
from index.calendar_words import MONTH
from index.words import STOP_WORDS, stem
from rag.verdict import Evidence
from rag.verify_negation import nearest_sentences, sentences_of

_WORD = regex(r"[^\W_]+(?:[’'-][^\W_]+)*|[,;:.!?()]")
_DETERMINERS = frozenset("the a an his her their its our".split())
_WITH = _DETERMINERS | frozenset("and both of has had have will would can could".split())
"""Words that may stand between those of who does it, and between them and the verb."""
_POSSESSIVE = regex(r"[’']s?$")
_BEING = frozenset("is are was were be been being".split())
_CALENDAR = regex(rf"(?:{MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d+)", re.IGNORECASE)
_MUTUAL = frozenset(
    "met meets marry married divorced share shares shared face faced fought join joined play played equals".split()
)
"""What either side does when the other does it."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb, or any word taken for one, with the stems of who does it, of what else is there, and of its clause."""

    verb: str
    doing: frozenset[str]
    others: frozenset[str]
    clause: frozenset[str]


def turned_sides(claim: str, evidence: Sequence[Evidence]) -> str | None:
    """Why the statement has done to one what the evidence has done by him, or None."""
    sentences = [sentence for each in evidence for sentence in sentences_of(each.text)]
    for said in sentences_of(claim):
        told = [deed for sentence in nearest_sentences(said, sentences) for deed in _deeds_in(sentence)]
        pairs = [(deed, [each for each in told if each.verb == deed.verb]) for deed in _deeds_in(said)]
        kept = [deed for deed, same in pairs if any(each.doing == deed.doing for each in same)]
        turned = [deed for deed, same in pairs if _is_turned_in(deed, same)]
        if any(not _is_led_by(deed, kept) for deed in turned):
            return "the source has it the other way round"
    return None


def _is_led_by(deed: Deed, kept: Sequence[Deed]) -> bool:
    """Whether it is no verb, but one of those who do what the evidence has them do as well."""
    return any(deed.doing <= each.doing for each in kept)


def _is_turned_in(said: Deed, told: Sequence[Deed]) -> bool:
    """Whether one deed of the evidence is the other way round, and none is done by the same."""
    turned = [_is_turned(said, each) for each in told]
    kept = [bool(said.doing & each.doing) for each in told]
    return any(turned) and not any(same and not other for same, other in zip(kept, turned, strict=True))


def _is_turned(said: Deed, told: Deed) -> bool:
    """Whether those who do it have changed places, and nothing else is said."""
    mine, theirs = said.doing - told.doing, told.doing - said.doing
    return bool(mine) and mine <= told.others and bool(theirs & said.others) and said.clause <= told.clause


def _deeds_in(sentence: str) -> Iterator[Deed]:
    """A deed for each word that has others of its clause on both sides."""
    for clause in _clauses(_WORD.findall(sentence)):
        for at, word in enumerate(clause):
            if _may_be_verb(word, clause[at - 1] if at else "") and word not in _MUTUAL:
                before, behind = _before(clause, at), _stems(clause[at + 1 :])
                if before and behind:
                    yield _deed(clause, at, before, behind)


def _may_be_verb(word: str, before: str) -> bool:
    return word.islower() and _is_content(word) and before.lower() not in _DETERMINERS


def _deed(clause: Sequence[str], at: int, before: frozenset[str], behind: frozenset[str]) -> Deed:
    """In the passive it is done by whom "by" names."""
    verb, whole = stem(clause[at]), _stems(clause)
    if at and clause[at - 1] in _BEING and "by" in clause[at:]:
        doing = _run(clause[clause.index("by", at) + 1 :])
        return Deed(verb, doing, before | (behind - doing), whole)
    return Deed(verb, before, behind, whole)


def _clauses(words: Sequence[str]) -> Iterator[list[str]]:
    """The words between marks."""
    clause: list[str] = []
    for word in [*words, "."]:
        if word[0].isalnum():
            clause.append(word)
        elif clause:
            yield clause
            clause = []


def _before(clause: Sequence[str], at: int) -> frozenset[str]:
    """The content words that lead up to a verb without a break."""
    return _run(clause[:at][::-1])


def _run(words: Sequence[str]) -> frozenset[str]:
    run: list[str] = []
    for word in words:
        if not _is_content(word) and word.lower() not in _WITH | _BEING:
            break
        run.append(word)
    return _stems(run)


def _stems(words: Sequence[str]) -> frozenset[str]:
    return frozenset(
        stem(_POSSESSIVE.sub("", word.lower())) for word in words if _is_content(word) and not _CALENDAR.fullmatch(word)
    )


def _is_content(word: str) -> bool:
    return word.lower() not in STOP_WORDS
