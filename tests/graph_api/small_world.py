"""Two invented plans, small enough to know by heart: what the API must answer can be read off this page."""

from __future__ import annotations

from pathlib import Path

from graph.embedded import write_graph
from graph.store import GRAPH
from graph.versions import Versions
from ontology.elements import Graph, Node, Property, Relation
from ontology.schema import load_schema
from search.entries import Entry
from search.index import ClauseIndex

EAST = """东省“十四五”社区服务规划

一、发展目标
到2025年，社区服务更加便利。

指标  2020年  2025年
每百户设施面积（平方米）  25  ≥30
每万人社区工作者（人）  12  18

二、主要任务
(一)办好养老服务。发展社区助餐，
方便老年人就近用餐。(民政厅牵头，财政厅配合)
到2025年助餐点覆盖率达到95%以上。
专栏1 老年助餐行动
老年助餐行动：新建助餐点一百个。
"""
WEST = """西市社区服务规划

一、目标任务
(一)加强社区治理。每百户设施面积不少于40平方米。
依据《社区服务条例》开展工作。
"""
SOURCES = {"east": EAST, "west": WEST}
AREA, STAFF, MEALS = "indicator/area", "indicator/staff", "action/meals"


def write_data(data: Path, name: str = "v1", sources: dict[str, str] | None = None) -> None:
    """A data directory whose live version, called `name`, holds the two plans."""
    with Versions(data).build() as build:
        write_graph(build.path / GRAPH, small_graph(), load_schema())
        ClauseIndex.build(entries()).save(build.path / "index")
        (build.path / "sources").mkdir()
        for plan, text in (sources or SOURCES).items():
            (build.path / "sources" / f"{plan}.txt").write_text(text, encoding="utf-8", newline="")
        build.publish(name)


def place(plan: str, quote: str) -> dict[str, Property]:
    start = SOURCES[plan].index(quote)
    return {"planId": plan, "quote": quote, "start": start, "end": start + len(quote), "rule": "test"}


def _node(label: str, id_: str, quote: str, **properties: Property) -> Node:
    return Node(label, id_, {**properties, **place(id_.split("/")[0].split("#")[0], quote)})


