"""How right the claims are that were read of 150 sentences labelled by hand: `python -m eval.claim_labels`."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.folder import read_folder
from corpus.source import Source
from eval.measures.count import Count, count_true
from eval.measures.holder_accuracy import is_same_holder
from index.claim_reading import claims_of
from index.claims import Claim
from index.quantities import Quantity
from index.tagger import OnnxTagger

LABELS = Path(__file__).parent / "labels" / "claims.jsonl"
CORPORA = {
    "default": Path(__file__).parent.parent / "corpus" / "articles",
    "orvey-spill": Path(__file__).parent.parent / "tests" / "corpora" / "orvey-spill" / "articles",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as labelled: an exact one, or a bound or range."""

    value: float
    upper: float | None
    bound: str
    unit: str


@dataclass(frozen=True, slots=True)
class Label:
    """What a person read in a sentence; `days` are the first and the last day that it speaks of."""

    corpus: str
    file: str
    sentence: str
    holders: tuple[str, ...]
    held: str
    figures: tuple[Figure, ...]
    days: tuple[date, date] | None


def read_labels(path: Path = LABELS) -> list[Label]:
    """The labelled sentences of a file."""
    return [_label(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line]


def _label(row: Mapping[str, object]) -> Label:
    figures, moment = row["quantities"], row["moment"]
    assert isinstance(figures, list)
    return Label(
        corpus=str(row["corpus"]),
        file=str(row["file"]),
        sentence=str(row["sentence"]),
        holders=tuple(row["holders"]),  # type: ignore[arg-type]
        held=str(row["held"]),
        figures=tuple(Figure(each["value"], each["upper"], each["bound"], each["unit"]) for each in figures),
        days=_days(moment) if isinstance(moment, dict) else None,
    )


def _days(moment: Mapping[str, str]) -> tuple[date, date]:
    return date.fromisoformat(moment["first"]), date.fromisoformat(moment["last"])


def read_claims(corpora: Mapping[str, Path]) -> dict[tuple[str, str, str], Claim]:
    """The claims of some folders by corpus, file and sentence as it reads."""
    claims: dict[tuple[str, str, str], Claim] = {}
    for name, folder in corpora.items():
        sources = read_folder(folder).sources
        for source, read in zip(sources, claims_of(sources, OnnxTagger.open()), strict=True):
            for claim in read:  # the claim of a sentence comes before those that it tells of others
                claims.setdefault((name, source.file, reading_of(source, claim)), claim)
    return claims


def reading_of(source: Source, claim: Claim) -> str:
    """The sentence that a claim was read in."""
    return source.sentences[claim.sentence].reading


def holder_right(label: Label, claim: Claim) -> bool:
    """Whether the claim's holder is one of those labelled."""
    return any(is_same_holder(claim.holder, holder) for holder in (*label.holders,)) or (
        claim.own_voice and label.file in label.holders
    )


def figures_right(label: Label, claim: Claim) -> Count:
    """Labelled figures that were read with their bound and unit, out of all labelled or read."""
    read = [_figure(each) for each in claim.quantities]
    right = sum(any(_is_same(figure, other) for other in read) for figure in label.figures)
    return Count(right, max(len(label.figures), len(read)))


def moment_right(label: Label, claim: Claim) -> bool:
    """Whether the claim's days are those labelled; none where there are none."""
    moment = claim.moment
    days = (moment.first, moment.last) if moment and moment.first and moment.last else None
    return days == label.days


def _figure(quantity: Quantity) -> Figure:
    return Figure(quantity.value, quantity.upper, quantity.bound, quantity.unit)


def _is_same(one: Figure, other: Figure) -> bool:
    near = abs(one.value - other.value) <= 0.01 * abs(one.value) + 1e-9
    return near and (one.upper, one.bound, one.unit) == (other.upper, other.bound, other.unit)


def scores(pairs: Sequence[tuple[Label, Claim]]) -> Iterator[tuple[str, Count]]:
    """What is right, each with its count; a moment counts where a person or the reader saw one."""
    yield "holder right", count_true(holder_right(label, claim) for label, claim in pairs)
    yield "how it is held right", count_true(label.held == claim.held for label, claim in pairs)
    figures = [figures_right(label, claim) for label, claim in pairs]
    yield "quantity right", Count(sum(each.hits for each in figures), sum(each.total for each in figures))
    spoken = [(label, claim) for label, claim in pairs if label.days or (claim.moment and claim.moment.first)]
    yield "moment right", count_true(moment_right(label, claim) for label, claim in spoken)


def report(labels: Iterable[Label], claims: Mapping[tuple[str, str, str], Claim]) -> Iterator[str]:
    """A line a measure, over each corpus and both."""
    pairs = [(label, claims[label.corpus, label.file, label.sentence]) for label in labels]
    groups = {name: [pair for pair in pairs if pair[0].corpus == name] for name in CORPORA} | {"both": pairs}
    for name, group in groups.items():
        yield f"{name}: {len(group)} sentences"
        for measure, count in scores(group):
            yield f"  {measure}: {count.hits}/{count.total} = {count.hits / max(count.total, 1):.3f}"


def main() -> None:
    """Print the report."""
    for line in report(read_labels(), read_claims(CORPORA)):
        print(line)


if __name__ == "__main__":
    main()
