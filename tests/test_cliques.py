"""Things that are pairs, brought together."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from rag.cliques import cliques, components

EDGES = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]), unique=True, max_size=20
)


def test_three_of_which_each_clashes_with_the_others_are_one_group() -> None:
    """A fourth that clashes with one of them makes a group of two."""
    assert list(cliques([(1, 2), (1, 3), (2, 3), (3, 4)])) == [(1, 2, 3), (3, 4)]


def test_what_is_the_same_is_no_obstacle() -> None:
    """Two that say the same clash with a third together."""
    [group] = cliques([("7", "8"), ("seven", "8")], lambda one, other: {one, other} == {"7", "seven"} or one == other)
    assert set(group) == {"7", "8", "seven"}


@given(EDGES)
def test_every_pair_is_in_a_group_and_every_two_of_a_group_are_a_pair(edges: list[tuple[int, int]]) -> None:
    """No pair is lost, and none is made."""
    groups = list(cliques(edges))
    told = {tuple(sorted(pair)) for group in groups for pair in combinations(group, 2)}
    assert told == set(edges)


def test_what_hangs_together_by_way_of_others_is_one_group() -> None:
    """Two that share nothing stand apart."""
    assert sorted(map(sorted, components([(1, 2), (5, 6), (2, 3)]))) == [[1, 2, 3], [5, 6]]


@given(EDGES)
def test_each_thing_is_in_one_component_with_all_its_pairs(edges: list[tuple[int, int]]) -> None:
    """None is lost or told twice, and no pair is parted."""
    groups = list(components(edges))
    assert sorted(each for group in groups for each in group) == sorted({each for pair in edges for each in pair})
    assert all(any(set(pair) <= set(group) for group in groups) for pair in edges)
