"""Marks that the tagger leaves out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.missed_spans import completed
from index.tagger import Span, Tagged


def marked(text: str, **words: str) -> Tagged:
    """Marks on these words of a text."""
    spans = ((text.index(each), each, kind.upper()) for kind, each in words.items())
    return Tagged(tuple(sorted((Span(at, at + len(each), kind) for at, each, kind in spans), key=_place)), ())


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


@pytest.mark.parametrize(
    ("text", "words", "added"),
    [
        ("He denies that he was paid.", {"cue": "denies", "content": "that he was paid"}, "He"),
        (
            "Some 300 families have left, citing fears of a flood.",
            {"cue": "citing", "content": "fears of a flood"},
            "Some 300 families",
        ),
        (
            "The board advised the mine to lower the water.",
            {"source": "The board", "cue": "advised"},
            "the mine to lower the water",
        ),
        (
            "It rose by two metres, its director said.",
            {"source": "its director", "cue": "said"},
            "It rose by two metres",
        ),
        (
            "Brook Mines, the operator, denies it.",
            {"source": "the operator", "cue": "denies"},
            "Brook Mines, the operator",
        ),
    ],
)
def test_what_is_left_out_is_marked(text: str, words: dict[str, str], added: str) -> None:
    """A subject before its cue, what is said beside it, and the name before an apposition."""
    found = completed(text, [(0, len(text))], marked(text, **words))
    assert added in {text[span.start : span.end] for span in found.roles}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann Reed said it rose, adding that it fell.", {"source": "Ann Reed", "cue": "said", "content": "it rose"}),
        ("The mayor, it is true, spoke.", {"source": "The mayor"}),
    ],
)
def test_what_is_marked_stays_as_it_is(text: str, words: dict[str, str]) -> None:
    """Nothing is added where a cue has its source."""
    tagged = marked(text, **words)
    assert completed(text, [(0, len(text))], tagged).roles == tagged.roles


@given(st.text(alphabet="Aa the,. “”", max_size=60), st.data())
def test_marks_lie_in_the_text(text: str, data: st.DataObject) -> None:
    """Whatever is marked, all marks stay inside the text and in order."""
    edges = (
        st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
        .map(sorted)
        .filter(lambda pair: pair[0] < pair[1])
    )
    kinds = st.sampled_from(["SOURCE", "CUE", "CONTENT"])
    spans = data.draw(st.lists(st.tuples(edges, kinds), max_size=5)) if text else []
    roles = tuple(sorted((Span(start, end, kind) for (start, end), kind in spans), key=_place))
    found = completed(text, [(0, len(text))], Tagged(roles, ()))
    assert all(0 <= span.start < span.end <= len(text) for span in found.roles)
    assert list(found.roles) == sorted(found.roles, key=_place)


def test_a_source_lies_in_one_sentence() -> None:
    """Of a heading and the subject of the sentence below it, marked as one, the subject is the source."""
    text = "A tunnel under the border\n\nFrance said that it would be safe."
    tagged = Tagged((Span(0, 33, "SOURCE"), Span(34, 38, "CUE")), (Span(20, 33, "PERSON"),))
    found = completed(text, [(0, 25), (27, len(text))], tagged)
    assert [text[span.start : span.end] for span in found.roles if span.kind == "SOURCE"] == ["France"]
    assert [text[span.start : span.end] for span in found.entities] == ["France"]
