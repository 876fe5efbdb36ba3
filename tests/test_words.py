"""Words as keyword search sees them."""

from hypothesis import given
from hypothesis import strategies as st

from index.words import STOP_WORDS, stem, surface_words, terms


def test_surface_words() -> None:
    """Case, accents and commas in numbers make no difference; a hyphenated word counts whole and in parts."""
    assert surface_words("Café RENÉE, 7,000 (ÉTÉ)") == ["cafe", "renee", "7000", "ete"]
    assert surface_words("self-made") == ["self-made", "self", "made"]
    assert surface_words("Straße, don’t") == ["strasse", "don", "t"]
    assert surface_words("Паром 北京 2.5") == ["паром", "北京", "2.5"]


def test_terms() -> None:
    """Endings go, words without meaning of their own go, order and repetitions stay."""
    assert terms("Why were the ferries and the ferry repaired?") == ["ferri", "ferri", "repair"]
    assert terms("What is it about?") == []
    assert stem("accidents") == stem("accident")


def test_stop_words_are_surface_words() -> None:
    """A stop word is written as words are after they were made plain, or it would stop nothing."""
    assert [word for word in STOP_WORDS if surface_words(word) != [word]] == []


@given(st.text())
def test_any_text_has_words(text: str) -> None:
    """No text breaks it; words are never empty and hold no white space."""
    for word in surface_words(text):
        assert word
        assert not any(character.isspace() for character in word)
    assert all(terms(text))
