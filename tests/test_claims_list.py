"""The list of claims: lines for a person and as JSON, safe to show, and what is said where there are none."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from corpus.source import Sentence, Source
from index.claims import Claim
from index.moments import moment_of
from index.quantities import quantities_of
from tests.claims import claim_of
from ui.claims_list import json_lines, no_claims, told_claims
from ui.cli import app

STEERING = "\x1b[31mred\x9b2J\u202eback\x07"
THURSDAY = date(2031, 3, 6)


def source_of(*texts: str, file: str = "a.txt", outlet: str | None = "The Courier", page: int | None = None) -> Source:
    """An article with a sentence a line."""
    text, sentences, start = "\n".join(texts), [], 0
    for number, each in enumerate(texts):
        sentences.append(Sentence(start, start + len(each), each, each, number, number + 1, page=page))
        start += len(each) + 1
    return Source(file, text, tuple(sentences), sha256="", outlet=outlet, date=THURSDAY)


def told(source: Source, *claims: Claim) -> str:
    return "\n".join(told_claims(claims, [source]))


def read(source: Source, *claims: Claim) -> list[dict[str, object]]:
    return [json.loads(line) for line in json_lines(claims, [source])]


def test_each_article_leads_its_claims() -> None:
    """File, outlet and date once; then line, holder, how, when, and the words."""
    source = source_of("The gate was open.", "At most 12 people left on Tuesday, Ann Reed said.")
    days = replace(claim_of(source, 1, "Ann Reed"), moment=moment_of(source.sentences[1].reading, THURSDAY))
    assert told(source, claim_of(source, 0), days).split("\n") == [
        "a.txt · The Courier · 2031-03-06",
        "  line 1  The Courier, own voice (asserted)",
        "    The gate was open.",
        "  line 2  Ann Reed (reported), of 2031-03-04",
        "    At most 12 people left on Tuesday, Ann Reed said.",
    ]


def test_articles_stand_apart_and_unknown_things_are_left_out() -> None:
    """A blank line between articles; no outlet, no date and no moment are not made up."""
    one, other = source_of("It burnt."), replace(source_of("It did not.", file="b.txt", outlet=None), date=None)
    lines = list(told_claims([claim_of(one, 0), claim_of(other, 0)], [one, other]))
    assert lines[3:] == ["", "b.txt · undated", "  line 1  b.txt, own voice (asserted)", "    It did not."]


def test_a_denial_and_who_tells_of_it_are_named() -> None:
    """How it is held stands beside the holder, and those who pass it on, outermost first."""
    source = source_of("The mayor’s aide said the mayor denied it.")
    claim = replace(claim_of(source, 0, "the mayor"), held="denied", through=("the Gazette", "her aide"))
    assert "the mayor (denied), told by the Gazette and her aide" in told(source, claim)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It burnt on 4 March 2031.", "of 2031-03-04"),
        ("It burnt from 1 to 4 March 2031.", "of 2031-03-01 to 2031-03-04"),
        ("It burnt in February 2028.", "of 2028-02"),
        ("It burnt from 2028 to 2030.", "of 2028 to 2030"),
        ("It burnt in 2028.", "of 2028"),
    ],
)
def test_days_are_told_as_shortly_as_they_can_be(text: str, days: str) -> None:
    """A day, its span, a whole month and whole years each as such."""
    source = source_of(text)
    claim = replace(claim_of(source, 0), moment=moment_of(text, THURSDAY))
    assert told(source, claim).split("\n")[1].endswith(f"(asserted), {days}")


def test_a_page_is_named() -> None:
    """Of a paged file the page is told, in words and as JSON."""
    source = source_of("The gate was open.", file="a.pdf", page=3)
    assert "line 1, page 3  The Courier" in told(source, claim_of(source, 0))
    assert read(source, claim_of(source, 0))[0]["page"] == 3


def test_nothing_in_an_article_steers_the_terminal() -> None:
    """Control characters and turned directions in names, files and words are left out, and each stays on its line."""
    source = source_of(f"The gate {STEERING} was open.", file=f"a{STEERING}.txt", outlet=f"The\n{STEERING} Courier")
    claim = replace(claim_of(source, 0, f"Ann\r\n{STEERING} Reed"), through=(f"the\u2066 {STEERING}",))
    lines = list(told_claims([claim], [source]))
    assert len(lines) == 3
    assert all(line.isprintable() for line in lines)
    assert "Ann [31mred2Jback Reed" in lines[1]


def test_markup_in_names_is_shown_as_it_stands() -> None:
    """A terminal reads no markup: tags, brackets and stars of an article are its words."""
    source = source_of("The gate was open.")
    claim = claim_of(source, 0, "<b>Ann</b> [red]*Reed*[/red]")
    assert "<b>Ann</b> [red]*Reed*[/red] (reported)" in told(source, claim)


def test_json_is_one_printable_line_with_the_same_values() -> None:
    """What could steer a terminal or end a line is escaped, and read back it is what the article has."""
    words = f"The gate {STEERING}\u2028was\u0085 open <b>“now”</b>, é 😀."
    source = source_of(words)
    (line,) = json_lines([claim_of(source, 0, f"Ann{STEERING}")], [source])
    assert line.isprintable()
    assert "“now”" in line
    assert len(line.splitlines()) == 1
    claim = json.loads(line)
    assert (claim["quote"], claim["holder"]) == (words, f"Ann{STEERING}")


def test_json_has_the_place_and_what_was_read() -> None:
    """Places count in the file's text; figures and moments in the claim's own."""
    source = source_of("It was early.", "At most 12 people left on Tuesday, Ann Reed said.")
    text = source.sentences[1].reading
    claim = replace(claim_of(source, 1, "Ann Reed"), quantities=quantities_of(text), moment=moment_of(text, THURSDAY))
    (line,) = read(source, claim)
    assert line | {"quantities": None, "moment": None} == {
        "file": "a.txt",
        "line": 2,
        "start": 14,
        "end": 14 + len(text),
        "quote": text,
        "outlet": "The Courier",
        "date": "2031-03-06",
        "page": None,
        "caption": False,
        "sentence": 1,
        "text": text,
        "holder": "Ann Reed",
        "own_voice": False,
        "through": [],
        "held": "reported",
        "quantities": None,
        "moment": None,
    }
    (figure,), moment = line["quantities"], line["moment"]  # type: ignore[misc]
    assert (figure["value"], figure["bound"], text[figure["start"] : figure["end"]]) == (12, "at most", "12")
    assert (moment["first"], moment["last"], moment["text"]) == ("2031-03-04", "2031-03-04", "Tuesday")  # type: ignore[index]


def named(*holders: str) -> Sequence[Claim]:
    source = source_of("It burnt.")
    return [claim_of(source, 0, holder) for holder in holders]


def test_a_misspelt_name_is_offered_those_like_it() -> None:
    """A name that is nearly one of theirs is answered with that one, each once whatever its capitals."""
    claims = named("Ines Varga", "Bo Lindqvist", "the council", "The council")
    assert no_claims("vraga", claims) == "nobody called 'vraga' holds anything; near it: Ines Varga"
    assert no_claims("lindquist", claims).endswith("near it: Bo Lindqvist")
    assert no_claims("city council", claims).count("council") == 2


def test_a_name_like_none_is_offered_those_named_most() -> None:
    """At most five, the most frequent first; where nobody holds anything, nobody is offered."""
    claims = named(*(f"Voice {number}" for number in "123456"), "Voice 6", "Voice 4", "Voice 4")
    assert no_claims("Wxyz", claims) == (
        "nobody called 'Wxyz' holds anything; named most often: Voice 4; Voice 6; Voice 1; Voice 2; Voice 3"
    )
    assert no_claims("Wxyz", []) == "nobody called 'Wxyz' holds anything"


def test_a_name_that_is_asked_for_cannot_steer_the_terminal_either() -> None:
    """Neither the name asked for nor those offered bring control characters to the terminal."""
    assert no_claims(f"Ann{STEERING}", named(f"Ann{STEERING}")).isprintable()


def listed(folder: Path, index: Path, *arguments: str) -> tuple[int, str, str]:
    """What `parallax claims` prints: its exit code, its lines, and what it says beside them."""
    done = CliRunner().invoke(app, ["claims", "--corpus", str(folder), "--index", str(index), *arguments])
    return done.exit_code, done.stdout, done.stderr


def test_the_command_lists_all_claims(quarrel_folder: Path, quarrel_index: Path) -> None:
    """Every article has its claims, as lines and as JSON; the quote stands in its file."""
    code, out, err = listed(quarrel_folder, quarrel_index)
    assert (code, err) == (0, "")
    assert "Ola Lund (denied)" in out
    assert "newsletter.txt, own voice (asserted)" in out
    code, out, err = listed(quarrel_folder, quarrel_index, "--json")
    assert (code, err) == (0, "")
    claims = [json.loads(line) for line in out.splitlines()]
    assert len({claim["file"] for claim in claims}) == 5
    for claim in claims:
        text = (quarrel_folder / claim["file"]).read_text("utf-8")
        assert text[claim["start"] : claim["end"]] == claim["quote"]


def test_the_command_keeps_to_one_holder(quarrel_folder: Path, quarrel_index: Path) -> None:
    """--holder takes a part of a name in any case, and leaves out all others."""
    _, out, err = listed(quarrel_folder, quarrel_index, "--json", "--holder", "VANCE")
    assert {json.loads(line)["holder"] for line in out.splitlines()} == {"Petra Vance"}
    assert err == ""


def test_no_such_holder_is_said_and_no_error(quarrel_folder: Path, quarrel_index: Path) -> None:
    """Nothing is listed, standard error says why and who there is, and the exit code is 0."""
    for form in ([], ["--json"]):
        code, out, err = listed(quarrel_folder, quarrel_index, "--holder", "Petra Vanse", *form)
        assert (code, out) == (0, "")
        assert err == "nobody called 'Petra Vanse' holds anything; near it: Petra Vance\n"


def test_a_blank_name_is_a_wrong_flag(quarrel_folder: Path, quarrel_index: Path) -> None:
    """--holder "" is not taken for everybody."""
    code, out, err = listed(quarrel_folder, quarrel_index, "--holder", " ")
    assert (code, out) == (2, "")
    assert "--holder needs a name" in err
