"""The checker of gold files: everything that is wrong with one, and what might be, by line and question."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from corpus.folder import read_folder
from eval.gold import GoldQuestion, read_gold
from eval.gold_advice import advice_on


def check_gold(gold: Path, corpus: Path) -> Iterator[str]:
    """The lines to print about a gold file that can be used: what is in it, and what its annotator may look at again.

    Raises:
        GoldError: it cannot be used; the message lists every problem with its line and remedy.
    """
    texts = {source.file: source.text for source in read_folder(corpus).sources}
    questions = read_gold(gold, texts)
    advice = [f"{question.id}: {remark}" for question in questions for remark in advice_on(question, texts)]
    yield from advice
    if advice:
        yield ""
    yield from _summary(questions, len(texts))
    yield f"gold problems: 0, to look at again: {len(advice)}"


def _summary(questions: Sequence[GoldQuestion], articles: int) -> Iterator[str]:
    spans = {span for question in questions for span in question.evidence_spans}
    pairs = sum(len(question.disagreements) for question in questions)
    files = len({span.file for span in spans})
    yield f"{len(questions)} questions, {sum(not question.answerable for question in questions)} of them to be declined"
    yield f"{len(spans)} quotes from {files} of {articles} articles, all in their place; {pairs} disagreements"
    kinds = Counter(question.kind for question in questions)
    yield "kinds: " + ", ".join(f"{kind} {number}" for kind, number in kinds.most_common())
