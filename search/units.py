"""The units of figures: what a word behind a numeral counts, and how many of it one is.

In: a word that stands behind a numeral.  Out: its kind and its size in that kind.  Relied on: a kind is counted by
several words (名 and 人, ㎡ and 平米, 小时 and 刻钟), which a clause and a query choose freely; a word that goes on to
another (人 to 人才, 家 to 家庭) is none.  Example: 刻钟 is 15 of the kind 分钟, so 一刻钟 is 15分钟.
"""

from __future__ import annotations

import re

SHARE = "%"
# The words of each kind, and how many of the kind one of them is.
_KINDS: dict[str, dict[str, float]] = {
    SHARE: {"%": 1, "个百分点": 1, "百分点": 1, "‰": 0.1},
    "分钟": dict.fromkeys(("小时", "个小时", "钟头", "个钟头", "个钟"), 60.0) | {"分钟": 1, "刻钟": 15},
    "月": {"个月": 1, "年": 12},  # 6月 is a date
    "天": {"天": 1, "日": 1, "周": 7, "个星期": 7},
    "岁": {"岁": 1, "周岁": 1},
    "平方米": {"平方米": 1, "平米": 1, "平": 1, "m2": 1, "平方公里": 1e6, "平方千米": 1e6},
    "米": {"米": 1, "m": 1, "公里": 1e3, "千米": 1e3, "km": 1e3, "厘米": 0.01},
    "公斤": {"公斤": 1, "千克": 1, "kg": 1, "斤": 0.5},
    "元": {"元": 1, "块钱": 1, "块": 1},
    "人": {"人": 1, "名": 1, "位": 1, "口人": 1},
    "所": {"所": 1, "家": 1, "间": 1, "处": 1, "座": 1},
}
_ALONE = (
    "人次 人天 户 户次 个 项 次 场 场次 支 台 套 台套 倍 亩 公顷 吨 件 辆 条 张 门 节 班 组 队 块 片 栋 幢 层 轮 批 "
    "批次 份 本 册 部 篇 起 例 种 只 头 株 棵 床 床位 车位 学时 课时 个工作日 工作日 秒 度 千瓦 千瓦时 立方米 m3 mg gb "
    "tb mbps"
)
_SIZES = {word: (kind, size) for kind, words in _KINDS.items() for word, size in words.items()}
_SIZES |= {word: (word, 1.0) for word in _ALONE.split()}
# A unit, and the letters behind it with which it is the beginning of another word.
_OTHER_WORDS = (
    "人民员大口才工均力 家庭长属政园 名单称 位于置一 所有在 间隔 处理置 平台均安等价时 日常益照间前 "
    "周边转 年级度龄底末 天然气 次性数 场所地馆 支部持撑出 项目 台湾 条件例 件事 部门分 组织 队伍 班子 "
    "节点 门户 片区 块链 起草点步 种类子植 只有要能 本地市省区级 度假 批准 层次级面 "
    "mabcdefghijklnopqrstuvwxyz"
)
_GOES_ON = {word[0]: word[1:] for word in _OTHER_WORDS.split()}
# Chinese numerals before these count; before others (三社, 四化, 一门式) they are part of a name.
_SPELLED = (
    "个小时 个钟头 个钟 小时 钟头 刻钟 分钟 个月 年 天 周岁 岁 名 位 个 户 家 所 人次 人 次 处 项 平方米 平米 平 公里 "
    "米 亩 倍 元 块钱 支 场 间 座 台"
)


def _any_of(words: list[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) + (f"(?![{_GOES_ON[word]}])" if word in _GOES_ON else "") for word in ordered)


UNIT = _any_of([*_SIZES])
SPELLED_UNIT = _any_of(_SPELLED.split())


def sized(word: str) -> tuple[str, float]:
    """The kind that a unit counts, and how many of it one is."""
    return _SIZES[word]


def words_of(kind: str) -> dict[str, float]:
    """The words by which a kind is counted, each with its size; those of the kind of an unknown word are none."""
    return _KINDS.get(kind) or ({kind: 1.0} if kind in _SIZES else {})
