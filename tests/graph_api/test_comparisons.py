"""Comparisons over three invented plans: silence is a row, and what is asked wrongly is told."""

from __future__ import annotations

import pytest

from tests.graph_api.conftest import Ask
from tests.graph_api.test_questions import AREA, data_of
from tests.queries.three_plans import JIA, YI


async def test_an_indicator_is_compared_with_base_target_and_quote_and_silence_is_a_row(ask: Ask) -> None:
    found = await data_of(
        ask,
        """query ($concept: ID!) { compareIndicator(concept: $concept) {
            concept { id name } statedCount notStated
            rows { planId region stated factKind baseValue baseYear targetValue targetYear comparator value unit
                   citation { planId plan sectionId section quote start end url } } } }""",
        concept=AREA,
    )
    start = JIA.index("每百户设施面积（平方米） 25 ≥30 预期性")
    other = YI.index("每百户设施面积不少于40平方米")
    figures = ("baseValue", "baseYear", "targetValue", "targetYear", "comparator", "value", "unit")
    silent = dict.fromkeys(("region", "factKind", *figures, "citation"))
    assert found["compareIndicator"] == {
        "concept": {"id": AREA, "name": "每百户设施面积"},
        "statedCount": 2,
        "notStated": ["bing"],
        "rows": [
            {
                "planId": "jia", "region": "甲省", "stated": True, "factKind": "INDICATOR",
                "baseValue": "25", "baseYear": 2020, "targetValue": "≥30", "targetYear": 2025,
                "comparator": ">=", "value": 30.0, "unit": "平方米",
                "citation": {
                    "planId": "jia", "plan": "甲省“十四五”社区服务规划", "sectionId": "jia/1", "section": "发展目标",
                    "quote": "每百户设施面积（平方米） 25 ≥30 预期性", "start": start, "end": start + 23,
                    "url": f"/plans/jia/source?start={start}&end={start + 23}#quote",
                },
            },
            {
                "planId": "yi", "region": "乙市", "stated": True, "factKind": "TARGET",
                "baseValue": None, "baseYear": None, "targetValue": None, "targetYear": None,
                "comparator": ">=", "value": 40.0, "unit": "平方米",
                "citation": {
                    "planId": "yi", "plan": "乙市“十四五”社区服务规划",
                    "sectionId": "yi/1.1", "section": "加强养老服务",
                    "quote": "每百户设施面积不少于40平方米", "start": other, "end": other + 15,
                    "url": f"/plans/yi/source?start={other}&end={other + 15}#quote",
                },
            },
            {"planId": "bing", "stated": False, **silent},
        ],
    }  # fmt: skip


@pytest.mark.parametrize("name", ["每百户设施面积", "设施面积"])
async def test_an_indicator_is_found_by_the_name_that_plans_use(name: str, ask: Ask) -> None:
    found = await data_of(ask, "query ($name: String) { compareIndicator(name: $name) { concept { id } } }", name=name)
    assert found == {"compareIndicator": {"concept": {"id": AREA}}}


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ('name: "点"', None, None),
        ('name: "每"', "BAD_USER_INPUT", "expected one of: indicator/area, indicator/staff"),
        ('name: " "', "BAD_USER_INPUT", "found an empty name"),
        ('name: "没有的指标"', "NOT_FOUND", "found no indicator named '没有的指标'"),
        ('concept: "indicator/none"', "NOT_FOUND", "found no indicator concept 'indicator/none'"),
        ('concept: "indicator/area", name: "x"', "BAD_USER_INPUT", "expected either `concept` (an id) or `name`"),
        ("", "BAD_USER_INPUT", "expected either `concept` (an id) or `name`"),
    ],
)
async def test_a_name_for_none_or_several_indicators_is_told(
    arguments: str, code: str | None, message: str | None, ask: Ask
) -> None:
    answer = await ask(f"{{ compareIndicator{f'({arguments})' if arguments else ''} {{ concept {{ id }} }} }}")
    if code is None:
        assert answer["data"]["compareIndicator"]["concept"]["id"] == "target/meals"
        return
    assert answer["data"] == {"compareIndicator": None}
    (error,) = answer["errors"]
    assert error["extensions"] == {"code": code}
    assert message is not None
    assert message in error["message"]


async def test_coverage_counts_tasks_and_clauses_and_says_none(ask: Ask) -> None:
    found = await data_of(
        ask,
        """{ coverage(ids: ["theme/care", "theme/emergency"]) {
            columns { planId } rows { id name broaderIds covered tasks safeguards actions clauses } } }""",
    )
    assert found["coverage"] == {
        "columns": [{"planId": "jia"}, {"planId": "yi"}, {"planId": "bing"}],
        "rows": [
            {"id": "theme/care", "name": "养老服务", "broaderIds": ["theme/people"], "covered": [True, True, False],
             "tasks": [1, 1, 0], "safeguards": [0, 0, 0], "actions": [1, 0, 0], "clauses": [2, 0, 0]},
            {"id": "theme/emergency", "name": "应急管理", "broaderIds": [], "covered": [True, False, False],
             "tasks": [0, 0, 0], "safeguards": [0, 0, 0], "actions": [0, 0, 0], "clauses": [1, 0, 0]},
        ],
    }  # fmt: skip
    served = await data_of(
        ask, '{ coverage(by: BENEFICIARY, ids: ["beneficiary/elderly"]) { rows { name tasks actions } } }'
    )
    assert served["coverage"] == {"rows": [{"name": "老年人", "tasks": [1, 0, 0], "actions": [0, 1, 0]}]}


