"""The views of an answer as HTML and values: complete, in order, and harmless whatever the texts hold."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from scripted import FIGURES, QUESTION, ScriptedEngine, default_sources
from test_render import Tags, foreign

from corpus.source import Source
from rag.answer import Answer, Citation, Disagreement, Side, Statement, TimelinePoint
from rag.overview import Overview
from ui.corpus_list import MOST_ARTICLES, corpus_differences, corpus_list, overview_answer
from ui.differences import difference_cards, numbered
from ui.grid import grid, positions_of
from ui.hearing import hearing_note, told_lines
from ui.timeline import counted_by, days_of, figure_of, marks_of, timeline_table

ENGINE = ScriptedEngine(default_sources(), FIGURES)
WHOLE = ENGINE.whole(QUESTION)
POINT = TimelinePoint("2031-03-04", "2031-03-04", 11, None, "exactly", "", "people", "", "x", 1)


def test_positions_are_the_sides_and_then_what_else_is_said() -> None:
    """Every side of every disagreement once, in order; a statement whose words are on no side follows."""
    besides = replace(WHOLE.citations[0], number=9, quote="Something else was said.")
    answer = replace(
        WHOLE,
        citations=(*WHOLE.citations, besides),
        sentences=(*WHOLE.sentences, Statement("IWPR: Something else was said.", (9,))),
    )
    sides, said = positions_of(answer)
    assert [row.position for row in sides.rows] == [f"figure <b>{n}</b>" for n in (1, 2, 3)]
    assert [row.position for row in said.rows] == ["Something else was said."]


def test_the_grid_has_a_column_for_each_source_and_marks_silence() -> None:
    """Five sources, three of them cited: each row has one cell with a marker and four silent ones."""
    shown = grid(WHOLE, 1, ENGINE.sources())
    assert shown.count('scope="col"') == 6
    assert shown.count('class="silent"') == 3 * 4
    assert shown.count('class="marker"') == 3


def test_silent_sources_have_no_column_where_there_are_many() -> None:
    """Of a hundred sources only the cited ones are columns."""
    many = (*ENGINE.sources(), *(Source(f"{n}.txt", "", (), "") for n in range(100)))
    assert grid(WHOLE, 1, many).count('scope="col"') == 1 + 3


def test_figures_are_written_with_their_comparators() -> None:
    """The value, its bound, a range, the unit."""
    assert figure_of(replace(POINT, comparator="at least", value=42500)) == "at least 42,500 people"
    assert figure_of(replace(POINT, upper=12.5, unit="km", counted="")) == "11 to 12.5 km"


def test_days_are_written_as_far_as_they_are_known() -> None:
    """One day, a span, one end of it, none."""
    assert days_of(POINT) == "4 Mar 2031"
    assert days_of(replace(POINT, last="2031-03-06")) == "4 Mar 2031 – 6 Mar 2031"
    assert days_of(replace(POINT, first=None)) == "by 4 Mar 2031"
    assert days_of(replace(POINT, last=None)) == "since 4 Mar 2031"
    assert days_of(replace(POINT, first=None, last=None)) == "day not given"


def test_only_figures_of_a_known_day_are_plotted_and_all_are_listed() -> None:
    """An unknown day has no place in a plot, but a row in the table."""
    answer = replace(WHOLE, timeline=(*WHOLE.timeline, replace(POINT, first=None, last=None)))
    assert [mark.value for mark in marks_of(answer)] == [3000, 42500, 100000]
    assert timeline_table(answer, 1).count("<tr>") == 1 + 4
    assert counted_by(answer) == "people"


def test_a_card_has_each_side_with_holder_outlet_date_and_quote() -> None:
    """Words that a position only begins with are not said twice."""
    side = Side("“Nearly 3,000 people had …”", ("IWPR",), (1,))
    quoted = Disagreement("cause", "framing", "s", (side,))
    card = difference_cards((quoted,), numbered(WHOLE.citations), 2)
    assert "Nearly 3,000 people had …" not in card
    assert all(part in card for part in ("IWPR", "26 Sep 2023", FIGURES[0][1], "#cite-2-1", "about the cause"))


def test_the_corpus_wide_list_stops_where_the_page_could_not_carry_it() -> None:
    """The strongest differences whose articles the page can hold; the rest is counted."""
    citations = tuple(Citation(n, f"{n}.txt", 0, 1, 1, "x") for n in range(1, 101))
    differences = tuple(Disagreement("event", "conflict", "s", (Side("p", ("h",), (n,)),)) for n in range(1, 101))
    overview = Overview(differences, citations)
    assert len(overview_answer(overview).disagreements) == MOST_ARTICLES
    assert "75 more are listed" in corpus_differences(overview)


def test_an_article_is_listed_with_its_length_and_claims() -> None:
    """Counted in words, as a reader counts."""
    shown = corpus_list((Source("a.txt", "Three short words", (), "", title="T", outlet="O"),), ())
    assert all(part in shown for part in ("1 article<", "3 words", "0 claims", "O · undated", "a.txt"))


@given(foreign, foreign, st.integers(1, 3))
def test_no_view_holds_markup_of_a_text(text: str, name: str, turn: int) -> None:
    """Whatever positions, holders, quotes, titles and files hold, the elements are ours."""
    one = Citation(1, name, 0, 1, 1, text, text, text, name, text, "denied")
    told = Disagreement("event", "scope", text, (Side(text, (text,), (1,)),))
    point = replace(POINT, counted=text, unit=name, comparator=text)
    answer = Answer(text, True, text, (Statement(text, (1,)),), (one,), (told,), (point,))
    source = Source(name, text, (), "", text, text)
    shown = [
        grid(answer, turn, (source,)),
        difference_cards((told,), numbered((one,)), turn),
        timeline_table(answer, turn),
        corpus_list((source,), ()),
        hearing_note((text,)),
        told_lines((text,)),
    ]
    ours = set("div section table caption thead tbody tr th td p a span h2 h3 ol li blockquote b".split())
    for parsed in map(Tags, shown):
        assert parsed.tags <= ours
        assert not any(each.startswith("on") or each in {"src", "action", "style"} for each in parsed.attributes)
