"""What the evidence denies is not affirmed by a statement, nor the other way round."""

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import regex
from corpus.sentences import sentence_spans
from index.held import denies_flatly
from index.words import STOP_WORDS, stem, surface_words, terms
from rag.verdict import Evidence

REACH = 3
"""Content words behind a negation that it may deny, up to the end of its clause."""
ALIKE = 0.5
"""The share of a statement's words that a sentence of the evidence must have to speak of the same."""
NEGATION = regex(
    r"\b(?:no longer|not|never|no|none of|neither|nor|without|cannot|nobody|nothing)\b|n[’']t\b", re.IGNORECASE
)
_ONLY = regex(r"\b(?:not only|no doubt|not least|no (?:more|less|fewer) than|not just|not merely)\b", re.IGNORECASE)
_CLAUSE_END = regex(r"[,;:.!?()“”\"]|\b(?:but|and|while|although|because|that)\b", re.IGNORECASE)
_TURNED = regex(
    r"\b(?:den(?:y|ies|ied|ying|ial)\w*|refus\w+|fail(?:s|ed|ing|ure)?|unable|lack\w*|impossible|unlikely|reject\w*"
    r"|rul(?:e|ed|es|ing) out|no|not|never|none|nobody|nothing|neither|nor|without|cannot|un[a-z]{4,}|false"
    r"|untrue|dispute[sd]?|dismiss\w*|refut\w*|prevent\w*|stop\w*|halt\w*|only|little|few|hardly|scarcely|barely|absen\w+|avoid\w*|instead)\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)


def lost_negation(claim: str, evidence: Sequence[Evidence]) -> str | None:
    """Why statement and evidence do not affirm the same, or None."""
    sentences = [sentence for each in evidence for sentence in sentences_of(each.text)]
    for said in sentences_of(claim):
        near = nearest_sentences(said, sentences)
        if near and (reason := _turned(said, near)):
            return reason
    return None


def _turned(said: str, told: Sequence[str]) -> str | None:
    """Why what is said has another sign than all the sentences that speak of the same."""
    if all(_is_denied(said, each) for each in told) and not _TURNED.search(said):
        return "the source denies this"
    if all(_is_denied(each, said) for each in told) and not any(_TURNED.search(each) for each in told):
        return "the source does not deny this"
    return None


def _is_denied(affirming: str, denying: str) -> bool:
    """Whether one sentence denies what the other says: a word that it negates, or all of it."""
    words = set(terms(affirming))
    if denies_flatly(denying) and not denies_flatly(affirming):
        return True
    return any(scope and scope[0] in words and all(word in words for word in scope[:2]) for scope in _scopes(denying))


def _scopes(text: str) -> Iterator[tuple[str, ...]]:
    """The stems of the content words behind each negation of a text."""
    plain = _ONLY.sub(" ", text)
    for match in NEGATION.finditer(plain):
        ended = _CLAUSE_END.search(plain, match.end())
        behind = plain[match.end() : ended.start() if ended else len(plain)]
        words = [stem(word) for word in surface_words(behind) if word not in STOP_WORDS and word.isalpha()]
        yield tuple(words[:REACH])


def sentences_of(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[start:end] for start, end in sentence_spans(text)]


def nearest_sentences(said: str, sentences: Sequence[str]) -> list[str]:
    """The sentences that speak of the same, by their words; none where the nearest shares too few."""
    words = set(terms(said))
    shares = [(len(words & set(terms(each))) / max(len(words), 1), each) for each in sentences]
    best = max((share for share, _ in shares), default=0.0)
    return [each for share, each in shares if share >= max(ALIKE, 0.8 * best)]
