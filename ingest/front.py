"""What stands around the plan and is no part of it: page furniture, the table of contents, the notice that issues it.

In: the lines of a document.  Out: the lines that are text, and where among the paragraphs the plan's own title stands.
Relied on: page numbers, menus and picture links are lines of their own; a table of contents repeats the headings, most
often with page numbers; the plan's title is the last title-like line before its first chapter.
Example: "第二节 “十四五”发展形势 3" is a line of the table of contents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.lines import Line
from ingest.numbering import OUTER, read_number
from ingest.paragraphs import Paragraph
from ingest.rules import Rule
from ingest.zones import BACKGROUND, IDEAS

FURNITURE = Rule(
    "front.furniture",
    "page numbers, rules, picture links and the buttons of a web page are lines of their own",
    re.compile(
        r"^(?:[-—–·\s]*\d{1,3}[-—–·\s]*|第\d+页(?:共\d+页)?|[-—_=*#]{3,}|!\[[^\]]*\]\(.*|<[^>]{1,80}>|\[[^\]]*\]\(.*\)|"
        r"(?:滚动至|回到|返回)?(?:页?顶部|首页)|打印(?:本页)?|关闭(?:窗口)?|分享(?:到.*)?|字号.*|扫一扫.*|政策全文|"
        r"\*{0,2}(?:更新时间|来源|分类|发布机构|索引号|浏览次数|责任编辑)\*{0,2}[:：].*)$"
    ),
    ("-12-", "滚动至顶部", "---", "![img](https://www.gov.cn/a.jpg"),
    ("1.加强党的全面领导", "——坚持党的全面领导。"),
)
CONTENTS_HEAD = Rule(
    "front.contents",
    "a table of contents is headed 目录",
    re.compile(r"^目录$|^目次$"),
    ("目录",),
    ("建立城乡社区公共服务目录",),
)
CONTENTS_LINE = Rule(
    "front.contents_line",
    "a line of the table of contents ends in a page number or in leaders",
    re.compile(r"^[^。；]{1,70}?(?:[.…·．]{2,}\s*[-—]?\d{0,3}[-—]?|[^\d.年月:：%第—\-]\d{1,3})$"),
    ("第一章发展环境1", "一、规划背景……………1"),
    ("到2025年，覆盖率达到80%。", "2022年12月"),
)
PLAN_TITLE = Rule(
    "front.plan_title",
    "a plan calls itself 规划, 纲要, 方案, 计划 or 意见 at the end of its title",
    re.compile(
        r"^(?P<title>[^。；，,]{4,70}?(?:规划|纲要|方案|计划|意见|行动|措施|办法|决定|要点|细则|通知书?|规.纲要)"
        r"(?:[（(][^（）()]{2,16}[)）])?)$"
    ),
    (
        "通辽市“十三五”时期城乡社区建设发展规划",
        "社会工作人才队伍建设中长期规划（2011-2020）",
        "深圳市城乡社区服务体系建设“十四五”规划",
    ),
    ("一、总体要求",),
)
NOTICE_TITLE = Rule(
    "front.notice_title",
    "a notice is titled 关于印发…的通知",
    re.compile(r"关于(?:印发|转发|公布|发布|批准|同意).*|的?通知$|^.{2,30}关于印发"),
    ("关于印发“十四五”数字经济发展规划的通知", "天津市人民政府办公厅关于印发天津市"),
    ("楚雄州“十四五”城乡社区服务体系建设规划",),
)
MATTER = Rule(
    "front.matter",
    "before the preamble stand short lines without a full stop, salutations, and the sentence that issues the plan",
    re.compile(
        r"^[^。；]{0,60}$|[:：]$|^[（(].*[)）]$|印发给你们|(?:遵照|贯彻|抓好|组织)(?:执行|落实|实施)。$|现(?:予以?)?(?:印发|公布|发布|转发)|主要内容如下[:：。]?$|"
        r"^新华社.{2,12}电|^[^。]{0,60}(?:审议通过|同意|批准),?，?.{0,12}现印发|^\S{2,8}[*]{0,2}[:：]"
    ),
    (
        "2022年12月",
        "各区人民政府,新区、特别合作区管委会,市有关单位:",
        "经市人民政府同意,现将《天津市十四五城乡社区服务体系建设规划》印发给你们,请照此执行。",
        "新华社北京12月14日电近日，中共中央、国务院印发了《扩大内需战略规划纲要（2022－2035年）》，并发出通知。",
    ),
    ("为推进社区治理,构建与完善现代化的社区服务体系,制定本规划。",),
)
RULES = (FURNITURE, CONTENTS_HEAD, CONTENTS_LINE, PLAN_TITLE, NOTICE_TITLE, MATTER)

# A table of contents without its heading has so many lines at least; its lines are so long at most.
_SHORTEST_CONTENTS = 3
_LONGEST_CONTENTS = 400
# Tables of contents are looked for among so many lines, and so many at most.
_CONTENTS_REACH = 2000
_MOST_CONTENTS = 4
_LONGEST_HEADING = 70
_LEADERS = re.compile(r"[.…·．\s]*[-—]?\d{0,3}[-—]?$")
# The plan's title and its preamble stand among so many paragraphs.
_REACH = 80


@dataclass(frozen=True, slots=True)
class Front:
    """Where the plan begins: its own title is the paragraphs `title`, its preamble begins at paragraph `preamble`."""

    title: tuple[int, int] | None
    preamble: int


def drop_matter(lines: Sequence[Line]) -> list[Line]:
    """The lines without page furniture and without tables of contents."""
    kept = [line for line in lines if not FURNITURE.match(line.text)]
    names = [_name(line.text) for line in kept]
    last = {name: index for index, name in enumerate(names) if name}
    index = found = 0
    while index < min(len(kept), _CONTENTS_REACH) and found < _MOST_CONTENTS:
        end = _contents(kept, names, last, index)
        if end is None:
            index += 1
            continue
        found += 1
        del kept[index:end]
        del names[index:end]
        last = {name: place for place, name in enumerate(names) if name}
    return kept


def _name(text: str) -> str:
    """A heading without the leaders and the page number that a table of contents gives it; empty for text."""
    return "" if len(text) > _LONGEST_HEADING or "。" in text[:-1] else _LEADERS.sub("", text.rstrip("。"))


def _contents(lines: list[Line], names: list[str], last: dict[str, int], start: int) -> int | None:
    """The end of the table of contents that begins at `start`; None where none does."""
    headed = CONTENTS_HEAD.match(lines[start].text) is not None
    number = None if headed else read_number(lines[start].text)
    if not headed and (number is None or number.series not in OUTER or last.get(names[start], start) == start):
        return None
    first = end = start + headed
    repeated = 0
    while (
        end < min(len(lines), first + _LONGEST_CONTENTS) and names[end] and (end == first or names[end] != names[first])
    ):
        again = last[names[end]] > end
        paged = CONTENTS_LINE.match(lines[end].text) is not None
        if not again and not paged:
            break
        repeated += again
        end += 1
    if headed:
        return end
    return end if end - first >= _SHORTEST_CONTENTS and repeated * 2 >= end - first else None


def find_front(paragraphs: Sequence[Paragraph], body: int) -> Front:
    """What stands before paragraph `body`, the first that is numbered as a chapter (or the end where none is)."""
    reach = min(body, _REACH)
    title = _find_title(paragraphs, reach)
    start = title[1] if title else 0
    if body < len(paragraphs):
        start = max([start, *(i + 1 for i in range(start, reach) if MATTER.match(paragraphs[i].text))])
        return Front(title, start)
    while start < reach and MATTER.match(paragraphs[start].text) and not opens_chapter(paragraphs[start].text):
        start += 1
    return Front(title, start)


def opens_chapter(text: str) -> bool:
    """Whether a line without a number is a title that only a first chapter has."""
    return len(text) <= 14 and (BACKGROUND.match(text) is not None or IDEAS.match(text) is not None)


def _find_title(paragraphs: Sequence[Paragraph], reach: int) -> tuple[int, int] | None:
    """The paragraphs `start:end` that are the plan's own title: the last so titled before its preamble."""
    best: tuple[int, int] | None = None
    for index in range(reach):
        text = paragraphs[index].text
        if best is not None and not MATTER.match(text):
            break
        if PLAN_TITLE.match(text) and not NOTICE_TITLE.match(text):
            start = index - 1 if index and _continues(paragraphs[index - 1].text, text) else index
            best = start, index + 1
    return best


def _continues(previous: str, text: str) -> bool:
    """Whether `text` is the second line of a title that `previous` begins."""
    if NOTICE_TITLE.match(previous) or re.search(r"[。：；:;)）〕》\d日号]$", previous) or len(previous) > 40:
        return False
    return (text.startswith("关于") or len(text) < 12) and not PLAN_TITLE.match(previous)
