from __future__ import annotations

from tests.graph_api.conftest import Ask
from tests.graph_api.test_questions import AREA, data_of


async def test_an_indicator_is_compared_with_its_change_and_the_strictest_plan(ask: Ask) -> None:
    found = await data_of(
        ask,
        """query ($concept: ID!) { compareIndicator(concept: $concept) {
            changes { planId factId difference perYear unit obstacle detail }
            ranking { unit direction directionGround strictest weakest
                      ranked { rank planId factId comparator value targetYear } unranked { planId } } } }""",
        concept=AREA,
    )
    table, text = "jia/1/table-1/row-1", "yi/1.1#c1/target-1"
    assert found["compareIndicator"] == {
        "changes": [
            {"planId": "jia", "factId": table, "difference": 5, "perYear": 1, "unit": "平方米", "obstacle": None,
             "detail": None},
            {"planId": "yi", "factId": text, "difference": None, "perYear": None, "unit": None, "obstacle": "NO_BASE",
             "detail": None},
        ],
        "ranking": {
            "unit": "平方米", "direction": "HIGHER", "directionGround": "COMPARATOR",
            "strictest": ["yi"], "weakest": ["jia"],
            "ranked": [
                {"rank": 1, "planId": "yi", "factId": text, "comparator": ">=", "value": 40, "targetYear": None},
                {"rank": 2, "planId": "jia", "factId": table, "comparator": ">=", "value": 30, "targetYear": 2025},
            ],
            "unranked": [],
        },
    }  # fmt: skip


async def test_the_matrix_has_changes_and_ranks_in_the_order_of_its_columns(ask: Ask) -> None:
    found = await data_of(
        ask, "{ indicatorMatrix { rows { differences perYear differenceUnits obstacles ranks direction } } }"
    )
    assert found["indicatorMatrix"] == {
        "rows": [
            {
                "differences": [5, None, None], "perYear": [1, None, None], "differenceUnits": ["平方米", None, None],
                "obstacles": [None, "NO_BASE", None], "ranks": [2, 1, None], "direction": "HIGHER",
            },
            {
                "differences": [6, None, None], "perYear": [1.2, None, None], "differenceUnits": ["人", None, None],
                "obstacles": [None, None, None], "ranks": [1, None, None], "direction": "HIGHER",
            },
        ]
    }  # fmt: skip
