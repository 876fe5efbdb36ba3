"""LLM objects of LlamaIndex that do less than others: no stream, no delta, no async of their own."""

from collections.abc import AsyncGenerator, Generator
from typing import Any

import pytest
from llama_index.core.llms import ChatMessage, ChatResponse, CompletionResponse, CustomLLM, LLMMetadata

from rag.faults import ModelFaultError
from rag.model_replies import LlamaIndexModel
from rag.prompts import Prompt
from tests.awaited import awaited

PROMPT = Prompt("how", "what")


class Whole(CustomLLM):
    """Replies in one piece only."""

    reply: str = "It rained [1]."

    @property
    def metadata(self) -> LLMMetadata:
        return LLMMetadata(model_name="whole")

    def chat(self, messages: Any, **kwargs: Any) -> ChatResponse:
        return ChatResponse(message=ChatMessage(role="assistant", content=self.reply))

    def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> CompletionResponse:
        raise NotImplementedError

    def stream_complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> Any:
        raise NotImplementedError


class Growing(Whole):
    """Streams the text so far, again and again, without saying what is new."""

    def stream_chat(self, messages: Any, **kwargs: Any) -> Generator[ChatResponse]:
        for end in range(1, len(self.reply) + 1):
            yield ChatResponse(message=ChatMessage(role="assistant", content=self.reply[:end]))


def both(model: LlamaIndexModel) -> list[str]:
    async def read() -> str:
        pieces: AsyncGenerator[str] = model.astream(PROMPT)
        return "".join([piece async for piece in pieces])

    return ["".join(model.stream(PROMPT)), awaited(read())]


@pytest.mark.parametrize("llm", [Whole(), Growing()])
def test_a_reply_is_read_whatever_form_it_has(llm: CustomLLM) -> None:
    """All of it, once, on both paths; the model is named as it names itself."""
    model = LlamaIndexModel(llm)
    assert both(model) == ["It rained [1]."] * 2
    assert model.name == "whole"


def test_an_empty_reply_is_a_fault() -> None:
    """On both paths."""
    with pytest.raises(ModelFaultError, match="empty"):
        both(LlamaIndexModel(Whole(reply=" ")))


def test_another_setting_is_another_model() -> None:
    """What its replies depend on is in its identity."""

    class Warm(Whole):
        temperature: float = 0.9

    assert LlamaIndexModel(Whole()).identity == LlamaIndexModel(Whole()).identity
    assert len({LlamaIndexModel(llm).identity for llm in (Whole(), Warm(), Warm(temperature=0.1))}) == 3
