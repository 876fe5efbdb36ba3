"""Who takes which side, where a question itself names two and the sources use its words for them."""

from collections.abc import Collection, Sequence

from index.encoder import Encoder
from index.held import denies_flatly
from index.judgement import matter_of
from index.reader import Index
from index.words import STOP_WORDS, stem, surface_words
from rag.difference import MOST_OF_A_SIDE, READ, Difference
from rag.evidence import Evidence
from rag.held import Held
from rag.polar_differences import denied_in
from rag.question import Question
from rag.sides_asked import SidesAsked, sides_asked
from rag.spoken_of import is_only_spoken_of

NEAR = 0.45
"""How far below the best sentence one may be that takes a side."""
FAR = 0.7
"""The same where it has another word of the question besides: the best may have all of them but the side's."""
ANSWERING = 0.35
"""The same where it has no word of a side, but one that means the same."""
SAME_MEANING = 0.55
"""How near in meaning two such words are: compelled, and forced."""
NEARER = 0.2
"""How much nearer it must be than the word of the other side: hot and cold are near as well."""


def alternative_difference(
    question: Question, evidence: Sequence[Evidence], index: Index, encoder: Encoder
) -> Difference | None:
    """A side for each of the two that the question names; None where it names none, or nobody takes one of them."""
    asked = sides_asked(question.clear)
    words = _decisive(asked, question) if asked else None
    if words is None:
        return None
    sides: tuple[list[Held], list[Held]] = ([], [])
    for each, side in _taken(words, question, evidence[:READ], encoder):
        claim = index.claim_at(each.hit.place)
        if claim is not None:
            sides[side].append(Held(each, claim))
    if not all(sides):
        return None
    about = matter_of(sides[0][0].claim.text, sides[1][0].claim.text, "evaluation")
    return Difference(about, "framing", (tuple(sides[0][:MOST_OF_A_SIDE]), tuple(sides[1][:MOST_OF_A_SIDE])))


def _decisive(asked: SidesAsked, question: Question) -> tuple[str, str] | None:
    """The word of each side next to the "or": those farther off may be what both are about. Names tell no sides."""
    one, other = ([word for word in _meaning(side) if stem(word) not in question.names] for side in asked)
    return (one[-1], other[0]) if one and other and stem(one[-1]) != stem(other[0]) else None


def _taken(
    words: tuple[str, str], question: Question, evidence: Sequence[Evidence], encoder: Encoder
) -> list[tuple[Evidence, int]]:
    """Who takes side 0 or 1 by its word; a side that nobody takes so may be taken by a word that means the same."""
    matter = frozenset(question.words) - {*question.names, *map(stem, words)}
    best = evidence[0].relevance if evidence else 0.0
    taken: list[tuple[Evidence, int]] = []
    others: list[Evidence] = []
    for each in evidence:
        said, behind = surface_words(each.hit.place.sentence.reading), best - each.relevance
        is_of_matter = not matter.isdisjoint(map(stem, said))
        denied = denied_in(each.hit.place.sentence.reading)
        if denied & set(map(stem, words)) or denies_flatly(each.hit.place.sentence.reading):
            continue  # who says what it was not does not say what it was
        used = [side for side, word in enumerate(words) if _has(said, word)]
        if len(used) == 1 and behind <= (FAR if is_of_matter else NEAR):
            turned = is_only_spoken_of(words[used[0]], each.hit.place.sentence.reading)
            taken.append((each, 1 - used[0] if turned else used[0]))
        elif not used and is_of_matter and behind <= ANSWERING:
            others.append(each)
    sides = {side for _, side in taken}
    if len(sides) == 1:
        [missed] = {0, 1} - sides
        asked = words[missed], words[1 - missed]
        taken += [(each, missed) for each in others if _means(asked, each, question, encoder)]
    return taken


def _has(said: Collection[str], word: str) -> bool:
    """Whether a word is said, in any of its forms; but forces are not what was "forced"."""
    forms = (each for each in said if stem(each) == stem(word))
    return any(not (word.endswith("ed") and each.endswith("s")) for each in forms)


def _means(asked: tuple[str, str], each: Evidence, question: Question, encoder: Encoder) -> bool:
    """Whether a sentence has a word of its own that means the same as the first of two, and not as the other."""
    own = [said for said in _meaning(each.hit.place.sentence.reading) if stem(said) not in question.words]
    if not own:
        return False
    meant, other, *vectors = encoder.encode([*asked, *own])
    near = [(float(vector @ meant), float(vector @ other)) for vector in vectors]
    return any(to_it >= SAME_MEANING and to_it - to_other >= NEARER for to_it, to_other in near)


def _meaning(text: str) -> list[str]:
    return [word for word in surface_words(text) if word not in STOP_WORDS]
