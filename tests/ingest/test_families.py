"""Plans that count, title and arrange themselves in other ways are read by the same rules."""

from __future__ import annotations

import pytest

from ingest.outline import build_outline
from ingest.sections import find_sections
from ingest.structure import Outline
from ingest.tasks import find_safeguards, find_tasks
from ontology.spans import Source


def read(text: str) -> Outline:
    return build_outline(Source("plan", text))


def sections(outline: Outline) -> list[tuple[int, str]]:
    return [(section.level, section.title) for section in find_sections(outline)]


DECIMALS = """突发事件应急体系建设“十三五”规划
根据有关法律法规，制定本规划。
1 现状与形势
1.1 “十二五”期间建设成效
——健全统一指挥的应急机制，制修订各类应急预案550件，应急管理体系进一步完善。
1.2 面临的形势
突发事件处于易发多发期，风险挑战增多。
2 主要任务
2.1 加强基础能力建设
2.1.1 完善风险管控体系
（1）建立风险评估制度，编制风险图。
2.1.2 提升抗灾能力
加强公共消防设施建设，到2020年覆盖率达到95%。
2.2 加强救援能力建设
加强综合性救援队伍建设，配齐装备。
3 保障措施
3.1 加强组织领导
应急管理办公室负责统筹协调，各部门按职责分工落实。
"""


def test_bare_numerals_count_chapters_where_decimals_count_sections() -> None:
    outline = read(DECIMALS)
    assert sections(outline) == [
        (1, "现状与形势"),
        (2, "“十二五”期间建设成效"),
        (2, "面临的形势"),
        (1, "主要任务"),
        (2, "加强基础能力建设"),
        (3, "完善风险管控体系"),
        (3, "提升抗灾能力"),
        (2, "加强救援能力建设"),
        (1, "保障措施"),
        (2, "加强组织领导"),
    ]
    assert [task.title for task in find_tasks(outline)] == ["完善风险管控体系", "提升抗灾能力", "加强救援能力建设"]
    assert [safeguard.title for safeguard in find_safeguards(outline)] == ["加强组织领导"]


CHAPTERS = """应急管理体系建设“十四五”规划
第一章 规划背景
第一节 发展基础
“十三五”时期，应急管理工作取得显著成效。
一、管理体制不断健全。组建应急管理局，强化统筹协调。
二、安全形势持续好转。事故起数下降35.2%，死亡人数下降28.1%。
第二章 主要任务
第一节 健全体制机制
一、完善领导体制
（一）健全指挥机构。加强指挥部建设，完善运行机制。（责任单位：市应急局）
（二）强化部门协同。建立信息共享机制，推动联合执法。
第三章 保障措施
第一节 强化评估考核
市应急局会同有关部门开展评估。
附件
重点任务分工表
一、健全指挥机构 市应急局
"""


def test_under_sections_every_numbered_item_is_of_level_three() -> None:
    outline = read(CHAPTERS)
    assert sections(outline) == [
        (1, "规划背景"),
        (2, "发展基础"),
        (3, "管理体制不断健全"),
        (3, "安全形势持续好转"),
        (1, "主要任务"),
        (2, "健全体制机制"),
        (3, "完善领导体制"),
        (3, "健全指挥机构"),
        (3, "强化部门协同"),
        (1, "保障措施"),
        (2, "强化评估考核"),
    ]
    assert [(task.title, task.parent) for task in find_tasks(outline)] == [
        ("健全指挥机构", "完善领导体制"),
        ("强化部门协同", "完善领导体制"),
    ]


def test_what_is_appended_is_no_chapter() -> None:
    appendix = read(CHAPTERS).items[-1]
    assert (appendix.id, appendix.zone) == ("plan/appendix-1", "appendix")
    assert [paragraph.text for paragraph in appendix.paragraphs] == ["重点任务分工表", "一、健全指挥机构市应急局"]


LIVELIHOOD = """民生事业发展“十四五”规划
近年来，民生福祉持续改善。为推动民生事业高质量发展，制定本规划。
一、发展基础“十三五”时期，全市民生投入累计超过500亿元，占一般公共预算支出80%以上。
就业形势保持稳定。城镇新增就业25万人，登记失业率控制在4%以内。
社会保障更加有力。基本医疗保险参保率稳定在95%以上。
二、总体要求
（一）主要目标。到2025年，城镇新增就业累计25万人以上。
三、重点任务
（一）促进高质量就业
1.稳定和扩大就业。支持企业稳岗，开发公益性岗位5000个。
2.提升就业能力。开展职业技能培训10万人次。
四、实施保障
加强组织领导。市直各部门要按照职责分工，制定实施方案。
强化资金投入。各级财政要加大投入力度。
"""


def test_a_chapter_joined_to_its_text_and_leads_under_chapters_are_read() -> None:
    outline = read(LIVELIHOOD)
    assert sections(outline) == [
        (1, "发展基础"),
        (3, "就业形势保持稳定"),
        (3, "社会保障更加有力"),
        (1, "总体要求"),
        (2, "主要目标"),
        (1, "重点任务"),
        (2, "促进高质量就业"),
        (3, "稳定和扩大就业"),
        (3, "提升就业能力"),
        (1, "实施保障"),
        (3, "加强组织领导"),
        (3, "强化资金投入"),
    ]
    assert [safeguard.title for safeguard in find_safeguards(outline)] == ["加强组织领导", "强化资金投入"]


