"""The picture of the page that the README shows: `python -m ui.pictures [QUESTION]` writes docs/page.png."""

import shutil
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from rag.answer import Answer
from rag.engine import Engine
from ui.citing import cited, passage_name
from ui.page import launch_page

PICTURE = Path("docs/page.png")
SIZE = (1280, 860)


def main(questions: Sequence[str]) -> None:
    """Ask the default corpus, open the first passage, take the picture.

    Of several questions the one is taken whose answer cites most sources; without any, of the examples.
    """
    engine = Engine.build()
    richest = max((engine.ask(question) for question in questions or engine.examples()), key=_sources_cited)
    port = _free_port()
    page = launch_page(engine, port=port, block=False)
    PICTURE.parent.mkdir(exist_ok=True)
    take_picture(f"http://127.0.0.1:{port}", richest, PICTURE)
    page.close()
    print(f"{PICTURE}: {PICTURE.stat().st_size // 1000} kB")


def take_picture(address: str, answer: Answer, picture: Path, size: Sequence[int] = SIZE, theme: str = "light") -> None:
    """The page with this answer given and the first of its passages open."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce")
        tab.goto(f"{address}/?__theme={theme}")
        box = tab.get_by_label("Your question")
        box.fill(answer.question)
        box.press("Enter")
        tab.locator(f'#chat a[href="#{passage_name(1, cited(answer)[-1].number)}"]').first.wait_for()
        tab.locator("#chat a").first.click()
        tab.locator("#pane mark.chosen").first.wait_for()
        tab.mouse.move(0, 0)
        tab.screenshot(path=picture)
        browser.close()


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
