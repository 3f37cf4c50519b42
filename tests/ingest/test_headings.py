"""Headings are told from text, numbered or not."""

from __future__ import annotations

import pytest

from ingest.headings import read_lead, read_line, read_numbered
from ingest.numbering import read_number
from ingest.passage import Passage
from ontology.spans import Source


def read(text: str) -> tuple[str, str | None] | None:
    """The title and the text after it."""
    passage = Passage.read(Source("plan", text), 0, len(text))
    heading = read_numbered(passage)
    if heading is None:
        return None
    body = passage.text[heading.body :] if heading.body is not None else None
    return passage.text[heading.title_start : heading.title_end], body


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("第一节 “十三五”主要成效", "“十三五”主要成效", None),
        ("（一）指导思想。", "指导思想", None),
        ("1. 加强党的全面领导。建立健全制度。", "加强党的全面领导", "建立健全制度。"),
        ("11.121人才计划。实施人才培养。", "121人才计划", "实施人才培养。"),
        ("1．新时代社区工作者主题培训行动。灵活采取多种形式。", "新时代社区工作者主题培训行动", "灵活采取多种形式。"),
        ("——坚持系统观念。立足新发展阶段。", "坚持系统观念", "立足新发展阶段。"),
        ("（十）科学规范高效，稳定实施补贴政策", "科学规范高效，稳定实施补贴政策", None),
        ("（1）智慧养老工程：建设平台1个。", "智慧养老工程", "建设平台1个。"),
        ("第一节2035年远景目标", "2035年远景目标", None),
        ("（一）指导思想以人民为中心，增进民生福祉，全面落实。", "指导思想", "以人民为中心，增进民生福祉，全面落实。"),
        ("1. 加强党的领导 建立健全制度，加强党对服务体系建设的全面领导。", "加强党的领导", None),
        ("（一）湿地保护工程：修复湿地2万亩。", "湿地保护工程", "修复湿地2万亩。"),
        ("（一）健全机制（责任单位：市民政局）", "健全机制", "（责任单位：市民政局）"),
    ],
)
def test_a_numbered_title_is_told_from_its_text(text: str, title: str, body: str | None) -> None:
    found = read(text)
    assert found is not None
    assert found[0] == title
    assert body is None or found[1] == body


@pytest.mark.parametrize(
    "text",
    [
        "一是党的领导不断加强，组织链条更加完善，治理架构更加健全，服务能力显著提高，覆盖面持续扩大，机制更加健全。",
        "——健全统一指挥、分级负责的机制，制修订各类预案550件，应急管理体系进一步完善。",
        "2025年，全市覆盖率达到80%。",
        "3.48亿元",
        "——灾害发生12小时之内受灾人员基本生活得到有效救助。",
        "1.到2025年，覆盖率达到80%以上。",
        "（此件公开发布）",
    ],
)
def test_a_sentence_is_no_title(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "series", "value"),
    [
        ("第二十一章建立现代财税金融体制", "chapter", 21),
        ("十一、保障措施", "han", 11),
        ("（三十六）完善组织协调机制", "han_paren", 36),
        ("2.3.1总体目标", "decimal", 1),
        ("１７．社区行动", "arabic", 17),
        ("(2)保障措施", "arabic_paren", 2),
        ("③应急广播体系建设", "circled", 3),
        ("四是坚持城乡统筹", "count", 4),
    ],
)
def test_a_mark_has_its_series_and_its_value(text: str, series: str, value: int) -> None:
    number = read_number(text)
    assert number is not None
    assert (number.series, number.value) == (series, value)


def test_a_lead_is_one_short_phrase_before_its_text() -> None:
    lead = read_lead("强化基本民生兜底保障。落实兜底民生服务,发挥专业优势")
    assert lead is not None
    assert lead.body == 11
    assert read_lead("将社区服务体系建设纳入地方经济和社会发展相关规划。完善落实政策") is None


def test_a_line_without_a_full_stop_may_be_a_title() -> None:
    assert read_line("规划背景") is not None
    assert read_line("市民政局、各区人民政府等按职责分工负责") is None
