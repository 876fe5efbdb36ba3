"""Every command and example of the README does what it says."""

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = [
    line.removeprefix("$ ")
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("$ ")
]
FOLDER = re.findall(r"^(parallax (?:ask|chat) --corpus .*)$", README, re.MULTILINE)
PYTHON = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
LISTED = re.findall(r"```console\n\$ (parallax (?:claims|dis)[^\n]*)\n```\n\n```\n(.*?)```", README, re.DOTALL)
PRINTED = re.findall(r"```python\n([^`]*)```\n\n```\n(.*?)```", README, re.DOTALL)
TOML = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
BATCH = re.findall(r"`(\{\"id\".*?\})`", README)


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a user whose indexes lie in a folder of this test, with `parallax` on the path.

    A user's make knows nothing of the make that runs this test, and so says nothing of folders it enters.
    """
    scripts = str(Path(sys.executable).parent)
    data = str(tmp_path_factory.mktemp("data"))
    outside = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}}
    return outside | {"PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}", "XDG_DATA_HOME": data}


def test_the_readme_has_examples_of_each_kind() -> None:
    """The patterns of this test still find what they are there for."""
    assert {command.split()[0] for command in CONSOLE} == {"make", "parallax"}
    assert len(FOLDER) == 2
    assert len(PYTHON) == 6
    assert (len(LISTED), len(PRINTED)) == (2, 1)
    assert len(TOML) == 1
    assert len(BATCH) == 1


@pytest.mark.parametrize("command", [command for command in CONSOLE if command.startswith("parallax")])
def test_a_command_runs(command: str, surroundings: dict[str, str], tmp_path: Path) -> None:
    """Each command for the default corpus ends well and prints something."""
    done = _run(shlex.split(command), surroundings, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_make_ask_prints_the_answer_of_the_readme(surroundings: dict[str, str]) -> None:
    """`make ask` prints what the README shows, form and places.

    The selection model is of 8 bits, which processors round differently: a place or two may be others.
    """
    command = next(command for command in CONSOLE if command.startswith("make ask"))
    shown = re.search(r"```console\n\$ make chat.*?```.*?```\n(.*?)```", README, re.DOTALL)
    assert shown
    done = _run(shlex.split(command), surroundings, ROOT)
    assert done.returncode == 0, done.stderr
    places, expected = (set(re.findall(r"^\[\d+\] (\S+:\d+)", text, re.MULTILINE)) for text in (done.stdout, shown[1]))
    assert len(expected) > 5
    assert len(places & expected) >= 0.8 * len(expected)
    assert re.match(r"- \S.* \(.*\d{4}.*\): ", done.stdout)


@pytest.mark.parametrize(("command", "shown"), LISTED)
def test_a_list_is_as_in_the_readme(command: str, shown: str, surroundings: dict[str, str], tmp_path: Path) -> None:
    """`parallax claims` and `parallax disagreements` print what the README shows."""
    _assert_mostly_same(_run(shlex.split(command), surroundings, tmp_path), shown)


def test_an_example_prints_what_the_readme_shows(surroundings: dict[str, str], tmp_path: Path) -> None:
    """The output behind an example in Python is its output."""
    ((example, shown),) = PRINTED
    _run(["parallax", "index"], surroundings, tmp_path)
    _assert_mostly_same(_run([sys.executable, "-W", "error", "-c", example], surroundings, tmp_path), shown)


def test_make_chat_opens_the_page(surroundings: dict[str, str]) -> None:
    """`make chat` prints the address of a page that answers there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    page = _start(["make", "chat", f"PORT={port}"], surroundings, ROOT)
    _assert_serves(page, port)


def test_own_articles(surroundings: dict[str, str], tmp_path: Path) -> None:
    """The commands for a folder of one's own work on one, with the sources.toml that is shown."""
    articles = tmp_path / "my-articles"
    articles.mkdir()
    (articles / "first-report.txt").write_text("A spark from the saw caused the fire, the owner said.\n")
    (articles / "sources.toml").write_text(TOML[0])
    ask, chat = sorted(FOLDER)
    done = _run(shlex.split(ask), surroundings, tmp_path)
    assert done.returncode == 0, done.stderr
    assert "A spark from the saw caused the fire" in " ".join(done.stdout.split())
    assert "The Valley Courier" in done.stdout
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    page = _start(shlex.split(re.sub(r"--port \d+", f"--port {port}", chat)), surroundings, tmp_path)
    _assert_serves(page, port)


def test_the_batch_line(surroundings: dict[str, str], tmp_path: Path) -> None:
    """The line of a batch file that is shown is read as one."""
    (tmp_path / "questions.jsonl").write_text(BATCH[0], encoding="utf-8")
    done = _run(["parallax", "ask", "--batch", "questions.jsonl"], surroundings, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith('{"id": "q1"')


@pytest.mark.parametrize("example", PYTHON)
def test_a_python_example_runs(example: str, surroundings: dict[str, str], tmp_path: Path) -> None:
    """Each example prints something, warnings being errors, once the index is there."""
    _run(["parallax", "index"], surroundings, tmp_path)
    done = _run([sys.executable, "-W", "error", "-c", example], surroundings, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def _run(command: list[str], surroundings: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, timeout=300)


def _assert_mostly_same(done: subprocess.CompletedProcess[str], shown: str) -> None:
    """The models are of 8 bits, which processors round differently: a line or two may be others."""
    assert done.returncode == 0, done.stderr
    printed, expected = done.stdout.splitlines(), shown.splitlines()
    assert len(expected) > 5
    assert len(set(printed) & set(expected)) >= 0.8 * len(set(expected))


def _start(command: list[str], surroundings: dict[str, str], folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command, cwd=folder, env=surroundings, stdout=subprocess.PIPE, text=True, start_new_session=True
    )


def _assert_serves(page: "subprocess.Popen[str]", port: int) -> None:
    assert page.stdout
    try:
        lines = iter(page.stdout.readline, "")
        assert any(f"http://127.0.0.1:{port}" in line for line in lines)
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
            assert b" 200 " in connection.recv(64)
    finally:
        os.killpg(page.pid, signal.SIGTERM)
        page.wait(timeout=20)
        page.stdout.close()
