"""What stands around a plan, and how its own title looks: the rules that the front of a document is read by.

In: nothing.  Out: the `Rule`s.  Relied on: page numbers, menus and picture links are lines of their own; a plan calls
itself 规划, 纲要, 方案 and the like at the end of its title.
Example: "深圳市城乡社区服务体系建设“十四五”规划" is a title, "第二节 “十四五”发展形势 3" a line of a table of contents.
"""

from __future__ import annotations

import re

from ingest.rules import Rule

FURNITURE = Rule(
    "front.furniture",
    "page numbers, rules, picture links and the buttons of a web page are lines of their own",
    re.compile(
        r"^(?:[-—–·]\s*\d{1,3}\s*[-—–·]|第\d+页(?:共\d+页)?|[-—_=*#]{3,}|!\[[^\]]*\]\(.*|<[^>]{1,80}>|\[[^\]]*\]\(.*\)|"
        r"(?:滚动至|回到|返回)?(?:页?顶部|首页)|打印(?:本页)?|关闭(?:窗口)?|分享(?:到.*)?|字号.*|扫一扫.*|政策全文|"
        r"(?:更新时间|(?:来源|分类|发布机构|索引号|浏览次数|责任编辑)(?!.*(?:发布|成文|生成)(?:时间|日期)))[:：].*)$"
    ),
    ("-12-", "滚动至顶部", "---", "![img](https://www.gov.cn/a.jpg", "更新时间:2026-01-2611:25:36"),
    ("1.加强党的全面领导", "——坚持党的全面领导。", "12", "来源：市应急管理局发布时间：2021-12-01"),
)
PAGE = Rule(
    "front.page",
    "a bare page number stands after a line of text, never after the cell of a table",
    re.compile(r"^\d{1,3}$"),
    ("12",),
    ("2022", "12人"),
)
CONTENTS_HEAD = Rule(
    "front.contents",
    "a table of contents is headed 目录",
    re.compile(r"^目录$|^目次$"),
    ("目录",),
    ("建立城乡社区公共服务目录",),
)
CONTENTS_LINE = Rule(
    "front.contents_line",
    "a line of the table of contents ends in a page number or in leaders",
    re.compile(r"^[^。；]{1,70}?(?:[.…·．]{2,}\s*[-—]?\d{0,3}[-—]?|[^\d.年月:：%第—\-]\d{1,3})$"),
    ("第一章发展环境1", "一、规划背景……………1"),
    ("到2025年，覆盖率达到80%。", "2022年12月"),
)
PLAN_TITLE = Rule(
    "front.plan_title",
    "a plan calls itself 规划, 纲要, 方案, 计划, 意见 or a list of what is done (清单, 分解) at the end of its title",
    re.compile(
        r"^(?P<title>[^。；，,]{4,70}?(?:规划|纲要|方案|计划|意见|行动|措施|办法|决定|要点|细则|通知书?|规.纲要|清单|"
        r"(?:任务|责任|分工)分解|(?:民生|民|办)实事(?:项目)?)"
        r"(?:[（(][^（）()]{2,16}[)）])?)$"
    ),
    (
        "通辽市“十三五”时期城乡社区建设发展规划",
        "社会工作人才队伍建设中长期规划（2011-2020）",
        "深圳市城乡社区服务体系建设“十四五”规划",
        "2023年云海市民生实事项目清单",
    ),
    ("一、总体要求",),
)
NOTICE_TITLE = Rule(
    "front.notice_title",
    "a notice is titled 关于印发…的通知",
    re.compile(r"关于(?:印发|转发|公布|发布|批准|同意).*|的?通知$|^.{2,30}关于印发"),
    ("关于印发“十四五”数字经济发展规划的通知", "天津市人民政府办公厅关于印发天津市"),
    ("楚雄州“十四五”城乡社区服务体系建设规划",),
)
MATTER = Rule(
    "front.matter",
    "before the preamble stand short lines without a full stop, salutations, and the sentence that issues the plan",
    re.compile(
        r"^[^。；]{0,60}$|[:：]$|^[（(].*[)）]$|印发给你们|(?:遵照|贯彻|抓好|组织)(?:执行|落实|实施)。$|现(?:予以?)?(?:印发|公布|发布|转发)|主要内容如下[:：。]?$|"
        r"^新华社.{2,12}电|^[^。]{0,60}(?:审议通过|同意|批准),?，?.{0,12}现印发|^\S{2,8}[*]{0,2}[:：]"
    ),
    (
        "2022年12月",
        "各区人民政府,新区、特别合作区管委会,市有关单位:",
        "经市人民政府同意,现将《天津市十四五城乡社区服务体系建设规划》印发给你们,请照此执行。",
        "新华社北京12月14日电近日，中共中央、国务院印发了《扩大内需战略规划纲要（2022－2035年）》，并发出通知。",
    ),
    ("为推进社区治理,构建与完善现代化的社区服务体系,制定本规划。",),
)
YEARS_LINE = Rule(
    "front.years",
    "the years of a plan may stand under its title in brackets",
    re.compile(r"^[（(](?:19|20)\d{2}年?\s*[-—–－~～至]+\s*(?:19|20)\d{2}年?[)）]$"),
    ("（2021—2025年）", "(2016-2020)"),
    ("（2021年1月4日）",),
)
ISSUES = Rule(
    "front.issues",
    "a notice says that it issues the plan; the points that it may have of its own are none of the plan's chapters",
    re.compile(r"现(?:予以?)?(?:印发|转发)|印发给你们"),
    ("《2022年度为民办实事实施方案》已经市政府同意，现印发给你们，并就有关事项通知如下",),
    ("为推进社区治理，制定本规划。",),
)
RULES = (ISSUES, FURNITURE, PAGE, CONTENTS_HEAD, CONTENTS_LINE, PLAN_TITLE, NOTICE_TITLE, MATTER, YEARS_LINE)
