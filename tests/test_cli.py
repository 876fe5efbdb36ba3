"""The command line: what it prints, where, and with which exit code."""

import json
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from shell import Run

from rag.answer import Answer


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return Run(capsys, monkeypatch)


@pytest.fixture
def corpus(quarrel_folder: Path, quarrel_index: Path) -> list[str]:
    """Flags that name the quarrelling corpus and its finished index."""
    return ["--corpus", str(quarrel_folder), "--index", str(quarrel_index)]


def test_ask_prints_the_answer_and_where_it_stands(run: Run, corpus: list[str]) -> None:
    """An answer has markers, and each marker a line with the file and line number."""
    code, out, err = run("ask", "How many people were hurt?", *corpus)
    assert (code, err) == (0, "")
    assert re.search(r"\[1\]", out)
    assert re.search(r"^\[1\] \w+\.\w+:\d+", out, re.MULTILINE)
    assert "19" in out


def test_a_question_needs_no_quotes(run: Run, corpus: list[str]) -> None:
    """Words that the shell cut apart are the question that they are together."""
    quoted = run("ask", "How many people were hurt?", *corpus)
    assert run("ask", "How", "many", "people", "were", "hurt?", *corpus) == quoted


def test_a_folder_before_the_question_is_told_where_it_goes(run: Run, quarrel_folder: Path) -> None:
    """Whoever names the folder first learns of --corpus; nothing is asked."""
    code, out, err = run("ask", str(quarrel_folder), "How many people were hurt?")
    assert (code, out) == (2, "")
    assert "--corpus" in err


def test_ask_json_is_the_contract(run: Run, corpus: list[str], quarrel_folder: Path) -> None:
    """One line of JSON with every field of the contract; each quote stands in its file, byte for byte."""
    code, out, _ = run("ask", "How many people were hurt?", "--json", *corpus)
    assert code == 0
    assert out.count("\n") == 1
    answer = json.loads(out)
    assert set(Answer.__dataclass_fields__) <= set(answer)
    assert answer["answered"] is True
    assert answer["mode"] == "quotes"
    for citation in answer["citations"]:
        text = (quarrel_folder / citation["file"]).read_bytes().decode("utf-8-sig")
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_declining_is_no_error(run: Run, corpus: list[str]) -> None:
    """A question the sources are silent on ends with exit code 0 and says so."""
    code, out, _ = run("ask", "What did Wilhelmina Zorkov pay?", *corpus)
    assert code == 0
    assert out.startswith("The sources do not say.")


def test_batch_answers_a_line_for_a_line(run: Run, corpus: list[str], tmp_path: Path) -> None:
    """Each line is answered under its id, with the history it brings."""
    batch = tmp_path / "questions.jsonl"
    lines = [
        {"id": "empty", "question": " "},
        {"id": "a", "question": "What did the crew warn of?"},
        {"id": "b", "question": "who said that?", "history": ["What did the crew warn of?"]},
    ]
    batch.write_text("\n".join(map(json.dumps, lines)) + "\n\n", encoding="utf-8")
    code, out, _ = run("ask", "--batch", str(batch), *corpus)
    assert code == 0
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["empty", "a", "b"]
    assert json.loads(out.splitlines()[0])["declined_because"].startswith("Type a question")


@pytest.mark.parametrize(
    ("text", "word"),
    [("{", "line 1"), ('{"id": "a", "question": "q"}\n{"id": "b"}', "line 2"), ("", None)],
)
def test_a_broken_batch_file_names_its_line(
    run: Run, corpus: list[str], tmp_path: Path, text: str, word: str | None
) -> None:
    """A batch is checked whole before the first question is asked; an empty one asks nothing."""
    batch = tmp_path / "questions.jsonl"
    batch.write_text(text, encoding="utf-8")
    code, out, err = run("ask", "--batch", str(batch), *corpus)
    assert out == ""
    assert code == (1 if word else 0)
    assert (word or "") in err
    assert err.count("\n") == (1 if word else 0)


