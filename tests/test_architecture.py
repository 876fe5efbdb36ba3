"""One arrow: corpus -> index -> rag -> {ui, eval}; an import that points left fails here."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "corpus": set(),
    "index": {"corpus"},
    "rag": {"corpus", "index"},
    "ui": {"corpus", "index", "rag"},
    "eval": {"corpus", "index", "rag"},
}
EXCEPTIONS = {("ui/commands/evaluate.py", "eval")}
"""The command that starts the evaluation, and nothing else of ui knows it."""


def modules_of(package: str) -> list[Path]:
    """The files of a package, those in its sub-packages included."""
    return sorted((ROOT / package).rglob("*.py"))


def imports_of(path: Path, text: str) -> Iterator[str]:
    """The full name of every module that a file imports, in functions and for type checkers too."""
    folder = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = folder[: len(folder) + 1 - node.level] if node.level else ()
            yield ".".join((*above, *filter(None, [node.module])))


def wrong_imports(path: Path, text: str) -> list[str]:
    """What a file imports against the arrow, or by the front door of its own package."""
    file = path.relative_to(ROOT).as_posix()
    package = file.split("/")[0]
    wrong = []
    for name in imports_of(path, text):
        target = name.split(".")[0]
        left = target in MAY_IMPORT and target != package and target not in MAY_IMPORT[package]
        if (left and (file, target) not in EXCEPTIONS) or name == package or target == "tests":
            wrong.append(f"{file} imports {name}")
    return wrong


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_nothing_imports_leftwards(package: str) -> None:
    """Each package imports only what stands left of it, and never its own front door."""
    assert modules_of(package)
    assert [wrong for path in modules_of(package) for wrong in wrong_imports(path, path.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("corpus/a.py", "import index.words"),
        ("index/a.py", "def f():\n    from rag.engine import Engine"),
        ("index/training/a.py", "from rag import Engine"),
        ("rag/a.py", "from rag import Engine"),
        ("rag/a.py", "from . import engine"),
        ("ui/page.py", "from eval.run import run"),
        ("eval/run.py", "import ui.cli as cli"),
        ("rag/a.py", "from ..ui import cli"),
    ],
)
def test_a_wrong_import_is_found(file: str, line: str) -> None:
    """The check bites: inside a function, in a sub-package, by a relative name."""
    assert len(wrong_imports(ROOT / file, line)) == 1


def test_what_is_allowed_is_not_told() -> None:
    """Neighbours' files, packages to the left and the one exception pass."""
    text = "import numpy\nfrom rag.engine import Engine\nfrom corpus import read_folder\nfrom .told import told_build"
    assert wrong_imports(ROOT / "ui/told.py", text) == []
    assert wrong_imports(ROOT / "ui/commands/evaluate.py", "from eval.command import run") == []


def test_every_front_door_is_imports_only() -> None:
    """A package's __init__ holds its docstring, imports and __all__, nothing that runs."""
    for package in MAY_IMPORT:
        body = ast.parse((ROOT / package / "__init__.py").read_text("utf-8")).body
        kinds = {type(statement) for statement in body} - {ast.Import, ast.ImportFrom, ast.Assign, ast.Expr}
        assert not kinds, package
