"""The best one-to-one assignment of some things to others, over all of them at once.

In: the worth of each admissible pair.  Out: the pairs whose worths add up to most, each thing in one pair at most.
Relied on: what is not admissible is not a key, so the pairs fall into small groups that are solved one by one.
"""

from __future__ import annotations

from collections.abc import Mapping


def assign(worth: Mapping[tuple[int, int], float]) -> dict[int, int]:
    """The right side's number for each assigned number of the left side; of equal assignments the lower numbers."""
    assigned: dict[int, int] = {}
    for group in _groups(worth):
        lefts = sorted({left for left, _ in group})
        rights = sorted({right for _, right in group})
        columns = _hungarian([[-worth.get((left, right), 0.0) for right in rights] for left in lefts])
        for row, column in columns.items():
            if (lefts[row], rights[column]) in worth:
                assigned[lefts[row]] = rights[column]
    return assigned


def _groups(worth: Mapping[tuple[int, int], float]) -> list[list[tuple[int, int]]]:
    """The pairs, parted into groups that share no number."""
    group_of_right: dict[int, int] = {}
    groups: dict[int, list[tuple[int, int]]] = {}
    by_left: dict[int, list[tuple[int, int]]] = {}
    for pair in sorted(worth):
        by_left.setdefault(pair[0], []).append(pair)
    for number, pairs in enumerate(by_left.values()):
        joined = sorted({group_of_right[right] for _, right in pairs if right in group_of_right})
        groups[number] = [pair for one in joined for pair in groups.pop(one)] + pairs
        group_of_right.update((right, number) for _, right in groups[number])
    return list(groups.values())


def _hungarian(cost: list[list[float]]) -> dict[int, int]:
    """The column of each row at the least cost in all, by the Hungarian method with potentials (Kuhn, Munkres)."""
    rows, columns = len(cost), len(cost[0])
    if rows > columns:
        flipped = _hungarian([list(column) for column in zip(*cost, strict=True)])
        return {row: column for column, row in flipped.items()}
    infinite = float("inf")
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of, way = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0] = row
        here = 0
        slack, seen = [infinite] * (columns + 1), [False] * (columns + 1)
        while row_of[here]:
            seen[here] = True
            current, step, nearest = row_of[here], infinite, 0
            for column in range(1, columns + 1):
                if seen[column]:
                    continue
                reduced = cost[current - 1][column - 1] - row_price[current] - column_price[column]
                if reduced < slack[column]:
                    slack[column], way[column] = reduced, here
                if slack[column] < step:
                    step, nearest = slack[column], column
            for column in range(columns + 1):
                if seen[column]:
                    row_price[row_of[column]] += step
                    column_price[column] -= step
                else:
                    slack[column] -= step
            here = nearest
        while here:
            row_of[here] = row_of[way[here]]
            here = way[here]
    return {row_of[column] - 1: column - 1 for column in range(1, columns + 1) if row_of[column]}
