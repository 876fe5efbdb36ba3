"""The same engine inside LlamaIndex: a retriever, and a query engine whose answers keep their citations."""

import asyncio
from dataclasses import asdict
from typing import Any

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.base.response.schema import Response
from llama_index.core.callbacks import CallbackManager, CBEventType, EventPayload
from llama_index.core.prompts.mixin import PromptMixinType
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from rag.answer import Answer, Citation
from rag.engine import Engine
from rag.markup import unescape


class ParallaxRetriever(BaseRetriever):
    """The words that answer a question, each a node with its place in its file; none where the sources do not say."""

    def __init__(self, engine: Engine, callback_manager: CallbackManager | None = None) -> None:
        self._engine = engine
        super().__init__(callback_manager)

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return _nodes(self._engine.retrieve(query_bundle.query_str))

    async def _aretrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        return await asyncio.to_thread(self._retrieve, query_bundle)


class ParallaxQueryEngine(BaseQueryEngine):
    """Answers with markers: `source_nodes` are the cited words, `metadata` has citations and disagreements."""

    def __init__(self, engine: Engine, callback_manager: CallbackManager | None = None) -> None:
        self._engine = engine
        super().__init__(callback_manager)

    def retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        """The words that answer, without an answer."""
        return ParallaxRetriever(self._engine, self.callback_manager).retrieve(query_bundle)

    def _query(self, query_bundle: QueryBundle) -> Response:
        asked = query_bundle.query_str
        with self.callback_manager.event(CBEventType.QUERY, payload={EventPayload.QUERY_STR: asked}) as event:
            response = _response(self._engine.ask(asked))
            event.on_end(payload={EventPayload.RESPONSE: response})
        return response

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        asked = query_bundle.query_str
        with self.callback_manager.event(CBEventType.QUERY, payload={EventPayload.QUERY_STR: asked}) as event:
            response = _response(await self._engine.aask(asked))
            event.on_end(payload={EventPayload.RESPONSE: response})
        return response

    def _get_prompt_modules(self) -> PromptMixinType:
        return {}


def _response(answer: Answer) -> Response:
    """An answer in LlamaIndex's form; its metadata is the public contract, the text aside."""
    metadata: dict[str, Any] = answer.to_dict()
    del metadata["text"]
    return Response(response=unescape(answer.text), source_nodes=_nodes(answer.citations), metadata=metadata)


def _nodes(citations: tuple[Citation, ...]) -> list[NodeWithScore]:
    """A node for each citation, in order; its score says only that: 1 for the first, less for each that follows."""
    return [NodeWithScore(node=_node(each), score=1 / place) for place, each in enumerate(citations, start=1)]


def _node(citation: Citation) -> TextNode:
    """The very words; the offsets count code points of the decoded file."""
    known = {name: value for name, value in asdict(citation).items() if value is not None and name != "quote"}
    return TextNode(
        text=citation.quote,
        id_=f"{citation.file}:{citation.start}-{citation.end}",
        start_char_idx=citation.start,
        end_char_idx=citation.end,
        metadata=known,
        excluded_embed_metadata_keys=list(known),
        excluded_llm_metadata_keys=[name for name in known if name not in {"outlet", "title", "date", "holder"}],
    )
