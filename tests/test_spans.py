"""When a cited span shows a gold quote, and how characters are counted."""

from hypothesis import given
from hypothesis import strategies as st

from eval.spans import Span, characters_inside, is_match, without_overlap

SPANS = st.lists(st.builds(Span, st.sampled_from(["a", "b"]), st.integers(0, 40), st.integers(0, 40)), max_size=6)


def span(start: int, end: int, file: str = "a") -> Span:
    """A span of the file a."""
    return Span(file, start, end)


def characters(spans: list[Span]) -> set[tuple[str, int]]:
    """Every character of the spans, by itself."""
    return {(each.file, place) for each in spans for place in range(each.start, each.end)}


def test_half_of_the_shorter_one_is_enough() -> None:
    """Quote 100 to 140: a span of 60 must share 20 of its 40; 20 match, 19 do not."""
    quote = span(100, 140)
    assert is_match(span(60, 120), quote)
    assert not is_match(span(60, 119), quote)
    assert is_match(span(110, 130), quote)  # all 20 of the shorter one, the cited span
    assert not is_match(span(60, 120, "b"), quote)


def test_scraps_and_chunks_match_nothing() -> None:
    """14 and 501 characters are refused, 15 and 500 are not, whatever they share."""
    quote = span(100, 200)
    assert not is_match(span(100, 114), quote)
    assert is_match(span(100, 115), quote)
    assert is_match(span(0, 500), quote)
    assert not is_match(span(0, 501), quote)
    assert not is_match(span(0, 100_000), quote)


def test_the_whole_quote_matches_at_any_length() -> None:
    """A gold quote of 5 or of 600 characters is matched by itself, and by nothing a character longer."""
    assert is_match(span(10, 15), span(10, 15))
    assert not is_match(span(10, 14), span(10, 15))
    assert is_match(span(0, 600), span(0, 600))
    assert not is_match(span(0, 601), span(0, 600))


def test_an_inverted_span_matches_nothing() -> None:
    """A span that ends before it starts has no characters to share."""
    assert not is_match(span(130, 100), span(100, 130))
    assert span(130, 100).length == 0


@given(SPANS)
def test_without_overlap_keeps_every_character_once(spans: list[Span]) -> None:
    """Joined spans hold the same characters, and no character twice."""
    joined = list(without_overlap(spans))
    assert characters(joined) == characters(spans)
    assert sum(each.length for each in joined) == len(characters(spans))


@given(SPANS, SPANS)
def test_characters_inside_counts_each_character_once(spans: list[Span], others: list[Span]) -> None:
    """Counting by spans gives what counting character by character does."""
    assert characters_inside(spans, others) == len(characters(spans) & characters(others))