FACTS = (
    _node("Plan", "east", "东省“十四五”社区服务规划", title="东省“十四五”社区服务规划", period="十四五", level="province",
          startYear=2021, endYear=2025, issuers=["东省人民政府"], sourceHash="e" * 64, sourceLength=len(EAST)),
    _node("Plan", "west", "西市社区服务规划", title="西市社区服务规划", level="city", issuers=["西市民政局"],
          sourceHash="f" * 64, sourceLength=len(WEST)),
    _node("Section", "east/1", "一、发展目标", title="发展目标", number="一、", level=1, ordinal=1, zone="goals",
          path=["发展目标"]),
    _node("Section", "east/2", "二、主要任务", title="主要任务", number="二、", level=1, ordinal=2, zone="tasks",
          path=["主要任务"]),
    _node("Section", "east/2.1", "(一)办好养老服务", title="办好养老服务", number="(一)", level=3, ordinal=3, zone="tasks",
          path=["主要任务", "办好养老服务"]),
    _node("Section", "west/1", "一、目标任务", title="目标任务", number="一、", level=1, ordinal=1, zone="tasks",
          path=["目标任务"]),
    _node("Section", "west/1.1", "(一)加强社区治理", title="加强社区治理", number="(一)", level=3, ordinal=2, zone="tasks",
          path=["目标任务", "加强社区治理"]),
    _node("Indicator", "east/1/table-1/row-1", "每百户设施面积（平方米）  25  ≥30", name="每百户设施面积", row=1,
          baseYear=2020, baseValue="25", targetYear=2025, targetValue="≥30", comparator=">=", value=30.0, unit="平方米"),
    _node("Indicator", "east/1/table-1/row-2", "每万人社区工作者（人）  12  18", name="每万人社区工作者", row=2,
          baseYear=2020, baseValue="12", targetYear=2025, targetValue="18", comparator="=", value=18.0, unit="人",
          attribute="约束性", binding=True),
    _node("Task", "east/2.1/task", "(一)办好养老服务", title="办好养老服务", ordinal=1, unassigned=False),
    _node("Task", "west/1.1/task", "(一)加强社区治理", title="加强社区治理", ordinal=1, unassigned=True),
    _node("Clause", "east/1#c1", "到2025年，社区服务更加便利。", text="到2025年，社区服务更加便利。", ordinal=1,
          zone="goals", unitKind="section", unitTitle="发展目标", path=["发展目标"]),
    _node("Clause", "east/2.1#c1", "发展社区助餐，\n方便老年人就近用餐。", text="发展社区助餐，方便老年人就近用餐。", ordinal=2,
          zone="tasks", unitKind="task", unitTitle="办好养老服务", path=["主要任务", "办好养老服务"]),
    _node("Clause", "east/2.1#c2", "到2025年助餐点覆盖率达到95%以上。", text="到2025年助餐点覆盖率达到95%以上。", ordinal=3,
          zone="tasks", unitKind="task", unitTitle="办好养老服务", path=["主要任务", "办好养老服务"]),
    _node("Clause", "west/1.1#c1", "每百户设施面积不少于40平方米。", text="每百户设施面积不少于40平方米。", ordinal=1,
          zone="tasks", unitKind="task", unitTitle="加强社区治理", path=["目标任务", "加强社区治理"]),
    _node("Clause", "west/1.1#c2", "依据《社区服务条例》开展工作。", text="依据《社区服务条例》开展工作。", ordinal=2,
          zone="tasks", unitKind="task", unitTitle="加强社区治理", path=["目标任务", "加强社区治理"]),
    _node("Target", "east/2.1#c2/target-1", "覆盖率达到95%以上", subject="助餐点覆盖率", comparator=">=", value=95.0,
          unitOfMeasure="%", byYear=2025, unitTitle="办好养老服务", unitKind="task"),
    _node("Target", "west/1.1#c1/target-1", "每百户设施面积不少于40平方米", subject="每百户设施面积", comparator=">=",
          value=40.0, unitOfMeasure="平方米", unitTitle="加强社区治理", unitKind="task"),
    _node("Responsibility", "east/2.1#c1/responsibility-1", "民政厅牵头", departmentName="民政厅", role="lead",
          unitTitle="办好养老服务", unitKind="task"),
    _node("Responsibility", "east/2.1#c1/responsibility-2", "财政厅配合", departmentName="财政厅", role="joint",
          unitTitle="办好养老服务", unitKind="task"),
    _node("Reference", "west/1.1#c2/reference-1", "《社区服务条例》", citedTitle="社区服务条例"),
    _node("SpecialColumn", "east/2.1/column-1", "专栏1 老年助餐行动", title="老年助餐行动", number="1",
          underTask="办好养老服务"),
    _node("SpecialAction", "east/2.1/column-1/action-1", "老年助餐行动：新建助餐点一百个。", title="老年助餐行动",
          columnTitle="老年助餐行动", underTask="办好养老服务", ordinal=1),
)
SHARED = (
    Node("Region", "region/990000", {"name": "东省", "shortName": "东", "code": "990000", "level": "province"}),
    Node("Region", "region/990100", {"name": "西市", "shortName": "西", "code": "990100", "level": "city"}),
    Node("IndicatorConcept", AREA, {"name": "每百户设施面积"}),
    Node("IndicatorConcept", STAFF, {"name": "每万人社区工作者"}),
    Node("ActionConcept", MEALS, {"name": "老年助餐"}),
    Node("Theme", "theme/care", {"name": "养老服务"}),
    Node("Theme", "theme/governance", {"name": "社区治理"}),
    Node("Beneficiary", "beneficiary/elderly", {"name": "老年人"}),
    Node("PolicyDocument", "document/社区服务条例", {"title": "社区服务条例"}),
    Node("Department", "east/department/民政厅", {"name": "民政厅", "planId": "east"}),
    Node("Department", "east/department/财政厅", {"name": "财政厅", "planId": "east"}),
    Node("DepartmentConcept", "function/civil-affairs", {"name": "民政"}),
)
_LINKS = """
east COVERS_REGION region/990000
west COVERS_REGION region/990100
region/990100 WITHIN region/990000
east/2.1 SUBSECTION_OF east/2
west/1.1 SUBSECTION_OF west/1
east/1#c1 IN_SECTION east/1
east/2.1#c1 IN_SECTION east/2.1
east/2.1#c2 IN_SECTION east/2.1
west/1.1#c1 IN_SECTION west/1.1
west/1.1#c2 IN_SECTION west/1.1
east/2.1#c1 IN_UNIT east/2.1/task
east/2.1#c2 IN_UNIT east/2.1/task
west/1.1#c1 IN_UNIT west/1.1/task
west/1.1#c2 IN_UNIT west/1.1/task
east/2.1/task IN_SECTION east/2.1
west/1.1/task IN_SECTION west/1.1
east/1/table-1/row-1 IN_SECTION east/1
east/1/table-1/row-2 IN_SECTION east/1
east/2.1/column-1 IN_SECTION east/2.1
east/2.1/column-1/action-1 IN_SECTION east/2.1
east/2.1/column-1/action-1 IN_COLUMN east/2.1/column-1
east/2.1/column-1/action-1 SUPPORTS east/2.1/task
east/2.1#c2/target-1 STATED_IN east/2.1#c2
east/2.1#c2/target-1 OF_UNIT east/2.1/task
west/1.1#c1/target-1 STATED_IN west/1.1#c1
west/1.1#c1/target-1 OF_UNIT west/1.1/task
east/2.1#c1/responsibility-1 STATED_IN east/2.1#c1
east/2.1#c1/responsibility-1 OF_UNIT east/2.1/task
east/2.1#c1/responsibility-1 HELD_BY east/department/民政厅
east/2.1#c1/responsibility-2 STATED_IN east/2.1#c1
east/2.1#c1/responsibility-2 OF_UNIT east/2.1/task
east/2.1#c1/responsibility-2 HELD_BY east/department/财政厅
east/department/民政厅 HAS_FUNCTION function/civil-affairs
west/1.1#c2/reference-1 STATED_IN west/1.1#c2
west/1.1#c2/reference-1 REFERS_TO document/社区服务条例
east/1/table-1/row-1 MEASURES indicator/area
east/1/table-1/row-2 MEASURES indicator/staff
west/1.1#c1/target-1 MEASURES indicator/area
east/2.1/column-1/action-1 HAS_COUNTERPART_CONCEPT action/meals
east/2.1/task HAS_THEME theme/care
west/1.1/task HAS_THEME theme/governance
east/2.1#c1 HAS_THEME theme/care
east/2.1/task SERVES beneficiary/elderly
"""


