"""The tables of a page, from the rules that frame them.

In: the rules of a page.  Out: `Grid`s: where each stands, and its cells with the rows and columns they take.
Relied on: rules that touch belong to one table; between two neighbouring columns or rows a cell goes on where no rule
parts them; a row that the page cuts is open at the cut, and ends where its upright rules end.
Example: a frame with one vertical rule below its first row is a cell of two columns over two cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.pdf_rules import Rule

_NEAR = 3.0
_MOST_LINES = 300  # of rows, and of columns
_MOST_WORK = 5_000_000  # cells by rules; beyond that it is a chart


@dataclass(frozen=True, slots=True)
class GridBox:
    """One cell: its place on the page, its row and column, and how many of each it takes."""

    left: float
    bottom: float
    right: float
    top: float
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's place on its page and its cells, row by row."""

    left: float
    bottom: float
    right: float
    top: float
    boxes: tuple[GridBox, ...]

    @property
    def columns(self) -> int:
        """How many columns the table has."""
        return max(box.column + box.columns for box in self.boxes)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies within the table."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables that the rules frame, from the top of the page."""
    grids = [grid for group in _touching(rules) if (grid := _grid(group))]
    outer = [
        grid
        for grid in grids
        if not any(other is not grid and _inside(grid, other) and len(other.boxes) > 1 for other in grids)
    ]
    return sorted(outer, key=lambda grid: -grid.top)


def _inside(grid: Grid, other: Grid) -> bool:
    return other.holds(grid.left, grid.bottom) and other.holds(grid.right, grid.top)


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in groups of those that touch, each found by the row of the page it begins on."""
    groups: list[list[Rule]] = []
    frames: list[list[float]] = []
    for rule in sorted(rules, key=lambda rule: -rule.top):
        met = [index for index, frame in enumerate(frames) if _meet(frame, rule)]
        if not met:
            groups.append([rule])
            frames.append([*rule])
            continue
        first, *others = met
        for index in reversed(others):
            groups[first] += groups.pop(index)
            frames[first] = _around(frames[first], frames.pop(index))
        groups[first].append(rule)
        frames[first] = _around(frames[first], [*rule])
    return groups


def _meet(frame: Sequence[float], rule: Rule) -> bool:
    left, bottom, right, top = frame
    return (
        rule.left <= right + _NEAR
        and rule.right >= left - _NEAR
        and rule.bottom <= top + _NEAR
        and rule.top >= bottom - _NEAR
    )


def _around(one: Sequence[float], other: Sequence[float]) -> list[float]:
    return [min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])]


def _grid(rules: Sequence[Rule]) -> Grid | None:
    """The table of a group of rules, None where they frame nothing."""
    level = [rule for rule in rules if rule.bottom == rule.top]
    upright = [rule for rule in rules if rule.left == rule.right]
    ends = [max(rule.top for rule in upright), min(rule.bottom for rule in upright)] if upright else []
    ys = _places([*(rule.top for rule in level), *ends])[::-1]
    xs = _places([rule.left for rule in upright])
    if not 2 <= len(xs) <= _MOST_LINES or not 2 <= len(ys) <= _MOST_LINES:
        return None
    if len(xs) * len(ys) * len(rules) > _MOST_WORK:
        return None
    middles_x = [(left + right) / 2 for left, right in pairwise(xs)]
    middles_y = [(top + bottom) / 2 for top, bottom in pairwise(ys)]
    parted_right = [[_parts_columns(upright, x, y) for x in xs[1:]] for y in middles_y]
    parted_below = [[_parts_rows(level, x, y) for x in middles_x] for y in ys[1:]]
    return Grid(xs[0], ys[-1], xs[-1], ys[0], tuple(_boxes(xs, ys, parted_right, parted_below)))


def _places(values: Sequence[float]) -> list[float]:
    """The values in order, those that lie close together once."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _parts_columns(rules: Sequence[Rule], x: float, y: float) -> bool:
    return any(abs(rule.left - x) <= _NEAR and rule.bottom <= y <= rule.top for rule in rules)


def _parts_rows(rules: Sequence[Rule], x: float, y: float) -> bool:
    return any(abs(rule.top - y) <= _NEAR and rule.left <= x <= rule.right for rule in rules)


def _boxes(
    xs: Sequence[float], ys: Sequence[float], parted_right: list[list[bool]], parted_below: list[list[bool]]
) -> list[GridBox]:
    """The cells from the upper left, each as wide and then as high as no rule parts it."""
    taken = [[False] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    boxes: list[GridBox] = []
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if taken[row][column]:
                continue
            last = column
            while last + 2 < len(xs) and not parted_right[row][last] and not taken[row][last + 1]:
                last += 1
            low = row
            while low + 2 < len(ys) and not any(parted_below[low][column : last + 1]):
                low += 1
            for one in range(row, low + 1):
                taken[one][column : last + 1] = [True] * (last + 1 - column)
            boxes.append(
                GridBox(xs[column], ys[low + 1], xs[last + 1], ys[row], row, column, low + 1 - row, last + 1 - column)
            )
    return boxes
