"""Lines are found where the extractor lost their breaks, and paragraphs where a page broke them."""

from __future__ import annotations

from ingest.lines import read_lines
from ingest.paragraphs import join_lines
from ingest.passage import Passage
from ontology.spans import Source


def texts(text: str) -> list[str]:
    return [line.text for line in read_lines(Source("plan", text))]


def paragraphs(text: str) -> list[str]:
    return [paragraph.text for paragraph in join_lines(read_lines(Source("plan", text)))]


def test_every_kind_of_line_break_ends_a_line() -> None:
    assert texts("一\n二\r\n三\r四\u2028五\f六") == ["一", "二", "三", "四", "五", "六"]


def test_blank_lines_before_a_line_are_counted() -> None:
    lines = read_lines(Source("plan", "\n\n一\r\n\r\n\r\n二\n三"))
    assert [line.gap for line in lines] == [2, 2, 0]


def test_an_indent_after_a_full_stop_begins_a_line() -> None:
    text = "建立铀矿冶退役治理工程长期监护机制。　 （三）遏制重金属污染事件高发态势。　"
    assert texts(text) == ["建立铀矿冶退役治理工程长期监护机制。", "（三）遏制重金属污染事件高发态势。"]


def test_a_heading_joined_to_a_full_stop_begins_a_line() -> None:
    assert texts("提高投资效益。专栏2：“十二五”环境保护重点工程") == [
        "提高投资效益。",
        "专栏2：“十二五”环境保护重点工程",
    ]


def test_a_blank_within_a_word_begins_no_line() -> None:
    assert texts("指\xa0\u2002\u2002标") == ["指标"]


def test_markdown_marks_are_no_text() -> None:
    lines = read_lines(Source("plan", "## **一、总体要求**\n> 第一篇　开启新征程\n- 坚持系统观念。\n>30平方米"))
    assert [(line.text, line.depth) for line in lines] == [
        ("一、总体要求", 2),
        ("第一篇开启新征程", 0),
        ("坚持系统观念。", 0),
        (">30平方米", 0),
    ]


def test_a_sentence_that_a_page_broke_is_one_paragraph() -> None:
    broken = "6.社区就业服务提升行动。依托设施开展服务,重点为失业人员、高校毕业生、困难退役军人、农村转"
    assert paragraphs(f"{broken}\n\n移劳动力提供服务。") == [f"{broken}移劳动力提供服务。"]


def test_a_heading_never_goes_on_with_the_text_before_it() -> None:
    assert paragraphs("实现资源与需求有效对接,治理成果共享,\n第四章 增强社区服务供给") == [
        "实现资源与需求有效对接,治理成果共享,",
        "第四章增强社区服务供给",
    ]


def test_a_list_of_responsible_bodies_ends_its_paragraph() -> None:
    text = "全面落实协商制度,广泛开展议事协商。市委组织部、市民政局等按职责分工负责\n推动多方参与。"
    assert len(paragraphs(text)) == 2


def test_a_number_broken_by_a_line_is_one_number() -> None:
    text = "新建社区多功能运动场1\n60个"
    assert Passage.read(Source("plan", text), 0, len(text)).text == "新建社区多功能运动场160个"


def test_a_passage_leads_every_character_back_to_the_source() -> None:
    text = " 完 善\u3000服务 5G APP\ufeff **应用** "
    passage = Passage.read(Source("plan", text), 0, len(text))
    assert passage.text == "完善服务5G APP应用"
    assert all(text[offset] == c for offset, c in zip(passage.offsets, passage.text, strict=True))
