"""Plain text: which lines are one paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.plain import plain_blocks


def texts(raw: str) -> list[str]:
    """The text of each block."""
    return [block.text for block in plain_blocks(raw)]


def test_wrapped_lines_are_one_paragraph() -> None:
    """Lines that an editor wrapped are joined; the heading above them is not."""
    raw = (
        "A short heading\n"
        "The first line of this paragraph was wrapped by an editor at a\n"
        "Width of sixty-two characters, so that it goes on here and then\n"
        "ends.\n"
    )
    assert texts(raw) == ["A short heading", raw[16:].rstrip("\n")]


def test_lines_of_their_own_stay_apart() -> None:
    """Short lines, list items and lines as long as paragraphs are not joined."""
    long = "This line is as long as a paragraph because nobody wrapped it, and it goes on and on " * 3
    assert texts(f"Short one\nShort two\n{long}\n{long}x") == ["Short one", "Short two", long.strip(), f"{long}x"]
    assert texts("• One\n  • Two\n3. Three") == ["One", "Two", "Three"]


def test_a_line_that_goes_on_in_lower_case_is_joined() -> None:
    """A sentence broken at a ragged place is one sentence."""
    assert texts("The people who\nleft came back.\nThe others stayed.") == [
        "The people who\nleft came back.",
        "The others stayed.",
    ]


@given(st.text(alphabet=st.sampled_from("ab A.\r\n\t•-1") | st.characters()))
def test_blocks_stand_where_they_say(raw: str) -> None:
    """A block's run is its text, in order, whatever the line ends are."""
    last = 0
    for block in plain_blocks(raw):
        (run,) = block.runs
        assert raw[run.start : run.start + run.length] == block.text
        assert run.start >= last
        last = run.start + run.length
