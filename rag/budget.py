"""What one drafted answer may cost."""

from dataclasses import dataclass

BYTES_A_TOKEN = 3
"""A careful guess that holds for every model: none is asked to count."""
REPLY_SHARE = 4
"""One token in so many is kept for the reply."""


@dataclass(frozen=True, slots=True)
class Budget:
    """Seconds until a draft's last word, and tokens of prompt and reply together."""

    seconds: float = 60.0
    tokens: int = 6000

    @property
    def reply_tokens(self) -> int:
        """The part of the tokens that is the reply's."""
        return self.tokens // REPLY_SHARE

    @property
    def reply_bytes(self) -> int:
        """The longest reply that is read."""
        return self.reply_tokens * BYTES_A_TOKEN

    @property
    def prompt_bytes(self) -> int:
        """The longest prompt that is sent."""
        return (self.tokens - self.reply_tokens) * BYTES_A_TOKEN
