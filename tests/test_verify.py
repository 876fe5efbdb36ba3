"""A statement is supported by its evidence, or a reader is told why not."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.verify import Evidence, shipped_verifier
from tests.unfaithful import DAM, FAITHFUL, FIRE, MAYOR, UNFAITHFUL

SENTENCES = (
    "The dam at Orrin held 40,000 tonnes of water on 3 May 2031.",
    "Flight 370 left Vell at 14:30 with 239 people aboard.",
    "At least 17 of the 212 houses in Kell were built before 1950, Tom Moss said.",
    "Up to 3.5 million dollars, or 12% of the budget, went to Route 66.",
    "Between 40 and 50 boats sank; 7 were found 120 km away.",
)


@pytest.mark.parametrize("kind", FAITHFUL)
def test_a_faithful_statement_is_supported(kind: str) -> None:
    """What the evidence says in other words, shorter, converted or from two sources passes, and has no reason."""
    each = FAITHFUL[kind]
    verdict = shipped_verifier().verify(each.claim, each.evidence)
    assert verdict.supported, verdict.reason
    assert verdict.reason is None
    assert set(verdict.by) <= set(range(len(each.evidence)))
    assert verdict.by


@pytest.mark.parametrize("kind", UNFAITHFUL)
def test_an_unfaithful_statement_is_not(kind: str) -> None:
    """Each kind of unfaithfulness fails, with a sentence that says why."""
    each = UNFAITHFUL[kind]
    verdict = shipped_verifier().verify(each.claim, each.evidence)
    assert not verdict.supported
    assert verdict.reason
    assert verdict.by == ()


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("number, a digit more", "the source says nearly 7,000, not nearly 70,000"),
        ("comparator turned", "the source says up to 40, not at least 40"),
        ("month changed", "the source says September, not October"),
        ("name unknown", "the source does not name Pia Lund"),
        ("name in another's mouth", "the source has this from Tom Moss, not from Ann Reed"),
        ("denial lost", "the source denies this"),
        ("invented quotation", "the source does not have the words “will be gone by winter”"),
        ("blended subject", "no one source says this: it joins what two of them say apart"),
    ],
)
def test_the_reason_is_a_sentence_for_a_reader(kind: str, reason: str) -> None:
    """It names what the source says and what the statement made of it."""
    each = UNFAITHFUL[kind]
    assert shipped_verifier().verify(each.claim, each.evidence).reason == reason


@settings(deadline=None, max_examples=25)
@given(st.sampled_from(SENTENCES), st.sampled_from((DAM, MAYOR, FIRE)), st.booleans())
def test_a_verbatim_sentence_is_always_supported(sentence: str, other: Evidence, first: bool) -> None:
    """By itself, alone or among other evidence, and by the evidence it stands in."""
    own = Evidence(f"It rained. {sentence}")
    evidence = [own, other] if first else [other, own]
    verdict = shipped_verifier().verify(f"{sentence} [1]", evidence)
    assert verdict.supported
    assert verdict.by == (evidence.index(own),)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_sentence_with_a_changed_digit_is_never_supported(data: st.DataObject) -> None:
    """Wherever the digit stands: in a count, a sum, a date, a time, a share, a range, or a name."""
    sentence = data.draw(st.sampled_from(SENTENCES))
    place = data.draw(st.sampled_from([match.start() for match in re.finditer(r"\d", sentence)]))
    digit = data.draw(st.sampled_from([digit for digit in "123456789" if digit != sentence[place]]))
    changed = sentence[:place] + digit + sentence[place + 1 :]
    verdict = shipped_verifier().verify(changed, [Evidence(sentence, date=date(2031, 6, 1))])
    assert not verdict.supported, changed


def test_no_evidence_supports_nothing() -> None:
    """A statement that cites nothing, or only white space, fails; so does one that says nothing."""
    assert shipped_verifier().verify("The dam held.", []).reason == "it cites nothing"
    assert shipped_verifier().verify("The dam held.", [Evidence("  ")]).reason == "it cites nothing"
    assert not shipped_verifier().verify("[1]", [DAM]).supported


def test_a_part_of_a_denied_sentence_is_not_verbatim() -> None:
    """The words of a sentence without those that deny it are no quotation of it."""
    evidence = Evidence("The owner denied that the mill was on fire.")
    assert not shipped_verifier().verify("The mill was on fire.", [evidence]).supported
