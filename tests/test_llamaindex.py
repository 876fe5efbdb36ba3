"""The engine inside LlamaIndex: as a retriever and a query engine, under its router, agent and evaluators."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from llama_index.core import QueryBundle
from llama_index.core.agent.workflow import ReActAgent
from llama_index.core.base.base_selector import BaseSelector, SelectorResult, SingleSelection
from llama_index.core.callbacks import CallbackManager, CBEventType, LlamaDebugHandler
from llama_index.core.evaluation import FaithfulnessEvaluator, RetrieverEvaluator
from llama_index.core.instrumentation import get_dispatcher
from llama_index.core.instrumentation.event_handlers.base import BaseEventHandler
from llama_index.core.llms import MockLLM
from llama_index.core.query_engine import RouterQueryEngine
from llama_index.core.tools import QueryEngineTool, ToolMetadata
from llama_index.llms.openai_like import OpenAILike
from scripted_model import Scene, Stage, serving

from rag.engine import Engine
from rag.llamaindex import ParallaxQueryEngine, ParallaxRetriever
from tests.awaited import awaited

QUESTION = "How many people were hurt?"


@pytest.fixture(scope="module")
def engine(quarrel_folder: Path, quarrel_index: Path) -> Engine:
    return Engine.open(quarrel_folder, index=quarrel_index)


@pytest.fixture(scope="module")
def query_engine(engine: Engine) -> ParallaxQueryEngine:
    return ParallaxQueryEngine(engine)


@pytest.fixture
def scripted() -> Iterator[tuple[Scene, OpenAILike]]:
    stage = Stage()
    with serving(stage) as url:
        llm = OpenAILike(model="scripted", api_base=f"{url}/v1", api_key="none", is_chat_model=True, max_retries=0)
        yield stage.scene, llm


def test_a_response_keeps_the_answer(query_engine: ParallaxQueryEngine, engine: Engine, quarrel_folder: Path) -> None:
    """Its text has the markers, its nodes the very words at their offsets, its metadata citations and disagreements."""
    response, answer = query_engine.query(QUESTION), engine.ask(QUESTION)
    assert "[1]" in str(response)
    assert len(response.source_nodes) == len(answer.citations) > 2
    for found, citation in zip(response.source_nodes, answer.citations, strict=True):
        text = (quarrel_folder / citation.file).read_bytes().decode("utf-8-sig")
        assert text[found.node.start_char_idx : found.node.end_char_idx] == found.node.get_content() == citation.quote  # type: ignore[attr-defined]
        assert found.node.metadata["file"] == citation.file
    assert response.metadata
    assert [each["number"] for each in response.metadata["citations"]] == [each.number for each in answer.citations]
    assert {each["relation"] for each in response.metadata["disagreements"]} == {"update"}
    assert response.metadata["answered"] is True


def test_the_same_on_an_event_loop(query_engine: ParallaxQueryEngine, engine: Engine) -> None:
    """Asked and retrieved without blocking."""

    async def asked() -> tuple[str, list[str]]:
        response = await query_engine.aquery(QUESTION)
        return str(response), [found.node.node_id for found in await ParallaxRetriever(engine).aretrieve(QUESTION)]

    text, nodes = awaited(asked())
    assert text == str(query_engine.query(QUESTION))
    assert nodes == [found.node.node_id for found in ParallaxRetriever(engine).retrieve(QUESTION)]


def test_a_declined_question_says_so(query_engine: ParallaxQueryEngine, engine: Engine) -> None:
    """The response says what is missing, and the retriever finds nothing."""
    response = query_engine.query("What did Mayor Ibsen Quarles say?")
    assert response.metadata
    assert response.metadata["answered"] is False
    assert response.metadata["declined_because"] in str(response)
    assert ParallaxRetriever(engine).retrieve("What did Mayor Ibsen Quarles say?") == []


def test_callbacks_and_instrumentation_hear_of_it(engine: Engine) -> None:
    """Queries and retrievals begin and end for whoever listens, in both of LlamaIndex's ways."""
    debug = LlamaDebugHandler(print_trace_on_end=False)
    heard: list[str] = []

    class Listener(BaseEventHandler):
        def handle(self, event: Any, **kwargs: Any) -> None:
            heard.append(type(event).__name__)

    root, listener = get_dispatcher(), Listener()
    root.add_event_handler(listener)
    try:
        query_engine = ParallaxQueryEngine(engine, CallbackManager([debug]))
        query_engine.query(QUESTION)
        query_engine.retrieve(QueryBundle(QUESTION))
    finally:
        root.event_handlers.remove(listener)
    assert heard == ["QueryStartEvent", "QueryEndEvent", "RetrievalStartEvent", "RetrievalEndEvent"]
    assert len(debug.get_event_pairs(CBEventType.QUERY)) == 1
    assert len(debug.get_event_pairs(CBEventType.RETRIEVE)) == 1


