"""The documents of all questions of a benchmark as one folder of articles, which is indexed once and then kept."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from eval.benchmarks.benchmark import Options
from rag.settings import Settings, load_settings


@dataclass(frozen=True, slots=True)
class Pool:
    """Documents by file name, each text once, and where their folder and its index lie."""

    folder: Path
    texts: Mapping[str, str]

    @property
    def articles(self) -> Path:
        """The folder of articles."""
        return self.folder / "articles"

    @property
    def index(self) -> Path:
        """Where its index lies, beside the articles."""
        return self.folder / "index"

    def write(self) -> None:
        """Write what is not there yet and remove what does not belong; a second call finds nothing to do."""
        self.articles.mkdir(parents=True, exist_ok=True)
        for path in self.articles.iterdir():
            if path.name not in self.texts:
                path.unlink()
        for file, text in self.texts.items():
            path, data = self.articles / file, text.encode("utf-8")
            if not path.is_file() or path.read_bytes() != data:
                path.write_bytes(data)


def pool_of(name: str, texts: Mapping[str, str], options: Options) -> Pool:
    """The pool of these texts, in the folder a user names, else in one that is theirs alone among the user's data."""
    digest = hashlib.sha256("\0".join(f"{file}\0{text}" for file, text in texts.items()).encode()).hexdigest()
    kept = platformdirs.user_data_path("parallax") / "benchmarks" / f"{name}-{digest[:12]}"
    return Pool(options.index or kept, texts)


def same_text(text: str) -> str:
    """What is alike in two texts that a corpus takes for one: their words, white space aside."""
    return " ".join(text.split())


def distinct(texts: Iterable[str]) -> list[str]:
    """The texts, each once."""
    first: dict[str, str] = {}
    for text in texts:
        first.setdefault(same_text(text), text)
    return list(first.values())


def settings_of(pool: Pool, options: Options) -> Settings:
    """The settings of a user, over the pool."""
    return load_settings(corpus=pool.articles, index=pool.index, encoder=options.encoder)
