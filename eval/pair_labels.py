"""How right the relations are on 300 pairs labelled by hand: `python -m eval.pair_labels`."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.folder import read_folder
from eval.claim_labels import CORPORA
from index.claim_reading import claims_of
from index.claims import Claim
from index.export import EMBEDDED, load_encoder
from index.pair_model import RELATIONS, OnnxPairModel
from index.relations import related
from index.tagger import OnnxTagger

LABELS = Path(__file__).parent / "labels" / "pairs.jsonl"
NOTHING = "nothing"
DOUBTFUL, CERTAIN = 0.1, 0.8
"""Probabilities of opposition below which the pair model vetoes a difference, and above which it sees one itself."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two labelled claims: the relation a person saw, and those found without and with the pair model."""

    corpus: str
    one: Claim
    other: Claim
    right: str
    given: str
    witnessed: str
    cosine: float


def read_pairs() -> list[Pair]:
    """The labelled pairs with the relations that are found for them."""
    claims, encoder = _claims(), load_encoder(EMBEDDED)
    rows = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines() if line]
    sides = [
        [claims[row["corpus"], row[side]["file"], row[side]["sentence"]] for row in rows] for side in ("left", "right")
    ]
    vectors = [encoder.encode([claim.text for claim in side]) for side in sides]
    cosines = (vectors[0] * vectors[1]).sum(axis=1).tolist()
    opposition = OnnxPairModel.open().judge([(one.text, other.text) for one, other in zip(*sides, strict=True)])
    found = [_given(one, other, cosine) for one, other, cosine in zip(*sides, cosines, strict=True)]
    return [
        Pair(row["corpus"], one, other, row["relation"], given, _witnessed(given, one, other, seen), cosine)
        for row, one, other, given, seen, cosine in zip(rows, *sides, found, opposition.tolist(), cosines, strict=True)
    ]


def _claims() -> dict[tuple[str, str, str], Claim]:
    """The claim of each sentence of the labelled corpora, by corpus, file and the sentence as it reads."""
    found: dict[tuple[str, str, str], Claim] = {}
    for name, folder in CORPORA.items():
        sources = read_folder(folder).sources
        for source, claims in zip(sources, claims_of(sources, OnnxTagger.open()), strict=True):
            for claim in claims:
                found.setdefault((name, source.file, source.sentences[claim.sentence].reading), claim)
    return found


def _given(one: Claim, other: Claim, cosine: float) -> str:
    found = related(one, other, cosine)
    return found[0] if found else NOTHING


def _witnessed(given: str, one: Claim, other: Claim, seen: Sequence[float]) -> str:
    """The relation with the pair model as a witness: it may veto a difference without figures, or see a conflict."""
    opposed = seen[RELATIONS.index("conflict")] + seen[RELATIONS.index("opposed")]
    if given in ("conflict", "framing") and not (one.quantities and other.quantities) and opposed < DOUBTFUL:
        return NOTHING
    return "conflict" if given == NOTHING and opposed > CERTAIN else given


def report(pairs: Sequence[Pair]) -> Iterator[str]:
    """Precision and recall of any difference, and of each relation, for each corpus and both."""
    groups: Mapping[str, Sequence[Pair]] = {
        **{name: [pair for pair in pairs if pair.corpus == name] for name in CORPORA},
        "both": pairs,
    }
    for name, group in groups.items():
        yield f"{name}: {len(group)} pairs"
        differ = ("conflict", "update", "framing", "scope")
        yield f"  {'any difference':15} {_told(group, differ, exact=False)}"
        witnessed = [replace(pair, given=pair.witnessed) for pair in group]
        yield f"  {'with the model':15} {_told(witnessed, differ, exact=False)}"
        for relation in (*differ, "agreement"):
            yield f"  {relation:15} {_told(group, (relation,), exact=True)}"
    table = Counter((pair.right, pair.given) for pair in pairs)
    names = ("agreement", "conflict", "update", "framing", "scope", NOTHING)
    yield "right \\ given".ljust(14) + "".join(name.rjust(11) for name in names)
    for right in names:
        yield right.ljust(14) + "".join(str(table[right, given]).rjust(11) for given in names)


def _told(pairs: Sequence[Pair], relations: Sequence[str], *, exact: bool) -> str:
    found = [pair for pair in pairs if pair.given in relations]
    there = [pair for pair in pairs if pair.right in relations]
    right = sum(pair.right == pair.given if exact else pair.right in relations for pair in found)
    precision = f"{right / len(found):.2f}" if found else "–"
    recall = f"{right / len(there):.2f}" if there else "–"
    return f"precision {precision} ({right} of {len(found)})  recall {recall} ({right} of {len(there)})"


def main() -> None:
    """Print the report."""
    for line in report(read_pairs()):
        print(line)


if __name__ == "__main__":
    main()
