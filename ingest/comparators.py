"""The words and signs that make a number a floor, a ceiling or an estimate.

In: a text and the place of a number with its unit in it.  Out: the comparator, and the place widened by the words that
touch the number.  Relied on: signs and 不低于 stand before the number, 以上 and 左右 after its unit; between the words
and the number there may stand what it is counted by (不少于每天8小时) or a short verb (至少配备1名).
Example: "不得超出总面积的30%" is a ceiling.
"""

from __future__ import annotations

import re

from ontology.records import Comparator

_GAP = r"[^，。；、,;:：（）()0-9]"
# Each of these is held against the last characters before the number.
_BEFORE = re.compile(
    rf"""(?:
      (?P<floor>[≥≧⩾]|[>＞][=＝]|大于等于|不(?:得|应|能)?(?:低于|少于|小于)(?:平均)?(?:每{_GAP}{{1,4}}|{_GAP}{{1,14}}的)?
        |(?:至少|最少|最低){_GAP}{{0,6}})
    | (?P<ceiling>[≤≦⩽]|[<＜][=＝]|小于等于
        |不(?:得|应|能)?(?:超过|高于|大于|多于|超出)(?:{_GAP}{{0,6}}|{_GAP}{{7,14}}的)|(?:至多|最多|最高))
    | (?P<above>[>＞]|超过|高于|大于|多于|突破|超)
    | (?P<below>[<＜]|低于|小于|少于|不足|不到)
    | (?P<about>(?<![节签预条契制公])约|大约|大概|将近|接近|(?<![最附临邻新])近|[≈～~])
    )\Z""",
    re.VERBOSE,
)
_AFTER = re.compile(
    r"(?:[（(]含(?:本数)?[）)]|及)?(?:(?P<floor>以上)|(?P<ceiling>以内|之内|以下|(?:(?<=小时)|(?<=分钟)|(?<=作日))内)|(?P<about>左右|上下))"
)
_LOOK_BACK = 22
_COMPARATORS: dict[str, Comparator] = {"floor": ">=", "ceiling": "<=", "above": ">", "below": "<", "about": "~"}


def comparator_at(text: str, start: int, end: int, since: int = 0) -> tuple[Comparator | None, int, int]:
    """The comparator of the number at `text[start:end]`, None where nothing is printed, and the place with its words.

    Words before `since` belong to an earlier number.  Words after the number are heard before words in front of it:
    约80%以上 is a floor.
    """
    window = max(since, start - _LOOK_BACK)
    before = _BEFORE.search(text[window:start])
    after = _AFTER.match(text, end)
    said = after or before
    if said is None:
        return None, start, end
    return (
        _COMPARATORS[said.lastgroup or ""],
        window + before.start() if before else start,
        after.end() if after else end,
    )
