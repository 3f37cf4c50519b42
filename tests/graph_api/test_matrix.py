"""The indicator matrix: dense rows, a page at a time."""

from __future__ import annotations

from tests.graph_api.conftest import Ask
from tests.graph_api.test_questions import AREA, data_of


async def test_the_matrix_has_a_list_for_each_row_as_long_as_the_columns(ask: Ask) -> None:
    found = await data_of(
        ask,
        """{ indicatorMatrix { columns { planId regionId region period }
             rows { conceptId concept stated statementCounts targets values comparators units bases baseYears
                    targetYears factIds methods evidence citations { quote } } } }""",
    )
    assert found["indicatorMatrix"] == {
        "columns": [
            {"planId": "jia", "regionId": "region/990000", "region": "甲省", "period": "十四五"},
            {"planId": "yi", "regionId": "region/990100", "region": "乙市", "period": "十四五"},
            {"planId": "bing", "regionId": None, "region": None, "period": "十三五"},
        ],
        "rows": [
            {
                "conceptId": AREA, "concept": "每百户设施面积", "stated": [True, True, False],
                "statementCounts": [1, 1, 0], "targets": ["≥30", "≥40平方米", None], "values": [30.0, 40.0, None],
                "comparators": [">=", ">=", None], "units": ["平方米", "平方米", None], "bases": ["25", None, None],
                "baseYears": [2020, None, None], "targetYears": [2025, None, None],
                "factIds": ["jia/1/table-1/row-1", "yi/1.1#c1/target-1", None],
                "methods": ["EXACT", "VOCABULARY", None], "evidence": [None, "每百户设施面积", None],
                "citations": [
                    {"quote": "每百户设施面积（平方米） 25 ≥30 预期性"},
                    {"quote": "每百户设施面积不少于40平方米"},
                    None,
                ],
            },
            {
                "conceptId": "indicator/staff", "concept": "每万人社区工作者", "stated": [True, False, False],
                "statementCounts": [1, 0, 0], "targets": ["18", None, None], "values": [18.0, None, None],
                "comparators": ["=", None, None], "units": ["人", None, None], "bases": ["12", None, None],
                "baseYears": [2020, None, None], "targetYears": [2025, None, None],
                "factIds": ["jia/1/table-1/row-2", None, None],
                "methods": [None, None, None], "evidence": [None, None, None],
                "citations": [{"quote": "每万人社区工作者（人） 12 18 约束性"}, None, None],
            },
        ],
    }  # fmt: skip


async def test_the_matrix_comes_in_pages_of_indicators(ask: Ask) -> None:
    page = "{ indicatorMatrix(offset: %d, limit: %d) { conceptCount columns { planId } rows { concept } } }"
    staff = [{"concept": "每万人社区工作者"}]
    columns = [{"planId": "jia"}, {"planId": "yi"}, {"planId": "bing"}]
    for offset, limit, rows in ((1, 1, staff), (1, 20, staff), (2, 20, []), (0, 0, [])):
        found = await data_of(ask, page % (offset, limit))
        assert found["indicatorMatrix"] == {"conceptCount": 2, "columns": columns, "rows": rows}
    for offset, limit in ((-1, 20), (0, -1), (0, 201)):
        (error,) = (await ask(page % (offset, limit)))["errors"]
        assert error["extensions"]["code"] == "LIMIT_EXCEEDED"
        assert f"found {offset} and {limit}, expected 0 or more, and 0 to 200" in error["message"]


async def test_the_matrix_keeps_the_plans_that_are_chosen(ask: Ask) -> None:
    found = await data_of(ask, '{ indicatorMatrix(period: "十三五") { columns { planId } rows { concept targets } } }')
    assert found["indicatorMatrix"] == {
        "columns": [{"planId": "bing"}],
        "rows": [],
    }
