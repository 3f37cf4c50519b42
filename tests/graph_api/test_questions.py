"""What is asked by id, by link and by example, over three invented plans."""

from __future__ import annotations

from pathlib import Path

import pytest

import graph_api
from graph_api.pages import Example
from tests.graph_api.conftest import Ask

AREA = "indicator/area"


async def data_of(ask: Ask, query: str, **variables: object) -> dict[str, object]:
    answer = await ask(query, **variables)
    assert "errors" not in answer, answer["errors"]
    found: dict[str, object] = answer["data"]
    return found


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
