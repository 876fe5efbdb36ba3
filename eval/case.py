"""One question with the answer a system gave to it: what every measure looks at."""

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.source import Source
from eval.gold import GoldQuestion
from eval.spans import Span
from rag.answer import Answer, Citation


@dataclass(frozen=True, slots=True)
class Case:
    """A gold question, a system's answer to it, and the sources it may quote, by file name."""

    question: GoldQuestion
    answer: Answer
    sources: Mapping[str, Source]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What the answer cites, each stretch of text once; a declined answer cites nothing.

        The citations of a declined answer are the nearest things the sources say (`related`), not
        support for an answer.
        """
        if not self.answer.answered:
            return ()
        first: dict[Span, Citation] = {}
        for citation in self.answer.citations:
            first.setdefault(span_of(citation), citation)
        return tuple(first.values())

    @property
    def cited_spans(self) -> tuple[Span, ...]:
        """Where the words it cites stand."""
        return tuple(map(span_of, self.citations))

    @property
    def spans_by_number(self) -> dict[int, Span]:
        """The span of each citation by its number, those of a declined answer too."""
        return {citation.number: span_of(citation) for citation in self.answer.citations}


def span_of(citation: Citation) -> Span:
    """Where a citation says its words stand."""
    return Span(citation.file, citation.start, citation.end)
