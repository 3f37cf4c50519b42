"""A box without its frame ends where its numbers end."""

from __future__ import annotations

from ingest.outline import build_outline
from ingest.special_actions import find_special_actions, find_special_columns
from ontology.spans import Source

HEAD = """某市“十四五”社区服务体系建设规划
为推进社区服务体系建设，制定本规划。
一、总体要求
（一）指导思想。坚持以人民为中心，健全社区服务体系，提高服务水平。
二、主要任务
（一）健全机制
1.坚持党建引领。压实责任，落实领导，确保有序开展。
"""
TAIL = """
三、保障措施
（一）加强组织领导。各级政府要强化责任，抓好落实。
"""


def read(middle: str) -> tuple[list[str], list[tuple[str, str | None]], list[str]]:
    """The titles of the boxes, of the actions with their boxes, and of the sections of the tasks."""
    outline = build_outline(Source("plan", HEAD + middle + TAIL))
    columns = [column.title for column in find_special_columns(outline)]
    actions = [(action.title, action.column) for action in find_special_actions(outline)]
    sections = [item.title for item in outline.items if item.role == "section" and item.id.startswith("plan/2.1.")]
    return columns, actions, sections


def test_a_number_that_goes_on_with_the_outline_ends_the_box() -> None:
    columns, actions, sections = read(
        "专栏2 社区服务行动\n1.党建引领行动。推行制度，推动共建。\n2.组织培育行动。实施项目，培育品牌。\n"
        "3.慈善助力行动。引导社会力量，开展活动。\n2.深化网格服务。全覆盖推进网格化服务，落实经费。"
    )
    assert columns == ["社区服务行动"]
    assert [title for title, _ in actions] == ["党建引领行动", "组织培育行动", "慈善助力行动"]
    assert sections == ["坚持党建引领", "深化网格服务"]


def test_where_both_count_on_the_spacing_of_the_number_decides() -> None:
    _, actions, sections = read(
        "专栏2 社区服务行动\n1．党建引领行动。推行制度，推动共建。\n2.深化网格服务。全覆盖推进网格化服务，落实经费。"
    )
    assert [title for title, _ in actions] == ["党建引领行动"]
    assert sections == ["坚持党建引领", "深化网格服务"]


def test_a_title_without_a_number_ends_a_box_of_numbers() -> None:
    _, actions, sections = read(
        "专栏3 设施补短板工程\n1.村级设施提升工程。统筹资金，补齐短板。\n"
        "2.安置社区补短板工程。聚焦安置区，配套设施。\n\n\n"
        "完善设施功能。加强专项服务设施建设，提高利用率。\n3.提高数字化水平。依托平台，推动延伸覆盖。"
    )
    assert len(actions) == 2
    assert sections == ["坚持党建引领", "完善设施功能", "提高数字化水平"]


def test_actions_may_be_leads_bullets_or_lines() -> None:
    for middle in (
        "专栏1：就业行动\n●毕业生就业行动。每年开发岗位，提供见习。\n●农民工就业行动。建设创业园，提供服务。",
        "专栏1：就业行动\n毕业生就业行动。每年开发岗位，提供见习。\n农民工就业行动。建设创业园，提供服务。",
        "专栏1：就业行动\n（1）毕业生就业行动：每年开发岗位，提供见习。\n（2）农民工就业行动：建设创业园，提供服务。",
        "专栏1：就业行动\n毕业生就业行动：每年开发岗位，提供见习。\n农民工就业行动：建设创业园，提供服务。",
        "专栏1：就业行动\n1.毕业生就业行动\n每年开发岗位，提供见习。\n2.农民工就业行动\n建设创业园，提供服务。",
    ):
        assert read(middle)[1] == [("毕业生就业行动", "就业行动"), ("农民工就业行动", "就业行动")]


def test_the_box_of_indicators_is_no_box_of_actions() -> None:
    columns, actions, _ = read(
        "专栏1 “十四五”时期主要指标\n指标\n2025年目标值\n属性\n覆盖率\n80%\n预期性\n满意度\n90%\n预期性"
    )
    assert (columns, actions) == ([], [])


def test_where_both_count_on_the_lines_above_and_the_wording_decide() -> None:
    box = "2.强化物资保障。建设储备中心，完善制度。\n{above}专栏2 救援能力工程\n1.起降点建设。依托医院，建成起降点。\n"
    rest = "2.布点补强。建设消防站，补强布点。\n3.社会力量培育。扶持队伍，提高能力。\n"
    for above in ("", "\n"):
        _, actions, sections = read(box.format(above=above) + rest)
        assert [title for title, _ in actions] == ["起降点建设", "布点补强", "社会力量培育"]
        assert sections == ["坚持党建引领", "强化物资保障"]
    _, actions, sections = read(
        box.format(above="") + "2.布点补强。建设消防站，补强布点。\n3.完善预案体系。修订预案。\n"
    )
    assert [title for title, _ in actions] == ["起降点建设", "布点补强"]
    assert sections[-1] == "完善预案体系"


def test_numbers_with_a_nought_and_frames_of_markdown_hold_actions() -> None:
    _, actions, _ = read("专栏2 健康工程\n01 补短板工程\n建设临床中心，设置床位。\n02 提标扩能工程\n支持创建医院。\n")
    assert [title for title, _ in actions] == ["补短板工程", "提标扩能工程"]
    columns, actions, _ = read(
        "| 专栏3 生态工程 |\n| --- |\n| **（1）源头保护工程。** 封山育林，建设隔离带。 |\n"
        "| **（2）矿山修复工程。** 修复矿山。 |\n"
    )
    assert columns == ["生态工程"]
    assert actions == [("源头保护工程", "生态工程"), ("矿山修复工程", "生态工程")]


