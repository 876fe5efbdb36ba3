"""Which cue and which source a statement belongs to."""

import pytest

from index.attribution import attributions_of
from index.tagger import Span, Tagged


def sources_of(text: str, *marked: tuple[str, str]) -> list[str]:
    """The words of the source of each statement, of a text in which the words of each role are marked, in order."""
    roles, at = [], 0
    for kind, words in marked:
        at = text.index(words, at)
        roles.append(Span(at, at + len(words), kind))
        at += len(words)
    found = attributions_of(text, Tagged(tuple(roles), ()))
    return [text[each.source.start : each.source.end] if each.source else "" for each in found]


@pytest.mark.parametrize("speaker", ["Lind", "Dora Lind, who has been the minister of transport for some seven years,"])
def test_who_speaks_behind_a_statement_in_its_sentence_says_it(speaker: str) -> None:
    """However near the speaker of the sentence before stands."""
    text = f"Three people were hurt, police said. The road is shut, {speaker} said."
    marked = [("CONTENT", "Three people were hurt"), ("SOURCE", "police"), ("CUE", "said")]
    marked += [("CONTENT", "The road is shut"), ("SOURCE", speaker.rstrip(",")), ("CUE", "said")]
    assert sources_of(text, *marked) == ["police", speaker.rstrip(",")]


def test_a_quotation_may_go_on_with_the_speaker_before_it() -> None:
    """Though another speaks in the sentence behind it."""
    text = "“We heard it,” Reed said. “Nobody came.” The mayor denied that he was told."
    marked = [("CONTENT", "“We heard it,”"), ("SOURCE", "Reed"), ("CUE", "said"), ("CONTENT", "“Nobody came.”")]
    marked += [("SOURCE", "The mayor"), ("CUE", "denied"), ("CONTENT", "that he was told")]
    assert sources_of(text, *marked) == ["Reed", "Reed", "The mayor"]


def test_what_follows_a_cue_is_said_by_its_speaker() -> None:
    """Though another cue stands behind it in the same sentence."""
    text = "The board says that the gate held, and the union says that it broke."
    marked = [("SOURCE", "The board"), ("CUE", "says"), ("CONTENT", "that the gate held")]
    marked += [("SOURCE", "the union"), ("CUE", "says"), ("CONTENT", "that it broke")]
    assert sources_of(text, *marked) == ["The board", "the union"]
