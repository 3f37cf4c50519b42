"""The text of a web page's document, without what the site puts around it.

In: a page's HTML.  Out: its `ExtractedText`, with the paragraph that each stretch comes from: the title and what the
page says of the document's number and dates, then the document, its tables cell by cell.  Relied on: a block element or
a `<br>` ends a line; a table that holds tables or one column lays out the page.
Example: `<p>一、总体要求</p><p>到2025年…</p>` under the page title are the paragraphs 2 and 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from ingest.errors import UnreadableText
from ingest.extracted import ExtractedText, TextWriter, heading_mark, printable
from ingest.grid import GridCell, table_lines
from ingest.html_main import MainContent, find_main
from ingest.html_nodes import TEXT, raw_text, walk
from ingest.note_marks import is_note_mark
from ingest.printed_counts import formatted

_BLOCKS = frozenset(
    ("address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
     "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre",
     "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
)  # fmt: skip
_HEADING = re.compile("h[2-6]")  # the first is the title of the page
_SPACE = re.compile("[ \t\r\n\f]+")
_ALL_SPACE = re.compile(r"\s+")
# What a page says of its document: 发文字号, 成文日期, 发布日期.
_SAID = re.compile(
    r"(?P<label>发\s*文\s*字\s*号|文\s*号|成\s*文\s*日\s*期|发\s*文\s*日\s*期|发\s*布\s*(?:日\s*期|时\s*间)|公\s*开\s*日\s*期)"
    r"\s*[】\]]?\s*[:：\t]\s*(?P<value>[^\s|，。；]*\d[^\s|，。；]*)"
)
# What a site adds to the title of a page: "…规划_通知公告_某市人民政府", "… - 政府信息公开".
_SITE_TITLE = re.compile(
    r"\s*(?:[_|｜]|\s[-–—]+\s).*$|[-–—]+[^-–—]*(?:网站?|政府|[局厅委办]|委员会|办公室|门户|平台|公开|中心)$", re.DOTALL
)
_TITLE_METAS = ("ArticleTitle", "og:title")
_NEAR = 3000
_LONGEST_TITLE = 150
_MOST_CELLS = 50_000
_MOST_ELEMENTS = 500_000
_LIST_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def read_html(html: str, path: Path) -> ExtractedText:
    """The document of the page; raises UnreadableText where there is none, or more than any plan has."""
    try:
        page = LexborHTMLParser(html)
    except SelectolaxError:
        raise UnreadableText(f"{path}: found a page that cannot be parsed within bounds, expected a plan") from None
    if page.body is None:
        raise UnreadableText(f"{path}: found no text on the page, expected a plan")
    main = find_main(page.body)
    lines = _Lines(path, main, _layout_tables(page.body, path))
    document = list(lines.within(main.root))
    text = "".join(line for line in document if line)
    front = [_title(page, text), *_said(lines.before(page.body), text)]
    return _written((*front, *document))


def _written(lines: Iterable[str | None]) -> ExtractedText:
    """The lines with their numbers; None sets apart."""
    writer = TextWriter("paragraph")
    number = 1
    for line in lines:
        if line is None:
            writer.set_apart()
        elif line:
            writer.line(line, number)
            number += 1
    return writer.extracted()


class _Lines:
    """Reads the lines of a page's elements; None stands before and after a table."""

    def __init__(self, path: Path, main: MainContent, layout: set[int]) -> None:
        self._path = path
        self._main = main
        self._layout = layout
        self._around: set[int] = set()  # the elements around the document
        node: LexborNode | None = main.root
        while node is not None:
            self._around.add(node.mem_id)
            node = node.parent
        self._cells = 0

    def within(self, root: LexborNode) -> Iterator[str | None]:
        """The lines of the element, without what belongs to the site."""
        return self._read(root, self._main.site - self._around)

    def before(self, body: LexborNode) -> Iterator[str | None]:
        """The lines of the page up to the document."""
        return self._read(body, set()) if body.mem_id != self._main.root.mem_id else iter(())

    def _read(self, root: LexborNode, left_out: set[int]) -> Iterator[str | None]:
        line = _Line(preformatted=_in_pre(root))
        inside = 0  # the element left out or read already, whose end is waited for
        for node, begins in walk(root):
            if inside:
                inside = 0 if not begins and node.mem_id == inside else inside
                continue
            if begins and node.mem_id == self._main.root.mem_id:
                break
            if begins and (node.mem_id in left_out or (node.tag == "sup" and line.ends_in_note(node))):
                inside = node.mem_id
            elif begins and node.tag == "table" and self._is_data(node):
                yield from line.end()
                yield from (None, *self._table(node), None)
                inside = node.mem_id
            else:
                yield from line.take(node, begins=begins)
        yield from line.end()

    def _table(self, table: LexborNode) -> Iterator[str]:
        rows = []
        for row in table.css("tr"):
            cells = [cell for cell in row.iter() if cell.tag in {"td", "th"}]
            self._cells += len(cells)
            if self._cells > _MOST_CELLS:
                raise UnreadableText(f"{self._path}: found more than {_MOST_CELLS} table cells, expected a plan")
            rows.append([self._cell(cell) for cell in cells])
        return (line for _, line in table_lines(rows))

    def _is_data(self, table: LexborNode) -> bool:
        """Whether the table holds data: neither the document nor a table, and more than one cell in some row."""
        if table.mem_id in self._around or table.mem_id in self._layout:
            return False
        return any(sum(cell.tag in {"td", "th"} for cell in row.iter()) > 1 for row in table.css("tr"))

    def _cell(self, cell: LexborNode) -> GridCell:
        texts = tuple(line for line in self._read(cell, set()) if line)
        return GridCell(texts, _span(cell, "colspan"), _span(cell, "rowspan"))


