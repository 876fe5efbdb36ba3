"""Words of a source inside markdown."""

from hypothesis import given
from hypothesis import strategies as st

from rag.markup import escape, shown, unescape
from ui.markup import literal, plain


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_the_words_survive(text: str) -> None:
    """What is escaped comes back as it was, white space and control characters aside."""
    assert unescape(escape(text)) == shown(text)


def test_a_text_cannot_steer_a_terminal() -> None:
    """Escape sequences, bells and marks that turn the direction of writing are left out of what is shown."""
    assert shown("a\x1b[31m red\x07\u202e b\tc") == "a[31m red b c"


def test_nothing_of_a_source_is_read_as_markup_or_as_a_marker() -> None:
    """A marker, a picture, a tag and emphasis in a source's words are shown, not obeyed."""
    assert escape("see [3] ![x](http://e) <b> *now* `rm`") == (r"see \[3\] !\[x\](http://e) \<b\> \*now\* \`rm\`")


def test_file_names_stay_whole() -> None:
    """An underscore inside a word needs no escape and gets none."""
    assert escape("000_article_1.txt") == "000_article_1.txt"


def test_a_text_cannot_turn_a_page_around() -> None:
    """Marks of direction, controls and halves of characters are left out of HTML and of Markdown."""
    text = "a\u202eb\u2066c\x9bd\ud800e\u2028f"
    assert (plain(text), literal(text)) == ("abcdef", "abcdef")
