"""The clause index over a handful of clauses written for the purpose: what is found, where, why, and what is not."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from search.entries import Entry
from search.errors import BadQuery, IndexDamaged
from search.filters import Filters
from search.held import HeldClauses
from search.index import ClauseIndex
from search.wanted import Wanted

CLAUSES = (
    ("a", "所有村（社区）均设置1名灾害信息员。", "社区应急服务行动", ("theme/emergency",)),
    ("a", "每百户居民拥有社区综合服务设\n施面积不低于30平方米。", "优化设施布局", ()),
    ("a", "开展学龄儿童课后托管服务。", "儿童关爱行动", ("theme/children",)),
    ("b", "每个村培育1名灾害信息员。", "社区应急服务行动", ("theme/emergency",)),
    ("b", "行政村５Ｇ通达比例达到80%。", "数字化建设", ()),
    ("b", "加强宣传引导。", "组织保障", ()),
)


def entry(number: int, plan: str, quote: str, title: str, themes: tuple[str, ...]) -> Entry:
    return Entry(
        clause_id=f"{plan}/1#c{number}",
        plan_id=plan,
        start=100 * number,
        end=100 * number + len(quote),
        quote=quote,
        path=("主要任务", title),
        kind="safeguard" if title == "组织保障" else "task",
        region={"a": "110000", "b": "310000"}[plan],
        period={"a": "十四五", "b": "十三五"}[plan],
        themes=themes,
    )


ENTRIES = [entry(number, *clause) for number, clause in enumerate(CLAUSES)]


@pytest.fixture(scope="module")
def index() -> ClauseIndex:
    return ClauseIndex.build(ENTRIES)


def found(index: ClauseIndex, query: str, filters: Filters | None = None) -> list[str]:
    return [hit.clause_id for hit in index.search(query, filters).hits]


def test_an_exact_term_finds_the_clauses_of_all_plans_the_shorter_one_first(index: ClauseIndex) -> None:
    assert found(index, "灾害信息员") == ["b/1#c3", "a/1#c0"]


def test_a_blank_inside_a_word_and_a_line_break_do_not_hide_it(index: ClauseIndex) -> None:
    assert found(index, "社 区综合服务设施 面积") == ["a/1#c1"]


def test_full_width_letters_and_digits_read_as_half_width(index: ClauseIndex) -> None:
    assert found(index, "5G通达比例８０％") == ["b/1#c4"]


def test_a_clause_is_found_by_the_title_it_stands_under(index: ClauseIndex) -> None:
    assert found(index, "儿童关爱行动") == ["a/1#c2"]


def test_highlights_are_offsets_into_the_source_and_cover_the_matched_words(index: ClauseIndex) -> None:
    (hit,) = index.search("综合服务设施面积").hits
    ((start, end),) = hit.highlights
    assert hit.quote[start - hit.start : end - hit.start] == "综合服务设\n施面积"
    assert hit.matched == ("综合服务设施面积",)
    assert hit.path == ("主要任务", "优化设施布局")
    assert (hit.lanes["lexical"], hit.reason) == (hit.score, "words")


@pytest.mark.parametrize("query", ["核电站选址", "zebra", "", "   ", "，。！", "🙂", "1号线"])
def test_a_query_that_no_clause_speaks_to_has_no_result(index: ClauseIndex, query: str) -> None:
    result = index.search(query)
    assert (result.no_result, result.total, result.hits) == (True, 0, ())


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(plans=("a",)), ["a/1#c0"]),
        (Filters(plans=("a", "b")), ["b/1#c3", "a/1#c0"]),
        (Filters(regions=("310000",)), ["b/1#c3"]),
        (Filters(periods=("十四五",)), ["a/1#c0"]),
        (Filters(themes=("theme/emergency",), plans=("b",)), ["b/1#c3"]),
        (Filters(kinds=("safeguard",)), []),
        (Filters(themes=("theme/children",)), []),
    ],
)
def test_filters_apply_before_ranking(index: ClauseIndex, filters: Filters, expected: list[str]) -> None:
    assert found(index, "灾害信息员", filters) == expected


def test_a_filter_value_that_nothing_has_is_named(index: ClauseIndex) -> None:
    with pytest.raises(BadQuery, match=r"filter plans: 'c' found, expected one of: a, b"):
        index.search("灾害信息员", Filters(plans=("c",)))


def test_pages_follow_each_other_without_gap_or_repeat(index: ClauseIndex) -> None:
    whole = index.search("灾害信息员每个村")
    pages = [index.search("灾害信息员每个村", None, Wanted(limit=1, offset=page)).hits for page in range(whole.total)]
    assert tuple(hit for page in pages for hit in page) == whole.hits
    assert whole.total > 1


@pytest.mark.parametrize(("limit", "offset"), [(0, 0), (-1, 0), (1, -1)])
def test_a_page_that_cannot_be_is_refused(limit: int, offset: int) -> None:
    with pytest.raises(BadQuery, match="expected a limit from 1"):
        Wanted(limit=limit, offset=offset)


def test_a_lane_that_the_index_does_not_have_is_named(index: ClauseIndex) -> None:
    with pytest.raises(BadQuery, match="only: lexical, concept, figures"):
        index.search("灾害", None, Wanted(mode="semantic"))


def test_a_query_too_long_is_cut_and_says_so(index: ClauseIndex) -> None:
    result = index.search("灾害信息员" * 20_000)
    assert result.notes == ("query of 100000 characters: only the first 1000 were read",)
    assert result.hits


def test_what_is_saved_answers_as_what_was_built(index: ClauseIndex, tmp_path: Path) -> None:
    HeldClauses.build(ENTRIES).save(tmp_path / "index")
    opened = ClauseIndex.open(tmp_path / "index")
    assert len(opened) == len(CLAUSES)
    assert opened.search("灾害信息员", Filters(periods=("十三五",))) == index.search(
        "灾害信息员", Filters(periods=("十三五",))
    )


def test_the_same_clauses_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        HeldClauses.build(ENTRIES).save(tmp_path / name)
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file())
    assert files
    assert all((tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes() for file in files)


def test_plans_without_a_clause_make_an_index_that_finds_nothing(tmp_path: Path) -> None:
    HeldClauses.build([]).save(tmp_path / "index")
    assert ClauseIndex.open(tmp_path / "index").search("灾害信息员").no_result


def test_clauses_without_a_readable_token_make_an_index_that_finds_nothing() -> None:
    assert ClauseIndex.build([replace(ENTRIES[0], quote="……", path=("——",))]).search("灾害信息员").no_result


def damage_meta(directory: Path) -> None:
    (directory / "index.json").write_text(json.dumps({"format": 99, "entries": len(CLAUSES)}))


def damage_entries(directory: Path) -> None:
    entries = directory / "entries.bin"
    entries.write_bytes(entries.read_bytes()[:-40])


def damage_bm25(directory: Path) -> None:
    for file in (directory / "bm25").glob("*.npy"):
        file.write_bytes(file.read_bytes()[:20])


def remove_meta(directory: Path) -> None:
    (directory / "index.json").unlink()


@pytest.mark.parametrize("damage", [damage_meta, damage_entries, damage_bm25, remove_meta])
def test_a_damaged_index_is_one_clear_line(index: ClauseIndex, tmp_path: Path, damage) -> None:
    HeldClauses.build(ENTRIES).save(tmp_path / "index")
    damage(tmp_path / "index")
    with pytest.raises(IndexDamaged, match="run `crossplan ingest`") as caught:
        ClauseIndex.open(tmp_path / "index")
    assert "\n" not in str(caught.value)


def test_hits_stand_in_the_order_of_the_plans_where_that_is_wanted(index: ClauseIndex) -> None:
    hits = index.search("灾害信息员", None, Wanted(order="plan")).hits
    assert [hit.clause_id for hit in hits] == ["a/1#c0", "b/1#c3"]


def test_hits_below_the_least_score_are_left_out(index: ClauseIndex) -> None:
    assert index.search("灾害信息员，儿童", None, Wanted(min_score=0.9)).total == 0
    assert index.search("灾害信息员，儿童").total == 3


def test_facets_count_all_that_is_found_by_each_filter(index: ClauseIndex) -> None:
    facets = index.search("灾害信息员", None, Wanted(limit=1, facets=True)).facets
    counted = {name: {facet.value: facet.count for facet in counts} for name, counts in facets.items()}
    assert counted["plans"] == {"a": 1, "b": 1}
    assert counted["themes"] == {"theme/emergency": 2}
    assert counted["beneficiaries"] == {}
    assert index.search("灾害信息员").facets == {}


def test_near_identical_clauses_of_other_plans_become_one_hit() -> None:
    copied = replace(ENTRIES[3], clause_id="b/1#c9", quote="所有村（社区）均设置一名灾害信息员。")
    again = replace(ENTRIES[0], clause_id="a/1#c9")
    index = ClauseIndex.build([ENTRIES[0], copied, again])
    result = index.search("灾害信息员", None, Wanted(group=True))
    assert [(hit.clause_id, hit.same) for hit in result.hits] == [("a/1#c0", ("b/1#c9",)), ("a/1#c9", ())]
    assert result.total == 2


def test_a_year_filter_takes_the_plans_whose_period_holds_it() -> None:
    index = ClauseIndex.build([replace(ENTRIES[0], start_year=2021, end_year=2025), ENTRIES[3]])
    assert found(index, "灾害信息员", Filters(years=("2023",))) == ["a/1#c0"]
    with pytest.raises(BadQuery, match=r"filter years: '2030' found, expected one of: 2021, 2022"):
        index.search("灾害信息员", Filters(years=("2030",)))


def test_where_nothing_speaks_to_a_query_what_is_nearest_is_told(index: ClauseIndex) -> None:
    result = index.search("社区足球联赛门票", None, Wanted(mode="lexical", min_score=0.0))
    assert (result.no_result, result.hits) == (True, ())
    assert all(hit.score < 0.2 for hit in result.nearest)


@pytest.mark.parametrize("order", ["best", ""])
def test_an_order_that_there_is_not_is_refused(order: str) -> None:
    with pytest.raises(BadQuery, match="expected one of: score, plan"):
        Wanted(order=order)


def test_a_clause_that_is_not_there_has_none_like_it(index: ClauseIndex) -> None:
    with pytest.raises(BadQuery, match="'nowhere' found, expected the id of a clause"):
        index.similar("nowhere")


def test_by_words_alone_a_clause_finds_its_like(index: ClauseIndex) -> None:
    assert [hit.clause_id for hit in index.similar("b/1#c3")] == ["a/1#c0"]


def test_figures_are_read_in_the_clauses_that_pass_the_filters_however_many_others_come_nearer() -> None:
    others = [replace(ENTRIES[3], clause_id=f"b/1#c{100 + number}", quote="培育1名信息员。") for number in range(400)]
    index = ClauseIndex.build([*others, replace(ENTRIES[0], quote="信息员和其他人员共1名。")])
    (hit,) = index.search("1名信息员", Filters(plans=("a",))).hits
    assert hit.lanes["figures"] == 1.0
