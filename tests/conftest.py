"""What tests of every package share: no settings from outside, a small quarrelling corpus, and its index."""

import os
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from browsing import address, browser, chromium, scripted_engine, tab
from quarrel import write_quarrel

from index.build import update_index
from index.build_plan import IndexPlan
from index.encoder import Encoder
from index.export import load_encoder

__all__ = ["address", "browser", "chromium", "scripted_engine", "tab"]

# A property holds or not, however busy the machine is.
hypothesis.settings.register_profile("any-machine", deadline=None)
hypothesis.settings.load_profile("any-machine")


@pytest.fixture(scope="session", autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests, and the processes they start, see no PARALLAX_* of their user and write none of their user's indexes.

    Exported encoders are kept in the user's cache as always: they are the same for every index.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("PARALLAX_")]:
            patch.delenv(name)
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The embedded encoder; the first run on a machine exports it."""
    return load_encoder()


@pytest.fixture(scope="session")
def quarrel_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the articles of `quarrel.py`, to be read only: a test that changes one writes its own."""
    return write_quarrel(tmp_path_factory.mktemp("corpus") / "quarrel")


@pytest.fixture(scope="session")
def quarrel_index(tmp_path_factory: pytest.TempPathFactory, quarrel_folder: Path, encoder: Encoder) -> Path:
    """The folder of a finished index of `quarrel_folder`, to be read only: Engine.open(quarrel_folder, index=this)."""
    folder = tmp_path_factory.mktemp("index") / "quarrel"
    update_index(IndexPlan(quarrel_folder, folder), encoder)
    return folder


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every connection and every look-up of an address in this process is an error of the test."""

    def refuse(*arguments: object, **named: object) -> None:
        raise AssertionError(f"the network was asked for: {arguments}")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.socket.connect_ex", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
