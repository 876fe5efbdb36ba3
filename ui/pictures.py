"""The pictures of the page that the README shows: `python -m ui.pictures [QUESTION]` writes them into docs/."""

import shutil
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rag.answer import Answer
from rag.engine import Engine
from ui.citing import cited, passage_name
from ui.page import launch_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOLDER = Path("docs")


@dataclass(frozen=True, slots=True)
class Picture:
    """A file, the window and the colours it is taken in, and what is done before, once the answer is there."""

    file: str
    size: tuple[int, int]
    theme: str
    prepare: Callable[["Page"], None]


def _open_first_passage(tab: "Page") -> None:
    tab.locator("#chat .bot-row a").first.click()
    tab.locator("#pane mark.chosen").first.wait_for()


def _open_differences(tab: "Page") -> None:
    tab.get_by_role("tab", name="Differences").click()
    tab.locator("#differences .difference").first.wait_for()


def _scroll_up(tab: "Page") -> None:
    tab.evaluate("scrollTo(0, 0)")


PICTURES = (
    Picture("page.png", (1280, 860), "light", _open_first_passage),
    Picture("page-dark.png", (1280, 860), "dark", _open_differences),
    Picture("page-phone.png", (390, 844), "light", _scroll_up),
)


def main(questions: Sequence[str]) -> None:
    """Ask the default corpus, and take every picture.

    Of several questions the one is taken whose answer cites most sources; without any, of the examples.
    """
    engine = Engine.build()
    richest = max((engine.ask(question) for question in questions or engine.examples()), key=_sources_cited)
    port = _free_port()
    page = launch_page(engine, port=port, block=False)
    take_pictures(f"http://127.0.0.1:{port}", richest, FOLDER)
    page.close()


def take_pictures(address: str, answer: Answer, folder: Path) -> None:
    """Every picture of the page with this answer given."""
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        for picture in PICTURES:
            _take(browser, address, answer, picture, folder / picture.file)
        browser.close()


def _take(browser: "Browser", address: str, answer: Answer, picture: Picture, file: Path) -> None:
    width, height = picture.size
    tab = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    tab.goto(f"{address}/?__theme={picture.theme}")
    box = tab.get_by_label("Your question")
    box.fill(answer.question)
    box.press("Enter")
    tab.locator(f'#chat a[href="#{passage_name(1, cited(answer)[-1].number)}"]').first.wait_for()
    tab.locator(".follow-ups button:visible").first.wait_for()
    picture.prepare(tab)
    tab.mouse.move(0, 0)
    tab.screenshot(path=file)
    tab.close()
    print(f"{file}: {file.stat().st_size // 1000} kB")


def _sources_cited(answer: Answer) -> int:
    return len({citation.file for citation in cited(answer)})


def _chromium() -> str:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        raise SystemExit("no browser: install Debian's package chromium")
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main(sys.argv[1:])