def test_a_list_of_terms_after_the_last_chapter_is_appended() -> None:
    text = HEAD + TAIL + "\n名词解释\n1.“两项补贴”：指生活补贴和护理补贴。\n2.护理型床位：指提供护理服务的床位。\n"
    sections = [item.title for item in build_outline(Source("plan", text)).items if item.role == "section"]
    assert sections[-1] == "加强组织领导"


def test_a_bare_numeral_that_counts_on_from_the_last_chapter_ends_a_box() -> None:
    text = (
        "某区“十四五”消防规划\n1 规划基础\n1.1 工作回顾\n建成消防站，完善体系。\n"
        "2 主要任务\n2.1 健全体系\n完善制度，落实责任。\n"
        "专栏2.1 重点项目\n1. 指挥中心项目：建成中心。\n2. 消防站项目：建成站点。\n"
        "3 实施保障\n3.1 加强领导\n强化责任，抓好落实。\n"
    )
    outline = build_outline(Source("plan", text))
    assert [action.title for action in find_special_actions(outline)] == ["指挥中心项目", "消防站项目"]
    assert [item.title for item in outline.items if item.role == "section"][-2:] == ["实施保障", "加强领导"]


def test_bare_names_before_colons_are_actions_and_a_sentence_before_numbers_is_not() -> None:
    columns, actions, _ = read(
        "专栏2 整治重点\n危险化学品：推进企业搬迁改造，治理装置。\n矿山：关闭退出不具备条件的矿山。\n"
        "专栏3 标准重点\n加快制修订强制性标准。\n1.矿山：制定安全技术标准。\n2.消防：制定消防标准，完善规范。\n"
    )
    assert columns == ["整治重点", "标准重点"]
    assert [title for title, _ in actions] == ["危险化学品", "矿山", "矿山", "消防"]


def test_a_table_called_an_appendix_between_two_chapters_ends_with_the_next() -> None:
    text = HEAD.replace("二、主要任务", "附表：服务点位分布\n东区十个，西区八个。\n二、主要任务") + TAIL
    zones = {item.title: item.zone for item in build_outline(Source("plan", text)).items if item.role == "section"}
    assert (zones["坚持党建引领"], zones["加强组织领导"]) == ("tasks", "safeguards")


def test_actions_counted_like_chapters_end_where_the_outline_counts_on() -> None:
    columns, actions, sections = read(
        "专栏2 保障重点项目\n一、生活补贴。落实制度，扩大范围。\n二、托养服务。提供补贴，改善条件。\n"
        "（二）健全就业服务\n1.多渠道促进就业。扶持创业，稳定岗位。"
    )
    assert columns == ["保障重点项目"]
    assert [title for title, _ in actions] == ["生活补贴", "托养服务"]
    assert sections == ["坚持党建引领"]


def test_a_chapter_that_counts_on_from_the_actions_is_told_by_its_line() -> None:
    _, actions, _ = read("专栏2 保障重点项目\n一、生活补贴。落实制度，扩大范围。\n二、托养服务。提供补贴，改善条件。")
    assert [title for title, _ in actions] == ["生活补贴", "托养服务"]


def test_notes_that_are_counted_are_no_items() -> None:
    _, _, sections = read(
        "注：1.〔〕内为五年累计数。\n2.现状值为2020年国家考核认定值。\n2.深化网格服务。推进网格化服务，落实经费。"
    )
    assert sections == ["坚持党建引领", "深化网格服务"]


def test_actions_may_be_counted_by_a_word_or_a_bare_numeral() -> None:
    _, actions, _ = read(
        "专栏2 应急管理重点项目\n项目一：县应急指挥中心。总投资4500万元。\n项目二：综合性消防站。新建消防站2座。"
    )
    assert [title for title, _ in actions] == ["县应急指挥中心", "综合性消防站"]
    _, actions, sections = read(
        "专栏5-1 防洪提升重点工程\n1  江河治理：实施堤防工程12项，完善体系。\n2  控制性水库：开工建设大型水库3座。\n"
        "2.深化网格服务。推进网格化服务，落实经费。"
    )
    assert [title for title, _ in actions] == ["江河治理", "控制性水库"]
    assert sections == ["坚持党建引领", "深化网格服务"]


def test_an_action_in_brackets_may_be_named_before_a_colon() -> None:
    _, actions, sections = read(
        "专栏3 生态修复重大工程\n（一）长江防护林工程：人工造林30万亩，封山育林50万亩。\n"
        "（二）湿地保护工程：修复湿地2万亩。"
    )
    assert [title for title, _ in actions] == ["长江防护林工程", "湿地保护工程"]
    assert sections == ["坚持党建引领"]


def test_a_quoted_list_of_names_before_colons_holds_actions() -> None:
    _, actions, _ = read(
        "> 专栏3 保障项目\n> - 阳光家园计划：为1.5万人次提供托养服务。\n> - 康复救助：每年救助残疾儿童800名。"
    )
    assert [title for title, _ in actions] == ["阳光家园计划", "康复救助"]
