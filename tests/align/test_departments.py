"""Names of bodies as plans print them, each with its function; counter-examples beside them."""

import pytest

from align.departments import FunctionReader, align_departments
from align.judgements import Judgements
from ontology.records import Fact
from ontology.vocabulary import Vocabularies

FUNCTIONS = [
    # One function over levels, regions and kinds of body.
    ("民政", ["民政"]),
    ("民政部门", ["民政"]),
    ("财政部门", ["财政"]),
    ("市民政局", ["民政"]),
    ("各地方", ["未指明职能的单位"]),
    ("城市政府", ["市（州）级人民政府"]),
    ("自治区民政厅", ["民政"]),
    ("天津市民政局", ["民政"]),
    ("全区各级民政部门", ["民政"]),
    ("地方各级民政部门", ["民政"]),
    ("市委组织部", ["党委组织"]),
    ("市委编办", ["机构编制"]),
    ("党委组织部门", ["党委组织"]),
    ("市教委", ["教育"]),
    ("市规划资源局", ["自然资源和规划"]),
    ("市政务服务办", ["政务服务"]),
    ("市消防救援总队", ["消防救援"]),
    ("团市委", ["共青团"]),
    ("市妇联", ["妇联"]),
    # Former and merged names.
    ("住建局", ["住房城乡建设"]),
    ("城乡住房建设", ["住房城乡建设"]),
    ("市人社局", ["人力资源社会保障"]),
    ("教育体育局", ["教育", "体育"]),
    ("文化广电旅游体育局", ["文化和旅游", "体育"]),
    # A level's letter may begin the function: 市市场监管委, 市城市管理委.
    ("市市场监管委", ["市场监管"]),
    ("市城市管理委", ["城市管理"]),
    # National bodies stand apart.
    ("民政部", ["民政部"]),
    ("国务院民政部门", ["民政部"]),
    ("国家发展改革委", ["国家发展改革委"]),
    ("中央网信办", ["中央网信办"]),
    ("民政部社会组织管理局", ["民政部"]),
    ("工商总局", ["市场监管总局"]),
    ("市市场监管局", ["市场监管"]),
    ("国务院各有关部门", ["中央和国家机关"]),
    # Governments by their tiers.
    ("各区人民政府", ["县（区）级人民政府"]),
    ("各区", ["县（区）级人民政府"]),
    ("各县市", ["县（区）级人民政府"]),
    ("旗县市区人民政府", ["县（区）级人民政府"]),
    ("各县（市、区）人民政府", ["县（区）级人民政府"]),
    ("市、县(区)人民政府", ["地方各级人民政府"]),
    ("县级以上人民政府", ["地方各级人民政府"]),
    ("长沙市人民政府", ["市（州）级人民政府"]),
    ("湖南省人民政府", ["省级人民政府"]),
    ("各镇（街道）", ["乡镇（街道）"]),
    ("镇人民政府", ["乡镇（街道）"]),
    ("各级人民政府", ["地方各级人民政府"]),
    ("自治区", ["省级人民政府"]),
    ("各级党委、政府", ["各级党委和政府"]),
    ("地方各级党委和政府", ["各级党委和政府"]),
    ("区委", ["党委"]),
    ("乡镇（街道）", ["乡镇（街道）"]),
    ("乡镇(街道)党(工)委", ["乡镇（街道）党（工）委"]),
    ("社区(村)“两委”", ["村（社区）“两委”"]),
    # Bodies without a function of their own.
    ("州直有关部门", ["未指明职能的单位"]),
    ("市、区相关部门", ["未指明职能的单位"]),
    # An unknown body is a function of its own, named as it stands.
    ("南水北调办", ["南水北调办"]),
]


@pytest.fixture(scope="module")
def reader(vocabularies: Vocabularies) -> FunctionReader:
    return FunctionReader.of(vocabularies)


@pytest.mark.parametrize(("name", "labels"), FUNCTIONS)
def test_a_name_tells_the_function(reader: FunctionReader, name: str, labels: list[str]) -> None:
    assert [function.label for function in reader.read(name)] == labels


def test_the_name_of_the_function_itself_is_exact_and_a_longer_name_is_read_by_the_vocabulary(
    reader: FunctionReader,
) -> None:
    assert [(one.method, one.score) for one in reader.read("民政")] == [("exact", 1.0)]
    assert [(one.method, one.score) for one in reader.read("市民政局")] == [("vocabulary", 0.95)]


def test_an_unknown_body_founds_a_function_named_by_its_plain_wording(reader: FunctionReader) -> None:
    assert [one.concept for one in reader.read("南水北调 办")] == ["function/南水北调办"]


def test_a_plan_has_one_alignment_a_name_and_function(
    reader: FunctionReader, plans: dict[str, tuple[Fact, ...]]
) -> None:
    found = list(align_departments(plans["tianjin"], reader, Judgements.none()))
    assert len({(one.title, one.concept) for one in found}) == len(found)
    assert {one.fact_id for one in found if one.title == "市妇联"} == {"tianjin/department/市妇联"}
