"""The language models that can be named in a setting, opened through LlamaIndex's integrations."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from rag.budget import Budget
from rag.model_name import KEYS, LanguageModelError, ModelName
from rag.model_replies import LlamaIndexModel, Patience

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

_EXTRAS = {"ollama": "ollama", "openai": "openai", "openai-like": "openai"}
_OWN_URLS = {"openai": "https://api.openai.com/v1", "ollama": "http://127.0.0.1:11434"}
TEMPERATURE = 0.0


def open_named(name: ModelName, budget: Budget) -> LlamaIndexModel:
    """The model of this name; nothing is sent before it is asked.

    Raises:
        LanguageModelError: its integration is not installed, or its key is not in the environment.
    """
    key = os.environ.get(KEYS[name.provider], "")
    if name.provider == "openai" and not key:
        raise LanguageModelError(f"{name} needs its key in the environment variable {KEYS['openai']}")
    return LlamaIndexModel(
        _made(name, key, budget),
        name=name.model,
        identity=f"{name} {TEMPERATURE} {budget.reply_tokens}",
        secrets=(key,),
        patience=Patience(budget.seconds),
    )


def _made(name: ModelName, key: str, budget: Budget) -> "LLM":
    maker: Callable[[ModelName, str, Budget], LLM] = _ollama if name.provider == "ollama" else _openai_like
    try:
        return maker(name, key, budget)
    except ImportError:
        extra = _EXTRAS[name.provider]
        raise LanguageModelError(
            f'{name} needs a package that is not installed: pip install "parallax-rag[{extra}]"'
        ) from None
    except Exception as error:  # its message may hold what it was given, the key among it
        raise LanguageModelError(f"{name} cannot be opened ({type(error).__name__})") from None


def _openai_like(name: ModelName, key: str, budget: Budget) -> "LLM":
    """OpenAI's own service and those that speak as it does; a service without a key is given none that is one.

    No connection outlives its reply: on another event loop it would be of no use.
    """
    import httpx
    from llama_index.llms.openai_like import OpenAILike

    unkept = httpx.Limits(max_keepalive_connections=0)
    return OpenAILike(
        model=name.model,
        api_base=name.url or _OWN_URLS["openai"],
        api_key=key or "none",
        is_chat_model=True,
        temperature=TEMPERATURE,
        max_tokens=budget.reply_tokens,
        context_window=budget.tokens,
        timeout=budget.seconds,
        max_retries=0,
        async_http_client=httpx.AsyncClient(timeout=budget.seconds, limits=unkept),  # type: ignore[call-arg]  # OpenAI's
    )


def _ollama(name: ModelName, key: str, budget: Budget) -> "LLM":
    """Ollama's client takes a key of the environment itself; without a context window it would ask for one."""
    import httpx
    from llama_index.llms.ollama import Ollama
    from ollama import AsyncClient

    url = name.url or os.environ.get("OLLAMA_HOST") or _OWN_URLS["ollama"]
    unkept = httpx.Limits(max_keepalive_connections=0)
    return Ollama(
        model=name.model,
        base_url=url,
        async_client=AsyncClient(url, timeout=budget.seconds, limits=unkept),
        temperature=TEMPERATURE,
        context_window=budget.tokens,
        request_timeout=budget.seconds,
        additional_kwargs={"num_predict": budget.reply_tokens},
    )
