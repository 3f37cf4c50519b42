"""Themes of titles and units, by titles and sentences as they stand in plans."""

import pytest

from align.themes import ThemeReader
from align.units import units
from ontology.records import Fact
from ontology.vocabulary import Vocabularies

TITLES = [
    ("优化社区就业服务", ["就业服务"]),
    ("强化社区养老服务", ["养老服务"]),
    ("优化“一老一小”服务供给", ["养老服务", "托育服务"]),
    ("优化文化体育服务", ["文化服务", "体育健身"]),
    # The longer of two labels that overlap.
    ("加强社区物业党建联建", ["物业党建"]),
    ("社会工作专业人才队伍建设行动", ["社会工作专业人才"]),
    # A word of a list is read with what the list shares.
    ("社区文化、体育、卫生、教育、科普服务行动", ["文化服务", "体育健身", "科学普及", "卫生健康", "教育服务"]),
    # A partner is no theme.
    ("有序推进社区与社会组织、社会工作者、社区志愿者、社会慈善资源五社联动行动", ["五社联动"]),
    # A name beats a hint: 民主法治 is a name of 法律服务, 示范社区 only a hint at 试点示范.
    ("推进民主法治示范社区建设", ["法律服务"]),
    ("推进民生诉求综合服务改革", ["即时响应机制"]),
    ("干部规划家乡行动", []),
    # What is smart need not be a community.
    ("完善智慧基础设施", ["智慧社区"]),
    ("智慧交通工程", []),
]


@pytest.fixture(scope="module")
def reader(vocabularies: Vocabularies) -> ThemeReader:
    return ThemeReader.of(vocabularies.themes)


@pytest.mark.parametrize(("title", "labels"), TITLES)
def test_a_title_names_its_themes(reader: ThemeReader, title: str, labels: list[str]) -> None:
    assert [reader.themes[topic.concept].pref_label for topic in reader.of_title(title)] == labels


UNITS = [
    # The title names a field.
    ("ningxia", "深化网格化服务管理", ["网格化管理服务"]),
    # It names only what gathers others: the text says which.
    ("chuxiong", "推动服务机制创新", ["服务机制", "政务服务", "即时响应机制", "政府购买服务", "服务评价机制"]),
    # It names nothing: what the sentences begin with, or what gathers that.
    ("tianjin", "改进社区服务方式方法", ["政务服务"]),
    ("ningxia", "统筹城乡社区服务网络建设", ["便民服务"]),
    # The text says more than the title: most of it is about training.
    ("ningxia", "提升社区工作者服务能力", ["社区工作者队伍", "社区工作者培训"]),
]


@pytest.mark.parametrize(("plan", "title", "labels"), UNITS)
def test_a_unit_is_about_what_its_title_or_else_its_text_says(
    reader: ThemeReader, plans: dict[str, tuple[Fact, ...]], plan: str, title: str, labels: list[str]
) -> None:
    unit = next(unit for unit in units(plans[plan]) if unit.fact.title == title)
    topics = reader.of_unit(title, unit.clauses)
    assert [reader.themes[topic.concept].pref_label for topic in topics] == labels
