"""The names of the bodies that issue a document, told apart where they stand side by side.

In: the passage that holds nothing but such names.  Out: the names in order, none where it holds anything else.
Relied on: a body's name ends in its kind (人民政府, 委员会, 局 …), and joint issuers stand apart by blanks or 、,
or each begins with the same place.
Example: "深圳市民政局深圳市发展和改革委员会" is 深圳市民政局 and 深圳市发展和改革委员会.
"""

from __future__ import annotations

import re

from ingest.passage import Passage
from ingest.rules import Rule

_KIND = (
    r"人民政府(?:办公[厅室])?|人民代表大会(?:常务委员会)?|委员会(?:办公[厅室])?|领导小组(?:办公室)?|办公[厅室]|国务院|中共中央|中央军委|"
    r"(?<![全内])部|(?<![邮全])局|厅|委(?!员)|署|总局|管委会|总工会|联合会|检察院|法院|银行|总队|中心|党委|党工委|集团|协会"
)
BODY = Rule(
    "body.name",
    "a body's name ends in its kind",
    re.compile(rf"^[\u4e00-\u9fff]{{0,24}}?(?:{_KIND})$"),
    ("天津市人民政府办公厅", "国务院", "上海市农业农村委员会", "国家发展改革委", "中共中央"),
    ("各区人民政府和市有关单位请执行", "二〇二二年六月六日", "贯彻落实"),
)
RULES = (BODY,)

_APART = re.compile(r"[、,，\s\u3000]+")
# Where one name may end within names that run together; the next begins with a place or a ministry's first word.
# What ends a name.
_END = re.compile(rf"(?:{_KIND})(?=.)")
# What the name after it begins with: a place, or the first words of a ministry.
_NEXT = re.compile(
    r"(?:中共|中央|国家|全国|国务院|中国|最高|自治区|[\u4e00-\u9fff]{1,8}?[省市州县区旗盟])|(?:[\u4e00-\u9fff]{2,12}部)(?:$|[^门])"
)


def split_bodies(passage: Passage) -> tuple[str, ...]:
    """The names that the passage consists of; empty where it is anything else."""
    if not passage:
        return ()
    raw = passage.source.text[passage.offsets[0] : passage.offsets[-1] + 1]
    parts = [part for part in _APART.split(raw) if part]
    if not all(BODY.match(part) for part in parts):
        parts = [passage.text]
    names = [name for part in parts for name in _apart(part)]
    return tuple(names) if all(BODY.match(name) for name in names) else ()


def _apart(text: str) -> list[str]:
    """The names that run together in `text`."""
    names: list[str] = []
    start = 0
    for end in _END.finditer(text):
        if end.end() - start >= 3 and BODY.match(text[start : end.end()]) and _begins(text, start, end.end()):
            names.append(text[start : end.end()])
            start = end.end()
    return [*names, text[start:]]


def _begins(text: str, start: int, next_start: int) -> bool:
    """Whether another body's name begins at `next_start`: with the same place, or as bodies of the state do."""
    same = text[next_start : next_start + 2] == text[start : start + 2]
    return same or _NEXT.match(text, next_start) is not None
