"""What a chapter is for, read from its title: what was achieved, what is meant, what will be done, what secures it.

In: a title and the zone of the section around it.  Out: its `Zone`.  Relied on: plans open with background and guiding
ideas, end with safeguards, and commit to work in between; a title that opens with a verb of doing commits to work.
Example: "三、主要任务" is the zone "tasks", "四、组织保障" the zone "safeguards".
"""

from __future__ import annotations

import re

from ingest.rules import Rule
from ingest.structure import Zone

_DOING = (
    "加强|加快|推进|推动|完善|健全|优化|强化|提升|提高|增强|构建|建设|建立|建成|打造|实施|深化|改善|促进|创新|着力|大力|积极|全面|切实|扎实|"
    "持续|不断|拓展|扩大|培育|发展|壮大|充分|有效|有序|统筹|做好|夯实|丰富|激发|引导|支持|落实|严格|保障|维护|防范|开展|形成|实现|坚持|"
    "聚焦|突出|补齐|鼓励|营造|繁荣|巩固|提供|深入|加大|努力|防控|治理|筑牢"
)

BACKGROUND = Rule(
    "zone.background",
    "a chapter of background names achievements, the present state, the situation or the environment",
    re.compile(
        r"背景|基础$|成效|成就|现状|形势|回顾|发展状况|发展情况|主要问题|存在.{0,4}问题|机遇|挑战|(?:发展|面临的?)环境|^序言|^前言|^引言|"
        r"^导言|重大意义|重要意义|^概述|^概况"
    ),
    ("规划背景", "“十三五”时期城乡社区服务体系建设发展状况", "环境形势", "“十三五”主要成效", "机遇和挑战"),
    ("改善水环境质量", "强化环境基础设施建设"),
)
IDEAS = Rule(
    "zone.ideas",
    "a chapter of guiding ideas says so",
    re.compile(
        r"总体要求|指导思想|总体思路|总体考虑|指导方针|发展思路|基本思路|战略导向|战略定位|总则$|编制依据|适用范围|规划依据|规划范围"
    ),
    ("总体要求", "指导思想、基本原则和发展目标", "指导方针"),
    ("主要任务",),
)
PRINCIPLES = Rule(
    "zone.principles",
    "a section of principles says so",
    re.compile(r"原则"),
    ("基本原则", "工作原则", "必须遵循的原则"),
    ("指导思想",),
)
GOALS = Rule(
    "zone.goals",
    "a section of goals says so",
    re.compile(r"目标(?!任务分解|责任)"),
    ("发展目标", "主要目标", "“十四五”时期经济社会发展主要目标", "目标任务"),
    ("落实环境目标责任制",),
)
TASKS = Rule(
    "zone.tasks",
    "the chapter that commits to work names its tasks",
    re.compile(
        r"(?:主要|重点|工作|建设|发展|具体)任务(?!分工)|^任务|重点工程|重大工程|主要措施|主要举措|重点举措|工作重点|重点工作"
    ),
    ("主要任务", "重点任务", "人才队伍建设主要任务", "重点工程"),
    ("组织保障",),
)
SAFEGUARDS = Rule(
    "zone.safeguards",
    "the chapter that secures the work speaks of safeguards, organisation or how the plan is carried out",
    re.compile(
        r"(?:保障|支撑|政策|配套)措施|(?:组织|实施|政策|规划|条件|综合|支撑)保障|保障(?:机制)?(?:规划)?实施|^(?:强化|完善)?保障(?:机制|条件)?$|"
        r"组织(?:实施|领导|推动)|规划(?:的)?(?:组织)?实施|实施(?:机制|管理)$|(?:监督|评估)考核|考核评估|"
        r"^(?:工作|有关|相关|具体|实施)要求$"
    ),
    (
        "保障措施",
        "组织保障",
        "实施保障",
        "强化组织保障",
        "加强组织领导和评估考核",
        "加强规划实施保障",
        "组织实施",
        "完善政策措施",
        "工作要求",
    ),
    ("主要任务", "完善城乡社区服务设施", "健全社会保障体系", "提高农村民生保障水平", "总体要求"),
)
DOING = Rule(
    "zone.doing",
    "a title that opens with a verb of doing commits to work",
    re.compile(
        r"^(?!发展(?:环境|基础|形势|现状|状况|情况|背景|目标|思路|方向)|建设(?:成效|基础|目标|背景)|保障措施|实施保障|坚持原则)"
        rf"(?:{_DOING})"
    ),
    ("优化发展环境", "切实解决突出环境问题"),
    ("发展环境", "发展基础", "发展形势"),
)
APPENDIX = Rule(
    "zone.appendix",
    "what is appended stands under 附件, 附表 or 附录, or is a list of terms",
    re.compile(
        r"^(?:附件|附表|附录|附图|附则)\s*[\d一二三四五六七八九十]*(?:[：:].{0,40}|[^，。；]{0,40})$"
        r"|^(?:(?:主要|专业|专有)?(?:名词|术语)(?:和术语|术语)?(?:解释|注释|说明|表)?|缩略语(?:表|对照)?)[：:]?$"
    ),
    ("附件1", "附件：重点任务分工表", "附表", "名词解释", "主要名词解释"),
    ("附近社区", "名词审定工作"),
)
OTHER = Rule(
    "zone.other",
    "some plans close with chapters that neither commit nor secure",
    re.compile(r"^(?:名词解释|术语|环境影响|投资估算|投资匡算|效益分析|附则|说明$)"),
    ("环境影响评价", "名词解释"),
    ("环境形势", "投资结构优化"),
)
RULES = (BACKGROUND, IDEAS, PRINCIPLES, GOALS, TASKS, SAFEGUARDS, DOING, APPENDIX, OTHER)

_BEFORE_WORK: tuple[tuple[Rule, Zone], ...] = (
    (IDEAS, "ideas"),
    (PRINCIPLES, "principles"),
    (BACKGROUND, "background"),
    (GOALS, "goals"),
)


def chapter_zone(title: str, *, last: bool, worked: bool) -> Zone:
    """The zone of a chapter; `last`: no chapter follows; `worked`: a chapter that commits to work stands before it."""
    if APPENDIX.match(title) or (worked and OTHER.match(title)):
        return "appendix"
    if SAFEGUARDS.match(title) and (worked or not DOING.match(title)):
        return "safeguards"
    if last and worked and "领导" in title:
        return "safeguards"
    if TASKS.match(title) or DOING.match(title):
        return "tasks"
    if not worked:
        for rule, zone in _BEFORE_WORK:
            if rule.match(title):
                return zone
    return "tasks"


def section_zone(title: str, parent: Zone) -> Zone:
    """The zone of a section within a chapter: its own where the chapter leaves it open, else the chapter's."""
    if parent in {"background", "ideas", "principles", "goals"}:
        if TASKS.match(title) and parent == "ideas" and not GOALS.match(title):
            return "tasks"
        for rule, zone in (_BEFORE_WORK[1], _BEFORE_WORK[3], _BEFORE_WORK[0], _BEFORE_WORK[2]):
            if rule.match(title):
                return zone
        return parent
    return parent
