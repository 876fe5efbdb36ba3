"""What can go wrong, in words for the person who asked: each message names the value and the remedy."""

from collections.abc import Iterable


class ParallaxError(Exception):
    """Any error that a user can mend; the command line shows its message as one line, `problems` below it."""

    def __init__(self, message: str, problems: Iterable[str] = ()) -> None:
        self.lines = (message, *problems)
        super().__init__("\n".join(self.lines))


class FolderNotFoundError(ParallaxError):
    """The folder of articles is not there, or is not a folder."""


class UnreadableError(Exception):
    """One file cannot be read; the message is the reason, in words for its owner."""
