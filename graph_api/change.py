"""How far a target lies from its base, and how much of that falls on a year.

In: base and target as printed, their years, the unit.  Out: `Change`, with what stands in its way where there is none.
Relied on: a difference needs two numbers in units that can be converted; a pace needs both years besides.
Example: 60% in 2020 and ≥80% in 2025 are 20 个百分点 apart, 4 a year; "—" in 2020 is no base.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from graph_api.amounts import Amount, Unlike, in_unit, read_amount, tidy
from graph_api.strictness import Obstacle

_BLANK = re.compile(r"[\s—–\-－/／无]*")
_SHARES = {"%", "％"}
_KEPT = 16_384  # changes that stay read: a matrix holds the same statements each time it is asked for


class Stated(NamedTuple):
    """What a row says of base and target; `value` is the target as a number where reading found one."""

    base: str | None
    base_year: int | None
    target: str | None
    target_year: int | None
    value: float | None
    unit: str | None


class Change(NamedTuple):
    """From base to target, in the target's unit; `obstacle` says why `difference` or else `per_year` is None."""

    base: float | None = None
    difference: float | None = None
    per_year: float | None = None
    unit: str | None = None
    obstacle: Obstacle | None = None
    detail: str | None = None


@lru_cache(_KEPT)
def target_amount(stated: Stated) -> Amount | None:
    """The target as an amount; None where it is not one number."""
    if stated.value is not None:
        return Amount(stated.value, stated.unit or "")
    return read_amount(stated.target, stated.unit)


@lru_cache(_KEPT)
def change(stated: Stated) -> Change:
    """The change, or what stands in its way."""
    target = target_amount(stated)
    if target is None:
        return Change(obstacle=Obstacle.NO_TARGET, detail=stated.target)
    if stated.base is None or _BLANK.fullmatch(stated.base):
        return Change(obstacle=Obstacle.NO_BASE, detail=stated.base)
    base = read_amount(stated.base, stated.unit)
    if base is None:
        return Change(obstacle=Obstacle.BASE_NOT_ONE_NUMBER, detail=stated.base)
    try:
        number = in_unit(base, target.unit)
    except Unlike as unlike:
        return Change(obstacle=Obstacle.OTHER_UNIT, detail=str(unlike))
    difference = tidy(target.number - number)
    unit = "个百分点" if target.unit in _SHARES else target.unit or None
    years, obstacle = _years(stated)
    return Change(number, difference, tidy(difference / years) if years else None, unit, obstacle)


def _years(stated: Stated) -> tuple[int | None, Obstacle | None]:
    if stated.base_year is None:
        return None, Obstacle.NO_BASE_YEAR
    if stated.target_year is None:
        return None, Obstacle.NO_TARGET_YEAR
    years = stated.target_year - stated.base_year
    return (years, None) if years > 0 else (None, Obstacle.YEARS_NOT_IN_ORDER)
