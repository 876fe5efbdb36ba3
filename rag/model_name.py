"""How a language model is named in a setting: ollama:MODEL, openai:MODEL, openai-like:MODEL@URL."""

import re
from dataclasses import dataclass
from typing import Literal, cast
from urllib.parse import urlsplit

from corpus.errors import ParallaxError
from corpus.patterns import regex

Provider = Literal["ollama", "openai", "openai-like"]

FORMS = "ollama:MODEL, openai:MODEL or openai-like:MODEL@URL"
KEYS: dict[Provider, str] = {
    "ollama": "OLLAMA_API_KEY",
    "openai": "OPENAI_API_KEY",
    "openai-like": "PARALLAX_LLM_KEY",
}
"""The environment variable that holds the key of each; a key is never sent to another one's address."""

_FORM = regex(r"(?P<provider>ollama|openai-like|openai):(?P<model>[^\s@][^\s]*?)(?:@(?P<url>https?://\S+))?")
_KEY = regex(r"(?:sk|key|api|gsk|xai)[-_][\w-]{16,}", re.IGNORECASE)


class LanguageModelError(ParallaxError):
    """A language model that cannot be used; the message says what is missing and how to get it."""


@dataclass(frozen=True, slots=True)
class ModelName:
    """A provider, its model, and the address it is asked at where that is not the provider's own."""

    provider: Provider
    model: str
    url: str | None = None

    @classmethod
    def of(cls, text: str) -> "ModelName":
        """The name in a setting.

        Raises:
            LanguageModelError: it has not the form; the message does not repeat it, for it may hold a key.
        """
        form = _FORM.fullmatch(text.strip())
        if not form:
            raise LanguageModelError(f"the language model that is set is named in no known way; write {FORMS}")
        provider, model, url = cast(Provider, form["provider"]), form["model"], form["url"]
        if _KEY.fullmatch(model):
            raise LanguageModelError(f"a key stands where the model's name should; put it into {KEYS[provider]}")
        if provider == "openai-like" and not url:
            raise LanguageModelError(
                f"{provider}:{model} lacks its address: {provider}:{model}@http://127.0.0.1:8000/v1"
            )
        if url and not _is_plain(url):
            raise LanguageModelError(
                f"the address of {provider}:{model} may have host, port and path; a key belongs in {KEYS[provider]}"
            )
        return cls(provider, model, url)

    def __str__(self) -> str:
        return f"{self.provider}:{self.model}" + (f"@{self.url}" if self.url else "")


def _is_plain(url: str) -> bool:
    """Whether an address holds nothing that may be secret: no user, password, query or fragment."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    return bool(parts.hostname) and "@" not in parts.netloc and not parts.query and not parts.fragment
