"""The table of declining: what is chosen on some questions is tried on others."""

import pytest

from eval.answerability import Asked, chosen, left_out, right, table

CAN = [Asked("a", True, None, agreement) for agreement in (0.5, 0.6, 0.7, None)]
MUST = [Asked("b", False, None, 0.2), Asked("b", False, "None of them says when.", None), Asked("a", False, None, 0.9)]


def test_a_question_is_declined_for_a_reason_or_for_too_little_agreement() -> None:
    """A reason declines whatever the threshold; a premise only where it agrees less; no premise never."""
    assert [each.is_declined(0.3) for each in MUST] == [True, True, False]
    assert not any(each.is_declined(0.3) for each in CAN)


def test_shares_are_of_the_questions_of_their_kind() -> None:
    """Worked by hand: two of three are declined, all four are answered; at 0.55 one of four is not."""
    assert right([*CAN, *MUST], 0.3, can=False) == pytest.approx(2 / 3)
    assert right([*CAN, *MUST], 0.3, can=True) == 1
    assert right([*CAN, *MUST], 0.55, can=True) == pytest.approx(3 / 4)


def test_what_is_chosen_keeps_enough_answered() -> None:
    """Of the thresholds that leave enough answered, the lowest that declines most."""
    assert chosen([*CAN, *MUST]) == pytest.approx(0.25)


def test_a_question_has_no_say_in_its_own_judgement() -> None:
    """Without the only premise that fails, nothing teaches to decline it."""
    asked = [*CAN, Asked("b", False, None, 0.2)]
    assert left_out(asked, lambda mine, other: mine == other) == (0.0, 1.0)
    assert left_out(asked, lambda mine, other: False) == (1.0, 1.0)


def test_the_table_has_a_line_for_each_way_of_choosing() -> None:
    """As set, without premises, without each question, on the other corpora."""
    assert len(table([*CAN, *MUST]).strip().splitlines()) == 6
