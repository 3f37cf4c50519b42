"""What tells a title from text: the rules that headings are read by.

In: nothing.  Out: the `Rule`s.  Relied on: a title is one short phrase; a sentence of the text has commas, or opens
with a time, a body, or a word for doing something to something.
Example: "强化基本民生兜底保障。落实…" opens with a title, "将社区服务体系建设纳入…规划。完善…" does not.
"""

from __future__ import annotations

import re

from ingest.rules import Rule

_HAN = "\u4e00-\u9fff"

# Titles so fixed that they are known even where the extractor joined them to the text without a full stop.
FIXED = (
    r"指导思想|基本原则|工作原则|总体思路|总体要求|总体目标|发展目标|主要目标|工作目标|具体目标|战略目标|发展基础|发展现状|"
    r"面临形势|发展形势|发展环境|规划背景|编制依据|主要任务|重点任务|保障措施|组织保障|实施保障|组织实施"
)

LEAD = Rule(
    "heading.lead",
    "a paragraph opens with its title: one short phrase without a comma, closed by a full stop, and text after it",
    re.compile(rf"^(?P<title>[“《（(]?[{_HAN}][^。！？；，,;：:!?]{{2,44}})[。！](?=.)", re.DOTALL),
    (
        "强化基本民生兜底保障。落实兜底民生服务社会工作“双百工程”,发挥社会工作专业优势",
        "完善城乡社区综合服务设施功能。加强社区养老、托育、助残和公共卫生等专项服务设施建设。",
        "社区文化、体育、卫生、教育、科普服务行动。推进医疗卫生优质服务基层行,做好传染病、慢性病防控",
    ),
    (
        "提升社区(村)法律顾问履职能力,提升法律服务质量。深化社区公共法律服务工作室标准化建设",
        "到2025年末，党建引领城乡社区服务机制更加健全。",
        "推动多方参与。",
    ),
)
LEAD_LINE = Rule(
    "heading.lead_line",
    "the same title stands on a line of its own and keeps its full stop",
    re.compile(rf"^(?P<title>[“《（(]?[{_HAN}][^。！？；，,;：:!?]{{2,38}})。$"),
    ("推动多方参与。", "增强惠民公共服务供给。"),
    ("推动形成人人有责、人人尽责,人人享有的城乡社区服务格局。", "推动多方参与"),
)
LINE = Rule(
    "heading.line",
    "a title without a number stands on a line of its own and has no full stop and no comma",
    re.compile(rf"^(?P<title>[“《（(]?[{_HAN}][^。！？；，,;：:!?|]{{1,44}})$"),
    ("规划背景", "健全完善党建引领多方参与的城乡社区服务新格局", "“十四五”发展形势"),
    ("市民政局、各区人民政府等按职责分工负责。", "优化营商环境，激发市场活力。"),
)
COLON_LEAD = Rule(
    "heading.colon_lead",
    "in a box an action may be named before a colon",
    re.compile(
        rf"^(?P<title>[“{_HAN}][^。！？；，,;：:!?]{{2,28}}(?:行动|工程|计划|试点|项目|建设|改造)[”’]?)[：:](?=.)"
    ),
    ("就业服务提升工程：建设市级公共实训基地，完善服务平台。",),
    ("行动内容：实施家庭适老化改造1万户", "到2025年，实施以下工程：就业工程"),
)
NO_LEAD = Rule(
    "heading.no_lead",
    "a sentence that opens with a time, a pointer, a body or a word for doing something to something is text",
    re.compile(
        r"^(?:将|把|到|由|力争|具体|其中|同时|此外|目前|当前|近年来|截至|截止|近期|要(?!素)|应(?![急用对届])|可(?![再持视靠信])|"
        r"本(?!土|地)|我[国省市州县区](?!的)|各(?:级|地|区|县|市|州|省|旗|乡|镇|街道|有关|相关|部门|单位|成员)|"
        r"“?十[一二三四五六]五”?(?:时期|期间|以来)|一方面|另一方面|注[：:]|新华社|现将)"
    ),
    ("将社区服务体系建设纳入地方经济和社会发展相关规划。", "各区要将社区服务体系建设经费纳入地方财政预算"),
    ("对外开放持续扩大", "以人民至上理念引领", "应急能力不断提升", "各项工作稳步推进", "“十四五”发展形势"),
)
NO_LINE = Rule(
    "heading.no_line",
    "a line that names responsible bodies, or opens with a word for doing something to something, is no title",
    re.compile(
        r"(?:负责|配合|落实)[）)]?$|^(?:将|把|到|由|注[：:]|新华社|现将|各(?:级|地|有关)|“?(?:此件|本件))|[\d％%]$"
    ),
    ("市民政局、各区人民政府等按职责分工负责",),
    ("“十三五”时期城乡社区服务体系建设发展状况", "规划背景"),
)
PAIR = Rule(
    "heading.pair",
    "a principle or a goal may be two short phrases of like length before its text",
    re.compile(
        rf"^(?P<title>[“{_HAN}][^。！？；，,;：:!?]{{2,11}}[，,][^。！？；，,;：:!?]{{3,14}})。(?=.)", re.DOTALL
    ),
    ("需求导向,服务居民。始终把实现好、维护好", "完善分配格局，内需潜能不断释放。分配结构明显改善"),
    (
        "坚持党建引领。全面加强党建引领社区服务的制度体系建设,建立健全",
        "到2025年，全市覆盖率达到80%以上的目标全面实现。",
    ),
)
WEAK_LEAD = Rule(
    "heading.weak_lead",
    "a sentence that opens with a preposition is a title only among titles",
    re.compile(r"^(?:按|通过|依托|根据|结合|围绕|针对|以(?=.*为)|对(?![外口接标])|从(?![严紧])|为(?![民老农])|在)"),
    ("依托区域重大战略打造内需新增长极。", "围绕推动制造业高质量发展引导资源集聚。"),
    ("对外开放持续扩大", "为民服务功能更强"),
)
JOINED = Rule(
    "heading.joined",
    "a fixed title is known where the extractor joined it to its text",
    re.compile(rf"^(?P<title>(?:{FIXED})(?:(?:、|和|与)(?:{FIXED}))*)(?![和与及、。：:])(?=.{{12}})"),
    ("指导思想坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻", "发展基础“十三五”时期，全市民生投入累计超过"),
    ("指导思想", "主要任务", "指导思想。坚持以习近平新时代中国特色社会主义思想为指导"),
)
BODIES = Rule(
    "heading.bodies",
    "a title may be followed by the bodies responsible, in brackets",
    re.compile(
        r"[（(](?:责任|牵头|配合|参与|主办|实施|承办)(?:单位|部门)?[:：]"
        r"|[（(](?=[省市县区州盟旗国各团])(?:[^（）()。；;：:]|[（(][^（）()]{1,12}[）)]){2,160}?"
        r"(?:[局委厅部办署]|政府|街道|委员会|中心|公司|集团)(?:等|按职责分工)?(?:牵头|负责|配合|参与|落实)?(?:[；;，,][^（）()。；;]{2,12})?[）)]$"
    ),
    (
        "健全指挥机构（责任单位：省应急厅、省消防救援总队）",
        "建立清单制度（牵头单位：市民政局）。制定基本养老服务清单",
        "推进居家养老服务（市民政局、市卫健委）",
        "发展机构养老（市民政局牵头，市住建局、各区县人民政府配合）",
    ),
    ("完善村（社区）服务设施", "健全市（县）联动机制"),
)
NOTE = Rule(
    "heading.note",
    "notes below a table are counted like items, and are no items",
    re.compile(r"^(?:备?注|说明)(?:[：:]?(?P<value>1)[.．、]|[：:]$)"),
    ("注：1.〔〕内为五年累计数。", "注："),
    ("注重实效", "注：〔〕内为五年累计数。"),
)
RULES = (LEAD, LEAD_LINE, LINE, PAIR, COLON_LEAD, NO_LEAD, WEAK_LEAD, NO_LINE, JOINED, BODIES, NOTE)
