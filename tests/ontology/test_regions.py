"""The regions and the one that a title speaks of; titles as they stand in plans, with counter-examples."""

import pytest

from ontology.vocabulary import load_regions

REGIONS = load_regions()

NAMED = [
    ("宁夏回族自治区“十四五”城乡社区服务体系建设规划", "宁夏回族自治区"),
    ("自治区“十四五”公共服务发展规划", None),
    ("楚雄州“十四五”城乡社区服务体系建设规划", "楚雄彝族自治州"),
    ("云南省楚雄州“十四五”城乡社区服务体系建设规划", "楚雄彝族自治州"),
    ("云南省人民政府办公厅关于印发云南省“十四五”城乡社区服务体系建设规划的通知", "云南省"),
    ("上海关于贯彻落实“十四五”全国农业机械化发展规划的实施意见", "上海市"),
    ("国家环境保护“十二五”规划", "中华人民共和国"),
    ("国务院关于印发“十四五”数字经济发展规划的通知", "中华人民共和国"),
    ("“十四五”数字经济发展规划", None),
    ("中国（上海）自由贸易试验区总体方案", "上海市"),
    ("中共天津市委", "天津市"),
    # One name, two regions: the suffix or the address decides, and the bare name is the province's.
    ("吉林市养老服务规划", "吉林市"),
    ("吉林“十四五”养老服务规划", "吉林省"),
    ("青海省海南州养老服务规划", "海南藏族自治州"),
    # A short name inside another word, or the beginning of another name, is none.
    ("发展海南北部", None),
    ("长治久安建设规划", None),
    ("上海路街道服务规划", None),
    ("国家级示范区规划", None),
    # Counties: after the city they lie in, or alone where their name is theirs only.
    ("福州市鼓楼区养老服务规划", "鼓楼区"),
    ("鼓楼区养老服务规划", None),
    ("江苏省昆山市养老服务规划", "昆山市"),
    ("关于印发元谋县养老服务规划的通知", "元谋县"),
    ("北京市朝阳区养老服务规划", "朝阳区"),
    ("朝阳市养老服务规划", "朝阳市"),
    ("山西省大同平城区规划", "平城区"),
]


@pytest.mark.parametrize(("title", "name"), NAMED)
def test_a_title_speaks_of_the_region_it_names(title: str, name: str | None) -> None:
    region = REGIONS.find(title)
    assert (region.name if region else None) == name


def test_the_hierarchy_leads_from_a_region_to_the_nation() -> None:
    lies_in = {code: [r.name for r in REGIONS.within(REGIONS.by_code[code])] for code in ("440300", "532300", "150500")}
    assert lies_in == {
        "440300": ["广东省", "中华人民共和国"],
        "532300": ["云南省", "中华人民共和国"],
        "150500": ["内蒙古自治区", "中华人民共和国"],
    }


def test_levels_tell_provinces_municipalities_cities_and_prefectures() -> None:
    by_name = {region.name: region for region in REGIONS.by_code.values()}
    levels = {name: by_name[name].level for name in ("宁夏回族自治区", "天津市", "深圳市", "楚雄彝族自治州", "通辽市")}
    assert levels == {
        "宁夏回族自治区": "province",
        "天津市": "province",
        "深圳市": "city",
        "楚雄彝族自治州": "prefecture",
        "通辽市": "city",
    }
    assert sum(region.sub_provincial for region in by_name.values()) == 15
    assert by_name["深圳市"].sub_provincial
    assert not by_name["通辽市"].sub_provincial


def test_all_provinces_and_prefectures_are_there_once() -> None:
    levels = [region.level for region in REGIONS.by_code.values()]
    assert (levels.count("national"), levels.count("province")) == (1, 34)
    assert levels.count("city") + levels.count("prefecture") == 333
    assert len({region.name for region in REGIONS.by_code.values()}) == 368


def test_counties_lie_in_a_region_above_them() -> None:
    counties = [r for r in REGIONS.with_counties.by_code.values() if r.level == "district"]
    assert len(counties) == 2846
    assert {REGIONS.with_counties.within(county)[-1].name for county in counties} == {"中华人民共和国"}
