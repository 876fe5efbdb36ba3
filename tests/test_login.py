"""Who may use a page: nobody from elsewhere without a password, and nobody without it once there is one."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from serving import Reply, http, posted, served

from rag.engine import Engine
from ui.login import Login, LoginError, check_host

PASSWORD = "correct horse ₂ battery"
GUARDED = [
    ("GET", "/config"),
    ("GET", "/gradio_api/info"),
    ("GET", "/gradio_api/openapi.json"),
    ("GET", "/gradio_api/queue/data?session_hash=x"),
    ("GET", "/gradio_api/file=/etc/hostname"),
    ("GET", "/gradio_api/file/etc/hostname"),
    ("GET", "/gradio_api/upload_progress?upload_id=x"),
    ("POST", "/gradio_api/upload"),
    ("POST", "/gradio_api/queue/join"),
    *(("POST", f"/gradio_api/{route}/ask") for route in ("run", "api", "call", "call/v2")),
    ("GET", "/gradio_api/call/ask/x"),
]


def password_file(folder: Path, text: str = f"{PASSWORD}\n", mode: int = 0o600) -> Path:
    file = folder / "password.txt"
    file.write_text(text, encoding="utf-8")
    file.chmod(mode)
    return file


@pytest.fixture(scope="module")
def port(quarrel_folder: Path, quarrel_index: Path) -> Iterator[int]:
    """A real page behind a login."""
    engine = Engine.open(quarrel_folder, index=quarrel_index)
    with served(engine, login=Login("reader", PASSWORD)) as port:
        yield port


def enter(port: int, user: str, password: str) -> Reply:
    """The form of the login, sent."""
    form = urlencode({"username": user, "password": password})
    return http(port, "POST", "/login", form, content_type="application/x-www-form-urlencoded")


@pytest.mark.parametrize(("method", "path"), GUARDED)
def test_nothing_is_shown_without_the_password(port: int, method: str, path: str) -> None:
    """Page, endpoints, uploads and files answer 401 to who has not logged in."""
    reply = posted(port, path, {"data": ["q"]}) if method == "POST" else http(port, method, path)
    assert reply.status == 401
    assert b"Not authenticated" in reply.body


def test_the_page_without_the_password_holds_nothing_of_the_corpus(port: int) -> None:
    """Who has not logged in is given a form to do so, and no word of an article."""
    reply = http(port, "GET", "/")
    assert b'"auth_required":true' in reply.body
    assert b"Tessel" not in reply.body
    assert b"courier" not in reply.body


@pytest.mark.parametrize(
    ("user", "password"),
    [("reader", "wrong"), ("reader", ""), ("", PASSWORD), ("Reader", PASSWORD), ("reader", PASSWORD + "\n")],
)
def test_a_wrong_password_opens_nothing(port: int, user: str, password: str) -> None:
    """Another user, another password, and nothing at all are refused, and no cookie is set."""
    reply = enter(port, user, password)
    assert reply.status in {400, 422}
    assert "set-cookie" not in reply.headers


def test_the_password_opens_page_and_endpoints(port: int) -> None:
    """With its cookie the page and the endpoints answer; files of the machine still do not."""
    reply = enter(port, "reader", PASSWORD)
    assert reply.status == 200
    cookie = reply.headers["set-cookie"].split(";")[0]
    assert http(port, "GET", "/config", cookie=cookie).status == 200
    answered = posted(port, "/gradio_api/run/ask", {"data": ["How many people were hurt?", [], []]}, cookie=cookie)
    assert json.loads(answered.body)["data"][0]["answered"]
    for path in ("/gradio_api/file=/etc/hostname", "/gradio_api/file=../../etc/hostname"):
        assert http(port, "GET", path, cookie=cookie).status in {403, 404}
    assert http(port, "GET", "/config", cookie=f"{cookie}x").status == 401


def test_who_guesses_waits(quarrel_folder: Path, quarrel_index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After five wrong passwords in a minute no password lets an address in until that is over, and it is told so."""
    clock = [1000.0]
    monkeypatch.setattr("ui.attempts.monotonic", lambda: clock[0])
    engine = Engine.open(quarrel_folder, index=quarrel_index)
    with served(engine, login=Login("reader", PASSWORD)) as port:
        assert [enter(port, "reader", PASSWORD).status for _ in range(9)] == [200] * 9
        assert [enter(port, "reader", f"guess {n}").status for n in range(5)] == [400] * 5
        clock[0] += 20
        for password in ("guess 6", PASSWORD):
            reply = enter(port, "reader", password)
            assert (reply.status, reply.headers["retry-after"]) == (429, "40")
            assert reply.body == b"too many wrong passwords from this address; try again in 40 s"
            assert "set-cookie" not in reply.headers
        assert http(port, "GET", "/").status == 200
        clock[0] += 40
        assert enter(port, "reader", PASSWORD).status == 200


