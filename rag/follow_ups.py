"""Questions to go on with, made from what an answer cites."""

from collections.abc import Iterator, Sequence
from itertools import islice

from index.words import surface_words
from rag.answer import Answer
from rag.examples import Asked, answered, from_counts, from_outlets, from_titles, from_voices, what_is_said_by

COUNT = 3
LONGEST_NAME = 5
"""Words of the longest name that a question can be asked about."""


def follow_up_questions(engine: Asked, answers: Sequence[Answer]) -> tuple[str, ...]:
    """Up to three questions about the voices and figures near an answer, each of which the articles answer.

    What was asked before is not offered again.
    """
    if not answers:
        return ()
    files = {citation.file for citation in answers[-1].citations}
    sources = [source for source in engine.sources() if source.file in files]
    near = [claim for claim in engine.claims() if claim.file in files]
    makers = (
        _from_speakers(answers[-1]),
        from_counts(near),
        from_outlets(sources),
        from_voices(near),
        from_titles(sources),
    )
    before = {_heard(answer.question) for answer in answers}
    fresh = [(question for question in maker if _heard(question) not in before) for maker in makers]
    firsts = filter(None, (next(answered(maker, engine), None) for maker in fresh))
    return tuple(islice(dict.fromkeys(firsts), COUNT))


def _heard(question: str) -> str:
    """A question by its words: case and punctuation make no other question."""
    return " ".join(surface_words(question))


def _from_speakers(answer: Answer) -> Iterator[str]:
    """Those whose words are cited, other than the outlets themselves."""
    for citation in answer.citations:
        own = {citation.outlet, citation.title, citation.file, None}
        if citation.holder and citation.holder not in own and len(citation.holder.split()) <= LONGEST_NAME:
            yield what_is_said_by(citation.holder)
