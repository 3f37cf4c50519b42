"""The part of a stretch that states each of its amounts, and what two amounts after 分别 are of.

In: a segment of a clause and the amounts in it.  Out: `Piece` records in text order.  Relied on: amounts of one stretch
are parted by 、 or 和 between two numbers; 分别 deals them out to as many things listed before it, which share how they
are measured.
Example: "社区“一肩挑”和交叉任职比例分别达到98.6%和87.8%" states 社区“一肩挑”比例 and 交叉任职比例.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.quantities import Quantity
from ingest.segments import Segment
from ingest.subject_rules import DOING

# Parts of one stretch: the first kind that stands between two numbers parts them.
SEPARATORS = (re.compile(r"[、;；]"), re.compile(r"以及|及|和"))
_LISTED = re.compile(r"、|以及|及|和|与")
_AND = tuple("、；;和及")
# A thing that says how it is measured: 化学需氧量, 人均预期寿命 need nothing from the last of their list.
_MEASURE = re.compile(r"(?:比例|占比|比重|面积|标准|水平|增加值|产值|收入|支出|[率量数])\Z")
# How the things of a list are measured, said once behind the last.
_SHARED = re.compile(
    r"(?:覆盖率|普及率|比例|占比|比重|面积|人数|数量|总数|总量|标准|水平|增加值|总产值|产值|[\u4e00-\u9fff]{0,2}收入|支出)\Z"
)
# Words that are told apart by nothing else in what follows: 城市和农村(社区覆盖率).
_ALIKE = re.compile(r"城市|农村|城镇|乡村|城乡|男性?|女性?|[省市县区乡镇村]级|国[省市]?控|省控|市控")
# Words of a pair are of one length: 高血压、糖尿病(患者规范管理率), where so much and more follows on the last.
_LONGER = 4
# What all of the list do: 产业基金、工业用地(支持民间投资项目比重).
_DONE = re.compile(rf"(?:{DOING})(?=.{{2}})")


@dataclass(frozen=True, slots=True)
class Piece:
    """`text[start:end]` states the quantity; `before` and `after` are the words of it on either side."""

    text: str
    start: int
    end: int
    quantity: Quantity
    leads_on: bool = False  # the next number follows without anything between
    listed: str = ""  # what the last of the list is of, where a number stands before its thing: 的社区综合服务设施

    @property
    def before(self) -> str:
        """What stands before the quantity."""
        return self.text[self.start : self.quantity.start]

    @property
    def amount(self) -> str:
        """The quantity as it is printed."""
        return self.text[self.quantity.start : self.quantity.end]

    @property
    def after(self) -> str:
        """What stands after it."""
        return self.text[self.quantity.end : self.end]

    @property
    def in_list(self) -> bool:
        """Whether it is the next of a list: behind 、 or 和, not behind a comma."""
        return self.text[self.start - 1 : self.start] in _AND

    @property
    def marked(self) -> str:
        """The words of it with the quantity marked, as the rules read them."""
        return f"{self.before}⟦{self.amount}⟧{self.after}"


def read_pieces(text: str, segment: Segment, amounts: Sequence[Quantity]) -> tuple[Piece, ...]:
    """Each amount with the part of the segment that states it: parted at the last 、 (or 和) between two numbers."""
    found: list[Piece] = []
    start = segment.start
    last = amounts[-1].end if amounts else segment.end
    listed = text[last + 1 : segment.end] if text.startswith("的", last) else ""
    for amount, following in pairwise(amounts):
        parting = _parting(text, amount.end, following.start)
        if parting:
            found.append(Piece(text, start, max(parting.start(), amount.end), amount, listed=listed))
            start = parting.end()
        else:
            found.append(Piece(text, start, following.start, amount, leads_on=True))
            start = amount.end
    found += (Piece(text, start, segment.end, amount) for amount in amounts[-1:])
    return tuple(found)


def things_in_order(listing: str, count: int) -> tuple[str, ...]:
    """The `count` things that `listing` names, each with how it is measured; () where it names more or fewer."""
    things = [thing for thing in _LISTED.split(listing) if thing]
    if count < 2 or len(things) != count:
        return ()
    last = things[-1]
    alike = _ALIKE.match(last)
    if alike and all(_ALIKE.search(thing) for thing in things[:-1]):
        ending = last[alike.end() :]
        opening = things[0][: _first(things[0])]
        return (things[0] + ending, *(opening + thing + ending for thing in things[1:-1]), opening + last)
    return (*(thing + _shared(thing, last) for thing in things[:-1]), last)


def _shared(thing: str, last: str) -> str:
    """What the thing shares of the last one's name."""
    if _MEASURE.search(thing):
        return ""
    done = _DONE.search(last, 2)
    if done:
        return last[done.start() :]
    if len(last) >= len(thing) + _LONGER:
        return last[len(thing) :]
    measure = _SHARED.search(last)
    return measure.group() if measure else ""


def _first(thing: str) -> int:
    alike = _ALIKE.search(thing)
    return alike.start() if alike else 0


def _parting(text: str, start: int, end: int) -> re.Match[str] | None:
    for separator in SEPARATORS:
        between = list(separator.finditer(text, start, end))
        if between:
            return between[-1]
    return None
