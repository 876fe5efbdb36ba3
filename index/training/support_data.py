"""Statements with evidence that supports them or does not, from pairs, headlines and planted changes of sentences."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.patterns import regex
from index.training.attribution_data import read_articles
from index.training.pairs_data import AGREEMENT, CONFLICT, LABELS, NO_AGREEMENT, NOTHING
from index.training.planted import planted_in
from index.training.selection_data import rows

WEB = "attributionbench-dev"
"""The claims of generative answers with web pages, which are what the joint score is calibrated on."""
MOST = {
    WEB: 10_000,
    "fever-rte": 120,
    "conflictqa": 120,
    "covidfact": 150,
    "climate-fever": 120,
    "healthver-dev": 120,
    "fever-rte-cross-near": 60,
    "conflictqa-cross-near": 60,
    "control-dev": 100,
}
"""Rows of one source and label; the sets that are not named have too short a text, or were planted as ours are."""
MOST_HEADLINES, MOST_PLANTED = 60, 40
WEIGHT = 0.2
"""What a row counts that is no web claim: with them, claims of a kind that was never seen are judged better."""
LEARNT = ("planted same", "planted shorter", "planted blend", "planted elsewhere")
"""The planted rows that are learnt from; the others keep all words but one, and the exact checks are for them."""
_MARKER = regex(r"\s*\[\d+\]")


@dataclass(frozen=True, slots=True)
class Supported:
    """A statement, the whole text of its evidence, the number of their relation (or NO_AGREEMENT), and the set."""

    claim: str
    text: str
    label: int
    source: str

    @property
    def yes(self) -> bool:
        """Whether the evidence supports the statement."""
        return self.label == AGREEMENT


def is_learnt(row: Supported) -> bool:
    """Whether the trees learn from a row."""
    return not row.source.startswith("planted") or row.source in LEARNT


def web_and_pairs(path: Path, chance: random.Random) -> Iterator[Supported]:
    """The rows of a pairs-*.jsonl.gz file, at most so many of each set and label."""
    taken: Counter[tuple[str, str]] = Counter()
    found = list(rows(path))
    chance.shuffle(found)
    for row in found:
        taken[row["source"], row["label"]] += 1
        if taken[row["source"], row["label"]] <= MOST.get(row["source"], 0):
            claim = _MARKER.sub("", row["hypothesis"]).strip()
            yield Supported(claim, row["premise"], LABELS[row["label"]], row["source"])


def headlines(path: Path, chance: random.Random, most: int = MOST_HEADLINES) -> Iterator[Supported]:
    """A headline and the beginning of an article that says so, denies it, only discusses it, or is of another story."""
    labels = {"agree": AGREEMENT, "disagree": CONFLICT, "discuss": NO_AGREEMENT, "unrelated": NOTHING}
    stances = defaultdict(list)
    for row in rows(path):
        stances[row["stance"]].append(row)
    for stance, found in stances.items():
        for row in chance.sample(found, min(most, len(found))):
            yield Supported(row["headline"], row["body"], labels[stance], "headlines")


def planted(path: Path, chance: random.Random, most: int = MOST_PLANTED) -> Iterator[Supported]:
    """Sentences of news articles, as they are or changed by rule, each with the paragraphs around it or others."""
    kinds = defaultdict(list)
    for article in read_articles(path):
        for claim, text, kind in planted_in(article, chance):
            label = AGREEMENT if kind in ("same", "shorter") else NO_AGREEMENT
            kinds[kind].append(Supported(claim, text, label, f"planted {kind}"))
    for found in kinds.values():
        yield from chance.sample(found, min(most, len(found)))


def read_supported(data: Path, part: str, chance: random.Random) -> list[Supported]:
    """All rows of one part ("train" or "dev"), shuffled."""
    found = [
        *web_and_pairs(data / f"pairs-{part}.jsonl.gz", chance),
        *headlines(data / f"headlines-{part}.jsonl.gz", chance),
        *planted(data / f"attribution-{part}.jsonl.gz", chance),
    ]
    chance.shuffle(found)
    return found
