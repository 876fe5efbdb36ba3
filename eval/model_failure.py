"""A language model under test that gives no answer: the run ends there, since a missing answer is no answer."""

from collections.abc import Iterator
from contextlib import contextmanager

from corpus.errors import ParallaxError


class ModelFailureError(ParallaxError):
    """A language model under test did not answer; the message names the system and the question."""


@contextmanager
def asking_a_model(system: str, question: str) -> Iterator[None]:
    """Turns whatever an integration raises into one line, without its message, which may hold a key.

    Raises:
        ModelFailureError: the model did not answer.
    """
    try:
        yield
    except Exception as error:
        raise ModelFailureError(
            f"the language model of {system} did not answer {question!r} ({type(error).__name__}); "
            "see that it runs, or leave the system out"
        ) from None
