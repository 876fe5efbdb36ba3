"""The drafter that is set: a language model by name or as an object, its budget, its cache, its verifier."""

from typing import TYPE_CHECKING

from index.reader import Index
from rag.budget import Budget
from rag.draft import Drafter
from rag.draft_cache import CachedModel
from rag.language_models import open_named
from rag.model_name import ModelName
from rag.model_replies import LanguageModel, LlamaIndexModel, Patience
from rag.settings import Settings
from rag.verify import named_verifier

if TYPE_CHECKING:
    from llama_index.core.llms import LLM


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
