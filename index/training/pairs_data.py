"""Pairs of statements with what they are to each other, from sentence pairs, news headlines and judgements."""

import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from index.pair_model import RELATIONS
from index.training.selection_data import rows

NOTHING, AGREEMENT, CONFLICT, OPPOSED = range(len(RELATIONS))
NO_AGREEMENT = len(RELATIONS)
"""Label of a pair of which only this is known: that it does not agree."""
LABELS = {"entailment": AGREEMENT, "neutral": NOTHING, "contradiction": CONFLICT, "not_entailment": NO_AGREEMENT}
LONGEST_WORDS = 110
MOST_OF_A_SOURCE = 2600
"""Pairs of one source and label, so that no set drowns the others."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two statements, the number of their relation in RELATIONS (or NO_AGREEMENT), and where they are from."""

    one: str
    other: str
    label: int
    source: str


def sentence_pairs(path: Path, chance: random.Random) -> list[Labelled]:
    """The pairs of a pairs-*.jsonl.gz file, long passages left out."""
    found = [Labelled(row["premise"], row["hypothesis"], LABELS[row["label"]], row["source"]) for row in rows(path)]
    chance.shuffle(found)
    taken: Counter[tuple[str, int]] = Counter()
    kept = []
    for pair in found:
        taken[pair.source, pair.label] += 1
        short = len(pair.one.split()) + len(pair.other.split()) <= LONGEST_WORDS
        if short and taken[pair.source, pair.label] <= MOST_OF_A_SOURCE:
            kept.append(pair)
    return kept


def headline_pairs(path: Path, chance: random.Random, most: int = 12) -> Iterator[Labelled]:
    """Headlines of one story: those that deny it against those that affirm it, and each against other stories."""
    stories: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows(path):
        stories[row["body_id"]][row["stance"]].add(row["headline"])
    everyday = sorted({headline for story in stories.values() for headline in story["agree"]})
    for story in stories.values():
        affirmed, denied, others = (sorted(story[stance]) for stance in ("agree", "disagree", "unrelated"))
        against = [(one, other) for one in affirmed for other in denied]
        same = [*combinations(affirmed, 2), *combinations(denied, 2)]
        elsewhere = [(one, other) for one in affirmed[:2] for other in [*others[:2], chance.choice(everyday)]]
        for pairs, label in ((against, CONFLICT), (same, AGREEMENT), (elsewhere, NOTHING)):
            for one, other in chance.sample(pairs, min(most, len(pairs))):
                if one != other:
                    yield Labelled(one, other, label, "headlines")


def perspective_pairs(path: Path, chance: random.Random, most: int = 8) -> Iterator[Labelled]:
    """Judgements of one claim: opposed ones, paraphrases of one, and those of unlike claims."""
    claims: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for row in rows(path):
        claims[row["claim_id"]].append((row["perspective"], row["stance"], row["group"]))
    everything = [perspective for said in claims.values() for perspective, _, _ in said]
    for said in claims.values():
        pairs = list(combinations(said, 2))
        opposed = [(one[0], other[0]) for one, other in pairs if one[1] != other[1]]
        same = [(one[0], other[0]) for one, other in pairs if one[2] == other[2]]
        elsewhere = [(one[0], chance.choice(everything)) for one in said[:3]]
        for found, label in ((opposed, OPPOSED), (same, AGREEMENT), (elsewhere, NOTHING)):
            for one, other in chance.sample(found, min(most, len(found))):
                yield Labelled(one, other, label, "perspectives")


def read_pairs(data: Path, part: str, chance: random.Random) -> list[Labelled]:
    """All pairs of one part ("train" or "dev"), shuffled."""
    found = [
        *sentence_pairs(data / f"pairs-{part}.jsonl.gz", chance),
        *headline_pairs(data / f"headlines-{part}.jsonl.gz", chance),
        *perspective_pairs(data / f"perspectives-{part}.jsonl.gz", chance),
    ]
    chance.shuffle(found)
    return found


def by_source(pairs: Sequence[Labelled]) -> dict[str, list[Labelled]]:
    """The pairs of each source."""
    groups: dict[str, list[Labelled]] = defaultdict(list)
    for pair in pairs:
        groups[pair.source].append(pair)
    return dict(sorted(groups.items()))
