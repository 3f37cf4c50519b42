"""What a stretch itself says of its amount: the words before the number, those after it, and both as one.

In: a `Piece`.  Out: its `OwnWords`.  Relied on: words of purpose (力争, 确保, 实现) and of being (达到, 为) lead to the
number and are no part of what is counted; what asks for the amount (落实…要求, 按照…标准) stands around it.
Example: "确保社区民警占公安派出所警力不低于40%" says 社区民警占公安派出所警力.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.statement_pieces import Piece
from ingest.subject_rules import DEMAND, DIMENSION_FIRST, DOING, QUOTED_DEMAND, SHARE_OF_WHOLE

# When, and to what end: "到2025年,力争在", "推动实现".
_OPENING = re.compile(
    r"(?:(?:争取|力争|计划)?(?:到|至|截至|截止)?(?:20\d\d年|[“\"]?十[一二三四五六]五[”\"]?(?:时期|期间|期)?)(?:[底末前中]|年底)*[，,]?"
    r"|力争|争取|确保|努力|推动|推进|(?<=推动)落实|(?<=推进)落实|(?<=一步)落实|逐步|基本(?=实现|形成|建成|完成|达到|消除|建立|普及|全)|进一步|着力|加快|实现|按照?|原则上"
    r"|对标(?:国家)?|同时|并且?|其中|以及|及|和|要|应(?!急)|把|将|对(?!口|外)|在(?![职校线岗建册家])|使(?!用)|继续|保持"
    r"|(?:统筹|稳步|深入|大力|扎实|积极|有序|率先|全面)(?=推进|推动|实现)|顺利|圆满|成功|先后|我[国省市州县]?计划|计划(?!生育)|累计|一般(?=[不应可要按在为每以])|建议|此外|还|已|近(?:[0-9]{1,2}|[一二三四五十])年来?)+"
)
# Words of being that lead to the number: "覆盖率达到", "成员总数为".
_ENDING = re.compile(
    r"(?:达到|达|实现|为|是|至|提高到|提高至|提升到|提升至|增加到|增加至|增长到|增至|扩大到|下降到|降低到|降低至|降至|保持在|稳定在"
    r"|控制在|减少到|缩短到|压缩到|(?<![平年人户])均|要|应|可|争取|力争|分别|左右|基本|原则上|一般|共|各|累计|已|的|的占|不|了|双|连续"
    r"|(?:到|至)20\d\d年(?:底|末|前)*)+\Z"
)
# Words of order and habit within: 待遇水平要达到, 项目应开展, 每个网格原则上覆盖.
_WITHIN = re.compile(
    rf"(?<=[\u4e00-\u9fff)）])(?:(?<![需主重必只纲摘简首])要(?={DOING}|明确)|(?<![响适供对相效反])应(?={DOING}|明确)|原则上|分别(?=[下降增提]))"
)
# What is covered of what: 基本公共服务实现目标人群全覆盖.
_COVERED = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:尽快|逐步|基本|全面|率先)?实现(?=[\u4e00-\u9fff“]{2})")
# A clause of its own before what is listed: 行政村以村民小组为基本单元、.
_OTHER_CLAUSE = re.compile(r"\A[^、]{0,40}以[^、]{2,30}为[^、]{2,20}、")
# The number of an item that its heading lost: 2.新建、改扩建.
_ITEM = re.compile(r"\A[0-9]{1,2}[.．、](?=[\u4e00-\u9fff])")
# A number that states nothing, with what it counts, before what is listed: 黄蒿界等6处煤矿、产能.
_OTHER_COUNT = re.compile(r"\A[^、]{0,40}[0-9][\u4e00-\u9fff]{1,3}、")
# One that stands for each: 1个网格设立1个党支部.
_ONE = re.compile(rf"\A1(?=[个名家所户][^，。；、]{{1,12}}(?:{DOING})\Z)")
_BY = re.compile(r"按照?(?=[^按]{0,10}\Z)")
_CHANGED_FROM = re.compile(r"(?:由|从)[^，。；]{0,20}\d[^，。；]{0,8}\Z")
MARKS = "，,、；;：:。 "
# What a list of demands ends in: 的城乡社区综合服务设施建设目标.
PURPOSE = re.compile(r"(?:建设|规划)+目标\Z")
_PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》"}
# Those that something is done by, where the next number follows in the same breath: 2878个城乡社区有社区工作者3万多人.
DOERS = re.compile(rf"(?!{DOING})(?P<doers>[^，。；、]{{2,}}?)(?:共|累计|均|都)?(?:{DOING}|增加|带动|创造|吸纳)")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a stretch itself says: the words before the number, those after it, and both as one."""

    head: str
    tail: str
    subject: str


def read_own_words(piece: Piece) -> OwnWords:
    """What the stretch says of its amount."""
    before, after, context = piece.before, piece.after, piece.marked
    quoted = QUOTED_DEMAND.match(context)
    if quoted:
        before, after = without_opening(context[: quoted.start()]) + quoted["before"], quoted["after"]
        context = f"{before}⟦{piece.amount}⟧{after}"
    demand = DEMAND.match(context)
    if demand:
        after = context[demand.end() :]
        before = _BY.sub("", before.removeprefix("进一步").removeprefix("落实"))
    head, tail = head_words(before), _tail(piece, after)
    share, sized = SHARE_OF_WHOLE.match(context), DIMENSION_FIRST.match(context)
    if share:
        head = (
            head_words(before[: share.start("whole")] if share["whole"] else before)
            + "占"
            + (share["whole"] or share["named"])
        )
    elif sized:
        head = f"{head.removesuffix(sized['dimension'])}{tail}{sized['dimension']}"
        tail = ""
    middle = piece.amount if piece.quantity.form == "coverage" and head and tail else ""
    if piece.quantity.form == "coverage" and not tail:
        head = _COVERED.sub("", head)
    return OwnWords(head, tail, _paired(f"{head}{middle}{tail}"))


def without_opening(before: str) -> str:
    """The words without when and to what end."""
    opening = _OPENING.match(before)
    return before[opening.end() :] if opening else before


def head_words(before: str) -> str:
    """The words before a number that say what is counted."""
    before = _ITEM.sub("", before)
    head = _OTHER_COUNT.sub("", _OTHER_CLAUSE.sub("", without_opening(before)))
    return _WITHIN.sub("", _ONE.sub("每", _CHANGED_FROM.sub("", _ENDING.sub("", head)).strip(MARKS)))


def _tail(piece: Piece, after: str) -> str:
    if after.startswith("、"):
        return ""  # 全覆盖、均等化
    tail = after.strip(MARKS).removeprefix("的").removeprefix("内")
    doers = DOERS.match(tail) if piece.leads_on else None
    return _WITHIN.sub("", doers["doers"] if doers else PURPOSE.sub("", tail))


def _paired(subject: str) -> str:
    """The subject without a quote or bracket that has lost its other half."""
    for opening, closing in _PAIRS.items():
        if subject.count(opening) != subject.count(closing):
            subject = subject.replace(opening, "").replace(closing, "")
    return subject
