"""What an annotator may want to look at again: nothing here keeps a gold file from being used."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from eval.gold import Evidence, GoldQuestion
from eval.spans import LONGEST_CITATION, SHORTEST_CITATION, characters_shared

CLIPPED = 50


def advice_on(question: GoldQuestion, texts: Mapping[str, str]) -> Iterator[str]:
    """Remarks on one question whose quotes were all found in `texts`."""
    yield from _lengths(question)
    yield from _agreement(question)
    yield from _declining(question)
    yield from _holders(question, " ".join(texts.values()).casefold(), texts)
    yield from _answers(question)
    yield from _overlaps(question)
    if question.kind == "followup" and not question.history:
        yield "a followup without history; give the earlier questions of the chat"


def _all_evidence(question: GoldQuestion) -> tuple[Evidence, ...]:
    shown = [evidence for viewpoint in question.viewpoints for evidence in viewpoint.evidence]
    differing = [evidence for pair in question.disagreements for evidence in (*pair.left, *pair.right)]
    return tuple(dict.fromkeys((*shown, *differing)))


def _lengths(question: GoldQuestion) -> Iterator[str]:
    for evidence in _all_evidence(question):
        length = len(evidence.quote)
        if length > LONGEST_CITATION:
            yield (
                f"{_clipped(evidence.quote)} has {length} characters; a citation of over {LONGEST_CITATION} counts for "
                "nothing, so give the sentence that decides"
            )
        elif length < SHORTEST_CITATION:
            yield f"{_clipped(evidence.quote)} has only {length} characters; give the whole clause"


def _agreement(question: GoldQuestion) -> Iterator[str]:
    if question.controversy == "contested" and not question.disagreements:
        yield "contested, but without disagreements; write down which statements differ, or choose another controversy"
    if question.controversy in ("agreed", "single-source") and question.disagreements:
        yield f"{question.controversy}, but with disagreements; is it contested or updated?"


def _declining(question: GoldQuestion) -> Iterator[str]:
    if question.kind in ("unanswerable", "false-premise") and question.answerable:
        yield f"{question.kind}, but answerable; a right answer to such a question declines"
    if not question.answerable and question.answers:
        yield "not answerable, but with answers; these are never scored"


def _holders(question: GoldQuestion, everything: str, texts: Mapping[str, str]) -> Iterator[str]:
    named = dict.fromkeys(holder for viewpoint in question.viewpoints for holder in viewpoint.holders)
    for holder in named:
        if holder not in texts and not all(word in everything for word in holder.casefold().split()):
            yield f"the holder {holder!r} is named nowhere in the corpus; write the name, or the file, as it is there"


def _answers(question: GoldQuestion) -> Iterator[str]:
    """An answer names holders and sources beside what it quotes."""
    if question.kind == "source":
        return
    holders = [holder for viewpoint in question.viewpoints for holder in viewpoint.holders]
    quoted = _bare(" ".join([*holders, *(evidence.quote for evidence in _all_evidence(question))]))
    for group in question.answers:
        if question.answerable and not any(_bare(words) in quoted for words in group):
            yield f"no evidence holds {' or '.join(map(repr, group))}; an answer that only quotes cannot say it"


def _overlaps(question: GoldQuestion) -> Iterator[str]:
    for one, other in combinations(question.viewpoints, 2):
        shared = [(a, b) for a in one.evidence for b in other.evidence if characters_shared(a.span, b.span)]
        if shared:
            yield f"{_clipped(shared[0][0].quote)} shows two viewpoints; a system that cites it gets both"
    for pair in question.disagreements:
        if any(characters_shared(a.span, b.span) for a in pair.left for b in pair.right):
            yield "the two sides of a disagreement share words; no single statement can differ from itself"


def _bare(text: str) -> str:
    """As answers are compared: case folded, without commas."""
    return " ".join(text.casefold().replace(",", "").split())


def _clipped(text: str) -> str:
    return repr(text if len(text) <= CLIPPED else text[: CLIPPED - 1] + "…")
