"""A statement is supported by its evidence or is told why not."""

from rag.verify import Evidence, shipped_verifier


def test_a_sentence_supports_itself() -> None:
    """What is verbatim in the evidence is supported, by the evidence it stands in."""
    text = "The dam at Orrin held 40,000 tonnes of water in May."
    verdict = shipped_verifier().verify(f"{text} [2]", [Evidence("A choir sang."), Evidence(text)])
    assert verdict.supported
    assert verdict.reason is None
    assert verdict.by == (1,)


def test_a_number_that_the_evidence_lacks_is_told() -> None:
    """A changed number fails, and the reason names it."""
    verdict = shipped_verifier().verify("The dam held 70,000 tonnes.", [Evidence("The dam held 7,000 tonnes.")])
    assert not verdict.supported
    assert "70,000" in (verdict.reason or "")


def test_no_evidence_supports_nothing() -> None:
    """A statement that cites nothing fails."""
    assert not shipped_verifier().verify("The dam held.", []).supported
