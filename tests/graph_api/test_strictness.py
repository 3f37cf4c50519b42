from __future__ import annotations

import pytest

from graph_api.amounts import Amount
from graph_api.change import Change, Stated, change
from graph_api.strictness import Commitment, Direction, DirectionGround, Obstacle, rank


def commitments(*told: tuple[str, str, float | None, str]) -> list[Commitment]:
    return [
        Commitment(plan, f"{plan}/{place}", sign, None if number is None else Amount(number, unit))
        for place, (plan, sign, number, unit) in enumerate(told)
    ]


def order(*told: tuple[str, str, float | None, str]) -> list[tuple[int, str]]:
    return [(one.rank, one.commitment.plan_id) for one in rank(commitments(*told)).ranked]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            [("a", ">=", 30, "平方米"), ("b", ">", 30, "平方米"), ("c", "=", 30, "平方米"), ("d", "~", 30, "平方米")],
            [(1, "b"), (2, "a"), (2, "c"), (3, "d")],
        ),
        ([("a", "=", 80, "%"), ("b", "=", 100, "%")], [(1, "b"), (2, "a")]),  # 80% against 全覆盖
        ([("a", "<=", 15, "分钟"), ("b", "<", 15, "分钟"), ("c", "<=", 10, "分钟")], [(1, "c"), (2, "b"), (3, "a")]),
        ([("a", "=", 1.2, "万人"), ("b", ">=", 13000, "名"), ("c", ">=", 1, "万人")], [(1, "b"), (2, "a"), (3, "c")]),
        # A plan that says 30 and 至少30 and 超过30 is held to 超过30.
        ([("a", "=", 30, "个"), ("b", "=", 31, "个"), ("a", ">", 31, "个")], [(1, "a"), (2, "b")]),
    ],
)
def test_plans_are_ranked_by_what_they_promise_at_the_worst(
    told: list[tuple[str, str, float | None, str]], expected: list[tuple[int, str]]
) -> None:
    assert order(*told) == expected


def test_what_cannot_be_compared_is_told_with_the_reason() -> None:
    ranking = rank(
        commitments(
            ("a", ">=", 30, "%"), ("b", "<=", 40, "%"), ("c", "=", 1, "名"), ("d", "=", None, ""), ("e", ">", 20, "％")
        )
    )
    assert [(one.commitment.plan_id, one.obstacle, one.detail) for one in ranking.unranked] == [
        ("d", Obstacle.NO_TARGET, None),
        ("b", Obstacle.OPPOSITE_COMPARATOR, "<="),
        ("c", Obstacle.OTHER_UNIT, "名 / %"),
    ]
    assert (ranking.strictest, ranking.weakest) == (("a",), ("e",))


def test_a_plan_alone_is_neither_strictest_nor_weakest_and_equals_are_not_weakest() -> None:
    alone = rank(commitments(("a", ">=", 30, "%")))
    assert (alone.strictest, alone.weakest) == ((), ())
    equal = rank(commitments(("a", ">=", 30, "%"), ("b", "=", 30, "%")))
    assert (equal.strictest, equal.weakest) == (("a", "b"), ())
    assert rank([]).ranked == ()


def test_without_comparators_the_way_from_the_base_shows_what_is_strict() -> None:
    falling = rank([Commitment("a", "1", "=", Amount(5, "吨"), 8.0), Commitment("b", "2", "=", Amount(4, "吨"))])
    assert (falling.direction, falling.ground) == (Direction.LOWER, DirectionGround.BASE)
    assert falling.strictest == ("b",)
    silent = rank([Commitment("a", "1", "=", Amount(5, "吨")), Commitment("b", "2", "=", Amount(4, "吨"))])
    assert (silent.direction, silent.ground) == (Direction.HIGHER, DirectionGround.USUAL)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (Stated("60%", 2020, "≥80%", 2025, 80, "%"), Change(60, 20, 4, "个百分点")),
        (Stated("17人", 2020, "18人", 2025, 18, "人"), Change(17, 1, 0.2, "人")),
        (Stated("100%", 2020, "100%", 2025, 100, "%"), Change(100, 0, 0, "个百分点")),
        (Stated("9000人", 2020, "1.5万人", 2025, 1.5, "万人"), Change(0.9, 0.6, 0.12, "万人")),
        (Stated("50%", 2020, "全覆盖", 2025, None, None), Change(50, 50, 10, "个百分点")),
        (Stated("60%", None, "80%", 2025, 80, "%"), Change(60, 20, None, "个百分点", Obstacle.NO_BASE_YEAR)),
        (Stated("60%", 2020, "80%", None, 80, "%"), Change(60, 20, None, "个百分点", Obstacle.NO_TARGET_YEAR)),
        (Stated("6", 2025, "8", 2025, 8, "个"), Change(6, 2, None, "个", Obstacle.YEARS_NOT_IN_ORDER)),
        (Stated("—", 2020, "80%", 2025, 80, "%"), Change(obstacle=Obstacle.NO_BASE, detail="—")),
        (Stated(None, 2020, "80%", 2025, 80, "%"), Change(obstacle=Obstacle.NO_BASE)),
        (Stated("偏低", 2020, "80%", 2025, 80, "%"), Change(obstacle=Obstacle.BASE_NOT_ONE_NUMBER, detail="偏低")),
        (Stated("3名", 2020, "80%", 2025, 80, "%"), Change(obstacle=Obstacle.OTHER_UNIT, detail="名 / %")),
        (Stated("60%", 2020, "提高", 2025, None, None), Change(obstacle=Obstacle.NO_TARGET, detail="提高")),
    ],
)
def test_a_change_needs_two_numbers_of_one_kind_and_a_pace_both_years(stated: Stated, expected: Change) -> None:
    assert change(stated) == expected
