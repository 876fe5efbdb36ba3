"""How the time of a build grows with its articles: copies of a folder's, with other names and figures.

python -m eval.growth 100 200 400
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.folder import read_folder
from corpus.patterns import regex
from rag.engine import build_index
from rag.settings import load_settings

WORDS = 900
ENDINGS = ("ov", "ek", "ar", "in", "el", "um")
ARTICLES = Path(__file__).parent.parent / "corpus" / "articles"
_NAME = regex(r"\b[A-Z][a-z]{4,}\b")
_DIGITS = regex(r"\d{1,5}(?!\d)")


def copies(texts: Sequence[str], number: int, seed: int = 0) -> Iterator[str]:
    """So many articles of WORDS words, each of two texts, with its own names and figures."""
    chosen = random.Random(seed)
    for copy in range(number):
        words = " ".join(texts[(copy + step) % len(texts)] for step in range(len(texts))).split(" ")
        text = " ".join(words[:WORDS])
        names = {name: f"{name[:-2]}{chosen.choice(ENDINGS)}{chr(97 + copy % 26)}" for name in _NAME.findall(text)}
        text = _NAME.sub(lambda found, names=names: names[found.group()], text)  # type: ignore[misc]
        yield _DIGITS.sub(lambda found, copy=copy: str(int(found.group()) + copy), text)  # type: ignore[misc]


class Stages:
    """The seconds of each stage of a build, as its progress tells them."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._last = time.perf_counter()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Counts the time since it was last told something to the stage."""
        now = time.perf_counter()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._last
        self._last = now


def measured(texts: Sequence[str], number: int) -> str:
    """A line on the build of so many articles."""
    with TemporaryDirectory() as folder:
        corpus = Path(folder) / "articles"
        corpus.mkdir()
        for count, text in enumerate(copies(texts, number)):
            (corpus / f"{count:05}.txt").write_text(text, encoding="utf-8")
        stages = Stages()
        report = build_index(load_settings(corpus=corpus, index=Path(folder) / "index"), progress=stages)
    parts = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in stages.seconds.items())
    return f"{number} articles: {number / report.seconds:.2f} a second ({report.seconds:.1f} s: {parts})"


def main() -> None:
    """Prints a line for each number of articles."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int, nargs="*", default=[100, 200, 400], help="how many to build with")
    parser.add_argument("--corpus", type=Path, default=ARTICLES, help="the folder whose articles are copied")
    chosen = parser.parse_args()
    texts = [source.text for source in read_folder(chosen.corpus).sources]
    for number in chosen.articles:
        print(measured(texts, number), flush=True)


if __name__ == "__main__":
    main()
