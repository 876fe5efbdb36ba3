"""`make train`: what it needs, and what it says where that is missing."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from index.tagger import MODEL
from index.training.__main__ import SETS, needed, problem_with


@pytest.mark.parametrize("name", SETS)
def test_each_model_has_its_script_its_weights_and_its_card(name: str) -> None:
    """What is trained is what is shipped, and its card names its licence."""
    assert find_spec(f"index.training.{name}")
    assert any(MODEL.with_name(f"{name}{ending}").is_file() for ending in (".onnx", ".json"))
    assert "CC BY-SA 4.0" in MODEL.with_name(f"{name}.md").read_text("utf-8")


def test_each_file_is_needed_once() -> None:
    """The sets of several models are named once, each with the part that trains and the part that chooses."""
    assert needed({"one": ("a", "b"), "two": ("b",)}) == (
        "a-train.jsonl.gz",
        "a-dev.jsonl.gz",
        "b-train.jsonl.gz",
        "b-dev.jsonl.gz",
    )


def test_only_what_is_missing_is_named(tmp_path: Path) -> None:
    """The folder and the file that lacks are named, those that are there are not; a whole folder is no problem."""
    for name in needed():
        (tmp_path / name).touch()
    assert problem_with(tmp_path) is None
    (tmp_path / "attribution-dev.jsonl.gz").unlink()
    assert problem_with(tmp_path) == f"{tmp_path} lacks attribution-dev.jsonl.gz"


@pytest.mark.parametrize(("data", "words"), [("", "make train DATA=FOLDER"), ("nowhere", "nowhere is no folder")])
def test_without_the_data_it_says_what_it_needs(data: str, words: str) -> None:
    """One line on standard error with every file by name, and exit code 1; nothing is imported that trains."""
    command = [sys.executable, "-X", "importtime", "-m", "index.training", data]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parent.parent, timeout=60)
    told = [line for line in done.stderr.splitlines() if not line.startswith("import time:")]
    assert (done.returncode, done.stdout, len(told)) == (1, "", 1)
    assert words in told[0]
    assert all(name in told[0] for name in needed())
    assert "torch" not in done.stderr
