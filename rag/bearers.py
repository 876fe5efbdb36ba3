"""Whether the sources say of another what is asked of one: "the Pellow intake" for "the Sennet Bridge intake"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.patterns import regex
from index.noun_words import ends_phrase, is_participle, is_plural
from index.words import STOP_WORDS, stem, surface_words, terms
from rag.cues import Kind
from rag.evidence import Evidence
from rag.question import Question

AS_NEAR = 0.2
"""How far below the best sentence those may be that tell of whom it is said."""
_HELPERS = frozenset("did does do has have had will would can could is are was were".split())
_BEHIND_VERBS = frozenset("to the a an that his her its their".split())
_WORD = regex(r"[^\W_]+(?:[-’'][^\W_]+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Bearer:
    """A name before a noun, by their stems: whose intake, whose forces."""

    name: frozenset[str]
    head: str
    written: str


def of_another(question: Question, evidence: Sequence[Evidence]) -> str | None:
    """The one asked about, where the best sentences say it of another of the same sort and none of him; else None."""
    if question.kind is Kind.COMPARISON:  # "Reed and Moss disagree": whoever is compared bears nothing
        return None
    best = max(each.nearness for each in evidence)
    readings = [each.hit.place.sentence.reading for each in evidence if each.nearness >= best - AS_NEAR]
    for asked in _bearers(question.clear, frozenset(question.names)):
        told = [_of_sort(asked, reading) for reading in readings]
        if any(told) and not any(_tells_of(asked, reading, its) for reading, its in zip(readings, told, strict=True)):
            return asked.written
    return None


def _of_sort(asked: Bearer, reading: str) -> list[Bearer]:
    """Those of the same sort whom a sentence names."""
    capital = (token for token in _WORD.findall(reading) if token[0].isupper())
    names = frozenset(stem(word) for token in capital for word in surface_words(token))
    return [each for each in _bearers(reading, names) if each.head == asked.head]


def _tells_of(asked: Bearer, reading: str, told: Sequence[Bearer]) -> bool:
    """Whether a sentence may speak of the one asked about: it names him so, or him and no other of the sort."""
    if any(each.name & asked.name for each in told):
        return True
    return not told and asked.name <= set(map(stem, surface_words(reading)))


def _bearers(text: str, names: frozenset[str]) -> Iterator[Bearer]:
    """Each name of a text that stands before a noun, or whatever word is none of the small ones."""
    tokens = _WORD.findall(text)
    run: list[str] = []
    for at, token in enumerate(tokens):
        if stem(token.lower()) in names and token.lower() not in STOP_WORDS:
            run.append(token)
            continue
        if run and _is_noun(tokens, at, len(run)):
            yield Bearer(frozenset(terms(" ".join(run))), stem(token), " ".join(run))
        run = []


def _is_noun(tokens: Sequence[str], at: int, length: int) -> bool:
    """Whether a word behind a name of some length may be a noun: forces of "did Brook forces", not "did Brook send"."""
    token, before, behind = tokens[at], tokens[: at - length][-1:], tokens[at + 1 :][:1]
    if not token.isalpha() or not token.islower() or token in STOP_WORDS or ends_phrase(token) or is_participle(token):
        return False
    may_be_verb = bool(_HELPERS & {each.lower() for each in before}) or bool(_BEHIND_VERBS & set(behind))
    return is_plural(token) or not may_be_verb
