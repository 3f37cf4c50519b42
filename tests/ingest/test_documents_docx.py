"""A Word file is read as it is printed, all changes accepted."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.docx_text import read_docx
from ingest.printed_counts import formatted
from tests.ingest.word_files import levels, listed, paragraph, word_file


def lines(path: Path) -> list[str]:
    return read_docx(path).text.split("\n")[:-1]


def test_numbers_that_word_counts_are_printed(tmp_path: Path) -> None:
    numbering = levels(("japaneseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))
    body = [
        listed("总体要求"), listed("指导思想", 1), listed("基本原则", 1), listed("坚持党的领导", 2),
        listed("主要任务"), listed("完善设施", 1), listed("优化布局", 2), listed("提升功能", 2),
    ]  # fmt: skip
    assert lines(word_file(tmp_path / "plan.docx", body, numbering)) == [
        "一、总体要求", "（一）指导思想", "（二）基本原则", "1.坚持党的领导",
        "二、主要任务", "（一）完善设施", "1.优化布局", "2.提升功能",
    ]  # fmt: skip


def test_a_pattern_may_name_outer_levels_and_words(tmp_path: Path) -> None:
    numbering = levels(("chineseCounting", "第%1章"), ("decimal", "%1.%2")).replace(
        '<w:lvl w:ilvl="1">', '<w:lvl w:ilvl="1"><w:isLgl/>'
    )
    body = [listed("总则"), listed("背景", 1), listed("任务"), listed("设施", 1), listed("队伍", 1)]
    assert lines(word_file(tmp_path / "plan.docx", body, numbering)) == [
        "第一章 总则", "1.1 背景", "第二章 任务", "2.1 设施", "2.2 队伍",
    ]  # fmt: skip


def test_a_list_that_starts_anew_counts_from_there(tmp_path: Path) -> None:
    numbering = levels(("decimal", "%1.")) + (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        "</w:lvlOverride></w:num>"
    )
    body = [listed("甲"), listed("乙"), listed("丙", list_id=2), listed("丁", list_id=2)]
    assert lines(word_file(tmp_path / "plan.docx", body, numbering)) == ["1.甲", "2.乙", "1.丙", "2.丁"]


def test_a_style_gives_number_and_depth(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr>'
        '<w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="c"><w:name w:val="toc 1"/></w:style>'
    )
    body = [
        paragraph("总体要求\t1", '<w:pStyle w:val="c"/>'), paragraph("总体要求", '<w:pStyle w:val="a"/>'),
        paragraph("指导思想", '<w:pStyle w:val="b"/>'), paragraph("（一）基本原则", '<w:pStyle w:val="b"/>'),
        paragraph("坚持以人民为中心。", '<w:pStyle w:val="b"/>'), paragraph("正文", '<w:outlineLvl w:val="9"/>'),
    ]  # fmt: skip
    found = lines(word_file(tmp_path / "plan.docx", body, levels(("chineseCounting", "%1、")), styles))
    assert found == ["一、总体要求", "## 指导思想", "（一）基本原则", "坚持以人民为中心。", "正文"]


@pytest.mark.parametrize(
    ("count", "form", "printed"),
    [
        (10, "chineseCounting", "十"), (12, "japaneseCounting", "十二"), (21, "chineseCountingThousand", "二十一"),
        (105, "chineseCounting", "一百零五"), (110, "chineseCounting", "一百一十"), (20, "ideographDigital", "二〇"),
        (3, "decimalEnclosedCircleChinese", "③"), (21, "decimalEnclosedCircle", "㉑"), (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"), (2, "ideographTraditional", "乙"), (12, "chineseLegalSimplified", "壹拾贰"),
        (7, "decimalFullWidth", "７"), (7, "decimalZero", "07"), (7, "noSuchFormat", "7"), (7, "none", ""),
        (40, "decimalEnclosedCircle", "40"), (12345, "chineseCounting", "12345"),
    ],
)  # fmt: skip
def test_a_count_is_printed_in_its_format(count: int, form: str, printed: str) -> None:
    assert formatted(count, form) == printed


def test_changes_are_accepted_and_comments_left_out(tmp_path: Path) -> None:
    body = """<w:p><w:r><w:t>到2025年，</w:t></w:r><w:del><w:r><w:delText>覆盖率60%</w:delText></w:r></w:del>
    <w:ins><w:r><w:t>覆盖率达到80%</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>
    <w:commentRangeStart/><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:commentReference/></w:r>
    <w:r><w:t>。</w:t></w:r></w:p>
    <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>健全</w:t></w:r></w:p>
    <w:p><w:r><w:t>机制。</w:t></w:r></w:p>
    <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>删</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"""
    assert lines(word_file(tmp_path / "plan.docx", body)) == ["到2025年，覆盖率达到80%。", "健全机制。"]


def test_marks_of_notes_are_left_out_and_raised_figures_kept(tmp_path: Path) -> None:
    def run(inner: str, properties: str = '<w:vertAlign w:val="superscript"/>') -> str:
        return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"

    body = f"""<w:p>{run("<w:t>养老床位</w:t>", "")}{run('<w:footnoteReference w:id="2"/>')}
    {run('<w:endnoteReference w:customMarkFollows="1" w:id="3"/><w:t>①</w:t>')}{run("<w:t>达到2万张，服务率</w:t>", "")}
    {run("<w:t>[2]</w:t>")}{run("<w:t>达到80%，设施面积300m</w:t>", "")}{run("<w:t>2</w:t>")}
    {run("<w:t>。</w:t>", "")}</w:p>"""
    assert lines(word_file(tmp_path / "plan.docx", body)) == ["养老床位达到2万张，服务率达到80%，设施面积300m2。"]


def test_a_text_box_is_read_once_where_it_is_anchored(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('专栏1 服务行动')}{paragraph('1.养老服务行动')}</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body = f"""<w:p><w:r><w:t>主要任务</w:t></w:r><w:r><mc:AlternateContent xmlns:mc="{mc}">
    <mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>
    </mc:AlternateContent></w:r></w:p>{paragraph("保障措施")}"""
    assert lines(word_file(tmp_path / "plan.docx", body)) == [
        "主要任务", "", "专栏1 服务行动", "1.养老服务行动", "", "保障措施",
    ]  # fmt: skip


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_merged_cells_keep_the_columns(tmp_path: Path) -> None:
    rows = [
        cell("类别", '<w:vMerge w:val="restart"/>') + cell("指标", '<w:vMerge w:val="restart"/>')
        + cell("规划目标", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("", "<w:vMerge/>") + cell("2020年") + cell("2025年"),
        cell("一、设施", '<w:gridSpan w:val="4"/>'),
        cell("设施") + cell("覆盖率") + cell("60%") + cell("80%"),
    ]  # fmt: skip
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"
    assert lines(word_file(tmp_path / "plan.docx", body)) == [
        "类别\t指标\t规划目标\t", "\t\t2020年\t2025年", "一、设施", "设施\t覆盖率\t60%\t80%",
    ]  # fmt: skip


def test_a_box_drawn_as_a_table_is_text(tmp_path: Path) -> None:
    text = paragraph("专栏1 服务行动") + paragraph("1.养老服务行动。建设中心。") + paragraph("2.托育服务行动。")
    body = f"{paragraph('甲')}<w:tbl><w:tr><w:tc>{text}</w:tc></w:tr></w:tbl>{paragraph('乙')}"
    assert lines(word_file(tmp_path / "plan.docx", body)) == [
        "甲", "", "专栏1 服务行动", "1.养老服务行动。建设中心。", "2.托育服务行动。", "", "乙",
    ]  # fmt: skip


def test_a_place_is_the_paragraph_of_the_file(tmp_path: Path) -> None:
    body = (
        f"{paragraph('甲')}<w:p/>{paragraph('乙')}<w:tbl><w:tr>{cell('丙')}{cell('丁')}</w:tr></w:tbl>{paragraph('戊')}"
    )
    found = read_docx(word_file(tmp_path / "plan.docx", body))
    assert found.places is not None
    assert [found.places.at(found.text.index(sign)) for sign in "甲乙丙丁戊"] == [1, 3, 4, 4, 6]
