from __future__ import annotations

from pathlib import Path

import pytest

import graph_api
from graph_api.pages import Example
from tests.graph_api.conftest import Ask
from tests.queries.three_plans import JIA, YI

AREA = "indicator/area"


async def data_of(ask: Ask, query: str, **variables: object) -> dict[str, object]:
    answer = await ask(query, **variables)
    assert "errors" not in answer, answer["errors"]
    found: dict[str, object] = answer["data"]
    return found


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


async def test_links_lead_from_a_plan_to_its_tasks_clauses_and_facts_and_back(ask: Ask) -> None:
    found = await data_of(
        ask,
        """{ plan(id: "jia") { region coveredRegion { shortName upperRegion { id } } taskCount
              outline { sectionId unitKind }
              tasks(contains: "养老") { totalCount nodes { id group { title } section { id path }
                clauses { nodes { id unitKind targets { nodes { subject value clause { id } } } } }
                responsible { departmentName } specialActions { nodes { id column { id } task { id } } } } } } }""",
    )
    clause = {"unitKind": "TASK", "targets": {"nodes": []}}
    target = {"subject": "助餐点覆盖率", "value": 95.0, "clause": {"id": "jia/2.1#c3"}}
    task = {
        "id": "jia/2.1/task",
        "group": {"title": "主要任务"},
        "section": {"id": "jia/2.1", "path": ["主要任务", "办好养老服务"]},
        "clauses": {
            "nodes": [
                {"id": "jia/2.1#c1", **clause},
                {"id": "jia/2.1#c2", **clause},
                {"id": "jia/2.1#c3", "unitKind": "TASK", "targets": {"nodes": [target]}},
            ]
        },
        "responsible": [{"departmentName": "民政厅"}, {"departmentName": "财政厅"}],
        "specialActions": {
            "nodes": [
                {
                    "id": "jia/2.1/column-1/action-1",
                    "column": {"id": "jia/2.1/column-1"},
                    "task": {"id": "jia/2.1/task"},
                }
            ]
        },
    }
    assert found["plan"] == {
        "region": "甲省",
        "coveredRegion": {"shortName": "甲", "upperRegion": None},
        "taskCount": 2,
        "outline": [
            {"sectionId": "jia/1", "unitKind": None},
            {"sectionId": "jia/2", "unitKind": None},
            {"sectionId": "jia/2.1", "unitKind": "TASK"},
            {"sectionId": "jia/2.2", "unitKind": "TASK"},
            {"sectionId": "jia/3", "unitKind": None},
            {"sectionId": "jia/3.1", "unitKind": "SAFEGUARD"},
        ],
        "tasks": {"totalCount": 1, "nodes": [task]},
    }


@pytest.mark.parametrize(
    ("id_", "kind"),
    [
        ("jia", "Plan"), ("region/990000", "Region"), ("jia/2.1", "Section"), ("jia/2.1#c1", "Clause"),
        ("jia/2/group", "TaskGroup"), ("jia/2.1/task", "Task"), ("jia/3.1/safeguard", "Safeguard"),
        ("jia/2.1/column-1", "SpecialColumn"), ("yi/1.1/action-1", "SpecialAction"),
        ("jia/1/table-1/row-1", "Indicator"), ("jia/2.1#c2/responsibility-1", "Responsibility"),
        ("jia/2.1#c3/target-1", "Target"), ("bing/1#c1/baseline-1", "Baseline"),
        ("yi/1.1#c2/reference-2", "Reference"), ("document/养老服务办法", "PolicyDocument"),
        ("yi/department/民政局", "Department"), (AREA, "IndicatorConcept"), ("action/meals", "ActionConcept"),
        ("function/finance", "DepartmentConcept"), ("theme/care", "Theme"), ("beneficiary/elderly", "Beneficiary"),
    ],
)  # fmt: skip
async def test_a_node_of_every_kind_is_found_by_its_id(id_: str, kind: str, ask: Ask) -> None:
    found = await data_of(ask, "query ($id: ID!) { node(id: $id) { __typename id } }", id=id_)
    assert found["node"] == {"__typename": kind, "id": id_}


async def test_nodes_keep_their_order_and_unknown_ids_are_null(ask: Ask) -> None:
    found = await data_of(ask, '{ nodes(ids: ["yi", "none", "jia/2.1#c1"]) { id ... on Plan { title } } }')
    assert found["nodes"] == [{"id": "yi", "title": "乙市“十四五”社区服务规划"}, None, {"id": "jia/2.1#c1"}]