def test_guesses_at_once_are_counted(quarrel_folder: Path, quarrel_index: Path) -> None:
    """Twenty attempts sent together are five attempts and fifteen refusals."""
    engine = Engine.open(quarrel_folder, index=quarrel_index)
    with served(engine, login=Login("reader", PASSWORD)) as port, ThreadPoolExecutor(20) as many:
        statuses = [reply.status for reply in many.map(lambda n: enter(port, "reader", f"guess {n}"), range(20))]
    assert sorted(statuses) == [400] * 5 + [429] * 15


def test_a_login_is_read_from_its_file(tmp_path: Path) -> None:
    """The first line is the password; it is in nothing that is printed."""
    file = password_file(tmp_path, f"{PASSWORD}\r\nnote\n")
    login = Login.read(f"reader:{file}")
    assert login.admits("reader", PASSWORD)
    assert PASSWORD not in repr(login)


@given(st.text(), st.text())
def test_only_the_password_is_admitted(user: str, password: str) -> None:
    """Any other user or password is refused, whatever characters it has."""
    login = Login("reader", PASSWORD)
    assert login.admits(user, password) == ((user, password) == ("reader", PASSWORD))


@pytest.mark.parametrize(
    ("text", "mode", "told"),
    [
        ("", 0o600, "is empty"),
        (" \n", 0o600, "is empty"),
        (f"{PASSWORD}\n", 0o644, "chmod 600"),
        (f"{PASSWORD}\n", 0o620, "chmod 600"),
        ("x" * 5000, 0o600, "longer than 1,024"),
    ],
)
def test_a_password_file_that_cannot_be_used_is_told(tmp_path: Path, text: str, mode: int, told: str) -> None:
    """Empty, endless, or readable by others: one sentence with the file, and without its words."""
    with pytest.raises(LoginError, match=told) as raised:
        Login.read(f"reader:{password_file(tmp_path, text, mode)}")
    assert "password.txt" in str(raised.value)
    assert "\n" not in str(raised.value)
    assert PASSWORD not in str(raised.value)


@pytest.mark.parametrize("given", ["reader", ":file", "reader:", "", "reader:/nowhere/password", "reader:/tmp"])
def test_a_login_in_another_form_is_told(given: str) -> None:
    """What is no USER:PASSWORD-FILE, or names no file, is one sentence."""
    with pytest.raises(LoginError, match=r"USER:PASSWORD-FILE|cannot be read|can be read by others"):
        Login.read(given)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.7", "example.org", ""])
def test_other_machines_need_a_password(host: str) -> None:
    """Without a login no address but this machine's own is listened at, and the reason is given."""
    with pytest.raises(LoginError, match="without a password whoever reaches the page"):
        check_host(host, None)
    check_host(host, Login("reader", PASSWORD))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_this_machine_needs_none(host: str) -> None:
    """The machine's own address is open to whoever works at it."""
    check_host(host, None)
