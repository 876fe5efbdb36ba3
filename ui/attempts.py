"""How often a password may be tried: an address that was wrong too often waits until the minute is over."""

from collections import defaultdict, deque
from math import ceil
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST = 5
"""Wrong passwords of one address in a minute."""
SECONDS = 60.0
WRONG, TOO_MANY = 400, 429


class LimitedLogin:
    """The web application, with a limit to the attempts at its login; behind a proxy, those it speaks for are one."""

    def __init__(self, app: "ASGIApp") -> None:
        self._app = app
        self._attempts: defaultdict[str, deque[float]] = defaultdict(deque)

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answers a request, or refuses it where it is one attempt too many."""
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"].rstrip("/") != "/login":
            await self._app(scope, receive, send)
            return
        address = (scope.get("client") or ("",))[0]
        wait = self._wait(address)
        await (_refuse(send, wait) if wait else self._try(address, scope, receive, send))

    def _wait(self, address: str) -> int:
        """Seconds until an address may try again; 0 where it may now."""
        now = monotonic()
        for known in tuple(self._attempts):
            while self._attempts[known] and now - self._attempts[known][0] >= SECONDS:
                self._attempts[known].popleft()
            if not self._attempts[known]:
                del self._attempts[known]
        made = self._attempts.get(address)
        return max(1, ceil(SECONDS - (now - made[0]))) if made and len(made) >= MOST else 0

    async def _try(self, address: str, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Lets an attempt through; it counts from its beginning, so that many at once are no way around."""
        began = monotonic()
        self._attempts[address].append(began)

        async def seen(message: "Message") -> None:
            if message["type"] == "http.response.start" and message["status"] != WRONG:
                self._forget(address, began)
            await send(message)

        await self._app(scope, receive, seen)

    def _forget(self, address: str, began: float) -> None:
        """What was no wrong password was no attempt."""
        if began in self._attempts.get(address, ()):
            self._attempts[address].remove(began)


async def _refuse(send: "Send", wait: int) -> None:
    body = f"too many wrong passwords from this address; try again in {wait} s".encode()
    headers = [(b"retry-after", str(wait).encode()), (b"content-type", b"text/plain; charset=utf-8")]
    await send({"type": "http.response.start", "status": TOO_MANY, "headers": headers})
    await send({"type": "http.response.body", "body": body})
