"""The attribution tagger: golden sentences for the shipped model, and the path through its states."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from index.tagger import MODEL, STATES, Span, allowed, best_paths, shipped_tagger


def marked(text: str) -> list[tuple[str, str]]:
    """The kind and the words of each span of roles."""
    [tagged] = shipped_tagger().tag([(text, [(0, len(text))])])
    return [(span.kind, text[span.start : span.end]) for span in tagged.roles]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        (
            "Mayor Ann Reed said the gate was open.",
            [("SOURCE", "Mayor Ann Reed"), ("CUE", "said"), ("CONTENT", "the gate was open")],
        ),
        (
            "The gate was shut, according to the river board.",
            [("CONTENT", "The gate was shut"), ("CUE", "according to"), ("SOURCE", "the river board")],
        ),
        (
            "The company denied that anybody had been warned.",
            [("SOURCE", "The company"), ("CUE", "denied"), ("CONTENT", "that anybody had been warned")],
        ),
        ("The river rose by two metres in the night.", []),
    ],
)
def test_golden_sentences(text: str, spans: list[tuple[str, str]]) -> None:
    """The shipped model marks who, how and what in plain sentences, and nothing where nobody speaks."""
    assert marked(text) == spans


def test_people_and_bodies_are_marked() -> None:
    """Names of people and organisations are found."""
    text = "Ann Reed of the United Nations met President Carl Moss in Geneva."
    [tagged] = shipped_tagger().tag([(text, [(0, len(text))])])
    assert {(span.kind, text[span.start : span.end]) for span in tagged.entities} >= {
        ("PERSON", "Ann Reed"),
        ("PERSON", "Carl Moss"),
        ("LOCATION", "Geneva"),
    }


def test_the_model_fits_the_package() -> None:
    """The shipped file stays under 25 MB."""
    assert MODEL.stat().st_size < 25_000_000


SCORES = arrays.arrays(
    np.float32, st.tuples(st.just(2), st.integers(1, 9), st.just(STATES)), elements=st.floats(-5, 5, width=32)
)


@given(SCORES)
def test_no_path_breaks_the_rules(emissions: np.ndarray) -> None:
    """After a beginning comes an inside or an end, after an end none of these, whatever the scores."""
    steps = np.tile(allowed(), (2, 1, 1))
    paths = best_paths(emissions, np.array([emissions.shape[1], 1]), steps)
    path = paths[0].tolist()
    assert all(allowed()[one, other] == 0 for one, other in itertools.pairwise(path))


def test_a_single_word_and_a_run_become_spans() -> None:
    """States B I E and S are one span each; a run cut by the edge of the text is closed there."""
    from index.tagger import spans_of
    from index.windows import Word

    words = [Word(at, at + 1, (1,), 0, 0) for at in range(6)]
    spans = list(spans_of(words, [0, 1, 3, 4, 0, 1], "CUE"))
    assert spans == [Span(0, 3, "CUE"), Span(3, 4, "CUE"), Span(4, 6, "CUE")]
