"""Which sentences make the answer: as many as the question needs, each fact once."""

from collections.abc import Sequence

from index.claims import Claim
from index.reader import Index, Place
from index.words import terms
from rag.clauses import decisive_span
from rag.cues import Kind
from rag.evidence import FITTING, Evidence
from rag.held import Held
from rag.question import Question
from rag.quote import Point, Quote, one_line
from rag.reasons import may_give_reason
from rag.same_fact import is_same_fact

GAP = 0.29
"""How far below the best sentence another may be that still belongs to the answer."""
GAP_WHEN_FITTING = 0.48
"""The same for a sentence that has what is asked for: another figure of the same thing is another side."""
GAP_OF_PART = 0.75
"""The same for the best that have what a part of the question asks for, where nothing nearer has it."""
GAP_OF_REASON = 0.5
"""The same for a sentence with words for a reason, where one is asked for: those nearer may only say that it is so."""
OF_PART = 2
"""So many of them."""
MOST = 10
MOST_WHEN_FITTING = 12
"""How many sentences an answer has at most, those counted that have what is asked for: each figure may be another."""
_OF_VOICES = {Kind.REASON, Kind.OPINION, Kind.SOURCE, Kind.COMPARISON}


class Chooser:
    """Chooses what answers: which sentences, and which part of a long one."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def choose(self, question: Question, evidence: Sequence[Evidence]) -> tuple[Point, ...]:
        """The points of an answer, most relevant first: all evidence within a gap of the best."""
        best = max((each.relevance for each in evidence), default=0.0)
        chosen = _chosen(evidence, best, question.kind)
        quotes = [self._quote_of_evidence(question, each) for each in chosen]
        points: list[tuple[Evidence, list[Quote]]] = []
        for each, quote in zip(chosen, quotes, strict=True):
            said = next((quotes for first, quotes in points if is_same_fact(first, each, self._index)), None)
            if said is None:
                points.append((each, [quote]))
            else:
                said.append(quote)
            if each.filled.namer:
                points.append((each, [self.quote(question, each.filled.namer)]))
        return tuple(_point(quotes) for _, quotes in points)

    def quote(self, question: Question, place: Place) -> Quote:
        """The words of a sentence that are cited for a question."""
        claim = self._claim(question, place)
        holder = claim.holder if claim and not claim.own_voice else None
        if claim and claim.own_voice and (claim.start, claim.end) != (place.sentence.start, place.sentence.end):
            return Quote(place, claim.start, claim.end, claim)  # the rest of the sentence is somebody's
        start, end = decisive_span(question, place, holder)
        granted = any(part.own_voice and start < part.end < end for part in self._index.claims_at(place)[1:])
        whole = place.sentence.start, place.sentence.end  # no piece of it runs from the article's words into another's
        return Quote(place, *(whole if granted else (start, end)), claim)

    def _quote_of_evidence(self, question: Question, evidence: Evidence) -> Quote:
        """The words of a sentence that are cited: they hold what fills the gap of the question where it does."""
        quote = self.quote(question, evidence.hit.place)
        filler = evidence.filled.filler if evidence.filled.is_tied else None
        if filler is None or evidence.filled.namer or one_line(filler.text) in one_line(quote.text):
            return quote
        sentence = quote.place.sentence
        return quote if sentence.fragments else Quote(quote.place, sentence.start, sentence.end, quote.claim)

    def quote_of(self, question: Question, held: Held) -> Quote:
        """The words cited for one side of a difference: its part of the sentence, or those that hold its figure."""
        if held.span:
            return Quote(held.evidence.hit.place, *held.span, held.claim)
        quote = self._quote_of_evidence(question, held.evidence)
        if held.figure is None or held.figure.number in one_line(quote.text):
            return quote
        sentence = quote.place.sentence
        return Quote(quote.place, sentence.start, sentence.end, held.claim)

    def _claim(self, question: Question, place: Place) -> Claim | None:
        """Whose word it is: the sentence's, or his of whom it tells all that the question asks about.

        Of a sentence that is somebody's a part may be the article's own word.
        """
        whole, *parts = self._index.claims_at(place) or (None,)
        if whole is None:
            return None
        if not whole.own_voice:
            return next((part for part in parts if part.own_voice and _tells_as_much(question, part, whole)), whole)
        told = (part for part in parts if _tells_as_much(question, part, whole) or _is_asked_of(question, part))
        return next(told, whole)


def _is_asked_of(question: Question, part: Claim) -> bool:
    """Whether a question of reasons, opinions or sources names the one who holds a part of a sentence."""
    holder = set(terms(part.holder))
    return question.kind in _OF_VOICES and bool(holder) and holder <= set(question.words)


def _chosen(evidence: Sequence[Evidence], best: float, kind: Kind) -> list[Evidence]:
    """Those near the best, and wherever they stand those that say outright what fills the gap, which come first."""
    tied = [each for each in evidence if each.filled.is_tied]
    near = [each for each in evidence if best - each.relevance <= _gap(each, bool(tied), kind)]
    if any(each.has_it and all(each.asked) for each in near):  # what has nothing of it is beside the point
        near = [each for each in near if any(each.fits)]
    near += _of_unanswered_parts([*tied, *near], evidence, best)
    ordered = [*tied, *(each for each in near if not each.filled.is_tied)]
    return [each for rank, each in enumerate(ordered) if rank < (MOST_WHEN_FITTING if each.has_it else MOST)]


def _of_unanswered_parts(near: Sequence[Evidence], evidence: Sequence[Evidence], best: float) -> list[Evidence]:
    """The most relevant that have what a part of the question asks for, of which nothing was near the best."""
    found: list[Evidence] = []
    asked_for = evidence[0].asked if evidence else ()
    for part, asked in enumerate(asked_for if len(asked_for) > 1 else ()):
        if asked and not any(each.fits[part] >= FITTING for each in [*near, *found]):
            having = [each for each in evidence if each.fits[part] >= FITTING and best - each.relevance <= GAP_OF_PART]
            found += having[:OF_PART]
    return found


def _gap(evidence: Evidence, others_say: bool, kind: Kind) -> float:
    """How far below the best sentence one may be; less where others say outright what it does not."""
    if others_say and evidence.filled.elsewhere:
        return 0.0
    if kind is Kind.REASON and may_give_reason(evidence.hit.place.sentence.reading):
        return GAP_OF_REASON
    if others_say:
        return GAP
    return GAP_WHEN_FITTING if evidence.has_it else GAP


def _tells_as_much(question: Question, part: Claim, whole: Claim) -> bool:
    """Whether a part of a sentence has its figures, where figures are asked for, else its words of the question."""
    if question.kind is Kind.NUMBER:
        return len(part.quantities) == len(whole.quantities) > 0
    asked = set(question.words) & set(terms(whole.text))
    return bool(asked) and asked <= set(terms(part.text))


def _point(quotes: Sequence[Quote]) -> Point:
    """One fact; it is given in the words of the first source whose markup leaves the sentence in one piece."""
    ordered = sorted(quotes, key=lambda quote: quote.is_fragment)
    return Point(ordered[0], tuple(ordered[1:]))
