"""Answers taken away: quotes and places survive in every format, and no text becomes anything but text."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from pybtex.database import parse_string

from corpus.source import Source
from rag.answer import Answer, Citation, Disagreement, Side, Statement
from rag.engine import Engine
from rag.markup import escape, shown
from ui.bibliography import latex
from ui.claim_table import COLUMNS
from ui.export import FORMATS, Format, export_name, exported, exported_bytes

HOSTILE = (
    '=cmd|" /C calc"!A0',
    "@SUM(1+1)*cmd",
    "'=1+1",
    "*bold* _it_ `code` <b onclick=x()>b</b> <!-- | a | b | ![p](http://e.example/p) [l](javascript:x) [1] [^1]: x",
    'She said "no", “never”; {50%} of $3 & #4 is_not ~ \\ ^ ok } {{ @article{x, \\input{x} %',
    "one\ntwo\n\n# three\n- four\n    five\n===\n1. six\r\nseven",
    "bell\x07 \x1b[31mred\x9b2J \u202eturned\u2066 &copy; &#60; \\* \\[2]",
    "http://e.example/ www.e.example me@e.example $x^2$ ~~s~~ :smile: [ ] [x] !",
)
FOOTNOTES = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
LATEX = {
    r"{\textbackslash}": "\\", r"{\textbraceleft}": "{", r"{\textbraceright}": "}", r"{\textasciitilde}": "~",
    r"{\textasciicircum}": "^", r"{\textless}": "<", r"{\textgreater}": ">", r"{\textbar}": "|",
    r"{\textquotedbl}": '"', r"{\char64}": "@", r"\$": "$", r"\&": "&", r"\#": "#", r"\%": "%", r"\_": "_",
}  # fmt: skip


def cited(text: str, number: int = 1, file: str = "a.txt", **known: Any) -> Citation:
    """A citation of the whole text of a file."""
    return Citation(number, file, 7, 7 + len(text), 3, text, **known)


def answer_of(*quotes: str, question: str = "What was said?", **known: Any) -> Answer:
    """An answer with a statement for each quote, composed as the engine composes one."""
    citations = tuple(cited(quote, number, f"{number}.txt", **known) for number, quote in enumerate(quotes, start=1))
    text = "\n".join(f"- {escape(one.quote)} [{one.number}]" for one in citations)
    statements = tuple(Statement(shown(one.quote), (one.number,)) for one in citations)
    return Answer(question, True, text, statements, citations)


def tokens_of(markdown: str) -> list[Token]:
    """Every token of a text as a renderer sees it, those inside lines too."""
    found = FOOTNOTES.parse(markdown)
    return [token for each in found for token in (each, *(each.children or ()))]


def words_of(markdown: str) -> str:
    """What a reader reads."""
    return "".join(
        " " if token.type in {"softbreak", "hardbreak"} else token.content
        for token in tokens_of(markdown)
        if token.type in {"text", "softbreak", "hardbreak", "text_special"}
    )


def rows_of(table: str) -> list[dict[str, str]]:
    """The rows of a table as a csv reader gives them, the apostrophes stripped as documented."""
    rows = list(csv.reader(io.StringIO(table, newline=""), strict=True))
    assert tuple(rows[0]) == COLUMNS
    return [dict(zip(COLUMNS, (cell.removeprefix("'") for cell in row), strict=True)) for row in rows[1:]]


def told(value: str) -> str:
    """LaTeX read back as the words it sets."""
    return re.sub("|".join(map(re.escape, LATEX)), lambda found: LATEX[found[0]], value)


def printed(text: str) -> str:
    """A text without the characters that a table leaves out."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", "", text)


texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60) | st.sampled_from(HOSTILE)


@given(texts, texts)
@example(*HOSTILE[:2])
@example(*HOSTILE[2:4])
@example(*HOSTILE[4:6])
@example(*HOSTILE[6:])
def test_markdown_shows_the_quotes_and_is_markup_of_its_own_only(quote: str, question: str) -> None:
    """Rendered, the quote and its place stand in a footnote; nothing of a text is a link, a picture, HTML or a list."""
    markdown = exported([answer_of(quote, question=question, title=quote, outlet=quote, holder=quote)], "markdown")
    read = words_of(markdown)
    assert f"“{shown(quote)}”" in read
    assert f"1.txt, line 3, characters 7–{7 + len(quote)}." in read
    kinds = {token.type for token in tokens_of(markdown)}
    ours = {"heading_open", "bullet_list_open", "list_item_open", "paragraph_open", "inline", "footnote_ref"}
    ours |= {"footnote_block_open", "footnote_open", "footnote_anchor", "text", "text_special", "softbreak"}
    assert {kind for kind in kinds if not kind.endswith("_close")} <= ours
    assert sum(token.type == "footnote_ref" for token in tokens_of(markdown)) == 1