@pytest.mark.parametrize(
    ("subject", "has", "lacks"),
    [
        ('theme: "theme/digital"', ["jia", "bing"], ["yi"]),
        ('indicator: "indicator/staff"', ["jia"], ["yi", "bing"]),
        ('action: "action/meals"', ["jia", "yi"], ["bing"]),
        ('document: "document/养老服务办法"', ["yi"], ["jia", "bing"]),
        ('text: "信息平台"', ["bing"], ["jia", "yi"]),
    ],
)
async def test_who_has_it_and_who_lacks_it(subject: str, has: list[str], lacks: list[str], ask: Ask) -> None:
    found = await data_of(
        ask,
        f"{{ whoHas({subject}) {{ has {{ planId factIds citations {{ quote }} }} lacks {{ planId factCount }} }} }}",
    )
    answer = found["whoHas"]
    assert isinstance(answer, dict)
    assert [row["planId"] for row in answer["has"]] == has
    assert all(row["factIds"] and row["citations"] for row in answer["has"])
    assert answer["lacks"] == [{"planId": plan, "factCount": 0} for plan in lacks]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("limit: 2", "BAD_USER_INPUT"),
        ('text: "a", theme: "theme/care"', "BAD_USER_INPUT"),
        ('theme: "theme/none"', "NOT_FOUND"),
        ('text: "a", limit: 100000', "LIMIT_EXCEEDED"),
    ],
)
async def test_who_has_wants_exactly_one_subject_that_exists(arguments: str, code: str, ask: Ask) -> None:
    answer = await ask(f"{{ whoHas({arguments}) {{ has {{ planId }} }} }}")
    assert answer["data"] == {"whoHas": None}
    assert answer["errors"][0]["extensions"] == {"code": code}


async def test_responsibility_is_stated_inherited_or_nobodys(ask: Ask) -> None:
    found = await data_of(
        ask,
        """{ whoIsResponsible(theme: "theme/care") {
            unitId unitKind departmentName role inherited inheritedFromId stated citation { quote } } }""",
    )
    nobody = dict.fromkeys(("departmentName", "role", "inherited", "inheritedFromId", "citation"))

    def held(unit: str, kind: str, number: int, *, inherited: bool) -> dict[str, object]:
        name, role = (("民政厅", "LEAD"), ("财政厅", "JOINT"))[number]
        return {
            "unitId": unit, "unitKind": kind, "departmentName": name, "role": role, "inherited": inherited,
            "inheritedFromId": "jia/2.1/task" if inherited else None, "stated": True,
            "citation": {"quote": ("民政厅牵头", "财政厅配合")[number]},
        }  # fmt: skip

    assert found["whoIsResponsible"] == [
        held("jia/2.1/task", "TASK", 0, inherited=False),
        held("jia/2.1/task", "TASK", 1, inherited=False),
        held("jia/2.1/column-1/action-1", "SPECIAL_ACTION", 0, inherited=True),
        held("jia/2.1/column-1/action-1", "SPECIAL_ACTION", 1, inherited=True),
        {"unitId": "yi/1.1/task", "unitKind": "TASK", "stated": False, **nobody},
        {"unitId": None, "unitKind": None, "stated": False, **nobody},
    ]


async def test_documents_in_common_are_cited_by_two_plans_or_more(ask: Ask) -> None:
    found = await data_of(ask, "{ documentsInCommon { totalCount nodes { title planIds documentNumbers } } }")
    common = {"title": "社区服务条例", "planIds": ["bing", "jia", "yi"], "documentNumbers": ["国发〔2021〕1号"]}
    assert found["documentsInCommon"] == {"totalCount": 1, "nodes": [common]}


async def test_actions_that_correspond_stand_side_by_side(ask: Ask) -> None:
    found = await data_of(ask, "{ actionsSideBySide { concept planId stated title citation { quote } } }")
    assert found["actionsSideBySide"] == [
        {"concept": "老年助餐", "planId": "jia", "stated": True, "title": "助餐行动",
         "citation": {"quote": "1.助餐行动：新建助餐点一百个。"}},
        {"concept": "老年助餐", "planId": "yi", "stated": True, "title": "老年助餐工程",
         "citation": {"quote": "老年助餐工程：民政局为老年人办助餐点。"}},
        {"concept": "老年助餐", "planId": "bing", "stated": False, "title": None, "citation": None},
    ]  # fmt: skip
