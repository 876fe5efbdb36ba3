"""The README's pictures: taken of the page as it is, in light, in the dark, and on a phone."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from scripted import QUESTION, ScriptedEngine

from ui.pictures import PICTURES, take_pictures

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def size_of(picture: Path) -> tuple[int, int]:
    """Width and height, as the head of a PNG has them."""
    head = picture.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    return int.from_bytes(head[16:20]), int.from_bytes(head[20:24])


@pytest.mark.browser
def test_each_picture_is_taken_and_shown(
    chromium: str, address: str, scripted_engine: ScriptedEngine, tmp_path: Path
) -> None:
    """Every one has its size, none is empty, no two are alike, and the README shows them."""
    with ThreadPoolExecutor(1) as apart:  # Playwright wants a thread without another browser of its own
        apart.submit(take_pictures, address, scripted_engine.whole(QUESTION), tmp_path).result()
    for picture in PICTURES:
        assert size_of(tmp_path / picture.file) == picture.size
        assert f"docs/{picture.file}" in README
    assert len({(tmp_path / picture.file).read_bytes() for picture in PICTURES}) == len(PICTURES)
