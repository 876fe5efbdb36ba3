"""Addresses of Chroma servers: what they must look like, and how they may be shown."""

import base64
from dataclasses import dataclass
from urllib.parse import SplitResult, unquote, urlsplit


class AddressError(ValueError):
    """No address of a server."""


@dataclass(frozen=True, slots=True)
class Address:
    """Host and port of a server, and the headers that its user and password make."""

    host: str
    port: int
    encrypted: bool
    headers: dict[str, str]

    @classmethod
    def of(cls, url: str) -> "Address":
        """The address in a URL. Raises AddressError."""
        try:
            parts = urlsplit(url)
            port = parts.port or (443 if parts.scheme == "https" else 8000)
        except ValueError as error:  # an impossible port or IPv6 address
            raise AddressError(without_password(url)) from error
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path not in {"", "/"}:
            raise AddressError(without_password(url))
        return cls(parts.hostname, port, parts.scheme == "https", _login(parts))


def without_password(url: str) -> str:
    """An address as it may be shown and kept: without user and password."""
    scheme, separator, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    return f"{scheme}{separator}{host.rpartition('@')[2]}{slash}{path}" if separator else url.rpartition("@")[2]


def _login(parts: SplitResult) -> dict[str, str]:
    """Proxies before a Chroma server ask for user and password; the server itself does not."""
    if parts.username is None:
        return {}
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return {"Authorization": "Basic " + base64.b64encode(pair.encode()).decode()}
