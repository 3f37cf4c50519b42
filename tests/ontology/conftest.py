"""A small plan with one thing of every class, and its graph as the sixth plan of a region would give it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from ontology.elements import Graph, Node, Property, Relation
from ontology.terms import Terms

TEXT = """某州“十四五”社区服务规划
一、主要目标
每百户居民拥有设施面积 30 平方米 约束性
二、重点任务
（一）养老服务
1. 建设服务设施。所有社区实现设施全覆盖，民政局牵头。已建成设施80.5个。
专栏1 设施行动
设施建设行动。新建设施12345678.25平方米。
2. 培训队伍。依据《社区条例》培训。
三、保障措施
加强领导。各县负责。
"""


def place(quote: str) -> dict[str, Property]:
    start = TEXT.index(quote)
    return {"planId": "p", "quote": quote, "start": start, "end": start + len(quote)}


def fact(label: str, id_: str, quote: str, **properties: Property) -> Node:
    return Node(label, id_, {**properties, **place(quote), "rule": "read/by-hand"})


def small_nodes() -> list[Node]:
    title = TEXT.splitlines()[0]
    action = "新建设施12345678.25平方米。"
    return [
        fact("Plan", "p", title, title=title, period="十四五", startYear=2021, endYear=2025, level="prefecture",
             issuers=["某州民政局", "某州人民政府"], documentNumber="某政发〔2022〕1号", sourceHash="0" * 64,
             sourceLength=len(TEXT)),
        Node("Region", "region/530000", {"name": "某省", "shortName": "某", "code": "530000", "level": "province"}),
        Node("Region", "region/532300", {"name": "某州", "code": "532300", "level": "prefecture"}),
        Node("Region", "region/100000", {"name": "全国", "code": "100000", "level": "national"}),
        fact("Section", "p/1", "一、主要目标", title="主要目标", level=1, number="一、", ordinal=1, zone="goals",
             path=["主要目标"]),
        fact("Indicator", "p/1/table-1/row-1", "每百户居民拥有设施面积 30 平方米 约束性", name="每百户居民拥有设施面积",
             row=1, targetYear=2025, targetValue="30", attribute="约束性", comparator="=", value=30.0, unit="平方米"),
        fact("Indicator", "p/1/table-1/row-2", "30 平方米", row=2, attribute="预期性", comparator="=", value=30.0),
        fact("Indicator", "p/1/table-1/row-3", "30", row=3, comparator=">=", value=30.0),
        fact("Section", "p/2", "二、重点任务", title="重点任务", level=1, number="二、", ordinal=2, zone="tasks",
             path=["重点任务"]),
        fact("Section", "p/2.1", "（一）养老服务", title="养老服务", level=2, number="（一）", ordinal=3, zone="tasks",
             path=["重点任务", "养老服务"]),
        Node("TaskGroup", "p/2.1/group", {"title": "养老服务", **place("（一）养老服务")}),
        fact("Section", "p/2.1.1", "1. 建设服务设施。", title="建设服务设施", level=3, ordinal=4, zone="tasks"),
        fact("Task", "p/2.1.1/task", "1. 建设服务设施。", title="建设服务设施", parentTitle="养老服务", ordinal=1),
        fact("Clause", "p/2.1.1#c1", "所有社区实现设施全覆盖，民政局牵头。", ordinal=1,
             text="所有社区实现设施全覆盖，民政局牵头。", zone="tasks", unitKind="task", unitTitle="建设服务设施",
             path=["重点任务", "养老服务"]),
        fact("Target", "p/2.1.1#c1/target-1", "实现设施全覆盖", subject="设施", comparator="=", value=100.0,
             unitOfMeasure="%", unitKind="task"),
        fact("Responsibility", "p/2.1.1#c1/responsibility-1", "民政局牵头", departmentName="民政局", role="lead",
             unitKind="task"),
        fact("Clause", "p/2.1.1#c2", "已建成设施80.5个。", text="已建成设施80.5个。", ordinal=2),
        fact("Baseline", "p/2.1.1#c2/baseline-1", "已建成设施80.5个", subject="设施", value=80.5, unitOfMeasure="个"),
        fact("SpecialColumn", "p/2.1.1/column-1", "专栏1 设施行动", title="设施行动", number="专栏1"),
        fact("SpecialAction", "p/2.1.1/column-1/action-1", "设施建设行动。", title="设施建设行动", ordinal=1),
        fact("Clause", "p/2.1.1/column-1/action-1#c1", action, text=action, ordinal=3),
        fact("Target", "p/2.1.1/column-1/action-1#c1/target-1", action, subject="设施", comparator=">=",
             value=12345678.25, unitOfMeasure="平方米"),
        fact("Section", "p/2.1.2", "2. 培训队伍。", title="培训队伍", level=3, ordinal=5, zone="tasks"),
        fact("Task", "p/2.1.2/task", "2. 培训队伍。", title="培训队伍", ordinal=2),
        fact("Clause", "p/2.1.2#c1", "依据《社区条例》培训。", text="依据《社区条例》培训。", ordinal=4),
        fact("Reference", "p/2.1.2#c1/reference-1", "《社区条例》", citedTitle="社区条例"),
        Node("PolicyDocument", "document/社区条例", {"title": "社区条例"}),
        fact("Section", "p/3", "三、保障措施", title="保障措施", level=1, ordinal=6, zone="safeguards"),
        fact("Safeguard", "p/3/safeguard", "加强领导。", title="加强领导", ordinal=1),
        Node("Department", "p/department/民政局", {"name": "民政局", "planId": "p"}),
        Node("DepartmentConcept", "function/民政", {"name": "民政"}),
        Node("IndicatorConcept", "indicator/设施面积", {"name": "每百户居民拥有设施面积"}),
        Node("ActionConcept", "action/设施建设", {"name": "设施建设"}),
        Node("Theme", "theme/people", {"name": "民生"}),
        Node("Theme", "theme/service", {"name": "社会服务"}),
        Node("Theme", "theme/elderly", {"name": "养老服务"}),
        Node("Beneficiary", "beneficiary/elderly", {"name": "老年人"}),
        Node("Alignment", "alignment/1", {"kind": "indicator", "score": 0.9, "method": "vocabulary",
                                          "factId": "p/1/table-1/row-1", "conceptId": "indicator/设施面积"}),
    ]  # fmt: skip


RELATIONS = """
p COVERS_REGION region/532300
region/532300 WITHIN region/530000
region/530000 WITHIN region/100000
p/2.1 SUBSECTION_OF p/2
p/2.1.1 SUBSECTION_OF p/2.1
p/2.1.2 SUBSECTION_OF p/2.1
p/1/table-1/row-1 IN_SECTION p/1
p/2.1/group IN_SECTION p/2.1
p/2.1.1/task IN_SECTION p/2.1.1
p/2.1.2/task IN_SECTION p/2.1.2
p/3/safeguard IN_SECTION p/3
p/2.1.1#c1 IN_SECTION p/2.1.1
p/2.1.1#c1 IN_UNIT p/2.1.1/task
p/2.1.1#c2 IN_UNIT p/2.1.1/task
p/2.1.2#c1 IN_UNIT p/2.1.2/task
p/2.1.1#c1/target-1 STATED_IN p/2.1.1#c1
p/2.1.1#c1/target-1 OF_UNIT p/2.1.1/task
p/2.1.1#c1/responsibility-1 STATED_IN p/2.1.1#c1
p/2.1.1#c1/responsibility-1 OF_UNIT p/2.1.1/task
p/2.1.1#c1/responsibility-1 HELD_BY p/department/民政局
p/2.1.1#c2/baseline-1 STATED_IN p/2.1.1#c2
p/2.1.1#c2/baseline-1 OF_UNIT p/2.1.1/task
p/2.1.1/column-1/action-1#c1 IN_UNIT p/2.1.1/column-1/action-1
p/2.1.1/column-1/action-1#c1/target-1 OF_UNIT p/2.1.1/column-1/action-1
p/2.1.2#c1/reference-1 STATED_IN p/2.1.2#c1
p/2.1.2#c1/reference-1 REFERS_TO document/社区条例
p/2.1.1/task IN_GROUP p/2.1/group
p/2.1.1/column-1/action-1 IN_COLUMN p/2.1.1/column-1
p/2.1.1/column-1/action-1 SUPPORTS p/2.1.1/task
p/2.1.1/column-1 SUPPORTS p/2.1.1/task
p/department/民政局 HAS_FUNCTION function/民政
p/1/table-1/row-1 MEASURES indicator/设施面积
p/2.1.1/task HAS_THEME theme/elderly
p/2.1.1#c1 HAS_THEME theme/service
p/2.1.1/column-1/action-1 HAS_COUNTERPART_CONCEPT action/设施建设
theme/elderly BROADER theme/service
theme/service BROADER theme/people
p/2.1.1/task SERVES beneficiary/elderly
alignment/1 ALIGNS_FACT p/1/table-1/row-1
alignment/1 ALIGNS_TO indicator/设施面积
"""


def related(nodes: list[Node], lines: str) -> list[Relation]:
    label = {node.id: node.label for node in nodes}
    triples = (line.split() for line in lines.strip().splitlines())
    return [Relation(kind, label[start], start, label[end], end) for start, kind, end in triples]


@pytest.fixture(scope="session")
def terms() -> Terms:
    return Terms()


@pytest.fixture(scope="session")
def small() -> Graph:
    """What the small plan states; nothing of it is inferred."""
    nodes = small_nodes()
    parts = [node for node in nodes if node.properties.get("planId") == "p" and node.label != "Plan"]
    in_plan = [Relation("IN_PLAN", part.label, part.id, "Plan", "p") for part in parts]
    return Graph(tuple(nodes), (*in_plan, *related(nodes, RELATIONS)))


@pytest.fixture
def changed(small: Graph) -> Callable[..., Graph]:
    """The small graph with elements added, one node's properties set, or one relation (start id, type) left out."""

    def change(
        *added: Node | Relation, of: str = "", without: tuple[str, str] | None = None, **properties: Property
    ) -> Graph:
        nodes = [
            replace(node, properties={**node.properties, **properties}) if node.id == of else node
            for node in small.nodes
        ]
        relations = [each for each in small.relations if (each.start_id, each.type) != without]
        nodes += [each for each in added if isinstance(each, Node)]
        relations += [each for each in added if isinstance(each, Relation)]
        return Graph(tuple(nodes), tuple(relations))

    return change


@pytest.fixture(scope="session")
def text() -> str:
    return TEXT
