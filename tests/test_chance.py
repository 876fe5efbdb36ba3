"""Intervals and the permutation test, against values worked by hand and against themselves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.bootstrap import interval
from eval.measures.count import NOTHING, Count
from eval.permutation import permutation_test

COUNTS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)).map(
        lambda drawn: (Count(min(drawn[0], drawn[2]), drawn[2]), Count(min(drawn[1], drawn[2]), drawn[2]))
    ),
    max_size=8,
)


def test_three_questions_by_hand() -> None:
    """One system right and the other wrong on all three: of the 8 ways to swap, 2 differ by as much; p is 0.25."""
    assert permutation_test([Count(1, 1)] * 3, [Count(0, 1)] * 3, pooled=False) == 0.25
    assert permutation_test([Count(1, 1)] * 3, [Count(0, 1)] * 3, pooled=True) == 0.25


def test_pooled_counts_weigh_by_their_totals() -> None:
    """9 of 10 against 1 of 10, and 0 of 1 against 1 of 1: the great question decides, in 2 of the 4 swaps each way.

    The differences of the pooled shares over the swaps are 7/11, 9/11, -9/11 and -7/11, that of the mean shares
    -0.1, 0.9, -0.9 and 0.1: of the first seen all reach 7/11, of the second all reach 0.1.
    """
    ones, others = [Count(9, 10), Count(0, 1)], [Count(1, 10), Count(1, 1)]
    assert permutation_test(ones, others, pooled=True) == 1.0
    assert permutation_test(ones, others, pooled=False) == 1.0
    better = [Count(9, 10), Count(1, 1)]
    worse = [Count(1, 10), Count(0, 1)]
    assert permutation_test(better, worse, pooled=True) == 0.5


def test_questions_that_do_not_differ_change_nothing() -> None:
    """A hundred equal answers beside ten that differ: p is 2 of 1024."""
    ones, others = [Count(1, 1)] * 110, [Count(0, 1)] * 10 + [Count(1, 1)] * 100
    assert permutation_test(ones, others, pooled=False) == pytest.approx(2 / 1024)


def test_equal_systems_and_nothing_to_score() -> None:
    """The same answers give p 1; a system without anything to score gives None, not a number."""
    assert permutation_test([Count(1, 2)] * 5, [Count(1, 2)] * 5, pooled=False) == 1.0
    assert permutation_test([NOTHING] * 5, [Count(1, 2)] * 5, pooled=False) is None
    assert permutation_test([], [], pooled=True) is None


def test_what_only_one_answered_says_nothing_of_a_mean() -> None:
    """One question differs a little; eleven more that only one system has something to score in do not make it sure."""
    ones, others = [Count(9, 10)] + [Count(1, 1)] * 11, [Count(10, 10)] + [NOTHING] * 11
    assert permutation_test(ones, others, pooled=False) == 1.0


def test_a_clear_difference_is_found_by_drawing() -> None:
    """Forty questions, all better: no draw comes near, and p is what the number of draws allows; never 0."""
    found = permutation_test([Count(1, 1)] * 40, [Count(0, 1)] * 40, pooled=False, shuffles=999)
    assert found == pytest.approx(1 / 1000)


@given(COUNTS, st.booleans())
def test_p_is_a_share_and_the_same_both_ways(pairs: list[tuple[Count, Count]], pooled: bool) -> None:
    """Between 0 and 1, not 0, whichever system stands first."""
    ones, others = [one for one, _ in pairs], [other for _, other in pairs]
    found = permutation_test(ones, others, pooled=pooled)
    assert found == permutation_test(others, ones, pooled=pooled)
    assert found is None or 0 < found <= 1


def test_an_interval_holds_the_value_and_narrows() -> None:
    """Half of 10 questions and half of 1000: both intervals hold 0.5, that of the thousand is a tenth as wide."""
    few = interval([Count(0, 1), Count(1, 1)] * 5, pooled=False)
    many = interval([Count(0, 1), Count(1, 1)] * 500, pooled=False)
    assert few and many
    assert few[0] < many[0] < 0.5 < many[1] < few[1]
    assert (few[1] - few[0]) / (many[1] - many[0]) == pytest.approx(10, rel=0.2)


def test_a_pooled_interval_draws_questions_not_things() -> None:
    """A question of a hundred right things beside one of one wrong thing: drawn alone, either decides."""
    assert interval([Count(100, 100), Count(0, 1)], pooled=True) == (0.0, 1.0)
