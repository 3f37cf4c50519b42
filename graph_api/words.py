"""The closed sets of words in facts, as GraphQL enumerations.

In: the word as it is stored ("special_action").  Out: the enumeration's value (SPECIAL_ACTION).
A test holds each set against the ontology's records and the outline's zones.
"""

from __future__ import annotations

from enum import Enum
from typing import cast

import strawberry
from strawberry.types.enum import has_enum_definition


def chinese(name: str, value: object) -> str:
    """What a property's value is in Chinese where it is a word of a closed set, else the value as it is."""
    kind = OF_PROPERTY.get(name)
    for word in kind.__strawberry_definition__.values if has_enum_definition(kind) else ():
        if word.value == value:
            return str(word.description).partition(" | ")[0]
    return str(value)


def word(value: str, description: str) -> str:
    """A word of a closed set: how it is stored, and what it means in Chinese and English."""
    # The decorator of the enumeration puts the word itself in the place of what this makes of it.
    return cast(str, strawberry.enum_value(value, description=description))


@strawberry.enum(description="责任方式 | How a body is responsible")
class Role(Enum):
    """How a body is made responsible."""

    LEAD = word("lead", "牵头 | Leads the work")
    JOINT = word("joint", "配合，或按职责分工负责 | Takes part, each within its duties")
    NAMED = word("named", "点名承担，未分主次 | Named, without saying who leads")


@strawberry.enum(description="条款或事实所属单元的种类 | What kind of unit a clause or fact belongs to")
class UnitKind(Enum):
    """What a clause belongs to."""

    TASK = word("task", "任务 | Task")
    SAFEGUARD = word("safeguard", "保障措施 | Safeguard")
    SPECIAL_ACTION = word("special_action", "专项行动 | Special action")
    SECTION = word("section", "章节，不属于以上各项 | Section, where none of the others holds it")


@strawberry.enum(description="章的用途 | What a chapter is for")
class Zone(Enum):
    """What a chapter is for."""

    FRONT = word("front", "规划之前的文字，如印发通知 | Matter before the plan, such as the notice of issue")
    PREAMBLE = word("preamble", "序言 | Preamble")
    BACKGROUND = word("background", "过去的成效与形势 | Past achievements and the situation")
    IDEAS = word("ideas", "指导思想 | Guiding ideas")
    PRINCIPLES = word("principles", "基本原则 | Principles")
    GOALS = word("goals", "目标与指标 | Goals and indicators")
    TASKS = word("tasks", "任务 | Work committed to")
    SAFEGUARDS = word("safeguards", "保障措施 | What secures the work")
    APPENDIX = word("appendix", "附件 | Appendix")


@strawberry.enum(description="行政层级 | Administrative level")
class Level(Enum):
    """Administrative level of a plan or a region."""

    NATIONAL = word("national", "国家 | National")
    PROVINCE = word("province", "省级 | Province")
    PREFECTURE = word("prefecture", "自治州、盟、地区 | Prefecture")
    CITY = word("city", "地级市、副省级市 | City")
    DISTRICT = word("district", "区县 | District or county")


@strawberry.enum(description="事实的种类 | Kind of fact")
class FactKind(Enum):
    """What kind of fact states something."""

    INDICATOR = word("indicator", "指标表中的一行 | Row of the indicator table")
    TARGET = word("target", "正文中的量化目标 | Target in running text")
    TASK = word("task", "任务 | Task")
    SAFEGUARD = word("safeguard", "保障措施 | Safeguard")
    SPECIAL_ACTION = word("special_action", "专项行动 | Special action")
    CLAUSE = word("clause", "条款 | Clause")
    REFERENCE = word("reference", "引用 | Reference")


@strawberry.enum(description="对齐的种类 | Kind of alignment")
class AlignmentKind(Enum):
    """What is aligned."""

    INDICATOR = word("indicator", "指标 | Indicators")
    SPECIAL_ACTION = word("special_action", "专项行动 | Special actions")
    DEPARTMENT = word("department", "部门 | Departments")
    TASK_THEME = word("task_theme", "任务的主题 | Themes of tasks")
    TARGET = word("target", "量化目标 | Targets")


@strawberry.enum(description="对齐的依据 | How an alignment was found")
class AlignmentMethod(Enum):
    """How an alignment was found."""

    EXACT = word("exact", "名称相同 | The same name")
    VOCABULARY = word("vocabulary", "词表 | A vocabulary")
    SIMILARITY = word("similarity", "文字相近 | Similar wording")
    INFERRED = word(
        "inferred", "推断，名称缺失，凭原文别处的话 | Inferred: the name is missing, words elsewhere show it"
    )
    CURATED = word("curated", "人工核定 | A person's verdict")


@strawberry.enum(description="覆盖情况按什么统计 | What coverage is counted by")
class CoverageOf(Enum):
    """What the rows of a coverage table are."""

    THEME = word("theme", "主题 | Themes")
    BENEFICIARY = word("beneficiary", "服务对象 | Beneficiaries")


@strawberry.enum(description="为多少规划共有 | How widely something is shared among the chosen plans")
class Reach(Enum):
    """How many of the chosen plans have something."""

    ALL = word("all", "全部 | All of them")
    MOST = word("most", "过半而非全部 | More than half, not all")
    SOME = word("some", "两份以上而不过半 | Two or more, up to half")
    ONE = word("one", "仅一份 | One alone, of several")

    @classmethod
    def of(cls, having: int, in_all: int) -> Reach | None:
        """How widely that is shared which `having` of `in_all` plans have; None for none."""
        if having == 0:
            return None
        if having == in_all:
            return cls.ALL
        if having == 1:
            return cls.ONE
        return cls.MOST if having + having > in_all else cls.SOME


@strawberry.enum(description="检索方式 | How clauses are searched")
class SearchMode(Enum):
    """Which lanes are searched."""

    HYBRID = word("hybrid", "各方式合并 | All lanes together")
    LEXICAL = word("lexical", "只按词语 | By words alone")
    SEMANTIC = word("semantic", "只按意思 | By meaning alone")


@strawberry.enum(description="检索结果的次序 | Order of what is found")
class SearchOrder(Enum):
    """Order of the hits."""

    SCORE = word("score", "最相关的在前 | Best first")
    PLAN = word("plan", "按规划和原文次序 | As they stand in the plans")


@strawberry.enum(description="命中的主要依据 | What mostly speaks for a hit")
class SearchReason(Enum):
    """Why a clause was found."""

    WORDS = word("words", "词语相同 | The same words")
    HEADING = word("heading", "所在标题相同 | The heading it stands under")
    CONCEPTS = word("concepts", "说法不同而概念相同 | The same concepts in other words")
    FIGURES = word("figures", "数值相符 | Figures that agree")
    MEANING = word("meaning", "意思相近 | Meaning alone")


# Which properties of nodes hold words of a closed set.
OF_PROPERTY: dict[str, type[Enum]] = {
    "role": Role,
    "unitKind": UnitKind,
    "zone": Zone,
    "level": Level,
    "kind": AlignmentKind,
    "method": AlignmentMethod,
    "reach": Reach,
}