def small_graph() -> Graph:
    """Both plans as nodes and relations."""
    label = {node.id: node.label for node in (*FACTS, *SHARED)}
    stated = [line.split(" ") for line in _LINKS.strip().splitlines()]
    in_plan = [
        [node.id, "IN_PLAN", str(node.properties["planId"])]
        for node in (*FACTS, *SHARED)
        if "planId" in node.properties and node.label != "Plan"
    ]
    relations = tuple(Relation(kind, label[a], a, label[b], b) for a, kind, b in [*stated, *in_plan])
    inherited = tuple(
        Relation(
            "INHERITS_RESPONSIBILITY", "SpecialAction", "east/2.1/column-1/action-1", "Responsibility",
            f"east/2.1#c1/responsibility-{number}",
            {"inferredBy": "inheritsResponsibility", "derivedFrom": ["east/2.1/task"]},
        )
        for number in (1, 2)
    )
    return Graph((*FACTS, *SHARED), relations + inherited)


def entries() -> list[Entry]:
    """The clauses as the index takes them."""
    region = {"east": "990000", "west": "990100"}
    found = []
    for node in FACTS:
        if node.label == "Clause":
            properties = node.properties
            found.append(
                Entry(
                    clause_id=node.id,
                    plan_id=str(properties["planId"]),
                    start=int(str(properties["start"])),
                    end=int(str(properties["end"])),
                    quote=str(properties["quote"]),
                    path=tuple(properties["path"]),  # type: ignore[arg-type]
                    kind=str(properties["unitKind"]),
                    region=region[str(properties["planId"])],
                    period="十四五" if properties["planId"] == "east" else None,
                    themes=("theme/care",) if node.id == "east/2.1#c1" else (),
                )
            )
    return found