class First(BaseSelector):
    """Always chooses the first."""

    def _select(self, choices: Any, query: Any) -> SelectorResult:
        return SelectorResult(selections=[SingleSelection(index=0, reason="it is the first")])

    async def _aselect(self, choices: Any, query: Any) -> SelectorResult:
        return self._select(choices, query)

    def _get_prompts(self) -> dict[str, Any]:
        return {}

    def _update_prompts(self, prompts: Any) -> None:
        pass


def test_a_router_sends_questions_to_it(query_engine: ParallaxQueryEngine) -> None:
    """As one of its tools, with its nodes and metadata intact."""
    tool = QueryEngineTool(query_engine, ToolMetadata(name="articles", description="What the articles say."))
    router = RouterQueryEngine(selector=First(), query_engine_tools=[tool], llm=MockLLM())
    response = router.query(QUESTION)
    assert str(response) == str(query_engine.query(QUESTION))
    assert response.source_nodes
    assert response.metadata
    assert response.metadata["disagreements"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # LlamaIndex's workflows use what pydantic and they give up
def test_an_agent_uses_it_as_a_tool(query_engine: ParallaxQueryEngine, scripted: tuple[Scene, OpenAILike]) -> None:
    """It asks, is given the answer with its markers, and goes on."""
    scene, llm = scripted
    scene.replies = [
        f'Thought: I need to use a tool.\nAction: articles\nAction Input: {{"input": "{QUESTION}"}}',
        "Thought: I can answer without using any more tools.\nAnswer: They differ.",
    ]
    tool = QueryEngineTool.from_defaults(query_engine, name="articles", description="What the articles say.")

    async def asked() -> str:
        return str(await ReActAgent(tools=[tool], llm=llm, streaming=True).run(QUESTION))

    assert "They differ." in awaited(asked())
    told = "\n".join(str(message["content"]) for message in scene.asked[-1]["messages"])
    assert "More than 40 people were hurt, according to the union. [" in told


def test_evaluators_read_it(
    query_engine: ParallaxQueryEngine, engine: Engine, scripted: tuple[Scene, OpenAILike]
) -> None:
    """A judge of faithfulness is given the cited words, and a retriever's rank is measured by node ids."""
    scene, _ = scripted

    class Yes(MockLLM):
        def complete(self, prompt: str, formatted: bool = False, **kwargs: Any) -> Any:
            scene.asked.append({"prompt": prompt})
            return super().complete("YES", formatted, **kwargs)

    judged = FaithfulnessEvaluator(llm=Yes()).evaluate_response(QUESTION, query_engine.query(QUESTION))
    assert judged.contexts
    assert any("More than 40 people were hurt" in context for context in judged.contexts)
    retriever = ParallaxRetriever(engine)
    expected = [retriever.retrieve(QUESTION)[1].node.node_id]
    measured = RetrieverEvaluator.from_metric_names(["mrr", "hit_rate"], retriever=retriever)
    assert measured.evaluate(QUESTION, expected).metric_vals_dict == {"mrr": 0.5, "hit_rate": 1.0}


def test_any_llm_object_drafts(quarrel_folder: Path, quarrel_index: Path, scripted: tuple[Scene, OpenAILike]) -> None:
    """The object a program has already is handed to the engine as it is."""
    scene, llm = scripted
    scene.reply = "Eleven people were hurt, the coast guard said {=Eleven people}."
    engine = Engine.open(quarrel_folder, index=quarrel_index, llm=llm)
    response = ParallaxQueryEngine(engine).query(QUESTION)
    assert str(response).startswith("Eleven people were hurt, the coast guard said [1].")
    assert response.metadata
    assert response.metadata["mode"] == "llm:scripted"
