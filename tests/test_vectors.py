"""Vectors are made once, also ahead of when they are needed."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event, Timer

import numpy as np
import pytest
from stub_encoder import StubEncoder

import index.vectors
from index.encoder import Vectors
from index.vectors import VectorCache

TEXTS = [f"Diver {number} found bolt {number}." for number in range(20)]


class SlowEncoder(StubEncoder):
    """Tells when it was asked a second time, and waits there until it may go on."""

    def __init__(self) -> None:
        super().__init__()
        self.asked_twice, self.may_go_on = Event(), Event()

    def encode(self, texts: Sequence[str]) -> Vectors:
        if self.encoded:
            self.asked_twice.set()
            assert self.may_go_on.wait(10)
        return super().encode(texts)


class FailingEncoder(StubEncoder):
    def encode(self, texts: Sequence[str]) -> Vectors:
        raise MemoryError("no memory for the vectors")


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.vectors, "BATCH", 6)


def test_what_was_made_ahead_is_not_made_again(tmp_path: Path) -> None:
    """The batch in hand is finished, the rest is left for later, and a later cache finds what was kept."""
    cache, encoder = VectorCache(tmp_path / "pending"), SlowEncoder()
    with cache.encoding_ahead(TEXTS, encoder):
        assert encoder.asked_twice.wait(10)
        encoder.may_go_on.set()
    ahead = list(encoder.encoded)
    assert 12 <= len(ahead) == cache.made
    told: list[int] = []
    vectors = VectorCache(tmp_path / "pending").encode(TEXTS, encoder, told.append)
    assert encoder.encoded == TEXTS
    assert told[0] == len(ahead)
    assert sum(told) == len(TEXTS)
    assert np.allclose(vectors, StubEncoder().encode(TEXTS))


def test_nothing_is_begun_when_it_is_too_late(tmp_path: Path) -> None:
    """When what it ran beside is done, the batch in hand is the last."""
    cache, encoder = VectorCache(tmp_path / "pending"), SlowEncoder()
    with cache.encoding_ahead([*TEXTS, *(f"Again {text}" for text in TEXTS)], encoder):
        assert encoder.asked_twice.wait(10)
        Timer(0.2, encoder.may_go_on.set).start()  # when the end was asked for, behind this block
    assert cache.made == 12


def test_an_encoder_that_fails_ahead_is_heard_of(tmp_path: Path) -> None:
    """Its error is raised where the work would have been needed; an error beside it is not hidden by it."""
    cache = VectorCache(tmp_path / "pending")
    with pytest.raises(MemoryError, match="no memory"), cache.encoding_ahead(TEXTS, FailingEncoder()):
        pass
    with pytest.raises(KeyError), cache.encoding_ahead(TEXTS, FailingEncoder()):
        raise KeyError
