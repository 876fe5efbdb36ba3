"""What a reply answers: the words just before it, or whatever among the evidence it names or tells again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.claims import Claim
from index.reader import Index
from index.replies import Reply, denies, negates, reply_in
from index.words import terms
from rag.causes import cause_denied

BACK = 4
"""How many sentences before a reply may hold what it answers."""
FEWEST_WORDS = 2
"""Words by which what is answered is told again."""
NEAR = 0.35
"""The least nearness in meaning of a reply and what it answers, where it names who said it."""
ALIKE = 0.5
"""The same where it tells what it answers; a shared word counts for some of it."""
SHARED = 0.3
FIRST_WORDS = 4
"""Words at the beginning of a sentence that name what it is about."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A reply and what it answers, by the rows of their sentences; one row twice where one sentence holds both."""

    said: int
    reply: int


class Replies:
    """Finds what replies answer. `relevance` has the rows of the evidence, with how relevant each is."""

    def __init__(self, index: Index, relevance: Mapping[int, float]) -> None:
        self._index = index
        self._relevance = relevance

    def answered_by(self, row: int) -> Answered | None:
        """What the sentence of a row answers; None where it is no reply, or answers nothing that is found."""
        place = self._index.places[row]
        reply, claim = reply_in(place.sentence.text), self._index.claim_at(place)
        if reply is None or claim is None or place.sentence.kind == "heading":
            return None
        said = row if reply.turn is not None else self._said(row, reply, claim)
        return None if said is None else Answered(said, row)

    def _said(self, row: int, reply: Reply, claim: Claim) -> int | None:
        before = list(self._before(row))
        if reply.speaker is None and before and self._tells_of(before[0], claim):
            return None
        others = [
            other for other in dict.fromkeys((*before, *self._relevance)) if self._may_be(other, row, reply, claim)
        ]
        told = reply.content - frozenset(terms(f"{claim.holder} {reply.speaker or ''}"))
        if reply.owner:
            owned = [other for other in others if reply.owner & self._speakers(other)]
            return self._nearest(row, told, owned, NEAR)
        if reply.holds_against:
            return self._told_by_another(before[:1], others)
        if reply.points_back and not reply.promise:
            pointed = self._pointed([other for other in before if other in others])
            if pointed is not None:
                return pointed
        # Articles on one matter are all near to each other: without a name a reply answers its own article.
        here = [other for other in others if self._index.places[other].source is self._index.places[row].source]
        if denies(claim.text) and not negates(claim.text):
            here = [other for other in here if not told & self._denied_cause(other)]
        return self._nearest(row, told, here, ALIKE) if len(told) >= FEWEST_WORDS else None

    def _denied_cause(self, row: int) -> frozenset[str]:
        """What a statement says was not the cause: who denies that it was says the same."""
        stated = self._index.claim_at(self._index.places[row])
        return cause_denied(stated.text) if stated else frozenset()

    def _before(self, row: int) -> Iterator[int]:
        """The rows of the sentences before it in its article, the last first; headings are none."""
        places = self._index.places
        for other in range(row - 1, max(-1, row - 1 - BACK), -1):
            if places[other].source is places[row].source and places[other].sentence.kind != "heading":
                yield other

    def _may_be(self, other: int, row: int, reply: Reply, claim: Claim) -> bool:
        """Whether it is a statement of somebody else, of the sort that is answered, and no mere answer itself."""
        stated = self._index.claim_at(self._index.places[other])
        if other == row or stated is None or not reply.may_answer(stated.text) or _is_one(stated, reply, claim):
            return False
        answering = reply_in(stated.text)
        return answering is None or answering.holds_against or answering.turn is not None

    def _tells_of(self, row: int, claim: Claim) -> bool:
        """Whether the article tells there, in its own voice, of him who is quoted behind it: he answers nobody."""
        stated = self._index.claim_at(self._index.places[row])
        if stated is None or not stated.own_voice or claim.own_voice:
            return False
        return bool(set(terms(claim.holder)) & set(terms(" ".join(stated.text.split()[:FIRST_WORDS]))))

    def _told_by_another(self, before: Sequence[int], others: Sequence[int]) -> int | None:
        """What stands right before, where somebody says it; what the article tells itself need not be disputed."""
        claims = {row: self._index.claim_at(self._index.places[row]) for row in before if row in others}
        return next((row for row, claim in claims.items() if claim and not claim.own_voice), None)

    def _pointed(self, before: Sequence[int]) -> int | None:
        """What was said last, or of the last speaker's words there what matters most to the question."""
        if not before:
            return None
        speaker = self._holder(before[0])
        return max(
            (row for row in before if self._holder(row) == speaker), key=lambda row: self._relevance.get(row, -9.0)
        )

    def _nearest(self, row: int, told: frozenset[str], rows: Sequence[int], least: float) -> int | None:
        vectors, places = self._index.vectors, self._index.places
        nearness = {
            other: float(vectors[row] @ vectors[other])
            + SHARED * len(told & set(terms(places[other].sentence.reading))) / max(1, len(told))
            for other in rows
        }
        best = max(nearness, key=nearness.__getitem__, default=None)
        return best if best is not None and nearness[best] >= least else None

    def _holder(self, row: int) -> str:
        claim = self._index.claim_at(self._index.places[row])
        return claim.holder if claim else ""

    def _speakers(self, row: int) -> set[str]:
        """Stems of the names of those who speak in a sentence, and of its first words."""
        place = self._index.places[row]
        told = [claim for claim in self._index.claims_at(place) if not claim.own_voice]
        names = [name for claim in told for name in (claim.holder, *claim.through)]
        return set(terms(" ".join((*names, *place.sentence.reading.split()[:2]))))


def _is_one(stated: Claim, reply: Reply, claim: Claim) -> bool:
    """Whether the one who states is the one who replies."""
    if reply.speaker is None:
        return stated.holder == claim.holder
    return bool(set(terms(reply.speaker)) & set(terms(stated.holder)))
