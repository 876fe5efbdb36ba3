"""How right the claims are that are read of the sentences labelled by hand: `python -m eval.claim_labels`."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus.folder import read_folder
from eval.claim_gold import Days, Figure, Label, LabelError, read_labels
from eval.measures.count import Count, count_true
from eval.measures.holder_accuracy import is_same_holder
from eval.results import shown
from index.claim_reading import claims_of
from index.claims import Claim
from index.tagger import OnnxTagger, Tagger

ROOT = Path(__file__).parent.parent
CORPORA = {
    "default": ROOT / "corpus" / "articles",
    "orvey-spill": ROOT / "tests" / "corpora" / "orvey-spill" / "articles",
}
BEGINNING = 70
"""Characters of a sentence that tell which one is meant."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A label and the claim that was read of its sentence."""

    label: Label
    claim: Claim

    @property
    def holder_right(self) -> bool:
        """Whether the claim's holder is one of those labelled."""
        own = self.claim.own_voice and self.label.file in self.label.holders
        return own or any(is_same_holder(self.claim.holder, holder) for holder in self.label.holders)

    @property
    def held_right(self) -> bool:
        """Whether it is held as labelled."""
        return self.claim.held == self.label.held

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures that were read."""
        return tuple(Figure(each.value, each.upper, each.bound, each.unit) for each in self.claim.quantities)

    @property
    def figures_right(self) -> Count:
        """Labelled figures that were read with their bound and unit, out of all labelled or read."""
        right = sum(any(_is_same(figure, other) for other in self.figures) for figure in self.label.quantities)
        return Count(right, max(len(self.label.quantities), len(self.figures)))

    @property
    def days(self) -> Days | None:
        """The days that were read, None where they are unknown."""
        moment = self.claim.moment
        return Days(moment.first, moment.last) if moment and moment.first and moment.last else None

    @property
    def speaks_of_days(self) -> bool:
        """Whether a person or the reader saw days in it: no sentence without any is counted as right."""
        return bool(self.label.moment or self.days)

    @property
    def moment_right(self) -> bool:
        """Whether the days are those labelled; none where there are none."""
        return self.days == self.label.moment


def _is_same(one: Figure, other: Figure) -> bool:
    near = abs(one.value - other.value) <= 0.01 * abs(one.value) + 1e-9
    return near and (one.upper, one.bound, one.unit) == (other.upper, other.bound, other.unit)


def claims_by_sentence(corpora: Mapping[str, Path], tagger: Tagger) -> dict[tuple[str, str, str], Claim]:
    """The claim that is read of each sentence of some folders, by corpus, file and the sentence as it reads."""
    claims: dict[tuple[str, str, str], Claim] = {}
    for name, folder in corpora.items():
        sources = read_folder(folder).sources
        for source, read in zip(sources, claims_of(sources, tagger), strict=True):
            for claim in read:  # the claim of a sentence comes before those that it tells of others
                claims.setdefault((name, source.file, source.sentences[claim.sentence].reading), claim)
    return claims


def readings(labels: Iterable[Label], corpora: Mapping[str, Path], tagger: Tagger) -> tuple[Reading, ...]:
    """Each label of these folders with the claim that is read of its sentence.

    Raises:
        LabelError: a labelled sentence does not stand in its article.
    """
    claims = claims_by_sentence(corpora, tagger)
    return tuple(_reading(label, claims) for label in labels if label.corpus in corpora)


def _reading(label: Label, claims: Mapping[tuple[str, str, str], Claim]) -> Reading:
    claim = claims.get((label.corpus, label.file, label.sentence))
    if claim is None:
        raise LabelError(f"{label.corpus}/{label.file} does not have the labelled sentence {label.sentence!r}")
    return Reading(label, claim)


def scores(read: Sequence[Reading]) -> dict[str, Count]:
    """What is right, by measure."""
    figures = [each.figures_right for each in read]
    return {
        "holder right": count_true(each.holder_right for each in read),
        "how it is held right": count_true(each.held_right for each in read),
        "quantity right": Count(sum(each.hits for each in figures), sum(each.total for each in figures)),
        "moment right": count_true(each.moment_right for each in read if each.speaks_of_days),
    }


def scores_table(read: Sequence[Reading]) -> Table:
    """A row a measure, with its share and number for each corpus and for all."""
    groups = {name: [each for each in read if each.label.corpus == name] for name in CORPORA}
    columns = [scores(group) for group in (*groups.values(), read)]
    table = Table(title=f"{len(read)} labelled sentences", box=SIMPLE, padding=(0, 1, 0, 0))
    table.add_column("measure", no_wrap=True)
    for name in (*groups, "all"):
        table.add_column(name, justify="right")
        table.add_column("n", justify="right")
    for measure in columns[0]:
        cells = ((shown(column[measure].share), str(column[measure].total)) for column in columns)
        table.add_row(measure, *(cell for pair in cells for cell in pair))
    return table


def wrong_lines(read: Iterable[Reading]) -> Iterator[str]:
    """A line for each sentence that is not read as labelled: where, which, and what was read instead of what."""
    for each in read:
        wrong = "; ".join(_wrong(each))
        if wrong:
            yield f"{each.label.corpus} {each.label.file} | {each.label.sentence[:BEGINNING]} | {wrong}"


def _wrong(each: Reading) -> Iterator[str]:
    label, claim = each.label, each.claim
    if not each.holder_right:
        yield f"held by {claim.holder}, not {label.holders[0]}"
    if not each.held_right:
        yield f"{claim.held}, not {label.held}"
    if each.figures_right.hits < each.figures_right.total:
        yield f"figures {_told(each.figures)}, not {_told(label.quantities)}"
    if not each.moment_right:
        yield f"of {_told_days(each.days)}, not {_told_days(label.moment)}"


def _told(figures: Iterable[Figure]) -> str:
    return ", ".join(_told_figure(figure) for figure in figures) or "none"


def _told_figure(figure: Figure) -> str:
    upper = f"–{figure.upper:g}" if figure.upper is not None else ""
    bound = f"{figure.bound} " if figure.bound != "exactly" else ""
    return f"{bound}{figure.value:.10g}{upper} {figure.unit}".rstrip()


def _told_days(days: Days | None) -> str:
    return " to ".join(map(str, dict.fromkeys((days.first, days.last)))) if days else "no day"


def main() -> None:
    """Print the scores and what is wrong; a corpus that is not there, as in an installed package, is left out."""
    console = Console()
    corpora = {name: folder for name, folder in CORPORA.items() if folder.is_dir()}
    read = readings(read_labels(), corpora, OnnxTagger.open())
    console.print(scores_table(read))
    lines = list(wrong_lines(read))
    console.print(f"{len(lines)} of {len(read)} sentences are not read as labelled")
    for line in lines:
        console.print(Text(line), soft_wrap=True)


if __name__ == "__main__":
    main()
