"""Answers that are wrong on purpose: each measure has to see them for what they are."""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from corpus.source import LineNumbers, Sentence, Source
from eval.case import Case
from rag.answer import Answer, Citation, Statement

SEED = 20233
Move = Literal["falls", "rises"]


@dataclass(frozen=True, slots=True)
class Control:
    """A way to spoil the answers of a system, and where each measure has to go then."""

    name: str
    spoil: Callable[[Sequence[Case]], tuple[Case, ...]]
    expected: Mapping[str, Move]


def shuffled_citations(cases: Sequence[Case], seed: int = SEED) -> tuple[Case, ...]:
    """Each answer as it is, but its markers lead to what answers to other questions cite."""
    drawn = random.Random(seed)
    return tuple(_with_citations_of_others(case, cases, drawn) for case in cases)


def random_sentences(cases: Sequence[Case], seed: int = SEED) -> tuple[Case, ...]:
    """Every question answered with as many sentences as the system cited, drawn from all articles."""
    drawn = random.Random(seed)
    places = list(_places(cases[0].sources)) if cases else []
    most = len(places)
    numbers = (min(most, max(1, len(case.citations))) for case in cases)
    return tuple(
        _answered(case, _quoting(drawn.sample(places, number))) for case, number in zip(cases, numbers, strict=True)
    )


def quote_everything(cases: Sequence[Case]) -> tuple[Case, ...]:
    """Every question answered with every sentence of every article."""
    everything = _quoting(list(_places(cases[0].sources)) if cases else [])
    return tuple(_answered(case, everything) for case in cases)


def _with_citations_of_others(case: Case, cases: Sequence[Case], drawn: random.Random) -> Case:
    mine = set(case.cited_spans)
    others = [
        citation
        for other in cases
        if other.question.id != case.question.id
        for citation, span in zip(other.citations, other.cited_spans, strict=True)
        if span not in mine
    ]
    if not others:
        return case
    swapped = tuple(replace(drawn.choice(others), number=citation.number) for citation in case.answer.citations)
    return replace(case, answer=replace(case.answer, citations=swapped))


@dataclass(frozen=True, slots=True)
class _Place:
    source: Source
    sentence: Sentence
    line: int


def _places(sources: Mapping[str, Source]) -> Iterator[_Place]:
    for source in sources.values():
        lines = LineNumbers(source.text)
        yield from (_Place(source, sentence, lines.at(sentence.start)) for sentence in source.sentences)


def _answered(case: Case, answer: Answer) -> Case:
    return replace(case, answer=replace(answer, question=case.question.question))


def _quoting(places: Sequence[_Place]) -> Answer:
    """An answer of these sentences, each a statement of its article's."""
    citations = tuple(_citation(number, place) for number, place in enumerate(places, start=1))
    statements = tuple(Statement(citation.quote, (citation.number,), supported=True) for citation in citations)
    text = "\n".join(f"{citation.quote} [{citation.number}]" for citation in citations)
    return Answer("", True, text, statements, citations)


def _citation(number: int, place: _Place) -> Citation:
    source, sentence = place.source, place.sentence
    day = source.date.isoformat() if source.date else None
    named = (source.title, source.outlet, day, source.name)
    return Citation(number, source.file, sentence.start, sentence.end, place.line, sentence.text, *named)


CONTROLS = (
    Control(
        "shuffled citations",
        shuffled_citations,
        {
            "viewpoint coverage": "falls",
            "citation precision": "falls",
            "evidence share": "falls",
            "disagreement recall": "falls",
            "disagreement precision": "falls",
            "contradiction precision": "falls",
            "number fidelity": "falls",
            "source balance": "falls",
            "single-view concentration": "rises",
            "drop-one recall": "falls",
            "drop-one precision": "falls",
        },
    ),
    Control(
        "random sentences",
        random_sentences,
        {
            "viewpoint coverage": "falls",
            "citation precision": "falls",
            "evidence share": "falls",
            "answer recall": "falls",
            "source balance": "falls",
            "single-view concentration": "rises",
            "disagreement recall": "falls",
            "declined when it must": "falls",
        },
    ),
    Control(
        "quote everything",
        quote_everything,
        {
            "viewpoint coverage": "rises",
            "answer recall": "rises",
            "citation precision": "falls",
            "evidence share": "falls",
            "disagreement recall": "falls",
            "declined when it must": "falls",
            "over-decline": "falls",
        },
    ),
)
