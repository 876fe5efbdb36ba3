"""Claims and their evidence: what the pair model makes of them, and what the verifier does."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.sentences import sentence_spans
from eval.benchmarks.benchmark import Benchmark, Options
from eval.benchmarks.drawn import accuracy_of_cells, macro_f1_of_cells
from eval.benchmarks.json_lines import read_rows
from eval.benchmarks.outcome import Figure, Outcome, scored, told_outcomes, write_outcomes
from eval.benchmarks.pairs_form import LABELS, ORIGIN, Label, PairRow
from index.pair_model import RELATIONS, OnnxPairModel, PairModel
from rag.verify import Evidence, Verifier, named_verifier

HEADLINE = "macro-F1 of the pair model"
SUPPORT: tuple[str, str] = ("supports", "does not")
AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Judged:
    """What is true of a pair, what the pair model says, and whether the verifier takes it as supported."""

    true: Label
    said: Label
    verified: bool

    @property
    def supported(self) -> bool:
        """Whether the evidence supports the claim."""
        return self.true == "supports"


def run(file: Path, options: Options) -> Iterator[str]:
    """The lines of the benchmark."""
    verifier = named_verifier(options.verifier)
    read = read_rows(file, PairRow, ORIGIN)
    yield from read.unread
    judged = list(_judged(read.rows, OnnxPairModel.open(), verifier, options))
    labels = Counter(row.label for row in read.rows)
    yield f"{len(judged)} pairs ({', '.join(f'{label} {times}' for label, times in labels.most_common())})"
    outcome = outcome_of(judged, verifier.name)
    yield from confusion([(each.true, each.said) for each in judged if each.true in LABELS], LABELS, "pair model")
    yield from confusion(
        [(SUPPORT[not each.supported], SUPPORT[not each.verified]) for each in judged], SUPPORT, "verifier"
    )
    yield from told_outcomes([outcome])
    if options.output:
        write_outcomes([outcome], options.output)


def _judged(rows: Sequence[PairRow], model: PairModel, verifier: Verifier, options: Options) -> Iterator[Judged]:
    for begin in range(0, len(rows), AT_ONCE):
        some = rows[begin : begin + AT_ONCE]
        for row, said in zip(some, labels_of(some, model), strict=True):
            verdict = verifier.verify(row.claim, [Evidence(text) for text in row.evidence])
            yield Judged(row.label, said, verdict.supported)
        options.progress("judging", begin + len(some), len(rows))


def labels_of(rows: Sequence[PairRow], model: PairModel) -> list[Label]:
    """What the pair model says of each row: of its sentences of evidence, the one least unrelated decides."""
    sentences = [[sentence for text in row.evidence for sentence in sentences_in(text)] for row in rows]
    pairs = [(sentence, row.claim) for row, own in zip(rows, sentences, strict=True) for sentence in own]
    found = iter(model.judge(pairs).tolist())
    return [_label([next(found) for _ in own]) for own in sentences]


def sentences_in(text: str) -> list[str]:
    """The sentences of a text, or all of it where none is found."""
    spans = [(line, span) for line in text.split("\n") for span in sentence_spans(line)]
    return [line[start:end] for line, (start, end) in spans] or [text]


def _label(judged: Sequence[Sequence[float]]) -> Label:
    decisive = min(judged, key=lambda each: each[RELATIONS.index("nothing")])
    by_name = dict(zip(RELATIONS, decisive, strict=True))
    refuted = by_name["conflict"] + by_name["opposed"]
    shares: dict[Label, float] = {
        "supports": by_name["agreement"],
        "refutes": refuted,
        "not enough info": by_name["nothing"],
    }
    return max(shares, key=shares.__getitem__)


def outcome_of(judged: Sequence[Judged], verifier: str) -> Outcome:
    """All figures; rows that only say "not supported" are no test of three labels."""
    three = [_cell(each.true, each.said, LABELS) for each in judged if each.true in LABELS]
    two = [_cell(SUPPORT[not each.supported], SUPPORT[not each.verified], SUPPORT) for each in judged]
    paired = [_cell(SUPPORT[not each.supported], SUPPORT[each.said != "supports"], SUPPORT) for each in judged]
    figures: tuple[Figure, ...] = (
        scored("accuracy of the pair model", three, accuracy_of_cells),
        scored(HEADLINE, three, macro_f1_of_cells),
        scored("supported or not, accuracy of the pair model", paired, accuracy_of_cells),
        scored("supported or not, macro-F1 of the pair model", paired, macro_f1_of_cells),
        scored("supported or not, accuracy of the verifier", two, accuracy_of_cells),
        scored("supported or not, macro-F1 of the verifier", two, macro_f1_of_cells),
    )
    return Outcome("pairs", f"verifier {verifier}", figures, HEADLINE)


def _cell(true: str, said: str, names: Sequence[str]) -> list[float]:
    """A confusion matrix of one row, cell after cell."""
    return [float(one == true and other == said) for one in names for other in names]


def confusion(pairs: Sequence[tuple[str, str]], names: Sequence[str], title: str) -> Iterator[str]:
    """How often each label was said of each true one."""
    if not pairs:
        return
    times = Counter(pairs)
    heading = f"{title}, true \\ said"
    width = max(map(len, (*names, heading)))
    yield f"{heading:{width}}  " + "  ".join(names)
    for true in names:
        yield f"{true:{width}}  " + "  ".join(f"{times[true, said]:>{len(said)}}" for said in names)
    yield ""


BENCHMARK = Benchmark("pairs", "whether evidence supports or refutes a claim", ORIGIN, run)
