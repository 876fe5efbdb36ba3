"""What a run is about: the articles, the gold questions over them, and the digests of both."""

import hashlib
from dataclasses import dataclass

from corpus.folder import read_folder
from corpus.source import Source
from eval.gold import GoldQuestion, read_gold
from eval.options import Asked
from eval.provenance import Provenance, code_digest, file_digest, index_digest, installed_versions
from eval.run import corpus_digest
from index.generation import default_index_folder
from rag.settings import load_settings


@dataclass(frozen=True, slots=True)
class Material:
    """The articles, the questions, and where both are from; `settings` is a digest of what the user has set."""

    sources: tuple[Source, ...]
    questions: tuple[GoldQuestion, ...]
    provenance: Provenance
    settings: str = ""

    @property
    def mark(self) -> str:
        """A name for everything that an answer may depend on."""
        return _digest(repr((self.provenance, self.settings)))


def read_material(asked: Asked) -> Material:
    """Read what is asked about.

    Raises:
        GoldError: the gold file does not fit the corpus.
    """
    sources = tuple(read_folder(asked.corpus).sources)
    questions = read_gold(asked.gold, {source.file: source.text for source in sources})
    index = index_digest(asked.index or default_index_folder(asked.corpus))
    found = Provenance(file_digest(asked.gold), corpus_digest(sources), index, code_digest(), installed_versions())
    settings = load_settings(corpus=asked.corpus, index=asked.index)
    return Material(sources, questions, found, _digest(settings.model_dump_json()))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