@given(st.lists(texts, min_size=1, max_size=4))
@example(list(HOSTILE))
def test_csv_gives_every_quote_back(quotes: list[str]) -> None:
    """A csv reader finds a row for each quote with its claim, holder and offsets; no cell begins like a formula."""
    table = exported([answer_of(*quotes, question=quotes[0], holder=quotes[0], outlet=quotes[0])], "csv")
    rows = rows_of(table)
    assert [row["quote"] for row in rows] == [printed(quote) for quote in quotes]
    assert [row["claim"] for row in rows] == [shown(quote) for quote in quotes]
    for row, quote in zip(rows, quotes, strict=True):
        assert int(row["end"]) - int(row["start"]) == len(quote)
        assert row["holder"] == row["source"] == row["question"] == printed(quotes[0])
    for row in csv.reader(io.StringIO(table, newline="")):
        assert not any(cell.startswith(tuple("=+-@\t\r\n＝＋－＠")) for cell in row)


@given(st.lists(texts, min_size=1, max_size=4))
@example(list(HOSTILE))
def test_bibtex_gives_every_quote_back(quotes: list[str]) -> None:
    """A BibTeX parser finds an entry for each source, whose note has the quote with its place, word for word."""
    answer = answer_of(*quotes, title=quotes[0], outlet=quotes[-1], date="2031-03-04", holder=quotes[0])
    parsed = parse_string(exported([answer], "bibtex"), "bibtex")
    assert len(parsed.entries) == len(quotes)
    for entry, quote in zip(parsed.entries.values(), quotes, strict=True):
        note = told(entry.fields["note"])
        assert f"line 3, characters 7--{7 + len(quote)}: “{_one_blank(quote)}”" in _one_blank(note)
        assert entry.fields["date"] == "2031-03-04"


def _one_blank(text: str) -> str:
    return " ".join(shown(text).split())


@given(st.text())
@example("".join(HOSTILE))
def test_latex_has_no_command_and_no_brace_of_a_text(text: str) -> None:
    """Every special character is an escape that reads back as itself; braces balance at every point."""
    written = latex(text)
    depth = 0
    for character in re.sub(r"\\[$&#%_]", "", written):
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth in {0, 1}
    assert depth == 0
    assert told(written) == shown(text)
    assert not re.search(r"(?<!\\)[$&#%_]|[~^<>|\"@]", written)


@given(texts)
@example(HOSTILE[6])
def test_json_is_the_contract_and_steers_no_terminal(quote: str) -> None:
    """Read back it is the answer, quote for quote; written, it has no control character and no mark of direction."""
    answer = answer_of(quote, question=quote)
    written = exported([answer], "json")
    assert json.loads(written) == json.loads(json.dumps(answer.to_dict()))
    assert written.removesuffix("\n").isprintable()
    several = exported([answer, answer], "json")
    assert json.loads(several) == [json.loads(written)] * 2


def test_half_a_character_is_in_no_file() -> None:
    """A lone surrogate, which UTF-8 cannot write, stops no export; JSON spells it."""
    answer = answer_of("half \ud800 of one", question="\ud800?", title="\udfff")
    for form in FORMATS:
        assert exported_bytes([answer], form)
    assert json.loads(exported([answer], "json"))["question"] == "\ud800?"


def test_a_conversation_numbers_its_notes_through() -> None:
    """Two answers share the note of a place that both cite, and never a number for two places."""
    first, second = (
        answer_of("The mill burnt down.", "Nobody was hurt."),
        answer_of("The mill burnt down.", "It stood."),
    )
    second = replace(second, citations=(second.citations[0], replace(second.citations[1], file="9.txt")))
    markdown = exported([first, second], "markdown")
    assert re.findall(r"\[\^(\d+)\](?!:)", markdown) == ["1", "2", "1", "3"]
    assert re.findall(r"^\[\^(\d+)\]: “(.*?)”", markdown, re.MULTILINE) == [
        ("1", "The mill burnt down."), ("2", "Nobody was hurt."), ("3", "It stood."),
    ]  # fmt: skip
    assert len(rows_of(exported([first, second], "csv"))) == 4
    assert exported([first, second], "bibtex").count("@misc{") == 3