def test_a_second_document_in_the_file_is_an_appendix() -> None:
    another = (
        "关于印发另一规划的通知\n另一规划\n一、总体要求\n坚持发展，改善民生。\n二、主要任务\n抓好落实，推动发展。\n"
    )
    outline = read(LIVELIHOOD + another)
    assert sections(outline)[-1] == (3, "强化资金投入")
    assert outline.items[-1].zone == "appendix"


@pytest.mark.parametrize(("lost", "level"), [("完善设施功能。加强专项服务设施建设，提高利用率。", 3)])
def test_an_item_that_lost_its_number_is_restored_between_its_neighbours(lost: str, level: int) -> None:
    text = LIVELIHOOD.replace("2.提升就业能力。", f"{lost}\n3.提升就业能力。")
    assert (level, lost.split("。", maxsplit=1)[0]) in sections(read(text))


BLANKS = """某市北斗应用行动计划
为推进北斗应用，制定本行动计划。
一 总体要求
1 发展思路。坚持创新驱动，建设产业集聚区。
二 重点任务
1 提升创新能力
（1）攻克关键技术。支持联合攻关，突破芯片技术。
2 夯实基础设施
（1）完善增强网络。建成增强站，提升服务能力。
三 工作要求
1 强化统筹。建立调度机制，抓好落实。
"""


def test_bare_numerals_before_a_blank_count_chapters_and_items() -> None:
    outline = read(BLANKS)
    assert sections(outline) == [
        (1, "总体要求"),
        (3, "发展思路"),
        (1, "重点任务"),
        (3, "提升创新能力"),
        (3, "攻克关键技术"),
        (3, "夯实基础设施"),
        (3, "完善增强网络"),
        (1, "工作要求"),
        (3, "强化统筹"),
    ]
    assert [task.title for task in find_tasks(outline)] == ["攻克关键技术", "完善增强网络"]
    assert [safeguard.title for safeguard in find_safeguards(outline)] == ["强化统筹"]


def test_the_points_of_a_notice_are_no_chapters_of_the_plan() -> None:
    outline = read(
        "平河市人民政府关于印发为民办实事实施方案的通知\n各县（市、区）人民政府：\n"
        "《为民办实事实施方案》已经市政府同意，现印发给你们，并就有关事项通知如下，请一并执行。\n"
        "一、提高思想认识。各责任单位要把办好实事作为重大任务。\n二、强化督查考核。市政府督查室要定期通报进展情况。\n"
        "附件：为民办实事实施方案\n平河市人民政府\n2022年2月18日\n附件\n平河市为民办实事实施方案\n"
        "一、总体要求\n聚焦群众急难愁盼问题，市级财政投入不低于26亿元。\n"
        "二、重点实事\n（一）教育助学工程\n新改扩建幼儿园22所，增加学位5940个。\n"
        "三、工作要求\n（一）加强组织领导。市民生实事工作领导小组统筹推进，抓好落实。"
    )
    assert sections(outline) == [
        (1, "总体要求"),
        (1, "重点实事"),
        (2, "教育助学工程"),
        (1, "工作要求"),
        (2, "加强组织领导"),
    ]


def test_a_word_may_count_the_tasks() -> None:
    outline = read(
        "某市智慧应急三年行动方案\n为推进智慧应急建设，制定本方案。\n一、行动目标\n到2024年，建成应急指挥平台12个。\n"
        "二、主要任务\n任务一：夯实感知网络\n接入感知设备5万个，覆盖率达到95%。\n"
        "任务二：完善指挥平台\n建设县级平台8个，实现联通。\n三、保障措施\n（一）加强领导。加强统筹，落实责任。"
    )
    assert [(task.title, task.parent) for task in find_tasks(outline)] == [
        ("夯实感知网络", "主要任务"),
        ("完善指挥平台", "主要任务"),
    ]


def test_bodies_in_a_bracket_behind_a_title_are_no_part_of_it() -> None:
    outline = read(
        "某市“十四五”养老服务规划\n为推进养老服务，制定本规划。\n一、发展目标\n到2025年，养老床位达到5万张。\n二、重点任务\n"
        "（一）推进居家养老服务（市民政局、市卫健委）\n支持家庭养老床位建设，新增3000张。\n"
        "（二）发展机构养老（市民政局牵头，各区人民政府配合）\n新建养老机构12家，提升质量。\n"
        "三、组织实施\n（一）强化监督（各区县人民政府；长期坚持）\n建立督查机制，落实责任。"
    )
    assert [task.title for task in find_tasks(outline)] == ["推进居家养老服务", "发展机构养老"]
    assert [safeguard.title for safeguard in find_safeguards(outline)] == ["强化监督"]


def test_the_last_of_a_list_within_a_sentence_is_no_heading_and_a_label_at_the_end_is_text() -> None:
    outline = read(
        "某市生态环境保护三年行动计划\n为打好污染防治攻坚战，制定本计划。\n一、总体目标\n到2025年，优良天数达到310天。\n二、重点任务\n"
        "（一）燃煤治理行动\n措施：\n1.淘汰燃煤锅炉60台；\n2.清洁取暖改造3.5万户；\n3.建成区散煤清零。\n"
        "（二）扬尘治理行动\n道路机械化清扫率达到90%，达标率98%。\n责任单位：市住建局"
    )
    assert [task.title for task in find_tasks(outline)] == ["燃煤治理行动", "扬尘治理行动"]
    assert outline.items[-1].paragraphs[-1].text == "责任单位：市住建局"
