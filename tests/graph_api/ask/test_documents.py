"""Which documents are cited: by number, part of the plan, how many are asked for, and what is set aside."""

from __future__ import annotations

import pytest

from tests.graph_api.ask.conftest import Collection

TITLES = {
    "国办发〔2021〕56号是哪份文件？": {"国务院办公厅关于印发“十四五”城乡社区服务体系建设规划的通知"},
    "文号为通民基字〔2014〕86号的文件名称是什么？": {"关于进一步加强村级民主监督工作的实施意见"},
    "通辽引用的文件中发文字号最早的是哪份？": {"关于加强和改进城镇社区居民委员会建设工作实施意见"},
    "宁夏规划在面临形势一节引了中央哪两份文件？": {
        "关于坚持和完善中国特色社会主义制度推进国家治理体系和治理能力现代化若干重大问题的决定",
        "关于加强基层治理体系和治理能力现代化的意见",
    },
    "深圳规划第一章提到了哪几份规划？": {
        "城乡社区服务体系建设规划(2016-2020年)",
        "广东省城乡社区服务体系建设“十三五”规划",
    },
    "上一个五年，深圳认真实施了哪两部社区服务体系规划？": {
        "城乡社区服务体系建设规划(2016-2020年)",
        "广东省城乡社区服务体系建设“十三五”规划",
    },
    "为了嘎查村的村务公开和民主监督，通辽2014年发过哪两个文件？": {
        "关于进一步加强和完善嘎查村务公开和民主管理工作的实施意见",
        "关于进一步加强村级民主监督工作的实施意见",
    },
    "天津规划引用的文件中，文号以“国办发”开头的是哪一份？": {
        "国务院办公厅关于印发十四五城乡社区服务体系建设规划的通知",
    },
    "深圳认真实施的两份社区服务规划叫什么？": {
        "城乡社区服务体系建设规划(2016-2020年)",
        "广东省城乡社区服务体系建设“十三五”规划",
    },
    "除了国办的通知，宁夏还依据了哪些规划？": {
        "自治区国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要",
        "自治区“十四五”公共服务发展规划",
    },
}


@pytest.mark.xdist_group("ask")  # the plans are ingested once
@pytest.mark.parametrize("question", TITLES)
def test_the_documents_asked_for(five: Collection, question: str) -> None:
    assert set(five.asker.ask(question).record()["answer"]["titles"]) == TITLES[question]
