"""A real Chromium, the page served for it once, and what tests do with both; conftest.py lends the fixtures to all."""

import os
import shutil
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from scripted import FIGURES, QUESTION, ScriptedEngine, default_sources


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the browser is; its absence is loud, and under CI a failure."""
    found = next(
        (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
    )
    if found is None:
        reason = "NO BROWSER: install Debian's package chromium; the page is NOT tested"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Any]:
    """One Chromium for all tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def scripted_engine() -> ScriptedEngine:
    """The engine behind `address`."""
    return ScriptedEngine(default_sources(), FIGURES)


@pytest.fixture(scope="session")
def address(scripted_engine: ScriptedEngine) -> Iterator[str]:
    """The page over the five articles."""
    yield from serve(scripted_engine)


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    """A page of the browser; a request to elsewhere or an error in it fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(30_000)  # no bound: how quick the page is, tests of their own measure
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab = context.new_page()
    troubles: list[str] = []
    tab.on("request", lambda request: _is_local(request.url) or troubles.append(request.url))
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    tab.on("dialog", lambda dialog: troubles.append(dialog.message))
    yield tab
    context.close()
    assert troubles == []


def _is_local(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:"))


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serve(engine: Any) -> Iterator[str]:
    """The address of a running page."""
    from ui.page import launch_page

    port = free_port()
    page = launch_page(engine, port=port, block=False)
    yield f"http://127.0.0.1:{port}"
    page.close()


def share() -> float:
    """How many times as long things take on this machine as on an idle one: what else runs there must fail no test."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def ask(tab: Any, address: str, question: str = QUESTION) -> None:
    """Open the page and ask, with the keyboard."""
    tab.goto(address)
    box = tab.get_by_label("Your question")
    box.fill(question)
    box.press("Enter")


def marker(tab: Any, number: int, turn: int = 1) -> Any:
    """The link of a marker in an answer."""
    return tab.locator(f'#chat a[href="#cite-{turn}-{number}"]').first


def chosen_words(tab: Any) -> str:
    """The words that are highlighted."""
    tab.locator("#pane mark.chosen").first.wait_for()
    return "".join(tab.locator("#pane mark.chosen").all_inner_texts())


def answered(tab: Any, address: str, question: str = QUESTION) -> None:
    """Ask, and wait for the whole answer."""
    ask(tab, address, question)
    tab.get_by_role("button", name="Copy with sources").wait_for()


def open_tab(tab: Any, name: str) -> Any:
    """One of the views beside the conversation, brought to the front."""
    tab.get_by_role("tab", name=name).click()
    panel = tab.locator('[role="tabpanel"]:visible')
    panel.wait_for()
    return panel
