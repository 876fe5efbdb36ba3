"""How statements are held."""

import pytest

from index.held import how_held


@pytest.mark.parametrize(
    ("statement", "cue", "attributed", "held"),
    [
        ("The dam broke at four.", "", False, "asserted"),
        ("The dam broke at four, the ministry said.", "said", True, "reported"),
        ("The company denied that the dam had leaked.", "denied", True, "denied"),
        ("There is no truth in the reports, she said.", "said", True, "denied"),
        ("The reports are without foundation.", "", False, "denied"),
        ("The strike may last until Friday.", "", False, "hedged"),
        ("The strike began in May.", "", False, "asserted"),
        ("The strike reportedly began in May.", "", False, "hedged"),
        ("Officials fear more deaths.", "fear", True, "hedged"),
        ("If it rains again, the wall will go, he warned.", "warned", True, "hedged"),
        ("The charge was refuted by the union.", "", False, "denied"),
        ("The minister may have rejected it.", "rejected", True, "denied"),
    ],
)
def test_how_a_statement_is_held(statement: str, cue: str, attributed: bool, held: str) -> None:
    """A denial outweighs a hedge, a hedge a report; the month of May is no hedge."""
    assert how_held(statement, cue, attributed) == held
