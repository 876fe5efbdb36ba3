"""What a run rests on: digests of everything that could change its answers, so that two runs can be told apart."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from index.generation import current_generation

ROOT = Path(__file__).parent.parent
PACKAGES = ("parallax-rag", "chromadb", "llama-index-core", "numpy", "onnxruntime", "sentence-transformers", "torch")
CODE = ("corpus", "index", "rag", "eval")


@dataclass(frozen=True, slots=True)
class Provenance:
    """Digests of the gold file, the corpus, the index and the code with its models, and versions of packages.

    `index` is None where Parallax has none of this corpus.
    """

    gold: str
    corpus: str
    index: str | None
    code: str
    versions: tuple[tuple[str, str], ...]


def file_digest(path: Path) -> str:
    """The sha256 of a file."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def index_digest(index: Path) -> str | None:
    """A sha256 over the tables an index's answers come from; None where there is no index."""
    generation = current_generation(index)
    if generation is None:
        return None
    return _digest_of(generation, sorted(generation.glob("*.jsonl")))


def code_digest() -> str:
    """A sha256 over the code and the models that answer and measure."""
    files = (path for package in CODE for path in (ROOT / package).rglob("*") if path.suffix in {".py", ".onnx"})
    return _digest_of(ROOT, sorted(files))


def installed_versions() -> tuple[tuple[str, str], ...]:
    """The versions of the packages that matter, of those that are installed."""
    return tuple((name, found) for name in PACKAGES if (found := _version(name)))


def _digest_of(root: Path, files: Iterable[Path]) -> str:
    lines = (f"{path.relative_to(root).as_posix()}\t{file_digest(path)}" for path in files)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
