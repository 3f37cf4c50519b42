"""The assignment against all assignments there are."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from align.assignment import assign

WORTHS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.sampled_from([0.65, 0.7, 0.8, 0.9, 1.0]), max_size=14
)


def best(worth: dict[tuple[int, int], float]) -> float:
    """The most that any assignment is worth, by trying all."""
    return max(
        sum(worth.get((left, right), 0.0) for left, right in enumerate(order)) for order in permutations(range(5))
    )


@given(WORTHS)
def test_no_assignment_is_worth_more(worth: dict[tuple[int, int], float]) -> None:
    assigned = assign(worth)
    assert len(set(assigned.values())) == len(assigned)
    assert all(pair in worth for pair in assigned.items())
    assert abs(sum(worth[pair] for pair in assigned.items()) - best(worth)) < 1e-9


def test_the_whole_counts_more_than_the_first_best_pair() -> None:
    assert assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.85}) == {0: 1, 1: 0}


def test_nothing_is_assigned_to_nothing() -> None:
    assert assign({}) == {}
