"""What goes wrong with a language model, in words of our own: a client's text may hold a key or a stranger's words."""

from collections.abc import Mapping
from typing import Any

PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
"""States of a server that may be others a moment later."""
_STATES: Mapping[int, str] = {
    400: "refused the question (400)",
    401: "refused its key (401)",
    402: "asks for payment (402)",
    403: "refused its key (403)",
    404: "is not known at its address (404)",
    413: "was given more than it reads (413)",
    429: "has had too many questions (429)",
}
_TIMES = {"TimeoutError", "TimeoutException", "APITimeoutError", "Timeout"}
_CONNECTIONS = {"ConnectionError", "APIConnectionError", "TransportError", "NetworkError", "RemoteProtocolError"}


class ModelFaultError(Exception):
    """A language model gave no draft that can be used; the message ends a sentence that its name begins."""


def fault_of(error: BaseException) -> ModelFaultError:
    """What an exception of a client library means."""
    if isinstance(error, ModelFaultError):
        return error
    state = status_of(error)
    if state is not None:
        return ModelFaultError(_STATES.get(state, f"failed ({state})"))
    names = {each.__name__ for each in type(error).__mro__}
    if names & _TIMES:
        return ModelFaultError("did not answer in time")
    if names & _CONNECTIONS:
        return ModelFaultError("could not be reached, or broke off")
    return ModelFaultError(f"sent what cannot be read ({type(error).__name__})")


def is_passing(error: BaseException) -> bool:
    """Whether it is worth while to ask again."""
    return status_of(error) in PASSING


def status_of(error: BaseException) -> int | None:
    """The HTTP status that an exception stands for."""
    state = getattr(error, "status_code", None)
    return state if isinstance(state, int) and state >= 100 else None


def pause_told(error: BaseException | None) -> float:
    """The seconds to wait that the server names, else 0."""
    headers: Any = getattr(getattr(error, "response", None), "headers", None) or {}
    try:
        return max(0.0, float(headers.get("retry-after", 0)))
    except (TypeError, ValueError):  # a date: then our own pauses do
        return 0.0