def test_a_batch_line_may_hold_any_character_that_json_allows(run: Run, corpus: list[str], tmp_path: Path) -> None:
    """A line ends at a line feed, and at nothing else that Unicode calls a line end."""
    batch = tmp_path / "questions.jsonl"
    batch.write_text('{"id": "a", "question": "How many people\u2028were hurt?"}\n', encoding="utf-8")
    code, out, _ = run("ask", "--batch", str(batch), *corpus)
    assert (code, json.loads(out)["id"]) == (0, "a")


def test_a_cross_encoder_that_is_not_there_is_one_line(
    run: Run, corpus: list[str], monkeypatch: pytest.MonkeyPatch, no_network: None
) -> None:
    """A name that was never downloaded is an error with the command, and nothing is looked up."""
    monkeypatch.setenv("PARALLAX_SELECTOR", "nobody/nothing")
    code, out, err = run("ask", "How many?", *corpus)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "hf download nobody/nothing" in err


def test_an_empty_folder_name_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty PARALLAX_CORPUS is not taken for the working folder."""
    monkeypatch.setenv("PARALLAX_CORPUS", "")
    code, _, err = run("sources")
    assert code == 1
    assert "corpus" in err


def test_only_the_source_asked_for_is_heard(run: Run, corpus: list[str]) -> None:
    """--source keeps an answer to the outlets named."""
    _, out, _ = run("ask", "How many people were hurt?", "--source", "harbour gazette", "--json", *corpus)
    assert {citation["outlet"] for citation in json.loads(out)["citations"]} == {"Harbour Gazette"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ask", "q", "--source", "Nobody's Daily"], "no source is called"),
        (["ask", "--batch", "missing.jsonl"], "missing.jsonl"),
        (["eval", "--gold", "missing.jsonl"], "missing.jsonl"),
        (["eval", "--output", "/dev/null/results.json"], "--output"),
        (["eval", "--system", "nobody"], "no system is called"),
    ],
)
def test_an_error_is_one_line_with_the_remedy(run: Run, corpus: list[str], arguments: list[str], message: str) -> None:
    """What a user can mend is one line on standard error and exit code 1, without a traceback."""
    code, out, err = run(*arguments, *corpus)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert message in err


@pytest.mark.parametrize("arguments", [["ask", "--no-such-flag"], ["ask"], ["chat", "--port", "0"], ["fly"]])
def test_a_wrong_flag_is_exit_code_2(run: Run, arguments: list[str]) -> None:
    """A command that is not in the form is told so, and nothing is built."""
    assert run(*arguments)[0] == 2


def test_a_missing_folder_is_one_line(run: Run, tmp_path: Path) -> None:
    """A folder that is not there, and one with nothing readable, are errors in a line."""
    code, _, err = run("ask", "q", "--corpus", str(tmp_path / "nowhere"), "--index", str(tmp_path / "i"))
    assert code == 1
    assert "nowhere" in err.splitlines()[-1]
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "picture.png").write_bytes(b"\x89PNG")
    code, _, err = run("index", str(empty), "--index", str(tmp_path / "j"))
    assert code == 1
    assert "picture.png" in err.splitlines()[-1]


@pytest.mark.parametrize("command", ["index", "ask", "chat", "sources", "claims", "eval", "doctor"])
def test_every_help_has_an_example(run: Run, command: str) -> None:
    """--help of each command ends with a command that could be typed."""
    code, out, _ = run(command, "--help")
    assert code == 0
    assert f"Example: parallax {command}" in out


def test_index_says_what_it_did(run: Run, tmp_path: Path) -> None:
    """A first build, an update that adds one file and skips another, and one with nothing to do."""
    folder, index = tmp_path / "mine", str(tmp_path / "index")
    folder.mkdir()
    (folder / "a.txt").write_text("The mill burnt down on Monday. Nobody was hurt.\n")
    assert "added 1: a.txt" in run("index", str(folder), "--index", index)[1]
    (folder / "b.txt").write_text("The mill was insured, said its owner Ann Reed.\n")
    (folder / "c.bin").write_bytes(b"\x00\x01")
    out = run("index", str(folder), "--index", index)[1]
    assert "added 1: b.txt" in out
    assert "not read: c.bin" in out
    assert run("index", str(folder), "--index", index)[1].startswith("up to date: 2 articles")


def test_a_stale_index_answers_with_a_note(run: Run, tmp_path: Path) -> None:
    """An article that changed after the build is named on standard error; the answer is that of the index."""
    folder, index = tmp_path / "mine", str(tmp_path / "index")
    folder.mkdir()
    (folder / "a.txt").write_text("The mill burnt down on Monday. Nobody was hurt.\n")
    run("index", str(folder), "--index", index)
    (folder / "a.txt").write_text("The mill burnt down on Tuesday. Nobody was hurt.\n")
    code, out, err = run("ask", "When did the mill burn down?", "--corpus", str(folder), "--index", index)
    assert code == 0
    assert "Monday" in out
    assert "a.txt" in err
    assert "parallax index" in err


def test_a_folder_without_an_index_is_built_first(run: Run, tmp_path: Path) -> None:
    """Asking says on standard error that it builds, and prints nothing but the answer on standard output."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "a.txt").write_text("The mill burnt down on Monday. Nobody was hurt.\n")
    arguments = ["ask", "When did the mill burn down?", "--json", "--corpus", str(folder)]
    code, out, err = run(*arguments, "--index", str(tmp_path / "index"))
    assert code == 0
    assert json.loads(out)["answered"]
    assert "no index yet" in err
    manifest = next((tmp_path / "index" / "generations").glob("*/manifest.json"))
    manifest.write_text(re.sub(r'"layout":\s*\d+', '"layout":1', manifest.read_text()))
    code, again, err = run(*arguments, "--index", str(tmp_path / "index"))
    assert (code, json.loads(again)["text"]) == (0, json.loads(out)["text"])
    assert "index of an earlier version; building it" in err