def test_a_declined_answer_says_why_in_every_format() -> None:
    """What is missing and the nearest passage are in Markdown and in the table; the bibliography has its source."""
    because = "None of them speaks of a trial."
    nearest = cited("The inquiry is open.", outlet="Inland Post")
    answer = Answer("Who was tried?", False, f"The sources do not say. {because}", (), (nearest,), related=(1,))
    answer = replace(answer, declined_because=because)
    markdown = exported([answer], "markdown")
    assert because in markdown
    assert "See also: [^1]" in markdown
    (row,) = rows_of(exported([answer], "csv"))
    assert (row["claim"], row["quote"]) == (because, "The inquiry is open.")
    assert "@article{inlandpost," in exported([answer], "bibtex")
    (bare,) = rows_of(exported([replace(answer, citations=(), related=())], "csv"))
    assert (bare["question"], bare["claim"], bare["quote"]) == ("Who was tried?", because, "")


def test_differences_that_the_text_does_not_tell_are_added() -> None:
    """Sides with their holders and notes follow an answer whose text is silent on them."""
    sides = (Side("11 people", ("Coast guard",), (1,)), Side("40 people", ("Union",), (2,)))
    answer = replace(
        answer_of("Eleven were hurt.", "Forty were hurt."),
        disagreements=(Disagreement("quantity", "conflict", "These cannot both hold", sides),),
    )
    markdown = exported([answer], "markdown")
    assert "- These cannot both hold: 11 people (Coast guard) [^1]; 40 people (Union) [^2]" in markdown


@pytest.mark.parametrize(
    ("author", "persons"),
    [("Ann Reed, Tom Falk and Jo Berg", ["Reed", "Falk", "Berg"]), ("Reed, Ann", ["Reed, Ann"]), (None, [])],
)
def test_authors_are_those_of_the_source(author: str | None, persons: list[str]) -> None:
    """Full names are persons of their own; what is not clearly a list stays one name."""
    source = Source("1.txt", "", (), "", author=author)
    parsed = parse_string(exported([answer_of("It burnt.", outlet="Courier")], "bibtex", [source]), "bibtex")
    found = parsed.entries["courier"].persons.get("author", [])
    assert [" ".join(person.last_names).strip("{}") for person in found] == persons


@pytest.mark.parametrize("file", ["a_b%20{c}\\d.txt", "статья 1.txt", "sub/a.txt"])
def test_a_file_name_is_read_as_it_stands(file: str) -> None:
    """The field `file` has the path, with what BibTeX cannot hold as percent signs and numbers."""
    from urllib.parse import unquote

    answer = replace(answer_of("It burnt."), citations=(cited("It burnt.", file=file),))
    (entry,) = parse_string(exported([answer], "bibtex"), "bibtex").entries.values()
    assert unquote(entry.fields["file"]) == file


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_a_file_name_and_takes_nothing_at_all(form: Format) -> None:
    """A name is letters, digits and dashes, whatever was asked; an empty conversation is an empty file of its kind."""
    for question in ("How many people left?", "../../x\x00", "有多少人", "w " * 5000):
        name = export_name([answer_of("q", question=question)], form)
        assert re.fullmatch(r"parallax[a-z0-9-]*\.(md|json|csv|bib)", name)
        assert len(name) < 70
    assert exported([], form) in {"\n", "[]\n", ",".join(f'"{name}"' for name in COLUMNS) + "\n", ""}


def test_a_real_answer_in_every_format(quarrel_folder: Path, quarrel_index: Path) -> None:
    """Every quote of an answer over real files is found at its place, in each format."""
    engine = Engine.open(quarrel_folder, index=quarrel_index)
    answer = engine.ask("How many people were hurt?")
    assert len(answer.citations) > 2
    written: dict[Format, str] = {form: exported([answer], form, engine.sources()) for form in FORMATS}
    read, notes = words_of(written["markdown"]), told(written["bibtex"])
    quotes = {(row["file"], int(row["start"]), int(row["end"])): row["quote"] for row in rows_of(written["csv"])}
    for one in answer.citations:
        place = f"characters {one.start}–{one.end}"
        assert f"“{shown(one.quote)}”" in read
        assert place in read
        assert shown(one.quote) in notes
        assert place.replace("–", "--") in notes
        assert quotes[one.file, one.start, one.end] == one.quote
        text = (quarrel_folder / one.file).read_bytes().decode("utf-8-sig")
        assert text[one.start : one.end] == one.quote
