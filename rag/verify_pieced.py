"""No statement is pieced together from sentences of one text that speak of different things."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.patterns import regex
from index.support_words import coverage, weights_of
from index.words import STOP_WORDS, terms
from rag.verdict import Evidence
from rag.verify_blend import BECAUSE, WHOLE
from rag.verify_units import clauses_in, units_of

GAIN = 0.25
"""How much more a second part of the text must add, for the statement to be pieced together from both."""
FEWEST = 2
"""Words that the second part adds at least: one alone may be meant by "ones" or "there"."""
TOLD = "no one sentence of the source says this: it joins what two of them say apart"
_REASON = regex(
    r"\b(?:because|due|owing|reason\w*|caus\w+|result\w*|led|leads?|therefore|thus|so|prompt\w*|thanks)\b",
    re.IGNORECASE,
)
_NAMES = regex(r"[A-Z][\w’'-]+(?:\s+(?:(?:of|the|de|van|von|al)\s+)?[A-Z][\w’'-]+)*")
_TIME = regex(r"\s+(?:after|before|when|until|since)\s+(?=[^\W\d])", re.IGNORECASE)

Run = frozenset[str]


def pieced_in_one(claim: str, evidence: Sequence[Evidence]) -> str | None:
    """Why the statement is made of parts that the one text it rests on says of different things, or None."""
    units = units_of(evidence[0].text) if len(evidence) == 1 else ()
    if len(units) < 2:
        return None
    around = " ".join(filter(None, (evidence[0].holder, evidence[0].outlet, evidence[0].context)))
    stems = [frozenset(terms(f"{unit} {around}")) for unit in units]
    clauses = list(_with_subjects(claim))
    if any(
        _is_pieced(clause, stems) or _is_of_another(clause, units, stems) or _is_of_another_sort(clause, units, stems)
        for clause in clauses
    ):
        return TOLD
    return TOLD if _is_reasoned(claim, evidence[0].text, stems) else None


def _is_pieced(clause: str, units: Sequence[frozenset[str]]) -> bool:
    """Whether two parts of the text have together what neither of them has alone."""
    weights = weights_of(clause)
    best = max(units, key=lambda stems: coverage(weights, stems))
    least = max(coverage(weights, best) + GAIN, WHOLE)
    missing = weights.keys() - best
    return coverage(weights, best) < WHOLE and any(
        len(missing & stems) >= FEWEST and coverage(weights, best | stems) >= least for stems in units
    )


def _is_of_another(clause: str, units: Sequence[str], stems: Sequence[frozenset[str]]) -> bool:
    """Whether all that tells most of a clause tells it of somebody else, and the one it names is elsewhere."""
    named = [run for run in _runs_in(clause) if any(run <= each for each in stems)]
    rest = weights_of(clause)
    for word in frozenset[str]().union(*named):
        rest.pop(word, None)
    if not named or len(rest) < FEWEST:
        return False
    shares = [coverage(rest, each) for each in stems]
    telling = [at for at, share in enumerate(shares) if share >= WHOLE and share >= 0.9 * max(shares)]
    return bool(telling) and all(any(_is_replaced(run, units[at], stems[at]) for run in named) for at in telling)


def _is_replaced(run: Run, unit: str, stems: frozenset[str]) -> bool:
    """Whether a part of the text lacks a name and has another one: or one that shares only the surname."""
    others = [other for other in _runs_in(unit) if not other <= run]
    if run <= stems:
        return False
    return any(other & run for other in others) if run & stems else bool(others)


def _is_of_another_sort(clause: str, units: Sequence[str], stems: Sequence[frozenset[str]]) -> bool:
    """Whether what tells a clause tells it of the new library, and the old one that it names is elsewhere."""
    weights, said = weights_of(clause), set(pairwise(terms(clause)))
    best = max(range(len(units)), key=lambda at: coverage(weights, stems[at]))
    there = set(pairwise(terms(units[best])))
    elsewhere = {pair for at, unit in enumerate(units) if at != best for pair in pairwise(terms(unit))}
    return any(
        word not in stems[best] and any(other == head and not {(word, head)} & there for _, other in there)
        for word, head in said & elsewhere
        if head in stems[best]
    )


def _runs_in(text: str) -> Iterator[Run]:
    """The names of a text, as stems; a first word is one where another with a capital follows."""
    for match in _NAMES.finditer(text):
        words = [word for word in match.group().split() if word.lower() not in STOP_WORDS]
        first = match.start() == 0 or text[: match.start()].rstrip()[-1:] in tuple('.!?“"(')
        if words and not (first and " " not in match.group()):
            yield frozenset(terms(" ".join(words)))


def _is_reasoned(claim: str, text: str, units: Sequence[frozenset[str]]) -> bool:
    """Whether a statement gives for a reason what the text says apart, and without any word of a reason."""
    link = BECAUSE.search(claim)
    if not link or not _REASON.search(link.group()) or _REASON.search(text):
        return False
    sides = [weights_of(claim[: link.start()]), weights_of(claim[link.end() :])]
    homes = [{number for number, stems in enumerate(units) if coverage(side, stems) >= WHOLE} for side in sides]
    return all(homes) and not homes[0] & homes[1]


def _with_subjects(claim: str) -> Iterator[str]:
    """The clauses of a statement; one that begins with its verb is led by the names of the first."""
    names = ""
    parts = [part for clause in clauses_in(claim) for part in _TIME.split(clause) if terms(part)]
    for number, clause in enumerate(parts):
        first = clause.split()[0]
        if not number:
            names = " ".join(_NAMES.findall(clause)[:1])
        leans = number > 0 and first.islower() and first not in STOP_WORDS
        yield f"{names} {clause}" if leans else clause