def test_sources_and_doctor(run: Run, corpus: list[str]) -> None:
    """The articles are listed with what is known of them; doctor names versions and where the index is."""
    _, out, _ = run("sources", *corpus)
    assert "courier.txt  2031-03-04  Tessel Courier" in out
    assert "newsletter.txt  undated  outlet unknown" in out
    _, out, _ = run("doctor", *corpus)
    assert re.search(r"^chromadb: \d", out, re.MULTILINE)
    assert corpus[3] in out


def test_sources_as_json(run: Run, corpus: list[str], quarrel_folder: Path) -> None:
    """`sources --json` prints an object an article, null for what the article does not say."""
    code, out, err = run("sources", "--json", *corpus)
    listed = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [each["file"] for each in listed] == sorted(path.name for path in quarrel_folder.glob("[!s]*.*"))
    courier = {each["file"]: each for each in listed}["courier.txt"]
    title = "Ferry strikes pier at Tessel"
    assert courier == {
        "file": "courier.txt", "title": title, "outlet": "Tessel Courier", "date": "2031-03-04", "author": None,
        "sentences": courier["sentences"],
    }  # fmt: skip
    assert courier["sentences"] > 4
    assert listed[-2]["outlet"] is listed[-2]["date"] is None


def test_the_version_is_that_of_the_package(run: Run) -> None:
    """`parallax --version` is one line, and needs no corpus."""
    assert run("--version") == (0, f"parallax {version('parallax-rag')}\n", "")


def test_a_cold_ask_imports_no_torch(corpus: list[str]) -> None:
    """A question is answered without torch, transformers, gradio or llama-index."""
    program = (
        "import sys; sys.argv = ['parallax', *sys.argv[1:]]\n"
        "from ui.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'gradio', 'llama_index'} & set(sys.modules)\n"
        "print('HEAVY', sorted(heavy))"
    )
    command = [sys.executable, "-c", program, "ask", "How many people were hurt?", *corpus]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "HEAVY []"
