"""The five built-in plans aligned: groups that were checked by reading the texts, and what a further plan changes."""

from collections import defaultdict
from itertools import chain

import pytest

from align.alignment import align
from ontology.records import Alignment, Fact, Indicator, Target, Task
from ontology.vocabulary import Vocabularies

ORDER = ("ningxia", "chuxiong", "shenzhen", "tianjin", "tongliao")
Plans = dict[str, tuple[Fact, ...]]


@pytest.fixture(scope="module")
def alignments(plans: Plans, vocabularies: Vocabularies) -> tuple[Alignment, ...]:
    return align(tuple(chain.from_iterable(plans[plan] for plan in ORDER)), vocabularies)


def members(alignments: tuple[Alignment, ...], kind: str, concept: str) -> dict[str, list[str]]:
    """The titles that stand in a concept, by plan."""
    found = defaultdict(list)
    for one in alignments:
        if (one.kind, one.concept) == (kind, concept):
            found[one.plan_id].append(one.title)
    return dict(found)


GROUPS = [
    (
        "indicator",
        "indicator/community-workers-per-ten-thousand",
        {
            "ningxia": ["每万城镇常住人口拥有社区工作者"],
            "chuxiong": ["每万名城镇常住人口拥有社区工作者"],
            "tianjin": [""],  # the table lost its names
        },
    ),
    (
        "special_action",
        "action/party-leadership",
        {
            "ningxia": ["党建引领社区服务创新行动"],
            "chuxiong": ["社区固本强基行动"],
            "tianjin": ["社区固本强基行动"],
        },
    ),
    (
        "special_action",
        "action/health",
        {
            "ningxia": ["社区卫生服务提升行动"],
            "chuxiong": ["社区卫生服务行动"],
            "shenzhen": ["社区健康服务行动"],
            "tianjin": ["社区文化、体育、卫生、教育、科普服务行动"],
        },
    ),
    (
        "special_action",
        "action/worker-training",
        {
            "ningxia": ["社区工作者能力素质提升行动"],
            "chuxiong": ["新时代社区工作者主题培训行动"],
            "tianjin": ["社区工作者主题培训行动"],
        },
    ),
    (
        "department",
        "function/development-reform",
        {
            "ningxia": ["发展改革部门", "发展改革委"],
            "chuxiong": ["发展改革部门"],
            "shenzhen": ["发展改革部门"],
            "tianjin": ["市发展改革委"],
        },
    ),
    (
        "task_theme",
        "theme/grid-management",
        {
            "ningxia": ["深化网格化服务管理"],
            "chuxiong": ["强化网格化管理服务机制"],
            "tianjin": ["改进网格化管理服务机制"],
        },
    ),
    (
        "task_theme",
        "theme/prompt-response",
        {
            "ningxia": ["完善即时响应机制"],
            "chuxiong": ["推动服务机制创新"],
            "shenzhen": ["完善即时响应机制", "推进民生诉求综合服务改革"],
            "tianjin": ["健全即时响应机制"],
        },
    ),
    (
        "target",
        "target/行政村通5G比例",
        {"ningxia": ["行政村通5G比例"], "tianjin": ["行政村5G网络通达比例"]},
    ),
    (
        "target",
        "target/每个村社区儿童主任",
        {"ningxia": ["每个村(社区)儿童主任"], "tianjin": ["村居儿童主任配备率"]},
    ),
    (
        "target",
        "indicator/social-organisations-per-village",
        {
            "ningxia": ["每个村平均拥有社区社会组织"],
            "tianjin": ["300户以上的村拥有经常性参与社区服务的社区社会组织"],
        },
    ),
]


@pytest.mark.parametrize(
    ("kind", "concept", "expected"), GROUPS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_concept_has_exactly_its_members(
    alignments: tuple[Alignment, ...], kind: str, concept: str, expected: dict[str, list[str]]
) -> None:
    assert members(alignments, kind, concept) == expected


def test_a_row_without_a_name_is_identified_by_a_sentence_with_its_value_or_one_that_its_norm_is_met(
    alignments: tuple[Alignment, ...], plans: Plans
) -> None:
    rows = {fact.id: fact.row for fact in plans["tianjin"] if isinstance(fact, Indicator)}
    inferred = {
        rows[one.fact_id]: (one.label, one.method, one.evidence)
        for one in alignments
        if one.kind == "indicator" and one.plan_id == "tianjin"
    }
    assert inferred == {
        1: (
            "每百户居民拥有社区综合服务设施面积",
            "inferred",
            "每个社区每百户不低于30平方米的城乡社区综合服务设施建设目标",
        ),
        2: ("每个村综合服务设施面积", "inferred", "实现每个村不低于300平方米"),
        3: (
            "居民活动区域面积占社区综合服务设施总建筑面积比例",
            "inferred",
            "实现居民活动区域占社区综合服务设施总面积的60%以上",
        ),
        4: (
            "社区商业和综合服务设施面积占社区总建筑面积的比例",
            "inferred",
            "把城乡社区服务设施建设纳入国土空间规划,确保新建社区商业和综合服务设施面积达标;",
        ),
        7: (
            "每万城镇常住人口拥有社区工作者",
            "inferred",
            "推动实现每万城镇常住人口拥有社区工作者18人以上",
        ),
        9: (
            "志愿服务站点在社区综合服务设施中的覆盖率",
            "inferred",
            "依托党群服务中心在全市80%以上的城乡社区建立社区志愿服务站点",
        ),
    }


def test_every_alignment_says_how_sure_it_is_and_why(alignments: tuple[Alignment, ...]) -> None:
    for one in alignments:
        assert 0 < one.score <= 1
        assert one.method != "inferred" or one.evidence
        assert one.method != "exact" or one.score == 1.0


def test_every_named_row_and_every_target_has_one_concept(alignments: tuple[Alignment, ...], plans: Plans) -> None:
    aligned = [one.fact_id for one in alignments if one.kind in {"indicator", "target"}]
    facts = chain.from_iterable(plans.values())
    named = {fact.id for fact in facts if isinstance(fact, Target) or (isinstance(fact, Indicator) and fact.name)}
    assert len(set(aligned)) == len(aligned)
    assert named <= set(aligned)


def test_nearly_every_task_has_a_theme(alignments: tuple[Alignment, ...], plans: Plans) -> None:
    tasks = {fact.id for fact in chain.from_iterable(plans.values()) if isinstance(fact, Task)}
    assert tasks - {one.fact_id for one in alignments if one.kind == "task_theme"} == set()


@pytest.mark.parametrize("last", ORDER)
def test_a_plan_added_last_renames_no_concept_of_the_others(
    plans: Plans, vocabularies: Vocabularies, last: str
) -> None:
    four = tuple(chain.from_iterable(plans[plan] for plan in ORDER if plan != last))
    before = set(align(four, vocabularies))
    after = set(align((*four, *plans[last]), vocabularies))
    assert before <= after
    assert {one.plan_id for one in after - before} == {last}


def test_a_plan_taken_out_and_added_again_gives_the_same_concepts_of_a_vocabulary(
    alignments: tuple[Alignment, ...], plans: Plans, vocabularies: Vocabularies
) -> None:
    again = (*ORDER[1:], ORDER[0])
    moved = align(tuple(chain.from_iterable(plans[plan] for plan in again)), vocabularies)

    def known(found: tuple[Alignment, ...]) -> set[tuple[str, str]]:
        return {(one.fact_id, one.concept) for one in found if one.concept.isascii()}

    assert known(moved) == known(alignments)
