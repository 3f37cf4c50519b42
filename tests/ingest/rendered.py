"""A plan's text set as the documents that users have: Word, web pages of several makes, PDF in one and two columns."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from docx import Document
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Table

FONT = "STSong-Light"
WIDTH, HEIGHT = A4
Rows = list[list[str]]


def blocks(text: str) -> Iterator[str | Rows]:
    """The paragraphs of a text; lines cut by tabs are the rows of a table."""
    rows: Rows = []
    for line in [*text.split("\n"), ""]:
        if "\t" in line.strip():
            rows.append(line.split("\t"))
            continue
        if rows:
            yield rows
            rows = []
        if line.strip():
            yield line.strip()


def as_docx(text: str, path: Path) -> Path:
    document = Document()
    for block in blocks(text):
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(len(block), max(map(len, block)))
        for row, cells in enumerate(block):
            for column, cell in enumerate(cells):
                table.cell(row, column).text = cell
    document.save(str(path))
    return path


def as_pdf(text: str, path: Path, columns: int = 1) -> Path:
    """Pages with a running header and page numbers; lines are filled, paragraphs indented, as plans are printed."""
    register()
    size = 14 if columns == 1 else 10
    body = ParagraphStyle(
        "body", fontName=FONT, fontSize=size, leading=size * 1.7, firstLineIndent=size * 2, wordWrap="CJK"
    )
    title = ParagraphStyle("title", parent=body, fontSize=size + 5, leading=size * 2, firstLineIndent=0, alignment=1)
    cell = ParagraphStyle("cell", parent=body, fontSize=size - 3, leading=size, firstLineIndent=0)
    flow: list[Flowable] = []
    for block in blocks(text):
        if isinstance(block, str):
            flow.append(Paragraph(html.escape(block), body if flow else title))
        else:
            flow.append(ruled([[Paragraph(html.escape(text), cell) for text in row] for row in block]))
    build_pdf(flow, path, columns)
    return path


def ruled(rows: Sequence[Sequence[object]], **options: object) -> Table:
    return Table(rows, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)], **options)


def build_pdf(
    flow: list[Flowable], path: Path, columns: int = 1, header: str = "某市人民政府公报　2022年第12期"
) -> None:
    def decorate(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont(FONT, 9)
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 40, header)
        canvas.drawCentredString(WIDTH / 2, 30, f"— {document.page} —")

    column = (WIDTH - 120) / 2
    frames = [Frame(80, 60, WIDTH - 160, HEIGHT - 130)]
    if columns == 2:
        frames = [Frame(50, 60, column, HEIGHT - 130), Frame(70 + column, 60, column, HEIGHT - 130)]
    document = BaseDocTemplate(str(path), pagesize=A4)
    document.addPageTemplates(PageTemplate(frames=frames, onPage=decorate))
    document.build(flow)


def register() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))


def paragraphs_of(text: str, broken: bool = False) -> str:
    """The text as an editor for web pages leaves it; `broken`: its lines end in <br>."""
    parts = []
    for block in blocks(text):
        if isinstance(block, str):
            line = html.escape(block)
            parts.append(f"　　{line}<br>" if broken else f'<p style="text-indent: 2em;"><span>{line}</span></p>')
        else:
            rows = ["".join(f"<td><p>{html.escape(cell)}</p></td>" for cell in row) for row in block]
            parts.append("<table><tbody>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</tbody></table>")
    return "\n".join(parts)


MENU = '<div class="top"><ul>{}</ul></div>'.format(
    "".join(f'<li><a href="/">{name}</a></li>' for name in ("首页", "政务公开", "政务服务", "互动交流", "新闻中心"))
)
FOOT = """<div class="footer"><p>主办：某市人民政府办公室，承办：某市政务服务中心。</p>
<p>网站标识码：5300000001　<a href="#">滇ICP备05000002号</a></p><p>版权所有，未经授权，不得转载。</p></div>"""
RELATED = "<div><h3>相关文件</h3><ul>{}</ul></div>".format(
    "".join(f'<li><a href="/{n}">关于印发第{n}个专项规划的通知，请各单位遵照执行。</a></li>' for n in range(12))
)


def bulletin_page(title: str, text: str) -> str:
    """A page of a municipal site: menu, path, buttons, the document in an editor's container, related files, footer."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="ArticleTitle" content="{title}">
<title>{title}_某市人民政府</title><script>var a = "甲，乙。";</script></head><body>{MENU}
<div class="weizhi">当前位置：<a href="/">首页</a> &gt; <a href="/z">政务公开</a></div><div><h1>{title}</h1>
<p>来源：市民政局　字体：【<a href="#">大</a> <a href="#">小</a>】</p>
<div id="UCAP-CONTENT"><style>p {{line-height: 2}}</style><div class="TRS_Editor">{paragraphs_of(text)}</div></div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div>{RELATED}</div>{FOOT}</body></html>"""


def old_page(title: str, text: str) -> str:
    """A page laid out by tables within tables, its lines ended by <br>."""
    aside = "".join(f'<tr><td><a href="/{n}">栏目{n}</a></td></tr>' for n in range(9))
    return f"""<html><head><title>{title}</title></head><body><table><tr><td>{MENU}</td></tr></table><table><tr>
<td width=200><table>{aside}</table></td><td><table><tr><td align=center><font size=5><b>{title}</b></font></td></tr>
<tr><td><div id=zoom>{paragraphs_of(text, broken=True)}</div></td></tr></table></td></tr></table>
<table><tr><td>{FOOT}</td></tr></table></body></html>"""


def plain_page(title: str, text: str) -> str:
    """A page without any container around its document."""
    return f"""<html><head><meta charset="utf-8"><title>{title}-某市民政局</title></head><body>{MENU}
<p align="center"><strong>{title}</strong></p>{paragraphs_of(text)}{RELATED}{FOOT}</body></html>"""


def parted_page(title: str, text: str) -> str:
    """A page of HTML5 whose document stands in two sections."""
    lines = text.split("\n")
    halves = ["\n".join(lines[: len(lines) // 2]), "\n".join(lines[len(lines) // 2 :])]
    sections = "".join(f"<section>{paragraphs_of(half)}</section>" for half in halves)
    return f"""<html><head><meta charset="utf-8"><title>某市政府网 - {title}</title></head><body>{MENU}
<article><h1>{title}</h1>{sections}</article><aside>{RELATED}</aside><footer>{FOOT}</footer></body></html>"""


WEB_PAGES: tuple[Callable[[str, str], str], ...] = (bulletin_page, old_page, plain_page, parted_page)


def as_html(text: str, path: Path, page: Callable[[str, str], str]) -> Path:
    title, body = text.strip().split("\n", 1)
    path.write_text(page(title.strip(), body), encoding="gb18030" if page is old_page else "utf-8")
    return path
