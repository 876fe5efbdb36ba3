"""Who may use a page that others can reach: one user, whose password is read from a file."""

import hmac
import stat
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Self

from corpus.errors import ParallaxError

LONGEST_PASSWORD = 1024


class LoginError(ParallaxError):
    """A login that cannot be used, or is needed and missing; the message never holds a password."""


@dataclass(frozen=True, slots=True)
class Login:
    """A user and a password; printed, the password is left out."""

    user: str
    password: str = field(repr=False)

    @classmethod
    def read(cls, given: str) -> Self:
        """The login that USER:PASSWORD-FILE names.

        Raises:
            LoginError: it is not of this form, or the file is missing, empty, or readable by others.
        """
        user, colon, file = given.partition(":")
        if not (colon and user.strip() and file.strip()):
            raise LoginError("--auth needs USER:PASSWORD-FILE, a name and the file that holds the password")
        return cls(user.strip(), _password(Path(file)))

    def admits(self, user: str, password: str) -> bool:
        """Whether these are the user and the password; how long that takes tells nothing of either."""
        same = [hmac.compare_digest(*map(_bytes, pair)) for pair in ((user, self.user), (password, self.password))]
        return all(same)


def check_host(host: str, login: Login | None) -> None:
    """Refuses a page without a login to any machine but this one.

    Raises:
        LoginError: the host is not of this machine alone, and there is no login.
    """
    if login is None and not _is_this_machine(host):
        raise LoginError(
            f"--host {host} lets other machines in, and without a password whoever reaches the page can read the "
            f"articles and use this machine; add --auth USER:PASSWORD-FILE, or leave --host 127.0.0.1"
        )


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _password(file: Path) -> str:
    """The first line of a file that nobody but its owner can read."""
    try:
        if file.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH | stat.S_IWGRP | stat.S_IWOTH):
            raise LoginError(f"the password file {file} can be read by others; close it with: chmod 600 {file}")
        with file.open(encoding="utf-8") as stream:
            password = stream.readline(LONGEST_PASSWORD + 2).rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise LoginError(f"the password file {file} cannot be read: {reason}") from error
    if not password.strip():
        raise LoginError(f"the password file {file} is empty; write the password into its first line")
    if len(password) > LONGEST_PASSWORD:
        raise LoginError(f"the first line of the password file {file} is longer than {LONGEST_PASSWORD:,} characters")
    return password


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")
