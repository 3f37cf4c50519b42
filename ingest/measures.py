"""The units plans count in, as two regular expressions.

In: nothing but the lists below.  Out: `UNIT`, which matches a unit after an Arabic numeral, and `SPELLED_UNIT`, the
smaller set that makes a Chinese numeral a number: 三名 is a number, 三社 is a name.
Relied on: a unit stands directly after its numeral, alone (1219个) or with what it is counted by (元/月, 平方米/百户).
Example: "平方米/百户" in "30平方米/百户" is one unit.
"""

from __future__ import annotations

import re


def _any_of(*lists: str) -> str:
    words = sorted({word for words in lists for word in words.split()}, key=len, reverse=True)
    return "|".join(map(re.escape, words))


_SHARE = "% ％ ‰ 个百分点 百分点 倍 成"
_COUNTED = (
    "人次 人天 人 名 位 户次 户 家 个 所 座 处 件次 件 项次 项 台套 台次 台 套 辆次 辆 条 张 间 场次 场 次 例 起 种 只 "
    "头 株 棵 册 部 篇 本 份 期 门 节 班 组 支 队 块 片 栋 幢 层 轮 遍 批次 批 届 款 艘 架 颗 枚 孔 眼 对 盏 根 袋 "
    "具 口 桶 幅 宗 把 尾 羽 泊位 车位 学位 班次 车次 剂次 针次 床位 床 学时 课时 站 镇 乡 村 街道 社区 县 市 级 类 "
    "标箱 列 顶 架次 标台 机架 家次 匹 箱 瓶 盒 杆 点位 单 首 集 卷"
)
_TIME = "个工作日 工作日 个月 周岁 岁 年 周 天 日 小时 分钟 纳秒 微秒 毫秒 秒"
_SIZE = (
    "平方公里 平方千米 平方米 平方厘米 立方米 公里 千米 海里 公顷 公斤 千克 斤 分米 厘米 毫米 微米 纳米 微克 毫克 米 "
    "吨标准煤 吨标煤 蒸吨 吨 克 亩 毫升 升 千瓦时 千瓦 兆瓦 吉瓦 瓦 度 摄氏度 ℃ 分贝 元 美元 欧元 分 ㎡ "
    "km² km2 km m² m2 m³ m3 mg μg ug kg kWh kW MW GW TB GB MB PB Mbps Gbps Tbps EFLOPS dB"
)
# Chinese numerals before these count; before others (三社, 四化, 一门式, 六部门) they are part of a name.
_SPELLED = (
    "人次 人 名 户 家 个 所 座 处 件 项 套 台 辆 张 间 场次 场 支 份 本 小时 分钟 个月 年 天 周岁 岁 公里 米 平方米 亩 "
    "元 倍 遍 轮"
)

# 5.2万路 of video, but 101路段.
_SINGLE = rf"{_any_of(_SHARE, _COUNTED, _TIME, _SIZE)}|路(?![段线口网由径])"
# What it is counted by: "/月", "/百户", "／万人", "/立方米".
_PER = rf"[/／∕]每?(?:[0-9]+|[十百千万亿]+)?(?:{_SINGLE}|月|季度)"

# Of so many people, with nothing before the slash: 6.5/10万.
_OF = r"[/／∕](?:10|[十百千])?万(?:人口?)?"

# What computers reckon in: 15万P, 2000PFLOPS; `ingest.quantity_rules` tells a bare letter from a name (3P).
_COMPUTING = r"(?:[PET](?:FLOPS|[Ff]lops|OPS)|[PE])(?![0-9A-Za-z])"

UNIT = rf"(?:(?:{_SINGLE})(?:{_PER})*|{_COMPUTING}|{_OF})"
# 三位一体 and 一次性 are no counts.
SPELLED_UNIT = rf"(?:{_any_of(_SPELLED)}|位(?!一体)|次(?!性))"
