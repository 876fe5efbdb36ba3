"""The language model that a user has set, as LlamaIndex's own object: for the systems that are not Parallax."""

import os
from typing import TYPE_CHECKING

from corpus.errors import ParallaxError
from rag.settings import Settings

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

CONTEXT_WINDOW, REPLY_TOKENS, SECONDS = 16_000, 1_500, 120.0


class ModelMissingError(ParallaxError):
    """No language model is set, or it cannot be opened; the message says what is missing."""


def model_name(settings: Settings) -> str | None:
    """The language model that is set, by the name the user wrote; None where none is."""
    return getattr(settings, "llm", None) or None


def open_model(settings: Settings) -> "LLM":
    """The language model that is set; nothing is sent before it is asked.

    Raises:
        ModelMissingError: none is set, its name is in no known form, or its package is not installed.
    """
    name = model_name(settings)
    if name is None:
        raise ModelMissingError("no language model is set; name one in PARALLAX_LLM")
    provider, _, rest = name.partition(":")
    model, _, url = rest.partition("@")
    try:
        return _ollama(model, url) if provider == "ollama" else _openai_like(provider, model, url)
    except ImportError as error:
        raise ModelMissingError(f"{provider} needs the package {error.name}, which is not installed") from None


def _ollama(model: str, url: str) -> "LLM":
    from llama_index.llms.ollama import Ollama

    base = url or os.environ.get("OLLAMA_HOST") or "http://127.0.0.1:11434"
    return Ollama(model=model, base_url=base, context_window=CONTEXT_WINDOW, request_timeout=SECONDS, temperature=0.0)


def _openai_like(provider: str, model: str, url: str) -> "LLM":
    """OpenAI's own service, or one that speaks as it does; the key of one is never sent to the other."""
    from llama_index.llms.openai_like import OpenAILike

    return OpenAILike(
        model=model,
        api_base=url or "https://api.openai.com/v1",
        api_key=os.environ.get("OPENAI_API_KEY" if provider == "openai" else "PARALLAX_LLM_KEY") or "none",
        is_chat_model=True,
        temperature=0.0,
        max_tokens=REPLY_TOKENS,
        context_window=CONTEXT_WINDOW,
        timeout=SECONDS,
    )
