"""The 专栏 boxes: where one opens, which paragraphs are its actions, and where it ends though its frame was lost.

In: a paragraph and the state of the open box.  Out: what the paragraph is to the box.  Relied on: the actions of a box
are counted from 1 by their own series; a number that goes on with the outline instead ends the box.
Example: after 专栏2 with the actions 1 to 7, "4.深化网格化服务管理。" goes on with item 3 of the outline.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ingest.drafts import ACTION_RANK, Draft, headed
from ingest.headings import Heading, read_lead, read_named_action
from ingest.numbering import OUTER, Number, Series, han_value, read_number
from ingest.paragraphs import Paragraph
from ingest.passage import Passage
from ingest.rules import Rule
from ingest.zones import DOING

COLUMN = Rule(
    "box.column",
    "a box opens with 专栏, its number and its title",
    re.compile(
        r"^[\[【]?专栏(?P<number>\s*\d{1,2}(?:[.．-]\d{1,2}(?!\d))?|[一二三四五六七八九十]{1,3})?[\]】]?[:：.、—-]{0,2}(?P<title>[^。；]{0,60})$"
    ),
    (
        "专栏2社会力量参与社区服务行动",
        "专栏4:新时代新社区新生活服务质量提升行动",
        "专栏3.1消防事业发展重点项目",
        "专栏3社区美好生活共同体建设行动",
    ),
    ("专栏作家协会成立以来，推动创作。",),
)
ACTION_NAME = Rule(
    "box.action_name",
    "an action calls itself 行动 or 工程 at the end of its title",
    re.compile(r"(?:行动|工程|计划|试点|项目|建设|改造)[”’]?$"),
    ("社区养老服务行动", "“干部规划家乡行动”", "智慧社区试点建设"),
    ("深化网格化服务管理", "加强社区物业党建联建"),
)
COLON_NAME = Rule(
    "box.colon_name",
    "where the paragraphs of a box open with a bare name and a colon, each is an action",
    re.compile(
        r"^(?P<title>(?!(?:行动|工作|主要|建设|总体|具体|发展)?(?:目标|内容|任务|范围|措施|原则|思路|时间|时限|地点|方式|进度)|其中|备?注|说明"
        r"|单位|责任|牵头|配合|资料|数据)[“\u4e00-\u9fff][^。！？；，,：:]{1,15})[：:](?=[^：:]{6})"
    ),
    ("危险化学品：推进城镇人口密集区危险化学品生产企业搬迁改造。",),
    ("建设内容：新建服务中心50个。", "注：数据来源于统计局年鉴。"),
)
INDICATOR_BOX = Rule(
    "box.indicators",
    "a box whose title names indicators holds the indicator table, though its cells may have run together",
    re.compile(
        r"^[\[【]?专栏\s*[\d一二三四五六七八九十]*[\]】]?[:：]?(?P<title>[^。；]{0,40}?指标(?:体系|一览表|表)?)(?P<rest>$|序号|类别|指标|名称)"
    ),
    ("专栏1：“十二五”环境保护主要指标序号指标2010年2015年", "专栏1“十四五”时期主要指标"),
    ("专栏2社区服务共同体建设行动", "专栏3指标监测能力建设工程"),
)
RULES = (COLUMN, ACTION_NAME, COLON_NAME, INDICATOR_BOX)

_COLONS = ("：", ":")
Part = Literal["action", "text", "outside"]


@dataclass(slots=True)
class Box:
    """An open box: its draft, the series its actions are counted by, the last count, and how the count is spaced."""

    draft: Draft
    outer: Mapping[Series, int]  # the counts of the open headings of the outline that the box stands under
    outer_spacing: str
    series: Series | None = None
    last: int = 0
    inner: dict[Series, int] = field(default_factory=dict)  # the counts of what stands within the actions
    spacing: str = ""
    gap: int = 0  # the most blank lines before an action
    inner_gap: int = 0  # the same before an action that another stands before
    outer_gap: int = 0  # the blank lines before the item of the outline
    outer_doing: bool = False  # whether that item opens with a verb of doing
    doing: bool = False  # whether an action does
    named: bool = False  # whether an action calls itself 行动 or 工程
    counted: bool = False  # whether numbers come after a first paragraph without one
    colons: bool = False  # whether the name of an action ends in a colon
    listed: bool = False  # whether the paragraphs open with names before colons
    actions: list[Draft] = field(default_factory=list)

    @property
    def waiting(self) -> bool:
        """Whether the text of the last action has not come yet."""
        return bool(self.actions) and not self.actions[-1].content

    @property
    def untitled(self) -> bool:
        """Whether the title of the box has not come yet."""
        return not self.draft.title and not self.draft.content

    def look_ahead(self, following: Sequence[Paragraph]) -> None:
        """How the first two paragraphs of the box open."""
        numbers = [read_number(paragraph.text) for paragraph in following]
        self.counted = len(numbers) > 1 and numbers[0] is None and _is_first_item(numbers[1])
        self.listed = len(following) > 1 and all(COLON_NAME.match(paragraph.text) for paragraph in following)

    def entitle(self, paragraph: Paragraph) -> None:
        """Take the paragraph as the title of the box, which stands on the line after its number."""
        passage, number = paragraph.passage, self.draft.heading
        start = number.offsets[0] if number else passage.offsets[0]
        self.draft.title = passage.text
        self.draft.heading = Passage.read(passage.source, start, passage.offsets[-1] + 1)

    def judge(self, paragraph: Paragraph) -> tuple[Part, Heading | None]:
        """What the paragraph is to this box, with its heading where it is an action."""
        number = read_number(paragraph.text)
        if number is None and paragraph.heading is not None:
            number = paragraph.heading.number  # a bare numeral that a blank sets apart
        if number is not None:
            return self._judge_numbered(paragraph, number)
        return self._judge_unnumbered(paragraph)

    def _judge_numbered(self, paragraph: Paragraph, number: Number) -> tuple[Part, Heading | None]:
        heading = paragraph.heading
        if number.series in {"part", "chapter", "section"}:
            return "outside", None
        if self.series is None:
            if number.value in {0, 1} and heading is not None:
                return "action", heading
            return ("outside" if heading is not None else "text"), None
        if number.series != self.series:
            deeper = number.rank > Number(self.series, 0, 0, 0).rank and not self._goes_on_outside(number)
            self.inner[number.series] = number.value
            return ("text" if deeper or heading is None else "outside"), None
        if heading is None:
            return "text", None
        return ("action", heading) if self._continues(paragraph, number, heading) else ("outside", None)

    def _goes_on_outside(self, number: Number) -> bool:
        """Whether the number counts on from the outline and not from what stands within the box."""
        return number.value == self.outer.get(number.series, number.value) + 1 != self.inner.get(number.series, 0) + 1

    def _continues(self, paragraph: Paragraph, number: Number, heading: Heading) -> bool:
        """Whether the number goes on with the box rather than with the outline around it."""
        inner = number.series in {"dash", "bullet"} or number.value == self.last + 1
        outer = number.value == self.outer.get(number.series, number.value) + 1
        if inner and outer and number.series in OUTER:
            return (heading.body is not None) == self.actions[-1].run_in
        if inner and outer:
            spacing = number_spacing(paragraph.passage, number)
            if self.spacing != self.outer_spacing and spacing in {self.spacing, self.outer_spacing}:
                return spacing == self.spacing
            return self._looks_like_its_own(paragraph, heading)
        return inner or (number.series == "arabic" and not outer and number.value > self.last)

    def _looks_like_its_own(self, paragraph: Paragraph, heading: Heading) -> bool:
        """Whether a heading whose number both could count is an action: by name, blank lines or wording."""
        title = paragraph.text[heading.title_start : heading.title_end]
        if self.colons and paragraph.text[heading.title_end : heading.title_end + 1] in _COLONS:
            return True
        if ACTION_NAME.match(title) or len(self.actions) == 1:
            return ACTION_NAME.match(title) is not None
        if self.inner_gap < self.outer_gap:
            return paragraph.gap <= self.inner_gap
        return self.outer_doing and not self.doing and not DOING.match(title)

    def _judge_unnumbered(self, paragraph: Paragraph) -> tuple[Part, Heading | None]:
        if self.counted and self.series is None:
            return "text", None
        lead = read_lead(paragraph.text) or read_named_action(paragraph.text) or self._named(paragraph.text)
        actions = self.actions
        if lead is None or self.waiting:
            wide = bool(actions) and not self.waiting and paragraph.gap > self.gap
            return ("outside" if wide else "text"), None
        if self.series is not None:
            return "outside", None
        run_in = bool(actions) and actions[-1].run_in
        like = (lead.body is not None or not run_in) and (
            not self.named
            or self.listed
            or ACTION_NAME.match(paragraph.text[lead.title_start : lead.title_end]) is not None
        )
        return ("action", lead) if like else ("outside", None)

    def _named(self, text: str) -> Heading | None:
        """The bare name before a colon, in a box whose paragraphs open so."""
        found = COLON_NAME.match(text) if self.listed else None
        if found is None:
            return None
        return Heading(None, found.start("title"), found.end("title"), found.end(), COLON_NAME.name)

    def take(self, paragraph: Paragraph, heading: Heading) -> None:
        """Add the action that the paragraph opens."""
        number = heading.number
        if number is not None:
            self.series, self.last = number.series, number.value
            self.spacing = number_spacing(paragraph.passage, number)
        self.gap = max(self.gap, paragraph.gap)
        self.inner_gap = max(self.inner_gap, paragraph.gap) if self.actions else 0
        self.colons = paragraph.text[heading.title_end : heading.title_end + 1] in _COLONS
        action = headed(paragraph.passage, heading, "action", ACTION_RANK)
        self.named = self.named or ACTION_NAME.match(action.title) is not None
        self.doing = self.doing or DOING.match(action.title) is not None
        self.actions.append(action)
        self.draft.add(action)


def _is_first_item(number: Number | None) -> bool:
    return number is not None and number.value == 1 and number.series in {"arabic", "arabic_paren", "circled"}


def number_spacing(passage: Passage, number: Number) -> str:
    """The blanks and the mark between a number and its title, as stored: "．", ". "."""
    start, end = passage.offsets[number.end - 1], passage.offsets[min(number.end, len(passage.offsets) - 1)]
    return passage.source.text[start:end]


def column_number(printed: str | None) -> int | None:
    """The number of a box as a number, the last where it counts within a chapter (3.1), None where it has none."""
    if not printed:
        return None
    last = re.split("[.．-]", printed.strip())[-1]
    return int(last) if last.isdecimal() else han_value(last)
