"""The rules that find who is made responsible: the words beside which a body's name stands.

In: nothing.  Out: one `Rule` a way of giving a duty; `ingest.duties` reads the names beside the place each finds.
Relied on: duties are given with a small set of words (牵头, 按职责分工负责, 由…负责, 要, 责任单位：); words that only
encourage (鼓励, 支持, 引导, 发挥…作用, 在…领导下, 以…为单位) give none, and no rule holds them.
Example: "市民政局、各区人民政府等按职责分工负责".
"""

from __future__ import annotations

import re

from ingest.rules import Rule

# Where a body's name may end: 部门, 政府, 乡镇（街道）, “两委”, 各地, 等.
_AFTER_BODY = r"(?<=[门府委局厅部办署院团联会协位关组织队心地区县市旗乡镇道村盟州省业司室处行方面社木站所等）)”\"])"

DIVISION = Rule(
    "responsibility.division",
    "a list of bodies that ends in 按职责分工负责 shares the duty of the unit that it closes",
    re.compile(
        rf"{_AFTER_BODY}(?:按照?(?:各自)?的?(?:职[责能]|任务|责任)(?:任务)?分工(?:负责|落实|推进|组织实施)?|按照?(?:各自)?职[责能](?:分别)?负责"
        r"|(?:分工|分别|共同)负责|(?:[均都](?:需要?|要|应)?)?(?:负责|落实|实施)(?=[）)】\]〕]|[，,；;][^（）()。]{1,60}[）)]))"
    ),
    examples=(
        "市委组织部、市民政局、市住房城乡建设委、各区人民政府等按职责分工负责",
        "民政部社会组织管理局、基层政权建设和社区治理司、慈善事业促进和社会工作司按照各自职责分工,分别抓好相关指导工作。",
        "（市民政局、市财政局负责）",
        "（省应急厅等负责，各市政府均需落实，不再列出）",
    ),
    counter_examples=("各级财政、金融、税务、市场监管等部门要按照各自职能,认真落实", "各部门要加强协调，负责到底"),
)
LABEL = Rule(
    "responsibility.label",
    "a label (责任单位：) is followed by the list of bodies",
    re.compile(
        r"(?P<label>(?:牵头|主责|主办|承办|责任|负责|配合|协办|参与|参加|协同|支持|落实|实施|完成)(?:单位|部门|处室|主体)"
        r"|(?:牵头|主办|承办|协办|配合|(?:责任|职责|任务)分工)(?=[：:]))(?:[及和与][^：:，。；]{1,6})?"
        r"(?:[：:]|[】\]〕][：:]?(?=[\u4e00-\u9fff]))"
    ),
    examples=(
        "（责任单位：市民政局、市财政局，各区人民政府）",
        "牵头单位:市发展改革委;配合单位:市民政局",
        "【牵头单位】市教育局",
        "主办：市应急局；协办：市大数据局",
        "责任分工：市住房城乡建设局、市城市管理局。",
    ),
    counter_examples=("各相关单位要明确1名负责同志作为联系人,负责具体工作的联系和协调。",),
)
CLOSING = Rule(
    "responsibility.closing",
    "a bracket after the last sentence of a unit that holds nothing but bodies says whose it is",
    re.compile(
        r"(?:\A|[^，、：:])[（(【\[](?P<names>(?:[^（）()【】\[\]。：:]|[（(][^（）()]{1,20}[）)]){3,300})[）)】\]][。；;]?\Z"
    ),
    examples=("（市卫生健康委、市委编办、各县（市、区）政府）", "培育一批龙头企业（省科技厅）。"),
    counter_examples=("（市卫生健康委、市委编办）要抓好落实",),
)
LEAD = Rule(
    "responsibility.lead",
    "the body before 牵头 leads",
    re.compile(rf"{_AFTER_BODY}(?:共同|联合)?牵头(?!部门|单位|人(?!员)|作用|责任|企业)"),
    examples=(
        "建立健全民政、发展改革部门牵头的规划实施推进机制",
        "自治区民政厅、发展改革委牵头,会同有关部门建立健全规划实施监测机制",
    ),
    counter_examples=("按照任务分工向牵头部门报送相关工作进展情况。",),
)
JOIN = Rule(
    "responsibility.join",
    "the bodies before 配合, 参加 or 参与 take part",
    re.compile(
        rf"{_AFTER_BODY}(?:(?:共同|积极|密切|协同|协作|按职责|分工|协调|各司其职|支持)[、和]?){{0,4}}(?:配合|参加|参与|协助|协同)"
    ),
    examples=(
        "市委组织部、市财政局、市农业农村委等部门参加的规划实施推进机制",
        "工会、共青团、妇联和残联、红十字会等组织密切配合",
    ),
)
TOGETHER = Rule(
    "responsibility.together",
    "the bodies after 会同 take part in what the subject does",
    re.compile(
        r"会同(?P<names>[^，。；：]{2,80}?)(?=建立|制定|制订|研究|加强|强化|开展|组织|推进|推动|做好|抓好|编制|负责|定期|适时|共同|进行|落实|完善|健全|出台|指导|督促|实施|统筹|[对就](?=规划|本|各|全|其|实施)"
        r"|按照?|依法|提出|拟[订定]|起草|加快|加大|[，。；：]|\Z)"
    ),
    examples=("市民政局会同市财政局、市人社局等部门制定", "由市教育局会同市人力资源社会保障局统筹职业院校布局"),
)
BY = Rule(
    "responsibility.by",
    "由 hands what follows to the body after it",
    re.compile(r"由(?P<handed>[^，。；：由]{2,60})"),
    examples=(
        "由旗县市区人民政府负责建设",
        "由基层党组织主导整合资源为群众服务",
        "惠民政策由基层党组织落实",
        "由村社区两委统筹调配本区域各类资源和力量",
    ),
    counter_examples=("为重度残疾人提供日间照料",),
)
CHARGE = Rule(
    "responsibility.charge",
    "压实, 强化, 明确 somebody's 责任 makes it theirs",
    re.compile(
        r"\A(?:[要并]|进一步|严格|切实|层层|全面)*(?:压紧压实|压实|夯实|强化|落实|明确|扛起|健全)(?P<held>[^。；]{2,100}?责任)"
    ),
    examples=(
        "压实乡镇(街道)党(工)委责任",
        "强化市相关职能部门指导和监管责任、各区主体责任、街道直接责任",
        "压实街道党工委(镇党委)、社区(村)党组织责任",
    ),
    counter_examples=("将村（社区）消防管理纳入村级组织职责内容", "本规划实施情况纳入各区目标责任考核内容"),
)
MADE_TO = Rule(
    "responsibility.made_to",
    "who is guided or urged to carry out a responsibility is given it",
    re.compile(
        r"\A(?:[要并]|进一步|切实|加强|层层)*(?:(?:指导|督促|监督)[、和]?){1,2}(?P<held>[^。；]{2,80}?)(?:严格|切实|全面|认真|依法)*"
        r"(?:落实|履行|扛起|承担)[^，。；]{0,10}(?:责任|职责)"
    ),
    examples=(
        "指导街道（乡镇）党（工）委和城乡社区党组织落实党建责任",
        "督促各县（市、区）落实属地责任",
    ),
    counter_examples=("指导社区社会组织广泛开展活动", "推动企业落实安全生产主体责任"),
)
SUBJECT = Rule(
    "responsibility.subject",
    "a body at the beginning of a statement, followed by what it is to do",
    re.compile(
        rf"{_AFTER_BODY}(?:要|应(?!急|用|届)当?|必须|须|需要?|(?:具体)?负责(?!人|同志)|各负其责|各司其[责职]|承担|按照|根据|结合|加强|建立|制定|组织|做好|抓好|落实|统筹|分别|会同|研究|定期"
        r"|切实|认真|统一(?!战线)|每(?:年|半年|两年|季度|月|周)|依法|依据|把|将|成立|加大|及时|指导|督促|明确|完善|健全|积极|主动|优先|全力|对[^，。；]{1,30}(?:负总?责|开展|进行)|是[^，。；]{0,12}责任(?:主体|单位)|为[^，。；]{0,10}(?:责任|牵头|配合|主管|实施)(?:主体|单位|部门))"
    ),
    examples=(
        "各级政府要强化主体责任",
        "街道建立健全政策、资金、技术保障机制",
        "市级相关部门和各区结合自身实际,细化目标任务",
        "地方人民政府是规划实施的责任主体",
        "街道办事处（乡镇政府）统一管理,社区组织统筹使用",
        "市安委会、减灾委每季度至少召开1次全体会议",
        "市自然资源局优先保障用地指标",
    ),
    counter_examples=("村（社区）应急救援小队覆盖率达到100%",),
)
DUE = Rule(
    "responsibility.due",
    "what says by when, and who stands behind it, at the end of a list of bodies is none of them",
    re.compile(
        r"[；;，,、。](?:(?:拟?完成|办结|办理|实施|落实|推进|整改|启动|起止|责任)?(?:时限|时间|期限|节点|日期)[：:为][^：:]*"
        r"|(?=[^、，,；;]*(?:\d|年底|年末))(?:拟?[于到至])?(?:20\d\d年)?(?:\d{1,2}月|[一二三四]季度|[上下]半年|年)?"
        r"(?:[上中下]旬|\d{1,2}日)?(?:年?[底末])?(?:之?前|以前)?(?:全部|基本)?(?:完成|实现|建成|落实|到位|启动)?"
        r"|(?:长期|持续|常年|每年|全年|定期)(?:坚持|推进|实施|开展|完成)?"
        r"|(?:牵头|分管|责任|联系|包保|包联)?(?:[省市县区州]?级?领导|负责人|责任人|联系人)[：:][^：:；;]*|不再列出|下同)\Z"
    ),
    examples=(
        "市民政局、市财政局；完成时限：2023年11月底",
        "市商务局、市投资促进局，2024年12月底前完成",
        "市住房城乡建设局，持续推进",
        "市民政局；分管领导：副市长张某",
    ),
    counter_examples=("市民政局、市财政局", "市教育局，12所高校"),
)
TOLD_IN_BRACKET = Rule(
    "responsibility.told_in_bracket",
    "a bracket behind a body of a list says what it does",
    re.compile(
        r"[（(](?:(?P<lead>(?:总?牵头|主办|主责)|[列排](?:在|于)?(?:第一|首|前)[^（）()]{0,8}牵头[^（）()]{0,12})|配合|协助|协办|参与)"
        r"(?:单位|部门)?[）)]\Z"
    ),
    examples=("市住房城乡建设局（牵头）", "市财政局（配合单位）", "市教育局（列第一位者为牵头单位，下同）"),
    counter_examples=("乡镇（街道）",),
)
# What the body after 由 is to do.
HANDED_DUTY = re.compile(
    r"(?:具体|统一|主要|共同|分别)*(?:负责(?!人|同志)|牵头|统筹|主导|领导|落实|组织(?![及、和参部])|承担|实施|研究|会同|管理|指导|制定|审批|审核|监督|协调"
    r"|统一|根据|按照|进行|安排|确定|提供|建设|出台)"
)
# A statement may open with when or how before the body that it is about.
BEFORE_SUBJECT = re.compile(r"(?:同时|此外|其中|原则上|到\d{4}年|\d{4}年|“?十[二三四五六]五”?(?:时期|期间)|由)?")
# The words between a body and 责任: what kind of responsibility it is.
CHARGE_KIND = re.compile(
    r"(?:主体|直接|属地|领导|监管|管理|指导|监督|政治|工作|主要|第一|首要|牵头|推进|落实|保障|风险处置|处置|兜底|防控|治理|全面|保护|安全|[和与及、的]){0,8}责任"
)
RULES = (DIVISION, LABEL, CLOSING, LEAD, JOIN, TOGETHER, BY, CHARGE, MADE_TO, SUBJECT, DUE, TOLD_IN_BRACKET)
