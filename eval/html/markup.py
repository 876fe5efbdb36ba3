"""Pieces of HTML: every text that goes in is escaped, by construction."""

from collections.abc import Iterable
from html import escape

_STEERING = (*range(9), 11, 12, *range(14, 32), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CLEAN = str.maketrans(dict.fromkeys(_STEERING, "\N{REPLACEMENT CHARACTER}"))
"""Control characters, and those by which a text could turn the direction of what stands around it."""


class Html(str):
    """Text that is HTML already; any other is escaped before it becomes a part of it."""

    __slots__ = ()


def tag(name: str, *inside: str, **attributes: str | float | bool | None) -> Html:
    """An element; `class_` is its class, `data_kind` its data-kind; an attribute of None or False is left out."""
    written = "".join(
        f" {_attribute(key)}" if value is True else f' {_attribute(key)}="{escape(_clean(str(value)))}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Html(f"<{name}{written}>{joined(inside)}</{name}>")


def joined(parts: Iterable[str]) -> Html:
    """Parts one after another, those that are no HTML escaped."""
    return Html("".join(part if isinstance(part, Html) else escape(_clean(part)) for part in parts))


def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _clean(text: str) -> str:
    return text.translate(_CLEAN)
