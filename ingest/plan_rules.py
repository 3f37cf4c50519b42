"""What a document says of itself, and in which words: the rules that a plan's own data are read by.

In: nothing.  Out: the `Rule`s.  Relied on: a notice names its issuer in its title and in its signature, stands alone on
its line with the date, and names the plan in 《》.  Example: "宁政办发〔2022〕61号" is a document number.
"""

from __future__ import annotations

import re

from ingest.dates import DATE
from ingest.rules import Rule

FIVE_YEARS = Rule(
    "plan.five_years",
    "a five-year plan says the how manieth it is",
    re.compile(
        r"“?(?P<short>十[一二三四五六七八九]?)五”?(?!年|[、万千百个])|第(?P<long>十[一二三四五六七八九]?)个五年"
    ),
    (
        "楚雄州“十四五”城乡社区服务体系建设规划",
        "天津市十四五城乡社区服务体系建设规划",
        "国民经济和社会发展第十三个五年规划纲要",
    ),
    ("十五年规划", "三十五个"),
)
YEARS = Rule(
    "plan.years",
    "a plan that is no five-year plan prints its years in its title",
    re.compile(r"(?P<start>20\d{2})年?\s*[-—–－~～至到]+\s*(?P<end>20\d{2})年?"),
    ("社会工作人才队伍建设中长期规划（2011-2020）", "扩大内需战略规划纲要（2022－2035年）"),
    ("2035年远景目标纲要",),
)
SPAN = Rule(
    "plan.span",
    "a plan without years in its title says how long it runs",
    re.compile(
        r"(?:规划|实施|计划|行动|方案)(?:期限?|时限|年限)(?:为|是|自|从)?[：:]?(?P<start>20\d{2})年?\s*[-—–－~～至到]+\s*(?P<end>20\d{2})年?"
    ),
    ("规划期为2013年至2020年", "本规划期限为2021—2025年，展望到2035年"),
    ("规划期内建成500个",),
)
NUMBER = Rule(
    "plan.document_number",
    "a document number is the issuer's word, the year in brackets and a count",
    re.compile(
        r"(?:^|通知|意见|[:：|])(?P<number>[\u4e00-\u9fff]{2,10}[〔\[［【（(〈]\s*20\d{2}\s*[〕\]］】）)〉]\s*第?\d{1,4}号)(?=[）)]?(?:$|\|)|各)"
    ),
    (
        "文号:|乌府办发〔2022〕12号|是否有效:|是|",
        "宁政办发〔2022〕61号",
        "国务院关于印发国家环境保护“十二五”规划的通知国发〔2011〕42号",
    ),
    ("国办发〔2021〕56号文件对新时代城乡社区服务体系建设作出全面部署",),
)
ISSUED = Rule(
    "plan.issued",
    "the date of issue stands alone on its line, or after the signature",
    re.compile(rf"^(?P<before>[^\d：:]{{0,80}}?)[（(]?(?P<date>{DATE.pattern.pattern})[）)]?$"),
    ("2022年8月29日", "????2022年6月6日", "（2021年1月4日）", "深圳市民政局2022年12月30日"),
    ("发布时间:2023.3.30", "2022年8月29日起施行。"),
)
PUBLISHED = Rule(
    "plan.published",
    "a page says when it was published",
    re.compile(rf"(?:发布|公开|公布|刊发|上网)(?:时间|日期)[*]*[:：|\s]*(?P<date>{DATE.pattern.pattern})"),
    ("(文章来源:深圳市民政局发布时间:2023.3.30)", "发布日期**:2022年1月"),
    ("公示日期内反馈意见",),
)
NOTICE = Rule(
    "plan.notice",
    "the title of a notice names who issues the plan, and the plan",
    re.compile(r"^(?P<issuers>[^。《》]{2,80}?)关于(?:联合)?(?:印发|发布|公布|转发)(?P<title>.*)$"),
    ("深圳市民政局深圳市发展和改革委员会关于印发《深圳市城乡社区服务体系建设“十四五”规划》的通知",),
    ("现将《天津市十四五城乡社区服务体系建设规划》印发给你们",),
)
PUBLISHER = Rule(
    "plan.publisher",
    "a page says which body published it",
    re.compile(
        r"(?:发布|发文|制发)(?:机构|机关|单位)\**[:：|]+\**(?P<issuers>(?!发布|发文)[\u4e00-\u9fff、]{3,40}?)"
        r"(?=(?:发布|发文|成文|生成|公开|主题|文号|名称|索引)|[^\u4e00-\u9fff、]|$)"
    ),
    (
        "索引号：11370500MB/2022-00031发布机构：东陵市人民政府发布日期：2022-03-15",
        "发布机构:|乌山市人民政府办公室|生成日期:|2022-04-29",
    ),
    ("发布机构：发布日期：2022-03-15",),
)
NEWS = Rule(
    "plan.news",
    "a news agency says who issued the plan, and names it",
    re.compile(r"(?:近日|日前|电)[，,]?(?P<issuers>[^，。《》]{2,40}?)印发了?《(?P<title>[^》]{4,80})》"),
    ("新华社北京12月14日电近日，中共中央、国务院印发了《扩大内需战略规划纲要（2022－2035年）》",),
    ("现将《天津市十四五城乡社区服务体系建设规划》印发给你们",),
)
NAMED = Rule(
    "plan.named",
    "the notice names the plan it issues in 《》",
    re.compile(
        r"(?:印发|发布|公布|转发|现将|编制了|制定了|^(?=《[^》]{4,90}》(?:已|业)?经))《(?P<title>.{4,80}?(?:规划|纲要|方案|计划|意见|行动)(?:[（(][^（）()]{2,16}[)）])?)》"
    ),
    (
        "现将《“十四五”数字经济发展规划》印发给你们",
        "《江岭县应急管理“十四五”规划》已经县政府审议通过，现印发给你们",
    ),
    ("根据《中华人民共和国国民经济和社会发展第十四个五年规划》",),
)
NATIONAL = Rule(
    "plan.national",
    "the bodies of the state issue for the nation",
    re.compile(r"^(?:中共中央|国务院|中央|国家|全国人)|中华人民共和国"),
    ("国务院", "国家发展和改革委员会", "中共中央办公厅"),
    ("深圳市民政局",),
)
FIRST_WORDS = Rule(
    "plan.first_words",
    "a plan that lost its title is called by its first words",
    re.compile(r"^.{1,60}", re.DOTALL),
    ("为推进社区治理,构建与完善现代化的社区服务体系,制定本规划。",),
)
RULES = (FIVE_YEARS, YEARS, SPAN, NUMBER, ISSUED, PUBLISHED, NOTICE, PUBLISHER, NEWS, NAMED, NATIONAL, FIRST_WORDS)