async def test_search_marks_what_matched_and_links_to_the_clause(ask: Ask) -> None:
    found = await data_of(
        ask,
        """{ searchClauses(query: "就近用餐", plans: ["jia"]) { noResult totalCount notes
            nodes { clauseId quote fragments { text matched } matched path url lanes { lane }
                    clause { unitTitle } plan { region } } } }""",
    )
    start = JIA.index("发展社区助餐，方便老年人就近用餐。")
    assert found["searchClauses"] == {
        "noResult": False,
        "totalCount": 1,
        "notes": ["searched by words alone: the index was made without a model; run `crossplan ingest`"],
        "nodes": [
            {
                "clauseId": "jia/2.1#c1",
                "quote": "发展社区助餐，方便老年人就近用餐。",
                "fragments": [
                    {"text": "发展社区助餐，方便老年人", "matched": False},
                    {"text": "就近用餐", "matched": True},
                    {"text": "。", "matched": False},
                ],
                "matched": ["就近用餐"],
                "path": ["主要任务", "办好养老服务"],
                "url": f"/plans/jia/source?start={start}&end={start + 17}#quote",
                "lanes": [{"lane": "lexical"}, {"lane": "concept"}],
                "clause": {"unitTitle": "办好养老服务"},
                "plan": {"region": "甲省"},
            }
        ],
    }


async def test_search_gives_reasons_facets_and_what_says_the_like(ask: Ask) -> None:
    found = await data_of(
        ask,
        """{ searchClauses(query: "就近用餐", mode: LEXICAL, order: PLAN, minScore: 0.5, group: true) {
              nodes { reason score same } facets { filter values { value count } } nearest { quote } }
            similarClauses(clause: "jia/2.1#c1") { clauseId } }""",
    )
    assert found["searchClauses"]["nodes"][0] == {"reason": "WORDS", "score": 1.0, "same": []}
    facets = {facet["filter"]: facet["values"] for facet in found["searchClauses"]["facets"]}
    assert facets["plans"] == [{"value": "jia", "count": 1}]
    assert found["searchClauses"]["nearest"] == []
    assert "jia" not in [hit["clauseId"].partition("/")[0] for hit in found["similarClauses"]]


async def test_search_says_where_no_plan_speaks_to_it(ask: Ask) -> None:
    found = await data_of(ask, '{ searchClauses(query: "海洋渔业捕捞") { noResult totalCount nodes { quote } } }')
    assert found["searchClauses"] == {"noResult": True, "totalCount": 0, "nodes": []}


async def test_search_filters_by_region_and_by_what_lies_within_it(ask: Ask) -> None:
    query = """query ($regions: [ID!], $period: String) {
        searchClauses(query: "社区服务条例", regions: $regions, period: $period) { nodes { planId } } }"""
    everywhere = await data_of(ask, query)
    within = await data_of(ask, query, regions=["region/990000"])
    earlier = await data_of(ask, query, period="十三五")
    plans = [[hit["planId"] for hit in found["searchClauses"]["nodes"]] for found in (everywhere, within, earlier)]  # type: ignore[index]
    assert [sorted(set(each)) for each in plans] == [["bing", "jia", "yi"], ["jia", "yi"], ["bing"]]


async def test_counts_are_those_of_the_three_plans(ask: Ask) -> None:
    found = await data_of(ask, "{ statistics { plans tasks unassignedTasks indicators bindingIndicators clauses } }")
    assert found["statistics"] == {
        "plans": 3, "tasks": 4, "unassignedTasks": 3, "indicators": 3, "bindingIndicators": 1, "clauses": 13,
    }  # fmt: skip


@pytest.mark.parametrize(
    "path", sorted(Path(graph_api.__file__).parent.glob("examples/*.graphql")), ids=lambda path: path.stem
)
async def test_every_example_of_the_explorer_is_answered(path: Path, ask: Ask) -> None:
    example = Example.read(path)
    assert any("\u4e00" <= character <= "\u9fff" for character in example.title)
    answer = await ask(example.text)
    codes = {error["extensions"]["code"] for error in answer.get("errors", ())}
    assert codes <= {"NOT_FOUND"}  # the indicator of the first example is not one of the three plans'
