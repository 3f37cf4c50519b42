"""One document, whatever its title leaves out."""

import pytest

from align.documents import document_id

SAME = [
    ("“十四五”城乡社区服务体系建设规划", "国务院办公厅关于印发“十四五”城乡社区服务体系建设规划的通知"),
    ("城乡社区服务体系建设规划(2016—2020年)", "城乡社区服务体系建设规划（2016-2020年）"),
    ("关于加强基层治理体系和治理能力现代化建设的意见", "中共中央 国务院关于加强基层治理体系和治理能力现代化建设的意见"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_forms_of_a_title_are_one_document(one: str, other: str) -> None:
    assert document_id(one) == document_id(other)


def test_plans_of_two_regions_or_periods_are_two_documents() -> None:
    titles = [
        "“十四五”城乡社区服务体系建设规划",
        "广东省城乡社区服务体系建设“十四五”规划",
        "广东省城乡社区服务体系建设“十三五”规划",
    ]
    assert len(set(map(document_id, titles))) == 3


def test_the_id_is_the_title_in_plain_wording() -> None:
    assert document_id("“十四五”数字经济发展规划") == "document/十四五数字经济发展规划"
