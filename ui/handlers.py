"""What each control of the page does. Importing this imports Gradio, so `ui/page.py` does it late."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import gradio as gr

from ui.asked import Visit
from ui.filling import SHOWN, Filled, articles_of, filled, growing, offered
from ui.hearing import hearing_note, told_lines
from ui.history import record_of, visit_of
from ui.layout import FOLLOW_UPS
from ui.rooms import Rooms
from ui.taking import taken


class Handlers:
    """The handlers of one page; they keep nothing of a visitor."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms

    def answer(
        self, outlets: Sequence[str], visit: Visit, request: gr.Request, event: gr.EventData
    ) -> Iterator[Filled]:
        """A question is asked."""
        question = str(event._data["question"])
        yield from growing(self._rooms.of(request.session_hash).ask(question, outlets, visit))

    def edit(self, outlets: Sequence[str], visit: Visit, request: gr.Request, event: gr.EditData) -> Iterator[Filled]:
        """A question in the chat is changed, and asked again."""
        position = event.index if isinstance(event.index, int) else event.index[0]
        exchange = self._rooms.of(request.session_hash)
        yield from growing(exchange.edit(str(event.value), position, outlets, visit))

    def arrive(self, visit: Visit, request: gr.Request) -> Iterator[Filled]:
        """The page is opened at an address that asks: ?q=…&outlet=…, the last as often as there are outlets."""
        question, outlets = request.query_params.get("q", ""), request.query_params.getlist("outlet")
        exchange = self._rooms.of(request.session_hash)
        heard = [name for _, name in exchange.outlets if name in outlets]
        if question:
            for shown in growing(exchange.ask(question, outlets, visit)):
                yield *shown, heard
        else:  # whoever types already is not disturbed
            yield (gr.skip(),) * SHOWN + (gr.skip(),)

    def reopen(self, request: gr.Request, event: gr.EventData) -> Filled:
        """A conversation that the browser has kept is shown again."""
        return filled(self._rooms.of(request.session_hash).shown(visit_of(event._data["record"])))

    def clear(self, request: gr.Request) -> Filled:
        """Everything begins anew, the box for the question too."""
        return "", *filled(self._rooms.of(request.session_hash).shown(Visit()))

    def follow_ups(self, visit: Visit, request: gr.Request) -> Filled:
        """The buttons of what may be asked next."""
        return offered(self._rooms.of(request.session_hash).follow_ups(visit), FOLLOW_UPS)

    def record(self, visit: Visit) -> str:
        """The conversation as the browser keeps it."""
        return record_of(visit)

    def take(self, visit: Visit, request: gr.Request, event: gr.EventData) -> dict[str, Any] | None:
        """What the browser is to copy or to save."""
        sources = self._rooms.of(request.session_hash).sources
        found = taken(visit, event._data.get("save", ""), event._data.get("scope", ""), sources)
        return asdict(found) if found else None

    def hear(self, outlets: Sequence[str], request: gr.Request) -> str:
        """The note beside the question that it will be asked of these outlets alone."""
        known = self._rooms.of(request.session_hash).outlets
        return hearing_note([words for words, name in known if name in outlets])

    def bring(
        self,
        files: list[str],
        visit: Visit,
        request: gr.Request,
        progress: gr.Progress = gr.Progress(),  # noqa: B008  Gradio finds it by this default
    ) -> Filled:
        """A visitor's own articles are read, and from then on they are the ones that are asked."""

        def tell(stage: str, done: int, total: int) -> None:
            progress((done, total), desc=stage)

        visitor = request.session_hash or ""
        before = self._rooms.of(visitor)
        told = self._rooms.bring(visitor, [Path(file) for file in files], tell)
        return self._at(visitor, Visit() if self._rooms.of(visitor) is not before else visit, told)

    def leave(self, request: gr.Request) -> Filled:
        """What a visitor brought is removed, and the articles of the page are asked again."""
        self._rooms.leave(request.session_hash)
        return self._at(request.session_hash, Visit(), ("Your articles are removed.",))

    def part(self, request: gr.Request) -> None:
        """A visitor closes the page."""
        self._rooms.leave(request.session_hash)

    def _at(self, visitor: str | None, visit: Visit, told: Sequence[str]) -> Filled:
        """Values for the status, `Controls.articles` and `Controls.shown`."""
        exchange = self._rooms.of(visitor)
        own = exchange is not self._rooms.common
        return told_lines(told), *articles_of(exchange, own=own), *filled(exchange.shown(visit))
