"""Replies of a language model as pieces of text: asked again when it is busy, and never cut off unnoticed."""

from collections.abc import AsyncGenerator, Generator, Mapping
from contextlib import aclosing, closing
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Protocol

from rag.faults import ModelFaultError, fault_of, is_passing, pause_told
from rag.prompts import Prompt

if TYPE_CHECKING:
    from llama_index.core.llms import LLM, ChatMessage, ChatResponse
    from tenacity import RetryCallState

    _Opened = tuple[list[ChatResponse], AsyncGenerator[ChatResponse]]

ATTEMPTS = 4
UNTOLD = "untold"
SHORTEST_SECRET = 8
"""Characters of the shortest text that is taken for a secret: servers without keys are given words like "none"."""


class LanguageModel(Protocol):
    """Whoever writes drafts. `name` is shown; `identity` tells its replies from those of others."""

    name: str
    identity: str

    def stream(self, prompt: Prompt) -> Generator[str]:
        """The reply, in pieces as they come. Raises ModelFaultError."""
        ...

    def astream(self, prompt: Prompt) -> AsyncGenerator[str]:
        """The same on an event loop. Raises ModelFaultError."""
        ...


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to go on asking a busy server, in seconds; `pause` is the first one, and each is twice the last."""

    seconds: float = 60.0
    pause: float = 0.5

    def wait(self, state: "RetryCallState") -> float:
        """The pause before the next attempt: as long as the server says, if it says so."""
        told = pause_told(state.outcome.exception()) if state.outcome else 0.0
        return max(told, self.pause * 2.0 ** (state.attempt_number - 1))

    def options(self) -> dict[str, Any]:
        """Tenacity's options."""
        import tenacity

        return {
            "retry": tenacity.retry_if_exception(is_passing),
            "stop": tenacity.stop_after_attempt(ATTEMPTS) | tenacity.stop_before_delay(self.seconds),
            "wait": self.wait,
            "reraise": True,
        }


class LlamaIndexModel:
    """Any LLM object of LlamaIndex.

    `secrets`, and its own key, are texts that may never come out again.
    """

    def __init__(
        self,
        llm: "LLM",
        *,
        name: str | None = None,
        identity: str | None = None,
        secrets: tuple[str, ...] = (),
        patience: Patience | None = None,
    ) -> None:
        metadata = llm.metadata
        self.name = name or metadata.model_name or llm.class_name()
        self.identity = identity or _identity(llm)
        self._llm = llm
        held = getattr(llm, "api_key", None)
        known = (*secrets, held if isinstance(held, str) else "")
        self._secrets = tuple(secret for secret in known if len(secret) >= SHORTEST_SECRET)
        self._patience = patience or Patience()

    def stream(self, prompt: Prompt) -> Generator[str]:
        """The reply, in pieces as they come. Raises ModelFaultError."""
        from tenacity import Retrying

        reply = _Reply(self._secrets)
        try:
            first, rest = Retrying(**self._patience.options())(self._open, prompt)
            with closing(rest):
                for response in chain(first, rest):
                    yield reply.piece(response)
            reply.end()
        except Exception as error:
            raise fault_of(error) from None

    async def astream(self, prompt: Prompt) -> AsyncGenerator[str]:
        """The same on an event loop. Raises ModelFaultError."""
        from tenacity import AsyncRetrying

        reply = _Reply(self._secrets)
        try:
            opened: _Opened = await AsyncRetrying(**self._patience.options())(self._aopen, prompt)
            first, rest = opened
            async with aclosing(rest):
                for response in first:
                    yield reply.piece(response)
                async for response in rest:
                    yield reply.piece(response)
            reply.end()
        except Exception as error:
            raise fault_of(error) from None

    def _open(self, prompt: Prompt) -> "tuple[list[ChatResponse], Generator[ChatResponse]]":
        """The first response and the others: a server that is busy says so before the first."""
        try:
            responses = self._llm.stream_chat(_messages(prompt))
            return [response for response in (next(responses, None),) if response], responses
        except NotImplementedError:  # not every model streams
            return [self._llm.chat(_messages(prompt))], _no_more()

    async def _aopen(self, prompt: Prompt) -> "_Opened":
        try:
            responses = await self._llm.astream_chat(_messages(prompt))
            return [response for response in (await anext(responses, None),) if response], responses
        except NotImplementedError:
            return [await self._llm.achat(_messages(prompt))], _no_more_async()


class _Reply:
    """What came of one reply so far."""

    def __init__(self, secrets: tuple[str, ...]) -> None:
        self._secrets = secrets
        self._text = ""
        self._finish: str | None = UNTOLD

    def piece(self, response: "ChatResponse") -> str:
        self._finish = _finish_of(response.raw, self._finish)
        piece = response.delta if response.delta is not None else (response.message.content or "")[len(self._text) :]
        self._text += piece
        if any(secret in self._text for secret in self._secrets):
            raise ModelFaultError("repeated its key")
        return piece

    def end(self) -> None:
        """Raises ModelFaultError where the reply is none."""
        if self._finish is None:
            raise ModelFaultError("broke off")
        if self._finish == "content_filter":
            raise ModelFaultError("refused to answer")
        if not self._text.strip():
            raise ModelFaultError("sent an empty reply")


def _finish_of(raw: object, before: str | None) -> str | None:
    """Why a reply ended, as far as its raw chunks tell: None where they do, but none has yet."""
    choices = getattr(raw, "choices", None)
    if choices:
        return getattr(choices[0], "finish_reason", None) or (None if before == UNTOLD else before)
    if isinstance(raw, Mapping) and "done" in raw:
        return str(raw.get("done_reason") or "stop") if raw["done"] else None
    return before


def _no_more() -> "Generator[ChatResponse]":
    yield from ()


async def _no_more_async() -> "AsyncGenerator[ChatResponse]":
    none: tuple[ChatResponse, ...] = ()
    for response in none:
        yield response


def _messages(prompt: Prompt) -> "list[ChatMessage]":
    from llama_index.core.llms import ChatMessage, MessageRole

    return [
        ChatMessage(role=MessageRole.SYSTEM, content=prompt.system),
        ChatMessage(role=MessageRole.USER, content=prompt.user),
    ]


def _identity(llm: "LLM") -> str:
    """What tells its replies apart, without whatever else the object holds."""
    settings = (getattr(llm, name, None) for name in ("temperature", "max_tokens", "api_base", "base_url"))
    return repr((type(llm).__module__, type(llm).__qualname__, llm.metadata.model_name, *settings))