class _Line:
    """The line being read: its text so far, and what element it stands in."""

    def __init__(self, preformatted: int) -> None:
        self._parts: list[str] = []
        self._depth = 0
        self._preformatted = preformatted
        self._counts: dict[int, int] = {}

    def ends_in_note(self, raised: LexborNode) -> bool:
        """Whether the raised element, which stands behind the line so far, is the mark of a note."""
        return is_note_mark(raised.text(), self._parts[-1] if self._parts else "")

    def take(self, node: LexborNode, *, begins: bool) -> Iterator[str]:
        """Adds a node; gives the line that it ends, if any."""
        tag = node.tag
        if tag == TEXT:
            if begins:
                yield from self._add(raw_text(node))
            return
        if tag == "br" and begins:
            yield from self.end()
        if tag not in _BLOCKS:
            return
        yield from self.end()
        if _HEADING.fullmatch(tag or ""):
            self._depth = int(str(tag)[1]) if begins else 0
        elif tag == "pre":
            self._preformatted += 1 if begins else -1
        elif tag == "li" and begins:
            self._parts.append(self._item(node))

    def end(self) -> Iterator[str]:
        """The line, where it is not blank."""
        text = _SPACE.sub(" ", printable("".join(self._parts))).strip()
        self._parts = []
        if text:
            yield heading_mark(self._depth, text) + text

    def _add(self, text: str) -> Iterator[str]:
        if not self._preformatted:
            self._parts.append(text)
            return
        first, *rest = printable(text).split("\n")
        self._parts.append(first)
        for line in rest:
            yield from self.end()
            self._parts.append(line)

    def _item(self, item: LexborNode) -> str:
        """The number that a browser prints before an item of a numbered list."""
        parent = item.parent
        if parent is None or parent.tag != "ol":
            return ""
        count = self._counts.get(parent.mem_id, _whole(parent.attributes.get("start"), 1) - 1) + 1
        self._counts[parent.mem_id] = count
        return formatted(count, _LIST_FORMS.get(parent.attributes.get("type") or "1", "decimal")) + ". "


def _layout_tables(body: LexborNode, path: Path) -> set[int]:
    """The tables that hold tables; raises UnreadableText where the page has more elements than any plan."""
    layout: set[int] = set()
    open_tables: list[int] = []
    elements = 0
    for node, begins in walk(body):
        elements += begins
        if elements > _MOST_ELEMENTS:
            raise UnreadableText(f"{path}: found more than {_MOST_ELEMENTS} elements on the page, expected a plan")
        if node.tag == "table":
            if begins:
                layout.update(open_tables[-1:])
                open_tables.append(node.mem_id)
            else:
                open_tables.pop()
    return layout


def _in_pre(node: LexborNode | None) -> int:
    """How many elements whose line breaks count the node stands in, itself included."""
    found = 0
    while node is not None:
        found += node.tag == "pre"
        node = node.parent
    return found


def _span(cell: LexborNode, name: str) -> int:
    return max(_whole(cell.attributes.get(name), 1), 1)


def _whole(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default


def _title(page: LexborHTMLParser, document: str) -> str:
    """The title that the page gives its document, where that does not begin with it; else ""."""
    near = _ALL_SPACE.sub("", document[:_NEAR])
    for title in _titles(page):
        if 2 < len(title) <= _LONGEST_TITLE:
            return "" if _ALL_SPACE.sub("", title) in near else title
    return ""


def _titles(page: LexborHTMLParser) -> Iterator[str]:
    """What may be the document's title, the surest first."""
    metas = {meta.attributes.get("name") or meta.attributes.get("property"): meta for meta in page.css("meta[content]")}
    named = [metas[name].attributes.get("content") or "" for name in _TITLE_METAS if name in metas]
    headings = [heading.text(separator="") for heading in page.css("h1")]
    titles = [title.text() for title in page.css("head > title")]
    yield from (_clean(title) for title in (*named[:1], *headings))
    yield from (_clean(_SITE_TITLE.sub("", title)) for title in (*named[1:], *titles))


def _clean(text: str) -> str:
    return _SPACE.sub(" ", printable(text)).strip()


def _said(lines: Iterable[str | None], document: str) -> list[str]:
    """What the page says of its document before it: "发布日期：2022-12-30"."""
    said: dict[str, str] = {}
    for line in lines:
        for found in _SAID.finditer(line or ""):
            said.setdefault(_ALL_SPACE.sub("", found["label"]), found["value"])
    return [f"{label}：{value}" for label, value in said.items() if value not in document[:_NEAR]]
