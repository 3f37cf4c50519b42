"""Figures and quoted names in the ranking, with the encoder that comes with the program: what comes first, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from search.encoder.opening import open_encoder
from search.hits import Hit
from search.index import ClauseIndex
from tests.search.test_index import ENTRIES

WORKERS, FEWER, SOME = (
    "每万城镇常住人口拥有社区工作者不少于18人。",
    "每300户左右配置1名社区工作者。",
    "加强社区工作者队伍建设，健全职业体系。",
)
POLICE, HOURS = "驻村民警每周驻村工作时长不少于20小时。", "志愿者每周服务时间不超过20小时。"
AREA, SMALL = "每百户居民拥有综合服务设施面积不低于30平方米。", "小微网点使用面积小于30平方米的给予补贴。"
COVERED, TENTHS, LESS = "志愿服务站点覆盖率达到80%以上。", "居民满意率保持在八成。", "智慧社区试点比例控制在20%以下。"
CIRCLE, QUARTER = "推进城市一刻钟便民生活圈建设。", "打造15分钟生活服务圈，方便居民就近办事。"
MONEY, BASIC, YOUNG = (
    "每个社区每年党组织服务群众经费10万元。",
    "城乡社区（以下简称社区）是服务群众的基本单元。",
    "支持社会力量开展3岁以下婴幼儿托育服务，常住人口超过2万人的社区优先。",
)
THIRD, MONTHS = "女性成员占三分之一以上。", "每6个月开展一次评估，连续评估1.5小时。"
QUOTES = (
    *(WORKERS, FEWER, SOME, POLICE, HOURS, AREA, SMALL, COVERED, TENTHS, LESS, CIRCLE, QUARTER, MONEY, BASIC, YOUNG),
    *(THIRD, MONTHS),
)


def made(quotes: Sequence[str], title: str = "") -> ClauseIndex:
    path = (title,) if title else ()
    entries = [replace(ENTRIES[0], clause_id=f"a/1#c{at}", quote=quote, path=path) for at, quote in enumerate(quotes)]
    return ClauseIndex.build(entries, open_encoder())


@pytest.fixture(scope="module")
def index() -> ClauseIndex:
    return made(QUOTES)


def found(index: ClauseIndex, query: str) -> list[str]:
    return [hit.quote for hit in index.search(query).hits]


def hit_of(index: ClauseIndex, query: str, quote: str) -> Hit:
    return next(hit for hit in index.search(query).hits if hit.quote == quote)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("不低于18人", [WORKERS]),
        ("18名", [WORKERS]),
        ("1名", [FEWER]),
        ("20%以下", [LESS]),
        ("超过90%", []),
        ("80%", [COVERED, TENTHS]),
        ("百分之八十", [COVERED, TENTHS]),
        ("八成", [COVERED, TENTHS]),
        ("30㎡", [AREA, SMALL]),
        ("小于30平方米", [SMALL]),
        ("不低于30平方米", [AREA]),
        ("不少于20小时", [POLICE]),
        ("20小时以内", [HOURS]),
        ("15分钟", [CIRCLE, QUARTER]),
        ("三分之一", [THIRD]),
        ("半年", [MONTHS]),
        ("一个半小时", [MONTHS]),
    ],
)
def test_a_figure_alone_finds_first_what_says_it_in_whatever_writing(
    index: ClauseIndex, query: str, first: list[str]
) -> None:
    hits = index.search(query).hits
    assert {hit.quote for hit in hits[: len(first)]} == {*first}
    assert all(hit.score < 0.5 for hit in hits if hit.quote in (MONEY, BASIC, YOUNG))


@pytest.mark.parametrize("query", ["3000万元", "千分之五", "99999户"])
def test_a_figure_that_no_clause_says_is_not_met_by_its_unit(index: ClauseIndex, query: str) -> None:
    assert all(hit.score < 0.5 for hit in index.search(query).hits)


@pytest.mark.parametrize("query", ["社区工作者18名", "18名社区工作者", "社区工作者不少于18人", "社区工作者十八人"])
def test_the_same_matter_comes_by_its_figure_then_by_another_then_without_one(index: ClauseIndex, query: str) -> None:
    assert found(index, query)[:3] == [WORKERS, FEWER, SOME]


def test_another_matter_with_the_same_figure_comes_behind_the_matter(index: ClauseIndex) -> None:
    hits = found(index, "每周不超过20小时")
    assert hits.index(HOURS) == 0
    hits = found(index, "社区工作者80%")
    assert {*hits[:3]} == {WORKERS, FEWER, SOME}


def test_a_year_is_a_word_that_is_meant() -> None:
    before, after, neither = "到2020年，社区服务更加完善。", "到2025年，社区服务更加完善。", "社区服务更加完善。"
    index = made([before, after, neither])
    for query, first in (("2025年社区服务", after), ("2020年社区服务", before), ("2025年", after), ("2020", before)):
        hits = index.search(query).hits
        assert hits[0].quote == first
        assert all(hit.lanes["lexical"] < hits[0].lanes["lexical"] for hit in hits[1:])


def test_what_says_the_opposite_falls_below_what_does_not_speak_of_it(index: ClauseIndex) -> None:
    assert found(index, "社区工作者不超过18人")[:3] == [FEWER, SOME, WORKERS]


@pytest.mark.parametrize("pair", [("80%", "八成"), ("百分之八十", "80%"), ("15分钟", "一刻钟"), ("30㎡", "30平方米")])
def test_another_writing_of_a_figure_has_the_same_first_hits_with_the_same_evidence(
    index: ClauseIndex, pair: tuple[str, str]
) -> None:
    one, other = (
        {hit.quote: (hit.lanes["figures"], hit.lanes["lexical"]) for hit in index.search(query).hits[:2]}
        for query in pair
    )
    assert one == other


@pytest.mark.parametrize(
    ("query", "quote", "matched", "marked"),
    [
        ("15分钟", CIRCLE, ("15分钟 → 一刻钟",), ["一刻钟"]),
        ("30㎡", AREA, ("30m2 → 不低于30平方米",), ["不低于30平方米"]),
        ("18人", WORKERS, ("不少于18人",), ["不少于18人"]),
        ("一刻钟便民生活圈", CIRCLE, ("一刻钟便民生活圈",), ["一刻钟便民生活圈"]),
    ],
)
def test_a_figure_is_marked_as_the_clause_writes_it(
    index: ClauseIndex, query: str, quote: str, matched: tuple[str, ...], marked: list[str]
) -> None:
    hit = hit_of(index, query, quote)
    assert (hit.reason, hit.matched) == ("figures", matched)
    assert [quote[start - hit.start : end - hit.start] for start, end in hit.highlights] == marked


def test_the_words_of_a_title_that_matched_are_told() -> None:
    index = made(["健全工作机制，落实各方责任。"], title="社区应急服务行动")
    hit = hit_of(index, "社区应急服务", "健全工作机制，落实各方责任。")
    assert (hit.reason, hit.highlights) == ("heading", ())
    assert "社区应急服务" in hit.matched


def test_what_holds_a_quoted_name_to_the_letter_comes_before_all_that_do_not(index: ClauseIndex) -> None:
    result = index.search("“生活服务圈”便民")
    assert result.hits[0].quote == QUARTER
    assert [hit.lanes["names"] for hit in result.hits[:2]] == [1.0, 0.0]
    assert index.search("生活服务圈便民").hits[0].lanes.get("names") is None
    assert found(index, "一刻钟便民“生活服务圈”")[0] == QUARTER


def test_a_quoted_name_that_no_clause_holds_is_told_and_searched_as_it_is(index: ClauseIndex) -> None:
    quoted, plain = index.search("“社区工作者队伍的建设”"), index.search("社区工作者队伍的建设")
    assert quoted.notes == (
        "no clause holds “社区工作者队伍的建设” to the letter: searched as without quotation marks",
    )
    assert [hit.quote for hit in quoted.hits] == [hit.quote for hit in plain.hits]


def test_by_words_alone_figures_and_names_count_too() -> None:
    entries = [replace(ENTRIES[0], clause_id=f"a/1#c{at}", quote=quote, path=()) for at, quote in enumerate(QUOTES)]
    index = ClauseIndex.build(entries)
    assert found(index, "18名社区工作者")[:2] == [WORKERS, FEWER]
    assert {*found(index, "八成")[:2]} == {COVERED, TENTHS}
    assert found(index, "一刻钟便民“生活服务圈”")[0] == QUARTER
