"""What an engine is made of, and where its settings find it."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.build import update_index
from index.build_plan import BuildReport, IndexPlan, Progress
from index.encoder import Encoder
from index.export import load_encoder
from index.generation import current_generation, default_index_folder, is_of_older_layout, require_index
from index.pair_model import PairModel, ShippedPairModel
from index.reader import Index
from index.selection import CrossEncoderSelector, NoSelector, OnnxSelector, Selector
from rag.budget import Budget
from rag.draft import Drafter
from rag.draft_cache import CachedModel
from rag.language_models import open_named
from rag.model_name import ModelName
from rag.model_replies import LanguageModel, LlamaIndexModel, Patience
from rag.settings import Settings, load_settings
from rag.verify import named_verifier

if TYPE_CHECKING:
    from llama_index.core.llms import LLM


@dataclass(frozen=True, slots=True)
class Parts:
    """What an engine is made of, finished: a test hands in its own. Without a `drafter` it quotes."""

    index: Index
    encoder: Encoder
    selector: Selector
    pairs: PairModel = field(default_factory=ShippedPairModel)
    drafter: Drafter | None = None


def load_parts(settings: Settings, llm: "LLM | str | None" = None) -> Parts:
    """The parts that are set, with a language model where one is named."""
    require_index(index_folder(settings), settings.corpus)  # before an encoder is loaded, let alone exported
    encoder = load_encoder(settings.encoder)
    opened = Index.open(index_folder(settings), settings.corpus, encoder.fingerprint, settings.chroma_url)
    drafter = load_drafter(llm or settings.llm, settings, opened)
    return Parts(opened, encoder, load_selector(settings), drafter=drafter)


def parts_over(parts: Parts, settings: Settings, progress: Progress) -> tuple[Parts, BuildReport]:
    """The same models over the folder of these settings, whose index is brought up to date; and what was done."""
    folder = index_folder(settings)
    report = update_index(IndexPlan(settings.corpus, folder, settings.encoder), parts.encoder, progress=progress)
    opened = Index.open(folder, settings.corpus, parts.encoder.fingerprint)
    drafter = parts.drafter.over(opened) if parts.drafter else None
    return replace(parts, index=opened, drafter=drafter), report


def index_folder(settings: Settings) -> Path:
    """Where the index of these settings lies."""
    return settings.index or default_index_folder(settings.corpus)


def build_index(settings: Settings, *, rebuild: bool = False, progress: Progress = lambda *_: None) -> BuildReport:
    """Brings the index of these settings up to date."""
    plan = IndexPlan(settings.corpus, index_folder(settings), settings.encoder, settings.chroma_url)
    return update_index(plan, load_encoder(settings.encoder), rebuild=rebuild, progress=progress)


def why_to_build(settings: Settings) -> str | None:
    """What an index lacks that is to be built before it can be asked; None where it can be, or nobody knows."""
    generation = current_generation(index_folder(settings))
    if generation is None:
        return "has no index yet"
    return "has an index of an earlier version" if is_of_older_layout(generation) else None


def load_drafter(llm: "LLM | str | None", settings: Settings, index: Index) -> Drafter | None:
    """Whoever drafts answers; None where no language model is set.

    Raises:
        LanguageModelError: it cannot be used; the message says what is missing.
    """
    if llm is None or llm == "":
        return None
    budget = Budget(settings.llm_seconds, settings.llm_tokens)
    model: LanguageModel = (
        open_named(ModelName.of(llm), budget)
        if isinstance(llm, str)
        else LlamaIndexModel(llm, patience=Patience(budget.seconds))
    )
    if settings.llm_cache:
        model = CachedModel(model, settings.llm_cache)
    return Drafter(model, named_verifier(settings.verifier), index, budget)


def load_selector(settings: Settings) -> Selector:
    """The selection model that is set: ours unless another, or "none", was named."""
    if settings.selector == "none":
        return NoSelector()
    return CrossEncoderSelector(settings.selector) if settings.selector else OnnxSelector.open()


def settled(corpus: Path | str | None, index: Path | str | None, settings: Settings | None) -> Settings:
    """The settings with the folders that are given."""
    given = {name: Path(value) for name, value in (("corpus", corpus), ("index", index)) if value is not None}
    return settings.model_copy(update=given) if settings else load_settings(**given)
