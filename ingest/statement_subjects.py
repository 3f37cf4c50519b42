"""What an amount is about, in the words of the text.

In: a clause and the stretch of it that states an amount.  Out: the subject, built from that stretch verbatim.
Relied on: the stretch says what is counted before its number or after it; words of purpose (力争, 确保, 实现) and of
being (达到, 为) are no part of it; a stretch that only goes on (占总数的27%) is about what was spoken of before.
Example: "到2025年,力争在50%的社区配备托育服务设施" is about 社区配备托育服务设施.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.quantities import Quantity

# When, and to what end: "到2025年,力争在", "推动实现".
_OPENING = re.compile(
    r"(?:(?:争取|力争|计划)?(?:到|至|截至|截止)?(?:20\d\d年|[“\"]?十[一二三四五六]五[”\"]?(?:时期|期间|期)?)(?:[底末前中]|年底)*[，,]?"
    r"|力争|争取|确保|努力|推动|推进|逐步|基本(?=实现|形成|建成|完成|达到|消除|建立|普及|全)|进一步|着力|加快|实现|按照?|原则上"
    r"|对标(?:国家)?|同时|并且?|其中|以及|及|和|要|应(?!急)|把|将|对(?!口|外)|在(?![职校线岗建册家])|使(?!用)|继续|保持"
    r"|我[国省市州县]?计划|计划(?!生育)|累计|一般|此外|还|已)+"
)
# Words of being that lead to the number: "覆盖率达到", "成员总数为".
_ENDING = re.compile(
    r"(?:达到|达|实现|为|是|至|提高到|提高至|提升到|提升至|增加到|增加至|增长到|增至|扩大到|下降到|降低到|降至|保持在|稳定在"
    r"|控制在|减少到|缩短到|压缩到|(?<!平)均|要|应|可|争取|力争|分别|左右|基本|原则上|一般|共|各|累计|已|的|的占|不|了|双)+\Z"
)
_CHANGED_FROM = re.compile(r"(?:由|从)[^，。；]{0,20}\d[^，。；]{0,8}\Z")
# Words of change at the end of what was spoken of before: the next stretch says how much.
_CHANGE = re.compile(r"(?:年均|平均)?(?:增长|增加|提高|下降|减少|降低|比.{2,12}(?:增加|提高|下降|减少))\Z")
_MARKS = "，,、；;：:。 "
# Words that open a stretch about what was spoken of before: 占总数的27%, 年均增长6%.
_CONTINUES = re.compile(
    r"占|比(?!例|重)|较(?!大|多)|同比|(?:年均|平均)(?:增[长速加]|递增|达)?\Z|增[长加]|其中|达到.{1,14}总[数量]"
)
_PAIRS = {"“": "”", "‘": "’", "（": "）", "(": ")", "《": "》"}
# A word of doing without what it is done to: what follows the comma says that.
BARE = re.compile(r"(?:完成|达到|新增|建设|实现|投入|建成|完成其余)(?:目标)?")


@dataclass(frozen=True, slots=True)
class Subject:
    """What an amount is about; `continues` where it is told by what was spoken of before."""

    text: str
    continues: bool = False


def read_subject(text: str, stretch: tuple[int, int], quantity: Quantity, antecedent: str) -> Subject:
    """The subject of the quantity; where its stretch names none, `antecedent` is what was spoken of before."""
    start, end = stretch
    before, after = text[start : quantity.start], text[quantity.end : end]
    opening = _OPENING.match(before)
    head = _CHANGED_FROM.sub("", _ENDING.sub("", before[opening.end() :] if opening else before)).strip(_MARKS)
    tail = after.strip(_MARKS).removeprefix("的").removeprefix("内")
    middle = text[quantity.start : quantity.end] if quantity.form == "coverage" and head and tail else ""
    subject = _paired(f"{head}{middle}{tail}")
    if antecedent and not subject:
        return Subject(antecedent, continues=True)
    if antecedent and _CONTINUES.match(head):
        return Subject(_CHANGE.sub("", antecedent) + subject, continues=True)
    return Subject(subject or text[start:end].strip(_MARKS))


def _paired(subject: str) -> str:
    """The subject without a quote or bracket that has lost its other half."""
    for opening, closing in _PAIRS.items():
        if subject.count(opening) != subject.count(closing):
            subject = subject.replace(opening, "").replace(closing, "")
    return subject
