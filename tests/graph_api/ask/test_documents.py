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
    # by who issued them: one body, whoever joined it; both together
    "宁夏规划分析面临形势时，引用了中共中央单独或者与国务院联合发布的哪两份文件？": {
        "关于坚持和完善中国特色社会主义制度推进国家治理体系和治理能力现代化若干重大问题的决定",
        "关于加强基层治理体系和治理能力现代化的意见",
    },
    "宁夏规划里中共中央单独印发的是哪份决定？": {
        "关于坚持和完善中国特色社会主义制度推进国家治理体系和治理能力现代化若干重大问题的决定",
    },
    "楚雄规划引用的文件里，由中共中央、国务院联合印发的是哪一份？": {
        "关于加强基层治理体系和治理能力现代化建设的意见",
    },
    # by how their numbers begin, with more said of them; by a list of numbers
    "通辽抓村务公开和村级民主监督，发过哪两个实施意见？文号是通民基字的那两份。": {
        "关于进一步加强和完善嘎查村务公开和民主管理工作的实施意见",
        "关于进一步加强村级民主监督工作的实施意见",
    },
    "通民基字〔2014〕77号、86号分别是什么文件？": {
        "关于进一步加强和完善嘎查村务公开和民主管理工作的实施意见",
        "关于进一步加强村级民主监督工作的实施意见",
    },
    # by what they are cited for: where it is said, the second time too, and what the plan itself is made by
    "通辽说到2020年农村牧区社区试点要过半，这是按照哪个文件的要求提出来的？": {
        "关于加快推进农村牧区社区建设试点工作的实施意见",
    },
    "通辽把新农村新牧区建设示范单位优先纳入试点，依照的是哪份文件？": {
        "关于加快推进农村牧区社区建设试点工作的实施意见",
    },
    "楚雄这份规划是按哪几份上级文件的要求制定的？": {
        "关于加强基层治理体系和治理能力现代化建设的意见",
        "国务院办公厅关于印发“十四五”城乡社区服务体系建设规划的通知",
        "云南省人民政府办公厅关于印发云南省“十四五”城乡社区服务体系建设规划的通知",
    },
    # by what stands behind them; by who carried them out, not whose they are; by what another sentence says
    "通辽在“幸福社区”“居民之家”行动计划前面先列了四个文件，是哪四个？": {
        "关于加强和改进城镇社区居民委员会建设工作实施意见",
        "通辽市规范和精简社区工作的实施意见",
        "关于进一步加强城乡社区志愿服务工作的实施意见",
        "关于推进全市社区志愿服务的实施意见",
    },
    "深圳回头看“十三五”，说全市认真实施了哪两份上级规划？": {
        "城乡社区服务体系建设规划(2016-2020年)",
        "广东省城乡社区服务体系建设“十三五”规划",
    },
    "楚雄制定规划照的是哪几个上级文件？": {
        "关于加强基层治理体系和治理能力现代化建设的意见",
        "国务院办公厅关于印发“十四五”城乡社区服务体系建设规划的通知",
        "云南省人民政府办公厅关于印发云南省“十四五”城乡社区服务体系建设规划的通知",
    },
    # by their sort
    "楚雄规划里提到的意见是哪一份？": {"关于加强基层治理体系和治理能力现代化建设的意见"},
    # by what was done with them
    "通辽2015年发的文件有哪些？": {
        "关于推进全市社区志愿服务的实施意见",
        "关于加快推进农村牧区社区建设试点工作的实施意见",
    },
}


@pytest.mark.xdist_group("ask")  # the plans are ingested once
@pytest.mark.parametrize("question", TITLES)
def test_the_documents_asked_for(five: Collection, question: str) -> None:
    assert set(five.asker.ask(question).record()["answer"]["titles"]) == TITLES[question]


@pytest.mark.xdist_group("ask")
def test_when_a_document_was_issued_is_told_by_its_number_alone(five: Collection) -> None:
    said = five.asker.ask("通辽规范和精简社区工作的实施意见是哪年出台的？").record()["answer"]
    assert said["values"] == {"tongliao": {"value": "2014年", "number": 2014, "unit": "年"}}
    announced = five.asker.ask("通辽的政府购买社区服务实施意见哪一年出台？").record()["answer"]
    assert announced["not_stated"] is True


@pytest.mark.xdist_group("ask")
@pytest.mark.parametrize("question", ["深圳规划引用了哪部法律？", "天津规划引用了省级的哪份条例？"])
def test_no_other_document_stands_for_a_law_where_none_is_cited(five: Collection, question: str) -> None:
    assert five.asker.ask(question).record()["answer"]["not_stated"] is True
