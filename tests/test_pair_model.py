"""The pair model: golden pairs."""

import pytest

from index.pair_model import MODEL, RELATIONS, OnnxPairModel

OPENED = OnnxPairModel.open()


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("The dam held 40 tonnes of water.", "The dam held 90 tonnes of water.", "conflict"),
        ("The mayor was arrested on Monday.", "The mayor was not arrested on Monday.", "conflict"),
        ("Three hikers were rescued from the glacier.", "Three hikers have been rescued from a glacier.", "agreement"),
        ("The bakery raised its prices in May.", "A storm closed the northern airport.", "nothing"),
    ],
)
def test_golden_pairs(one: str, other: str, relation: str) -> None:
    """A changed number and a negation are conflicts, the same said again agrees, unlike matters are nothing."""
    assert RELATIONS[int(OPENED.judge([(one, other)])[0].argmax())] == relation


def test_the_order_of_a_pair_does_not_matter() -> None:
    """Both orders are read, so that they give the same."""
    pair = ("The gate was open.", "The gate was shut.")
    assert OPENED.judge([pair]) == pytest.approx(OPENED.judge([pair[::-1]]), abs=1e-3)
    assert OPENED.judge([]).shape == (0, len(RELATIONS))


def test_the_model_fits_the_package() -> None:
    """The shipped file stays under 25 MB."""
    assert MODEL.stat().st_size < 25_000_000
