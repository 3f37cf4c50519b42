"""A PDF is read line by line as it is printed, and put together over lines, columns and pages."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph

from ingest.errors import UnreadableText
from ingest.text import read_document, read_text
from tests.ingest.rendered import FONT, as_pdf, build_pdf, register, ruled

LONG = "推进城乡社区服务体系建设，健全党组织领导的基层群众自治机制，" * 12 + "不断增强人民群众的获得感。"
CELL = ParagraphStyle("cell", fontName=FONT, fontSize=10, leading=13, wordWrap="CJK")


def lines(path: Path) -> list[str]:
    return read_text(path).split("\n")[:-1]


@pytest.mark.parametrize("columns", [1, 2])
def test_paragraphs_are_whole_and_the_paper_is_left_out(tmp_path: Path, columns: int) -> None:
    text = [
        "某市社区服务规划",
        *(f"（{number}）" + LONG.replace("建设", f"建设{number}") for number in "一二三四五六七八九"),
    ]
    assert lines(as_pdf("\n".join(text), tmp_path / "plan.pdf", columns)) == text


def test_a_title_in_two_lines_is_one(tmp_path: Path) -> None:
    title = "某某自治州“十四五”城乡社区服务体系建设和社区工作者队伍发展专项规划"
    assert lines(as_pdf(f"{title}\n{LONG}\n{LONG * 3}", tmp_path / "plan.pdf"))[0] == title


def test_a_line_before_an_unbreakable_word_does_not_end_its_paragraph(tmp_path: Path) -> None:
    text = [f"{'健' * count}全BIM/CIM/GIS数字底座，使行政村5G网络通达比例达到95.5%以上。" * 4 for count in range(2, 9)]
    found = lines(as_pdf("\n".join(["某市规划", *text, LONG, LONG, LONG, LONG]), tmp_path / "plan.pdf"))
    assert found[1:8] == text


def test_paragraphs_without_an_indent_are_set_apart_by_the_space_between_them(tmp_path: Path) -> None:
    register()
    style = ParagraphStyle("plain", fontName=FONT, fontSize=14, leading=23, spaceAfter=7, wordWrap="CJK")
    text = [f"（{count}）{'健' * length}全社区服务机制" for count, length in enumerate(range(1, 60), 1)]
    build_pdf([Paragraph(line, style) for line in [LONG, *text, LONG, LONG]], tmp_path / "plan.pdf")
    assert lines(tmp_path / "plan.pdf") == [LONG, *text, LONG, LONG]


def test_a_blank_between_a_number_and_its_title_is_kept(tmp_path: Path) -> None:
    register()
    canvas = Canvas(str(tmp_path / "plan.pdf"))
    canvas.setFont(FONT, 14)
    for at, line in enumerate(("一 总体要求", "1 发展思路", "三是加强组织领导。")):
        left = 80.0
        for character in line:
            canvas.drawString(left, 700 - 30 * at, character)
            left += canvas.stringWidth(character, FONT, 14)
    canvas.save()
    assert lines(tmp_path / "plan.pdf") == ["一 总体要求", "1 发展思路", "三是加强组织领导。"]


def test_marks_and_notes_at_the_foot_are_left_out_and_raised_figures_kept(tmp_path: Path) -> None:
    register()
    canvas = Canvas(str(tmp_path / "plan.pdf"))
    printed = [(12, 0, "新增床位"), (7, 4, "3"), (12, 0, "300张，每百户30m"), (7, 4, "2"), (12, 0, "。")]
    left = 80.0
    for size, above, words in printed:
        canvas.setFont(FONT, size)
        canvas.drawString(left, 700 + above, words)
        left += canvas.stringWidth(words, FONT, size)
    for at in range(5):
        canvas.setFont(FONT, 12)
        canvas.drawString(104, 670 - 20 * at, f"（{at}）健全社区服务机制，做好居民服务。")
    canvas.setFont(FONT, 9)
    canvas.drawString(104, 560, "1 这一行小字不是注释。")
    canvas.drawString(80, 100, "3 床位：指护理型床位，每张补贴")
    canvas.drawString(80, 88, "5000元。")
    canvas.save()
    assert [lines(tmp_path / "plan.pdf")[at] for at in (0, 1, -1)] == [
        "新增床位300张，每百户30m2。",
        "（0）健全社区服务机制，做好居民服务。",
        "1 这一行小字不是注释。",
    ]


def test_a_table_keeps_its_cells_and_its_header_is_printed_once(tmp_path: Path) -> None:
    register()
    names = [f"第{number}项社区综合服务设施建设面积" for number in range(60)]
    rows = [["序号", "指标", "2025年"], *([str(at), name, f"{at}平方米"] for at, name in enumerate(names))]
    flow = [ruled([[Paragraph(cell, CELL) for cell in row] for row in rows], repeatRows=1, colWidths=[40, 120, 90])]
    build_pdf([Paragraph("某市规划", CELL), *flow, Paragraph("三、主要任务", CELL)], tmp_path / "plan.pdf")
    assert lines(tmp_path / "plan.pdf") == ["某市规划", "", *("\t".join(row) for row in rows), "", "三、主要任务"]


def test_a_row_cut_by_the_page_is_put_together(tmp_path: Path) -> None:
    register()
    above = [["1", "覆盖率", "80%"], ["2", "每百户居民拥有社区综合服", "30平方米"]]
    below = [["", "务设施面积", ""], ["3", "满意度", "90%"]]
    tables = [
        ruled([[Paragraph(cell, CELL) for cell in row] for row in rows], colWidths=[40, 130, 90])
        for rows in (above, below)
    ]
    build_pdf([Paragraph("某市规划", CELL), tables[0], PageBreak(), tables[1]], tmp_path / "plan.pdf")
    assert lines(tmp_path / "plan.pdf")[-3:] == [
        "1\t覆盖率\t80%", "2\t每百户居民拥有社区综合服务设施面积\t30平方米", "3\t满意度\t90%",
    ]  # fmt: skip


def test_merged_cells_keep_the_columns(tmp_path: Path) -> None:
    register()
    rows = [["类别", "目标", ""], ["", "2020年", "2025年"], ["设施", "60%", "80%"]]
    table = ruled([[Paragraph(cell, CELL) for cell in row] for row in rows], colWidths=[60, 80, 80])
    table.setStyle([("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1))])
    build_pdf([table], tmp_path / "plan.pdf")
    assert lines(tmp_path / "plan.pdf")[-3:] == ["类别\t目标\t", "\t2020年\t2025年", "设施\t60%\t80%"]


def test_a_stretch_knows_its_page(tmp_path: Path) -> None:
    found = read_document(as_pdf("\n".join(["某市规划", *[LONG] * 12]), tmp_path / "plan.pdf"))
    assert found.places is not None
    assert found.places.unit == "page"
    assert (found.places.at(0), found.places.numbers) == (1, tuple(range(1, len(found.places.numbers) + 1)))
    assert len(found.places.numbers) > 2


def test_a_scan_is_refused_with_the_reason(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "scan.pdf"))
    for _ in range(2):
        canvas.drawInlineImage(Image.new("RGB", (60, 80), "white"), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    with pytest.raises(UnreadableText, match=r"found a scanned PDF \(2 of 2 pages are pictures without text\)"):
        read_text(tmp_path / "scan.pdf")


@pytest.mark.parametrize(("password", "refused"), [("secret", True), ("", False)])
def test_a_password_to_open_is_refused_one_to_change_is_not(tmp_path: Path, password: str, refused: bool) -> None:
    register()
    data = io.BytesIO()
    canvas = Canvas(data, encrypt=StandardEncryption(password, ownerPassword="owner", strength=128))
    canvas.setFont(FONT, 14)
    canvas.drawString(72, 700, "到2025年，覆盖率达到80%。")
    canvas.save()
    path = tmp_path / "plan.pdf"
    path.write_bytes(data.getvalue())
    if refused:
        with pytest.raises(UnreadableText, match="found an encrypted PDF"):
            read_text(path)
    else:
        assert read_text(path) == "到2025年，覆盖率达到80%。\n"
