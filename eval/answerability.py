"""How well declining is decided, and the premise check as chosen on one corpus and tried on another.

    python -m eval.answerability

Asks every question of both gold files. Then the least agreement with the sources at which a question's premise counts
as borne out is chosen on all questions but one, and on the other corpus, and tried on what was left out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from eval.claim_labels import CORPORA
from eval.gold import read_gold
from eval.options import DEFAULT_GOLD
from index.export import load_encoder
from index.pair_model import RELATIONS, Probabilities, ShippedPairModel
from index.reader import Index
from rag.engine import build_index, index_folder, load_selector
from rag.evidence import EvidenceFinder
from rag.following import with_following
from rag.premise import BORNE_OUT, agreement_with
from rag.question import understand
from rag.settings import load_settings
from rag.silence import why_silent

GOLD = {"default": DEFAULT_GOLD, "orvey-spill": CORPORA["orvey-spill"].parent / "gold.jsonl"}
LEAST = tuple(step / 100 for step in range(0, 80, 5))
ANSWERED_AT_LEAST = 0.93
"""The share of the answerable questions that must be answered, whatever is declined."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: whether it can be answered, what else it is declined for, how its premise agrees with the sources."""

    corpus: str
    can: bool
    reason: str | None
    agreement: float | None

    def is_declined(self, least: float) -> bool:
        """Whether it is declined where less agreement than this refutes a premise."""
        return self.reason is not None or (self.agreement is not None and self.agreement < least)


def right(asked: Sequence[Asked], least: float, can: bool) -> float:
    """The share of the answerable (or the other) questions that are answered (or declined)."""
    ours = [each for each in asked if each.can is can]
    return sum(each.is_declined(least) is not can for each in ours) / len(ours) if ours else 1.0


def chosen(asked: Sequence[Asked]) -> float:
    """The least agreement that declines most of what must be declined while enough of the rest is answered."""
    able = [least for least in LEAST if right(asked, least, can=True) >= ANSWERED_AT_LEAST]
    return max(able, key=lambda least: (right(asked, least, can=False), -least), default=0.0)


def left_out(asked: Sequence[Asked], same: Callable[[int, int], bool]) -> tuple[float, float]:
    """Declined when it must and answered when it can, each question judged by what was chosen without its like."""
    judged = []
    for number, each in enumerate(asked):
        rest = [other for at, other in enumerate(asked) if not same(number, at)]
        judged.append((each.can, each.is_declined(chosen(rest)) is not each.can))
    shares = [[is_right for can, is_right in judged if can is wanted] for wanted in (False, True)]
    return sum(shares[0]) / len(shares[0]), sum(shares[1]) / len(shares[1])


class Credulous:
    """A pair model that finds everything said, so that no premise is doubted."""

    name = "credulous"

    def judge(self, pairs: Sequence[tuple[str, str]]) -> Probabilities:
        """Full agreement of every pair."""
        return np.tile(np.array([each == "agreement" for each in RELATIONS], dtype=np.float32), (len(pairs), 1))


def ask_all(name: str, folder: Path, gold: Path, place: Path) -> list[Asked]:
    """What each question would be declined for, and how its premise agrees; the index is built in `place`."""
    settings = load_settings(corpus=folder, index=place)
    build_index(settings)
    encoder = load_encoder(settings.encoder)
    index = Index.open(index_folder(settings), folder, encoder.fingerprint, settings.chroma_url)
    finder, pairs = EvidenceFinder(index, encoder, load_selector(settings)), ShippedPairModel()
    asked = []
    for question in read_gold(gold, {source.file: source.text for source in index.sources}):
        understood = understand(question.question, index.vocabulary, question.history)
        evidence = with_following(finder.find(understood), index, understood.kind)
        reason = why_silent(understood, evidence, index, Credulous())
        asked.append(Asked(name, question.answerable, reason, agreement_with(understood, evidence, pairs)))
    return asked


def table(asked: Sequence[Asked]) -> str:
    """What is declined and answered, as set and as chosen without each question and without each corpus."""
    lines = ["", f"{'':34}{'declined':>10}{'answered':>10}", f"{'':34}{'as it must':>10}{'as it can':>10}"]
    set_so = (right(asked, BORNE_OUT, can=False), right(asked, BORNE_OUT, can=True))
    without = (right(asked, 0.0, can=False), right(asked, 0.0, can=True))
    one = left_out(asked, lambda mine, other: mine == other)
    corpus = left_out(asked, lambda mine, other: asked[mine].corpus == asked[other].corpus)
    for name, (declined, answered) in (
        ("without looking at premises", without),
        (f"least agreement {BORNE_OUT:.2f}, as set", set_so),
        ("chosen without each question", one),
        ("chosen on the other corpora", corpus),
    ):
        lines.append(f"{name:34}{declined:>10.3f}{answered:>10.3f}")
    return "\n".join(lines)


def main() -> None:
    """Ask the questions of both gold files, as far as they are there, and print the table."""
    asked: list[Asked] = []
    for name, folder in CORPORA.items():
        if folder.is_dir():
            with TemporaryDirectory(prefix="parallax-answerability-", ignore_cleanup_errors=True) as place:
                mine = ask_all(name, folder, GOLD[name], Path(place))
            print(f"{name}: {sum(not each.can for each in mine)} of {len(mine)} questions must be declined")
            asked += mine
    print(table(asked))


if __name__ == "__main__":
    main()
