"""Three invented plans whose every fact can be read off this page: a province, a city in it, and a county that neither
names its region nor has an indicator table.  Quotes are cut from the texts, so a fact that is not there fails here."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.elements import Graph, Node, Property, Relation
from tests.queries.three_plans_relations import INFERRED, STATED

JIA = """甲省“十四五”社区服务规划
依据《社区服务条例》（国发〔2021〕1号）制定本规划。
一、发展目标
到2025年，社区服务更加便利。
指标 2020年 2025年 属性
每百户设施面积（平方米） 25 ≥30 预期性
每万人社区工作者（人） 12 18 约束性
— 60% ≥80%
二、主要任务
（一）办好养老服务。发展社区助餐，方便老年人就近用餐。（民政厅牵头，财政厅配合）
到2025年助餐点覆盖率达到95%以上。
专栏1 老年服务
1.助餐行动：新建助餐点一百个。
（二）建设智慧社区。实现社区全部接入政务平台。
三、保障措施
（一）加强领导。各级民政部门抓好落实。
"""
YI = """乙市“十四五”社区服务规划
一、目标任务
（一）加强养老服务。每百户设施面积不少于40平方米。
依据《社区服务条例》和《养老服务办法》开展工作。
老年助餐工程：民政局为老年人办助餐点。
"""
BING = """丙县“十三五”社区规划
一、发展基础
2015年建成社区服务站12个。
二、任务
（一）推进智慧社区。按照《社区服务条例》建设信息平台。
"""
TEXTS = {"jia": JIA, "yi": YI, "bing": BING}

# A fact: label, id, quote, and its own properties.
_Facts = tuple[tuple[str, str, str, dict[str, Property]], ...]
# fmt: off
_FACTS: _Facts = (
    ("Plan", "jia", "甲省“十四五”社区服务规划", {"title": "甲省“十四五”社区服务规划", "period": "十四五",
        "level": "province", "startYear": 2021, "endYear": 2025, "issuers": ["甲省人民政府", "甲省民政厅"],
        "documentNumber": "甲政发〔2022〕3号", "issued": "2022-01-05", "published": "2022-01", "sourceHash": "a" * 64,
        "sourceLength": len(JIA)}),
    ("Plan", "yi", "乙市“十四五”社区服务规划", {"title": "乙市“十四五”社区服务规划", "period": "十四五",
        "level": "city", "issuers": ["乙市民政局"], "sourceHash": "b" * 64, "sourceLength": len(YI)}),
    ("Plan", "bing", "丙县“十三五”社区规划", {"title": "丙县“十三五”社区规划", "period": "十三五",
        "sourceHash": "c" * 64, "sourceLength": len(BING)}),
    ("Section", "jia/1", "一、发展目标", {"title": "发展目标", "number": "一、", "level": 1, "ordinal": 1,
        "zone": "goals", "path": ["发展目标"]}),
    ("Section", "jia/2", "二、主要任务", {"title": "主要任务", "number": "二、", "level": 1, "ordinal": 2,
        "zone": "tasks", "path": ["主要任务"]}),
    ("Section", "jia/2.1", "（一）办好养老服务", {"title": "办好养老服务", "number": "（一）", "level": 2,
        "ordinal": 3, "zone": "tasks", "path": ["主要任务", "办好养老服务"]}),
    ("Section", "jia/2.2", "（二）建设智慧社区", {"title": "建设智慧社区", "number": "（二）", "level": 2,
        "ordinal": 4, "zone": "tasks", "path": ["主要任务", "建设智慧社区"]}),
    ("Section", "jia/3", "三、保障措施", {"title": "保障措施", "number": "三、", "level": 1, "ordinal": 5,
        "zone": "safeguards", "path": ["保障措施"]}),
    ("Section", "jia/3.1", "（一）加强领导", {"title": "加强领导", "number": "（一）", "level": 2, "ordinal": 6,
        "zone": "safeguards", "path": ["保障措施", "加强领导"]}),
    ("Section", "yi/1", "一、目标任务", {"title": "目标任务", "number": "一、", "level": 1, "ordinal": 1,
        "zone": "tasks", "path": ["目标任务"]}),
    ("Section", "yi/1.1", "（一）加强养老服务", {"title": "加强养老服务", "number": "（一）", "level": 2, "ordinal": 2,
        "zone": "tasks", "path": ["目标任务", "加强养老服务"]}),
    ("Section", "bing/1", "一、发展基础", {"title": "发展基础", "number": "一、", "level": 1, "ordinal": 1,
        "zone": "background", "path": ["发展基础"]}),
    ("Section", "bing/2", "二、任务", {"title": "任务", "number": "二、", "level": 1, "ordinal": 2, "zone": "tasks",
        "path": ["任务"]}),
    ("Section", "bing/2.1", "（一）推进智慧社区", {"title": "推进智慧社区", "number": "（一）", "level": 2,
        "ordinal": 3, "zone": "tasks", "path": ["任务", "推进智慧社区"]}),
    ("TaskGroup", "jia/2/group", "二、主要任务", {"title": "主要任务"}),
    ("Task", "jia/2.1/task", "（一）办好养老服务", {"title": "办好养老服务", "parentTitle": "主要任务", "ordinal": 1}),
    ("Task", "jia/2.2/task", "（二）建设智慧社区", {"title": "建设智慧社区", "parentTitle": "主要任务", "ordinal": 2,
        "unassigned": True}),
    ("Task", "yi/1.1/task", "（一）加强养老服务", {"title": "加强养老服务", "ordinal": 1, "unassigned": True}),
    ("Task", "bing/2.1/task", "（一）推进智慧社区", {"title": "推进智慧社区", "ordinal": 1, "unassigned": True}),
    ("Safeguard", "jia/3.1/safeguard", "（一）加强领导", {"title": "加强领导", "ordinal": 1}),
    ("SpecialColumn", "jia/2.1/column-1", "专栏1 老年服务", {"title": "老年服务", "number": "1",
        "underTask": "办好养老服务"}),
    ("SpecialAction", "jia/2.1/column-1/action-1", "1.助餐行动：新建助餐点一百个。", {"title": "助餐行动",
        "number": "1.", "columnTitle": "老年服务", "underTask": "办好养老服务", "ordinal": 1}),
    ("SpecialAction", "yi/1.1/action-1", "老年助餐工程：民政局为老年人办助餐点。", {"title": "老年助餐工程",
        "ordinal": 1, "underTask": "加强养老服务"}),
    ("Indicator", "jia/1/table-1/row-1", "每百户设施面积（平方米） 25 ≥30 预期性", {"name": "每百户设施面积", "row": 1,
        "baseYear": 2020, "baseValue": "25", "targetYear": 2025, "targetValue": "≥30", "attribute": "预期性",
        "comparator": ">=", "value": 30.0, "unit": "平方米"}),
    ("Indicator", "jia/1/table-1/row-2", "每万人社区工作者（人） 12 18 约束性", {"name": "每万人社区工作者", "row": 2,
        "baseYear": 2020, "baseValue": "12", "targetYear": 2025, "targetValue": "18", "attribute": "约束性",
        "comparator": "=", "value": 18.0, "unit": "人", "binding": True}),
    ("Indicator", "jia/1/table-1/row-3", "— 60% ≥80%", {"row": 3, "baseYear": 2020, "baseValue": "60%",
        "targetYear": 2025, "targetValue": "≥80%", "comparator": ">=", "value": 80.0, "unit": "%"}),
    ("Clause", "jia/0#c1", "依据《社区服务条例》（国发〔2021〕1号）制定本规划。", {"ordinal": 1, "zone": "preamble",
        "unitKind": "section", "unitTitle": "前言", "path": []}),
    ("Clause", "jia/1#c1", "到2025年，社区服务更加便利。", {"ordinal": 2, "zone": "goals", "unitKind": "section",
        "unitTitle": "发展目标", "path": ["发展目标"]}),
    ("Clause", "jia/2.1#c1", "发展社区助餐，方便老年人就近用餐。", {"ordinal": 3, "zone": "tasks", "unitKind": "task",
        "unitTitle": "办好养老服务", "path": ["主要任务", "办好养老服务"]}),
    ("Clause", "jia/2.1#c2", "（民政厅牵头，财政厅配合）", {"ordinal": 4, "zone": "tasks", "unitKind": "task",
        "unitTitle": "办好养老服务", "path": ["主要任务", "办好养老服务"]}),
    ("Clause", "jia/2.1#c3", "到2025年助餐点覆盖率达到95%以上。", {"ordinal": 5, "zone": "tasks", "unitKind": "task",
        "unitTitle": "办好养老服务", "path": ["主要任务", "办好养老服务"]}),
    ("Clause", "jia/2.1/column-1/action-1#c1", "新建助餐点一百个。", {"ordinal": 6, "zone": "tasks",
        "unitKind": "special_action", "unitTitle": "助餐行动", "path": ["主要任务", "办好养老服务"]}),
    ("Clause", "jia/2.2#c1", "实现社区全部接入政务平台。", {"ordinal": 7, "zone": "tasks", "unitKind": "task",
        "unitTitle": "建设智慧社区", "path": ["主要任务", "建设智慧社区"]}),
    ("Clause", "jia/3.1#c1", "各级民政部门抓好落实。", {"ordinal": 8, "zone": "safeguards", "unitKind": "safeguard",
        "unitTitle": "加强领导", "path": ["保障措施", "加强领导"]}),
    ("Clause", "yi/1.1#c1", "每百户设施面积不少于40平方米。", {"ordinal": 1, "zone": "tasks", "unitKind": "task",
        "unitTitle": "加强养老服务", "path": ["目标任务", "加强养老服务"]}),
    ("Clause", "yi/1.1#c2", "依据《社区服务条例》和《养老服务办法》开展工作。", {"ordinal": 2, "zone": "tasks",
        "unitKind": "task", "unitTitle": "加强养老服务", "path": ["目标任务", "加强养老服务"]}),
    ("Clause", "yi/1.1/action-1#c1", "民政局为老年人办助餐点。", {"ordinal": 3, "zone": "tasks",
        "unitKind": "special_action", "unitTitle": "老年助餐工程", "path": ["目标任务", "加强养老服务"]}),
    ("Clause", "bing/1#c1", "2015年建成社区服务站12个。", {"ordinal": 1, "zone": "background", "unitKind": "section",
        "unitTitle": "发展基础", "path": ["发展基础"]}),
    ("Clause", "bing/2.1#c1", "按照《社区服务条例》建设信息平台。", {"ordinal": 2, "zone": "tasks", "unitKind": "task",
        "unitTitle": "推进智慧社区", "path": ["任务", "推进智慧社区"]}),
    ("Target", "jia/2.1#c3/target-1", "到2025年助餐点覆盖率达到95%以上", {"unitTitle": "办好养老服务",
        "unitKind": "task", "subject": "助餐点覆盖率", "comparator": ">=", "value": 95.0, "unitOfMeasure": "%",
        "byYear": 2025}),
    ("Target", "jia/2.2#c1/target-1", "社区全部接入政务平台", {"unitTitle": "建设智慧社区", "unitKind": "task",
        "subject": "社区接入政务平台", "comparator": "=", "value": 100.0, "unitOfMeasure": "%", "fullCoverage": True}),
    ("Target", "yi/1.1#c1/target-1", "每百户设施面积不少于40平方米", {"unitTitle": "加强养老服务", "unitKind": "task",
        "subject": "每百户设施面积", "comparator": ">=", "value": 40.0, "unitOfMeasure": "平方米"}),
    ("Baseline", "bing/1#c1/baseline-1", "2015年建成社区服务站12个", {"subject": "社区服务站", "value": 12.0,
        "unitOfMeasure": "个", "asOf": "2015"}),
    ("Reference", "jia/0#c1/reference-1", "《社区服务条例》（国发〔2021〕1号）", {"citedTitle": "社区服务条例",
        "documentNumber": "国发〔2021〕1号"}),
    ("Reference", "yi/1.1#c2/reference-1", "《社区服务条例》", {"citedTitle": "社区服务条例"}),
    ("Reference", "yi/1.1#c2/reference-2", "《养老服务办法》", {"citedTitle": "养老服务办法", "issuer": "乙市民政局"}),
    ("Reference", "bing/2.1#c1/reference-1", "《社区服务条例》", {"citedTitle": "社区服务条例"}),
    ("Responsibility", "jia/2.1#c2/responsibility-1", "民政厅牵头", {"unitTitle": "办好养老服务", "unitKind": "task",
        "departmentName": "民政厅", "role": "lead"}),
    ("Responsibility", "jia/2.1#c2/responsibility-2", "财政厅配合", {"unitTitle": "办好养老服务", "unitKind": "task",
        "departmentName": "财政厅", "role": "joint"}),
    ("Responsibility", "jia/3.1#c1/responsibility-1", "各级民政部门抓好落实", {"unitTitle": "加强领导",
        "unitKind": "safeguard", "departmentName": "各级民政部门", "role": "named"}),
    ("Responsibility", "yi/1.1/action-1#c1/responsibility-1", "民政局为老年人办助餐点", {"unitTitle": "老年助餐工程",
        "unitKind": "special_action", "departmentName": "民政局", "role": "named"}),
)
# fmt: on
_SHARED = (
    Node("Region", "region/990000", {"name": "甲省", "shortName": "甲", "code": "990000", "level": "province"}),
    Node("Region", "region/990100", {"name": "乙市", "shortName": "乙", "code": "990100", "level": "prefecture"}),
    Node("Region", "region/990200", {"name": "丁市", "shortName": "丁", "code": "990200", "level": "prefecture"}),
    Node("IndicatorConcept", "indicator/area", {"name": "每百户设施面积"}),
    Node("IndicatorConcept", "indicator/staff", {"name": "每万人社区工作者"}),
    Node("IndicatorConcept", "target/meals", {"name": "助餐点覆盖率"}),
    Node("ActionConcept", "action/meals", {"name": "老年助餐"}),
    Node("Theme", "theme/people", {"name": "民生服务"}),
    Node("Theme", "theme/care", {"name": "养老服务"}),
    Node("Theme", "theme/digital", {"name": "智慧社区"}),
    Node("Theme", "theme/digital-care", {"name": "智慧养老"}),
    Node("Theme", "theme/emergency", {"name": "应急管理"}),
    Node("Beneficiary", "beneficiary/everyone", {"name": "居民"}),
    Node("Beneficiary", "beneficiary/elderly", {"name": "老年人"}),
    Node("DepartmentConcept", "function/society", {"name": "社会事务"}),
    Node("DepartmentConcept", "function/civil-affairs", {"name": "民政"}),
    Node("DepartmentConcept", "function/finance", {"name": "财政"}),
    Node("PolicyDocument", "document/社区服务条例", {"title": "社区服务条例"}),
    Node("PolicyDocument", "document/养老服务办法", {"title": "养老服务办法"}),
    Node("Department", "jia/department/民政厅", {"name": "民政厅", "planId": "jia"}),
    Node("Department", "jia/department/财政厅", {"name": "财政厅", "planId": "jia"}),
    Node("Department", "jia/department/各级民政部门", {"name": "各级民政部门", "planId": "jia"}),
    Node("Department", "yi/department/民政局", {"name": "民政局", "planId": "yi"}),
    Node(
        "Alignment",
        "alignment/1",
        {
            "kind": "indicator",
            "score": 1.0,
            "method": "exact",
            "factId": "jia/1/table-1/row-1",
            "conceptId": "indicator/area",
        },
    ),
    Node(
        "Alignment",
        "alignment/2",
        {
            "kind": "target",
            "score": 0.75,
            "method": "vocabulary",
            "evidence": "每百户设施面积",
            "factId": "yi/1.1#c1/target-1",
            "conceptId": "indicator/area",
        },
    ),
)


def three_plans() -> Graph:
    """The graph of the three plans, with what the ontology's reasoning would add to it."""
    nodes = (*(_fact(*fact) for fact in _FACTS), *_SHARED)
    labels = {node.id: node.label for node in nodes}
    in_plan = [
        Relation("IN_PLAN", node.label, node.id, "Plan", str(node.properties["planId"]))
        for node in nodes
        if "planId" in node.properties and node.label != "Plan"
    ]
    return Graph(nodes, (*in_plan, *_relations(STATED, labels), *_relations(INFERRED, labels, inferred=True)))


def _fact(label: str, id_: str, quote: str, own: dict[str, Property]) -> Node:
    plan = id_.split("/")[0]
    start = TEXTS[plan].index(quote)
    place: dict[str, Property] = {"planId": plan, "quote": quote, "start": start, "end": start + len(quote)}
    if label == "Clause":
        place["text"] = quote
    if label != "TaskGroup":
        place["rule"] = "curated"
    return Node(label, id_, {**own, **place})


def _relations(text: str, labels: dict[str, str], *, inferred: bool = False) -> Iterator[Relation]:
    for line in text.split("\n")[1:-1]:
        start, kind, end = line.split(" ")
        how: dict[str, Property] = {"inferredBy": kind.lower(), "derivedFrom": [start, end]} if inferred else {}
        yield Relation(kind, labels[start], start, labels[end], end, how)
