"""Statements with evidence that supports them or does not, from pairs, headlines and planted changes of sentences."""

import hashlib
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.support_windows import best_windows, pieces_of
from index.support_words import weights_of
from index.training.attribution_data import read_articles
from index.training.pairs_data import AGREEMENT, CONFLICT, LABELS, NO_AGREEMENT, NOTHING
from index.training.planted import planted_in
from index.training.selection_data import rows

WEB = "attributionbench-dev"
"""The claims of generative answers with web pages, which are what the joint score is calibrated on."""
MOST = {WEB: 10_000, "conflictqa": 250, "fever-rte": 250, "covidfact": 400, "climate-fever": 300, "healthver-dev": 300}
MOST_OF_ANOTHER = 60
"""Rows of one source and label: the start is a model that has learnt from them all already."""
_MARKER = re.compile(r"\s*\[\d+\]")


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

    @property
    def is_kept_for_joining(self) -> bool:
        """Whether the cross-encoder must not see it: a half of the web claims, for the joint score to learn from."""
        return self.source == WEB and hashlib.md5(self.text.encode()).digest()[0] % 2 == 0


def web_and_pairs(path: Path, chance: random.Random) -> Iterator[Supported]:
    """The rows of a pairs-*.jsonl.gz file, at most so many of each set and label."""
    taken: Counter[tuple[str, str]] = Counter()
    found = list(rows(path))
    chance.shuffle(found)
    for row in found:
        taken[row["source"], row["label"]] += 1
        if taken[row["source"], row["label"]] <= MOST.get(row["source"], MOST_OF_ANOTHER):
            claim = _MARKER.sub("", row["hypothesis"]).strip()
            yield Supported(claim, row["premise"], LABELS[row["label"]], row["source"])


def headlines(path: Path, chance: random.Random, most: int = 250) -> Iterator[Supported]:
    """A headline and the beginning of an article that says so, denies it, only discusses it, or is of another story."""
    labels = {"agree": AGREEMENT, "disagree": CONFLICT, "discuss": NO_AGREEMENT, "unrelated": NOTHING}
    stances = defaultdict(list)
    for row in rows(path):
        stances[row["stance"]].append(row)
    for stance, found in stances.items():
        for row in chance.sample(found, min(most, len(found))):
            yield Supported(row["headline"], row["body"], labels[stance], "headlines")


def planted(path: Path, chance: random.Random, most: int = 130) -> Iterator[Supported]:
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


def windowed(row: Supported, chance: random.Random) -> str:
    """The window of a row's evidence that the cross-encoder learns from: the best one, or the digest."""
    found = best_windows(pieces_of(row.text), weights_of(row.claim), 1)
    return chance.choice(found).text if found else ""


def by_source(rows_read: Sequence[Supported]) -> dict[str, list[Supported]]:
    """The rows of each set."""
    groups: dict[str, list[Supported]] = defaultdict(list)
    for row in rows_read:
        groups[row.source].append(row)
    return dict(sorted(groups.items()))
